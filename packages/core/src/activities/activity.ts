import * as z from 'zod';
import { type FactRow, hostRow } from '../assessment/fact-row.js';
import { HotlineError } from '../errors.js';
import { instant, text, unitId } from '../ticket/field-schemas.js';

/** What leaders and heads do for the hotline that is no ticket. */
const KINDS = ['leaderDay', 'counter', 'duty', 'visit'] as const;

/** The shape of an activity, for hosts that read it from their own records. */
export const activitySchema = z
  .strictObject({
    id: text(200),
    /** A leader’s answering day 领导接听, a head at the counter 局长进窗口, duty 值班, or a visit to the centre 驻场. */
    kind: z.enum(KINDS),
    /** The host’s id of the person. */
    person: text(200),
    /** Their title, such as 副总值班长. */
    title: text(100).exactOptional(),
    unit: unitId,
    from: instant,
    to: instant,
    /** Ideas that they gave 出点子. */
    ideas: z.int().min(0).exactOptional(),
    /** Problems that they found, each as what is done about it. */
    measures: z
      .array(
        z.strictObject({
          what: text(),
          /** Id of the ticket that carries it out. */
          ticket: text(200).exactOptional(),
          /** When it was done, where no ticket carries it out. */
          doneAt: instant.exactOptional(),
        }),
      )
      .max(1000)
      .exactOptional(),
  })
  .refine(({ from, to }) => Date.parse(from) < Date.parse(to), { error: 'it ends before it begins', path: ['to'] });

/** An activity 活动记录 of a leader or a head: plain JSON that the host keeps. */
export type Activity = z.infer<typeof activitySchema>;

/**
 * Activities as rows of an assessment, under `activities`: the facts `activityKind`, `lead`, `handler`, `ideas`,
 * `measures` and `measuresDone`, which a pack declares. A measure is done when it says so, or when its ticket is closed.
 *
 * @param tickets where tickets are looked up, for example `FactRows`
 * @throws HotlineError `invalidActivity` for what is no activity
 * @example
 * assess([...rows, ...activityRows(activities, rows)], pack, november);
 */
export function activityRows(
  activities: readonly Activity[],
  tickets: { get(ticket: string): FactRow | undefined },
): readonly FactRow[] {
  return activities.map((given) => {
    const checked = activitySchema.safeParse(given);
    if (!checked.success) {
      const [issue] = checked.error.issues;
      const [where, why] = [issue?.path.join('.'), issue?.message];
      throw new HotlineError(
        'invalidActivity',
        { zh: `活动的“${where}”有误（${why}）`, en: `${where}: ${why}` },
        { fix: { zh: '请对照 activitySchema', en: 'see the schema activitySchema' } },
      );
    }
    const { id, kind, unit, person, from, ideas = 0, measures = [] } = checked.data;
    const done = measures.filter(
      ({ ticket, doneAt }) =>
        doneAt !== undefined || (ticket !== undefined && tickets.get(ticket)?.facts.isClosed === true),
    );
    const facts = { activityKind: kind, lead: unit, handler: person, ideas };
    return hostRow('activities', id, Date.parse(from), {
      ...facts,
      measures: measures.length,
      measuresDone: done.length,
    });
  });
}
