import type { CityPack } from '@hotline-kit/rules';
import { provenanceOf, type SealContext } from '../log/seal.js';
import type { TicketStore } from '../storage/store.js';
import type { Actor } from '../ticket/actor.js';
import type { Numbering } from './numbering.js';

/** With what commands are carried out: the law, the tickets, the numbers, and the seal on what is written. */
export interface Means {
  readonly pack: CityPack;
  readonly store: TicketStore;
  readonly numbering: Numbering;
  /** Whether a registration looks for the earlier tickets that it repeats. */
  readonly detectRepeats: boolean;
  /** What the events of one command have in common. */
  readonly sealing: (actor: Actor, command: string, correlation?: string) => SealContext;
}

/** Seals under one pack: its provenance is worked out once. */
export function sealingUnder(pack: CityPack, now: () => Date): Means['sealing'] {
  const provenance = provenanceOf(pack);
  return (actor, command, correlation) => ({
    actor,
    command,
    correlation,
    recordedAt: now().toISOString(),
    provenance,
  });
}
