import { type Choice, choose } from '../../pack/choice.js';
import type { EvidenceChoice, EvidenceKind } from '../evidence.js';
import { type FieldTitles, fieldLabel } from '../field-titles.js';
import { type Problem, problem } from '../problem.js';
import type { Prohibition } from '../prohibition.js';
import { REMEDIES } from '../remedies.js';
import { type Asked, own } from './asked.js';

/** What binds a command: its section, the entry of the command itself, a ground, a kind of reply, a stage. */
export interface Guard {
  readonly requires?: Choice<readonly string[]>;
  readonly evidence?: EvidenceChoice;
  readonly forbid?: readonly Prohibition[];
  readonly article?: string;
}

/** The prohibitions that hold. */
export function forbidden(guards: readonly Guard[], { facts }: Asked): Problem[] {
  return guards
    .flatMap(({ forbid }) => forbid ?? [])
    .filter(({ when }) => when(facts))
    .map(({ text, article, remedy }) => ({
      code: 'forbidden',
      text,
      ...(article !== undefined && { article }),
      remedy: remedy ?? REMEDIES.forbidden,
    }));
}

/** Each missing field once, though several guards ask for it. */
export function missing(guards: readonly Guard[], { facts, data, procedure }: Asked): Problem[] {
  if (guards.length === 0) return [];
  const problems = new Map<string, Problem>();
  for (const { requires, article } of guards) {
    for (const field of choose(requires, facts) ?? []) {
      if (!problems.has(field) && isEmpty(own(data, field)))
        problems.set(field, missingField(field, article, procedure.fields));
    }
  }
  return [...problems.values()];
}

/** A problem that names a field which is not there. */
export function missingField(field: string, article: string | undefined, titles: FieldTitles): Problem {
  const { zh, en } = fieldLabel(field, titles);
  return {
    ...problem('missing', article, { zh: `缺少${zh}。`, en: `The ${en} is missing.` }, field),
    remedy: { zh: `请填写${zh}。`, en: `Give the ${en} as "${field}".` },
  };
}

/** Each kind of evidence that was not brought, and each piece that does not say what its kind must. */
export function evidenceProblems(guards: readonly Guard[], { facts, data, procedure }: Asked): Problem[] {
  if (guards.length === 0) return [];
  const pieces = piecesOf(own(data, 'evidence'));
  const problems = new Map<string, Problem>();
  for (const { evidence, article } of guards) {
    for (const kind of choose(evidence, facts) ?? []) {
      if (problems.has(kind)) continue;
      const known = Object.hasOwn(procedure.evidence, kind) ? procedure.evidence[kind] : undefined;
      const { zh, en } = known?.title ?? { zh: kind, en: kind };
      const piece = pieces.find((each) => each.kind === kind);
      if (piece === undefined) {
        const text = { zh: `缺少证据：${zh}。`, en: `Evidence of the kind "${en}" is missing.` };
        problems.set(kind, problem('evidenceMissing', article ?? known?.article, text, 'evidence'));
        continue;
      }
      const isWrong =
        known?.media !== undefined && mediaTypesOf(piece).some((type) => !isOfMedia(type, known.media ?? []));
      if (isWrong) {
        const text = {
          zh: `证据“${zh}”的文件类型不符。`,
          en: `The files of the evidence "${en}" are of another type.`,
        };
        problems.set(kind, problem('evidenceMedia', article ?? known?.article, text, 'evidence'));
        continue;
      }
      const lacking = (known?.requires ?? []).filter((field) => isEmpty(own(piece, field)));
      if (lacking.length === 0) continue;
      const labels = lacking.map((field) => fieldLabel(field, procedure.fields));
      const text = {
        zh: `证据“${zh}”缺少${labels.map((label) => label.zh).join('、')}。`,
        en: `The evidence "${en}" lacks ${labels.map((label) => label.en).join(', ')}.`,
      };
      problems.set(kind, problem('evidenceIncomplete', article ?? known?.article, text, 'evidence'));
    }
  }
  return [...problems.values()];
}

/** The media types of a piece's files. */
function mediaTypesOf(piece: object): readonly string[] {
  const media = own(piece, 'media');
  if (!Array.isArray(media)) return [];
  return media
    .map((each: unknown) => (typeof each === 'object' && each !== null ? own(each, 'mediaType') : undefined))
    .filter((type) => typeof type === 'string');
}

/** Pictures, sound and films are named by the head of their type; everything else is a document. */
function isOfMedia(type: string, media: NonNullable<EvidenceKind['media']>): boolean {
  const head = type.slice(0, type.indexOf('/'));
  return media.some((each) => each === head || (each === 'document' && !FILMED.includes(head)));
}

const FILMED: readonly string[] = ['image', 'video', 'audio'];

/** Pieces of evidence: `[{ kind, … }]`, or kinds alone. A plain text is of no kind. */
function piecesOf(evidence: unknown): readonly { readonly kind: unknown }[] {
  if (!Array.isArray(evidence)) return [];
  return evidence.map((piece: unknown) => {
    if (typeof piece === 'string') return { kind: piece };
    return typeof piece === 'object' && piece !== null ? { ...piece, kind: own(piece, 'kind') } : { kind: undefined };
  });
}

/** Nothing, blank text, or an empty list or object. `false` and 0 are answers. */
export function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null) return true;
  if (typeof value === 'string') return value.trim() === '';
  if (value instanceof Date) return Number.isNaN(value.getTime());
  return typeof value === 'object' && Object.keys(value).length === 0;
}
