import type { CityPack } from '@hotline-kit/rules';
import { type Refusal, refuse } from '../../ticket/refusal.js';

/** The refusal of a matter that is not in the pack's catalogue, if it is such. */
export function unknownMatter(matter: string | undefined, pack: CityPack): { ok: false; refusal: Refusal } | undefined {
  if (matter === undefined || pack.matters.has(matter)) return undefined;
  return refuse('unknownMatter', `事项“${matter}”不在事项目录中`, `matter "${matter}" is unknown`, {
    remedy: { zh: '使用 matters.csv 中的编码，或留待派单时确定', en: 'use a code of matters.csv, or leave it out' },
  });
}
