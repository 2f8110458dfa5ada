const whole = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });
const tenth = new Intl.NumberFormat('en-US', { minimumFractionDigits: 1, maximumFractionDigits: 1 });

/** `1234` → `1,234`. */
export function count(value: number): string {
  return whole.format(value);
}

/** `1234.56` → `1,234.6`. */
export function toTenth(value: number): string {
  return tenth.format(value);
}

/** `0.5` → `50 %`. */
export function percent(share: number): string {
  return `${whole.format(share * 100)} %`;
}

/** Part of a whole: `3, 4` → `75.0 %`; a dash where there is no whole. */
export function rate(part: number, all: number): string {
  return all === 0 ? '–' : `${tenth.format((part / all) * 100)} %`;
}

/** Seconds as `42 s` or `1:05 min`. */
export function duration(seconds: number): string {
  if (!Number.isFinite(seconds)) return '–';
  const rounded = Math.max(0, Math.round(seconds));
  if (rounded < 60) return `${rounded} s`;
  return `${Math.floor(rounded / 60)}:${String(rounded % 60).padStart(2, '0')} min`;
}
