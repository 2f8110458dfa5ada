import type { Actor, Call, Command } from '@hotline-kit/core';
import { demoStart } from '../city/city.js';

/** A ticket's life as it went before the visitor came. */
export interface Story {
  /** Id of the ticket, the same on every start. */
  readonly id: string;
  readonly call: Call;
  readonly registered: { readonly at: string; readonly by: Actor };
  readonly steps: readonly Step[];
}

type Later = Exclude<Command, { type: 'register' }>;

/** One command of a story: when, by whom, what. */
type Step = { readonly at: string } & { [C in Later['type']]: Extract<Later, { type: C }> }[Later['type']];

const startDay = Date.parse(`${demoStart.slice(0, 10)}T00:00:00Z`);

/** An instant some days before the demo begins, by the city's clock (UTC+8 all year). */
export function daysBefore(days: number, time: string): string {
  return `${new Date(startDay - days * 86_400_000).toISOString().slice(0, 10)}T${time}:00+08:00`;
}
