import { done, type TrackConduct } from '../../ticket/conduct.js';
import { dateOver } from '../../ticket/date-over.js';
import { fine, refuse } from '../../ticket/refusal.js';
import type { PromiseEvents, promising } from './declaration.js';
import { freeSlot, openPromises } from './open-promises.js';
import { promiseClock } from './promise-clock.js';

/** What promises do. */
export const promiseConduct: TrackConduct<keyof typeof promising.commands, keyof PromiseEvents> = {
  perform: {
    promise: (ticket, { what, by, forClass }, { pack, at }) => {
      const over = dateOver('by', by, at);
      if (over !== undefined) return over;
      const slot = freeSlot(ticket);
      // A date that the unit names itself stands before the pack's term for promises.
      const started = by === undefined ? [] : pack.clocks.filter((clock) => clock.start.has('promise.made'));
      const limits = Object.fromEntries(
        started.map(({ id }) => [promiseClock(id, slot), { kind: 'fixed', at: by ?? '' } as const]),
      );
      return done('promise.made', {
        what,
        limits,
        ...(slot === 1 ? {} : { slot }),
        ...(forClass !== undefined && { forClass }),
      });
    },
    fulfilPromise: (ticket, data) => {
      const open = openPromises(ticket);
      const promise = data.promise === undefined ? open[0] : open.find(({ slot }) => slot === data.promise);
      if (promise === undefined) return noSuchPromise(open.map(({ slot, what }) => `${slot} ${what}`));
      const { promise: _, ...rest } = data;
      return done('promise.fulfilled', { ...rest, ...(promise.slot === 1 ? {} : { slot: promise.slot }) });
    },
  },
  checks: {
    fulfilPromise: (ticket) => (openPromises(ticket).length > 0 ? fine : noSuchPromise([])),
  },
  folds: {
    'promise.made': (draft, { what, limits, slot = 1, forClass }, at) => {
      const promise = { slot, what, madeAt: at, fulfilledAt: null, ...(forClass !== undefined && { forClass }) };
      draft.promise = promise;
      draft.promises = [...draft.promises, promise];
      draft.limits = { ...draft.limits, ...limits };
    },
    'promise.fulfilled': (draft, { slot = 1 }, at) => {
      const fulfilled = (promise: (typeof draft.promises)[number]) =>
        promise.slot === slot && promise.fulfilledAt === null ? { ...promise, fulfilledAt: at } : promise;
      draft.promises = draft.promises.map(fulfilled);
      if (draft.promise !== null) draft.promise = fulfilled(draft.promise);
    },
  },
};

function noSuchPromise(open: readonly string[]) {
  return refuse('noPromise', '没有待兑现的承诺', 'there is no such promise to fulfil', {
    remedy: {
      zh: open.length === 0 ? '请先作出承诺' : `待兑现：${open.join('、')}`,
      en: open.length === 0 ? 'make a promise first' : `open promises: ${open.join(', ')}`,
    },
  });
}
