import * as z from 'zod';
import { staying } from '../../ticket/chart-fragment.js';
import { declareTrack } from '../../ticket/declaration.js';
import { ground, text, unitId } from '../../ticket/field-schemas.js';
import { granted, supervisors } from '../../ticket/grant.js';
import { openStates } from '../../ticket/life-states.js';

/** What was noticed about the conduct of a unit or a person. It never stands in the log. */
const clueSchema = z.strictObject({
  content: text(20_000),
  /** The unit that it is about: it never learns of the clue. */
  unit: unitId.exactOptional(),
  /** The person that it is about. */
  person: text(200).exactOptional(),
});

/**
 * Clue transfer 线索移送: what concerns the conduct of those who handle tickets goes to the discipline body. The log
 * holds that a clue went to a role, and nothing of what it says or about whom.
 */
export const clueTransfer = declareTrack({
  chart: [staying([...openStates, 'closed'], ['transferClue'])],
  commands: {
    transferClue: {
      data: z.strictObject({
        clue: clueSchema,
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
    /** The key of the protected record. */
    readonly record: string;
  };
}

/** What a ticket knows of its clues. */
export interface ClueFields {
  readonly clues: number;
}
