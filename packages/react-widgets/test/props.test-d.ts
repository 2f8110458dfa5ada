import type { Ticket } from '@hotline-kit/core';
import type { ProgressTracker, RateIntent, RatingForm, RatingOptions, SlaCountdown } from '@hotline-kit/react-widgets';
import type { ComponentProps } from 'react';
import { expectTypeOf, test } from 'vitest';

test('the result of a command fits what the form wants back', () => {
  type Result = Awaited<ReturnType<Ticket['do']>>;
  expectTypeOf<(intent: RateIntent) => Promise<Result>>().toExtend<RatingOptions['onSubmit']>();
  expectTypeOf<() => Promise<void>>().toExtend<RatingOptions['onSubmit']>();
  expectTypeOf<() => Promise<{ ok: false }>>().not.toExtend<RatingOptions['onSubmit']>();
});

test('attributes pass through, with their own types', () => {
  expectTypeOf<ComponentProps<typeof RatingForm>>().toHaveProperty('id');
  expectTypeOf<ComponentProps<typeof ProgressTracker>['ref']>().toExtend<React.Ref<HTMLElement> | undefined>();
  expectTypeOf<ComponentProps<typeof SlaCountdown>['classNames']>().toEqualTypeOf<
    Readonly<Partial<Record<'title' | 'value' | 'bar' | 'due' | 'note', string>>> | undefined
  >();
});
