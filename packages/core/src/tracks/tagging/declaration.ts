import { TAG_KINDS, type TagKind, wordsOf } from '@hotline-kit/rules';
import * as z from 'zod';
import { staying } from '../../ticket/chart-fragment.js';
import { declareTrack } from '../../ticket/declaration.js';
import { text } from '../../ticket/field-schemas.js';
import { byDispatchers, granted, supervisors } from '../../ticket/grant.js';
import { openStates } from '../../ticket/life-states.js';

const label = z.strictObject({
  tag: text(100),
  kind: z.enum(wordsOf(TAG_KINDS)).exactOptional(),
  /** How sure the classifier is, from 0 to 1. */
  confidence: z.number().min(0).max(1).exactOptional(),
});

/** A tag as somebody or something gave it. */
export interface TagLabel {
  readonly tag: string;
  readonly kind?: TagKind;
  /** How sure the classifier is, from 0 to 1. */
  readonly confidence?: number;
}

/** Tags 标签 of topic, subject and place, given by people, rules or a classifier; and the notices that rules give. */
export const tagging = declareTrack({
  chart: [staying([...openStates, 'closed'], ['tag'])],
  commands: {
    tag: {
      data: z.strictObject({
        add: z.array(text(100)).max(200).exactOptional(),
        remove: z.array(text(100)).max(200).exactOptional(),
        /** Tags with their kind and how sure it is; they are added. */
        labels: z.array(label).max(200).exactOptional(),
        origin: z.enum(['person', 'classifier']).exactOptional(),
        /** How sure the classifier is, from 0 to 1. */
        confidence: z.number().min(0).max(1).exactOptional(),
      }),
      by: [granted('anyone', 'agent', 'qualityChecker', 'system', ...supervisors), ...byDispatchers],
    },
  },
});

/** What tagging writes into the log. */
export interface TaggingEvents {
  'ticket.tagged': {
    readonly add?: readonly string[];
    readonly labels?: readonly TagLabel[];
    readonly remove?: readonly string[];
    readonly origin?: 'person' | 'rule' | 'classifier';
    readonly confidence?: number;
    readonly rule?: string;
    readonly article?: string;
  };
  'notice.given': {
    readonly units?: readonly string[];
    readonly roles?: readonly string[];
    readonly text: { readonly zh: string; readonly en: string };
    readonly rule?: string;
    readonly article?: string;
  };
}

/** What a ticket knows of its tags. */
export interface TaggingFields {
  readonly tags: readonly string[];
}
