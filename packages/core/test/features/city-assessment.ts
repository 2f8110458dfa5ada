import { type Assessment, assess, FactRows, type Figure, spanOf } from '@hotline-kit/core/assessment';
import type { CityPack } from '@hotline-kit/rules';
import { cityFolder, loadCityPack } from '@hotline-kit/rules/node';
import { expect } from 'vitest';
import { type LifeOptions, lifeOf } from '../assessment/lives.js';

/** November 2024, the month of the samples. */
export const november = spanOf('2024-11', 'Asia/Shanghai');

/** An instant of that month. */
export const at = (day: number, time = '09:00') => `2024-11-${String(day).padStart(2, '0')}T${time}:00+08:00`;

/** A ticket closed in time, and satisfying. */
export const good = {
  registeredAt: at(1),
  dueAt: at(20),
  repliedAt: at(10),
  closedAt: at(11),
  satisfaction: 5,
} as const satisfies Omit<LifeOptions, 'id'>;

/** One closed late, after an unhappy callback. */
export const bad = {
  ...good,
  repliedAt: at(25),
  closedAt: at(26),
  satisfaction: 1,
  solved: 'no',
} as const satisfies Omit<LifeOptions, 'id'>;

let made = 0;

/** So many tickets that went alike. */
export function tickets(count: number, life: Omit<LifeOptions, 'id'>): readonly LifeOptions[] {
  return Array.from({ length: count }, () => {
    made += 1;
    return { ...life, id: `t-${made}` };
  });
}

/** The rows of tickets under a pack. */
export function rowsOf(pack: CityPack, lives: readonly LifeOptions[]): FactRows {
  const rows = new FactRows(pack);
  for (const life of lives) rows.add(lifeOf(life));
  return rows;
}

/** A city assessed in November 2024. */
export async function assessed(city: string, lives: readonly LifeOptions[], options: object = {}) {
  const pack = await loadCityPack(cityFolder(city));
  return assess(rowsOf(pack, lives), pack, { ...november, ...options });
}

/** One figure of an assessment. */
export function figure(assessment: Assessment, metric: string, by?: string, key?: string): Figure {
  const found = assessment.metrics.find(({ id }) => id === metric);
  const part = found?.parts.find((each) => each.by === by)?.figures.find((each) => each.key === key)?.figure;
  return (by === undefined ? found?.total : part) ?? expect.fail(`no figure ${metric} ${by} ${key}`);
}
