import { done, type TrackConduct } from '../../ticket/conduct.js';
import { fine, refuse } from '../../ticket/refusal.js';
import type { PromiseEvents, promising } from './declaration.js';

/** What promises do. */
export const promiseConduct: TrackConduct<keyof typeof promising.commands, keyof PromiseEvents> = {
  perform: {
    promise: (_ticket, { what, by, forClass }, { pack }) => {
      // A date that the unit names itself stands before the pack's term for promises.
      const started = by === undefined ? [] : pack.clocks.filter((clock) => clock.start.has('promise.made'));
      const limits = Object.fromEntries(started.map(({ id }) => [id, { kind: 'fixed', at: by ?? '' } as const]));
      return done('promise.made', { what, limits, ...(forClass !== undefined && { forClass }) });
    },
    fulfilPromise: (_ticket, data) => done('promise.fulfilled', data),
  },
  checks: {
    promise: ({ promise }) =>
      promise === null || promise.fulfilledAt !== null
        ? fine
        : refuse('promiseOpen', '已有尚未兑现的承诺', 'an earlier promise is not yet fulfilled', {
            remedy: { zh: '请先兑现原承诺', en: 'fulfil it first' },
          }),
    fulfilPromise: ({ promise }) =>
      promise !== null && promise.fulfilledAt === null
        ? fine
        : refuse('noPromise', '没有待兑现的承诺', 'there is no promise to fulfil', {
            remedy: { zh: '请先作出承诺', en: 'make a promise first' },
          }),
  },
  folds: {
    'promise.made': (draft, { what, limits, forClass }, at) => {
      draft.promise = { what, madeAt: at, fulfilledAt: null, ...(forClass !== undefined && { forClass }) };
      draft.limits = { ...draft.limits, ...limits };
    },
    'promise.fulfilled': (draft, _data, at) => {
      if (draft.promise !== null) draft.promise = { ...draft.promise, fulfilledAt: at };
    },
  },
};
