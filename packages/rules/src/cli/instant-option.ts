import { toEpochMilliseconds } from '@hotline-kit/sla-calendar';
import { MisuseError } from './exit-code.js';

/**
 * The instant of `--at`, in epoch milliseconds; nothing where it was not given.
 *
 * @throws MisuseError where it is no ISO text with an offset.
 */
export function instantOption(at: string | undefined): number | undefined {
  if (at === undefined) return undefined;
  try {
    return toEpochMilliseconds(at);
  } catch {
    throw new MisuseError({
      zh: `--at 的“${at}”不是时刻。请带时差写出，例如 2026-02-12T09:30:00+08:00。`,
      en: `--at: "${at}" is no instant. Write it with an offset, for example 2026-02-12T09:30:00+08:00.`,
    });
  }
}
