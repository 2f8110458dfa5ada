import { expectTypeOf, test } from 'vitest';
import { en, type Messages, zhCN } from '../index.js';

test('a locale with a missing key does not compile', () => {
  const { submit, ...withoutSubmit } = en;
  expectTypeOf(submit).toEqualTypeOf<string>();
  // @ts-expect-error submit is missing
  const locale: Messages = withoutSubmit;
  expectTypeOf(locale).toEqualTypeOf<Messages>();
});

test('a text that leaves out its figure does not compile', () => {
  expectTypeOf<{ overdue: '已超期 {time}' }['overdue']>().toExtend<Messages['clock.breached']>();
  expectTypeOf<'已超期'>().not.toExtend<Messages['clock.breached']>();
});

test('both locales are whole', () => {
  expectTypeOf(zhCN).toEqualTypeOf<Messages>();
  expectTypeOf(en).toEqualTypeOf<Messages>();
});
