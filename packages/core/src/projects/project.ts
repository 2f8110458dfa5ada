import type { FactRow } from '../assessment/fact-row.js';
import type { Call } from '../intake/call.js';
import type { Cluster } from './cluster.js';

/** One item of a project, before it is a ticket. */
export interface ProjectItem {
  /** Name of the project, such as `2024年民生实事`: the tag by which its items are found and counted. */
  readonly project: string;
  /** What is to be done. */
  readonly what: string;
  /** District of the item, where the cluster does not name one. */
  readonly district?: string;
}

/**
 * An item of a project 民生实事 as a call: registered and dispatched, it is a ticket like any other, with its lead, its
 * clocks, its supervision and its proof. It names the tickets that it answers as those that it repeats, and wants no
 * reply: nobody called.
 *
 * @example
 * const item = projectCall(cluster, { project: '2024年民生实事', what: '增设公共停车位', district: 'tianhe' });
 * const { ticket } = await desk.register(item, { by: dispatcher, at });
 * await ticket.do('dispatch', { lead: 'tianhe' }, { by: dispatcher, at });
 */
export function projectCall({ key, tickets }: Cluster, { project, what, district = key.district }: ProjectItem): Call {
  return {
    channel: 'import',
    type: 'suggestion',
    ...(key.matter !== undefined && { matter: key.matter }),
    content: what,
    place: { ...(district !== undefined && { district }), ...(key.street !== undefined && { street: key.street }) },
    replyWanted: false,
    leaderAssigned: true,
    tags: [project],
    repeats: tickets.slice(0, 1000),
  };
}

/** How far one item is. */
export interface ItemProgress {
  /** Id of its ticket. */
  readonly ticket: string;
  readonly state: string;
  /** Id of the unit that it was given to. */
  readonly lead?: string;
  readonly isDone: boolean;
  readonly isLate: boolean;
  /** How many tickets it answers. */
  readonly answers: number;
}

/** How far a project is. */
export interface ProjectProgress {
  readonly items: readonly ItemProgress[];
  readonly done: number;
  /** Whether there are items, and all are done. */
  readonly isFinished: boolean;
}

/**
 * How far the items of a project are, by the rows of an assessment.
 *
 * @example
 * projectProgress(rows, '2024年民生实事').isFinished; // true
 */
export function projectProgress(rows: Iterable<FactRow>, project: string): ProjectProgress {
  const items: ItemProgress[] = [];
  for (const { id, source, facts } of rows) {
    if (source !== 'tickets' || !Array.isArray(facts.tags) || !facts.tags.includes(project)) continue;
    items.push({
      ticket: id,
      state: String(facts.state),
      ...(typeof facts.lead === 'string' && { lead: facts.lead }),
      isDone: facts.isClosed === true,
      isLate: facts.isLate === true,
      answers: typeof facts.repeatCount === 'number' ? facts.repeatCount : 0,
    });
  }
  const done = items.filter(({ isDone }) => isDone).length;
  return { items, done, isFinished: items.length > 0 && done === items.length };
}
