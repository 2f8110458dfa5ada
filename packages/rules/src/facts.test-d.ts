import { expectTypeOf, test } from 'vitest';
import type { TicketFacts } from './facts.js';
import type { ClockState } from './vocabulary/clocks.js';
import type { TicketState } from './vocabulary/states.js';

test('the facts of a ticket are typed by their definitions', () => {
  expectTypeOf<TicketFacts['urgent']>().toEqualTypeOf<boolean | undefined>();
  expectTypeOf<TicketFacts['state']>().toEqualTypeOf<TicketState | undefined>();
  expectTypeOf<TicketFacts['satisfaction']>().toEqualTypeOf<1 | 2 | 3 | 4 | 5 | undefined>();
  expectTypeOf<TicketFacts['matter']>().toEqualTypeOf<string | undefined>();
  expectTypeOf<TicketFacts['tags']>().toEqualTypeOf<readonly string[] | undefined>();
  expectTypeOf<TicketFacts['clock.handle.state']>().toEqualTypeOf<ClockState | undefined>();
  expectTypeOf<TicketFacts['clock.own.overdueMinutes']>().toEqualTypeOf<number | undefined>();
});
