import * as z from 'zod';
import { staying } from '../../ticket/chart-fragment.js';
import { declareTrack } from '../../ticket/declaration.js';
import { ground, text } from '../../ticket/field-schemas.js';
import { granted, supervisors } from '../../ticket/grant.js';
import { openStates } from '../../ticket/life-states.js';

/**
 * Clue transfer 线索移送: what concerns the conduct of those who handle tickets goes to the discipline body. The log
 * holds that a clue went to a role, and nothing of what it says or about whom: the clue itself stays in the host's own
 * protected record and never comes here, so that nothing of it can appear in a view, an event, a store or an error.
 */
export const clueTransfer = declareTrack({
  chart: [staying([...openStates, 'closed'], ['transferClue'])],
  commands: {
    transferClue: {
      data: z.strictObject({
        /** The key of the host's protected record. */
        record: text(200),
        /** SHA-256 of what was handed over, hexadecimal: it proves later that nothing was changed. */
        sha256: z
          .string()
          .regex(/^[0-9a-f]{64}$/)
          .exactOptional(),
        ground: ground.exactOptional(),
        receiver: z.enum(['clueReceiver', 'supervisionOffice', 'auditor']).exactOptional(),
      }),
      by: [granted('anyone', 'agent', 'dispatcher', 'callbackOfficer', 'qualityChecker', ...supervisors)],
    },
  },
});

/** What a transfer writes into the log. */
export interface ClueEvents {
  'clue.transferred': {
    readonly receiver: string;
    readonly ground?: string;
    /** The key of the host's protected record. */
    readonly record: string;
    readonly sha256?: string;
  };
}

/** What a ticket knows of its clues. */
export interface ClueFields {
  readonly clues: number;
}
