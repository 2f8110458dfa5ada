import * as z from 'zod';
import { labelOf } from '../compile/define-facts.js';
import { didYouMean } from '../diagnostic/nearest.js';
import { strictObject } from '../diagnostic/strict-object.js';
import { type Choice, choiceOf, compileChoice } from '../pack/choice.js';
import { safeId } from '../pack/safe-id.js';
import type { Label } from '../vocabulary/label.js';
import { articleSchema, defined, fieldSchema, means, type Setting, titleSchema } from './setting.js';

/** An id that a pack gives to something of its own. */
export const ownId = safeId.regex(/^[\p{L}_][\p{L}\p{N}_-]*$/u, 'letters, digits, "_" and "-"');

/** The shape of `evidence`: the kinds of evidence (证据种类) of a pack, by id. */
export const evidenceKindsSchema = z.record(
  ownId,
  strictObject({
    title: titleSchema,
    media: means(
      z.array(z.enum(['image', 'video', 'audio', 'document'])).min(1),
      '可用的文件类型；未列则不限',
      'What its files may be; anything, unless said',
    ).exactOptional(),
    requires: means(z.array(fieldSchema), '每份须载明的内容', 'What each piece must say of itself').exactOptional(),
    article: articleSchema,
  }),
);

/** A kind of evidence that a pack knows. */
export interface EvidenceKind {
  readonly id: string;
  readonly title: Label;
  /** What it may be; anything, unless said. */
  readonly media?: readonly ('image' | 'video' | 'audio' | 'document')[];
  /** What each piece must say of itself, for example `takenAt`. */
  readonly requires: readonly string[];
  readonly article?: string;
}

/** The kinds of evidence of a pack, from the file. */
export function evidenceKinds(file: z.output<typeof evidenceKindsSchema>): Readonly<Record<string, EvidenceKind>> {
  return Object.fromEntries(
    Object.entries(file).map(([id, { title, media, requires, article }]) => [
      id,
      {
        id,
        title: labelOf(title ?? id),
        ...defined('media', media),
        requires: requires ?? [],
        ...defined('article', article),
      },
    ]),
  );
}

/** The id of a kind of evidence that the pack declares. */
export const evidenceId = z.string().min(1);

const choiceSchema = choiceOf(z.array(evidenceId));

/** Kinds of evidence that must be brought, by their ids. */
export type EvidenceChoice = Choice<readonly string[]>;

/** Kinds of evidence that the command must bring, as `evidence: [{ kind, … }]`. */
export const evidence: Setting<typeof choiceSchema, EvidenceChoice> = {
  meaning: {
    zh: '须提交的证据种类（本文件 evidence 所列）',
    en: 'Kinds of evidence that must be brought, of those under "evidence"',
  },
  schema: choiceSchema,
  compile: (raw, pointer, conditions) => {
    const choice = compileChoice<readonly string[]>(raw, pointer, conditions);
    const { evidence: known } = conditions.domains;
    for (const kind of new Set(choice.options.flatMap(({ value }) => value))) {
      if (known === undefined || known.has(kind)) continue;
      conditions.fault({
        code: 'unknownEvidence',
        pointer,
        value: kind,
        message: `Unknown kind of evidence "${kind}".`,
        fix: didYouMean(kind, [...known]) ?? 'Add it under "evidence" in procedure.json.',
      });
    }
    return choice;
  },
};
