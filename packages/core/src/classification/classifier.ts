import type { TagLabel } from '../tracks/tagging/declaration.js';

/** What a classifier reads of a ticket. The caller's identity is never part of it. */
export interface ClassifiedText {
  readonly content: string;
  readonly address?: string;
}

/**
 * The port for whatever labels tickets: the keywords of the pack, or a model of the host's. It gives labels, and never
 * decides anything: rules may look at tags, and people take wrong ones off.
 *
 * @example
 * const classifier: Classifier = {
 *   id: 'city-model-3',
 *   classify: async ({ content }) => (await model(content)).map(({ tag, score }) => ({ tag, confidence: score })),
 * };
 */
export interface Classifier {
  /** With its version: another version labels anew. */
  readonly id: string;
  /** Whether the words of protected reporters may be handed to it; not unless it says so. */
  readonly readsProtected?: boolean;
  /** The labels of a text, in any order; what is not sure has a low confidence. */
  classify(text: ClassifiedText): readonly TagLabel[] | Promise<readonly TagLabel[]>;
}
