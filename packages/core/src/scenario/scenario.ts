import { ROLES, wordsOf } from '@hotline-kit/rules';
import * as z from 'zod';

const instant = z.iso.datetime({ offset: true });
const actor = z.strictObject({
  id: z.string().min(1).exactOptional(),
  role: z.enum(wordsOf(ROLES)),
  unit: z.string().min(1).exactOptional(),
});

/** What must hold after a step. */
const expectationSchema = z.strictObject({
  /** Where the ticket stands. */
  state: z.string().exactOptional(),
  /** Types of the events that the step brought, in their order, all of them. */
  events: z.array(z.string()).exactOptional(),
  /** Types that must be among them. */
  includes: z.array(z.string()).exactOptional(),
  /** Code of the refusal; a step that says nothing of it must succeed. */
  refusal: z.string().exactOptional(),
  /** Due instants of clocks, by id; null: the clock does not run. */
  due: z.record(z.string(), instant.nullable()).exactOptional(),
  /** States of clocks, by id. */
  clocks: z.record(z.string(), z.enum(['running', 'paused', 'met', 'breached', 'cancelled'])).exactOptional(),
  lead: z.string().nullable().exactOptional(),
  assists: z.array(z.string()).exactOptional(),
  /** Level of the supervision that runs. */
  supervision: z.int().min(0).max(3).exactOptional(),
  round: z.int().positive().exactOptional(),
});

const stepSchema = z
  .strictObject({
    at: instant,
    by: actor.exactOptional(),
    /** The command … */
    do: z.string().min(1).exactOptional(),
    data: z.record(z.string(), z.unknown()).exactOptional(),
    /** … or that the worker runs what is due. */
    runDue: z.literal(true).exactOptional(),
    expect: expectationSchema.exactOptional(),
  })
  .refine((step) => (step.do === undefined) !== (step.runDue === undefined), {
    message: 'a step has either "do" or "runDue"',
  })
  .refine((step) => step.do === undefined || step.by !== undefined, { path: ['by'], message: 'who does it?' });

/** One life of a ticket, or a piece of one: what was, what is done, and what must come of it. */
const scenarioSchema = z.strictObject({
  title: z.string().min(1),
  /** Where the expectation comes from. */
  article: z.string().exactOptional(),
  basis: z.enum(['text', 'sample']).exactOptional(),
  given: z.array(stepSchema).exactOptional(),
  when: z.union([stepSchema, z.array(stepSchema).min(1)]),
  expect: expectationSchema.exactOptional(),
});

/** A file `scenarios/*.json` of a city pack. */
export const scenarioFileSchema = z.strictObject({
  $schema: z.string().exactOptional(),
  scenarios: z.array(scenarioSchema).min(1),
});

/** What must hold after a step of a scenario. */
export type Expectation = z.infer<typeof expectationSchema>;
/** One step of a scenario: a command, or a run of the worker. */
export type ScenarioStep = z.infer<typeof stepSchema>;
/** One life of a ticket, or a piece of one. */
export type Scenario = z.infer<typeof scenarioSchema>;
