import { clockConduct } from '../clocks/clock-folds.js';
import { importConduct } from '../migration/import-folds.js';
import { identityConduct } from '../privacy/identity-folds.js';
import { callbackConduct } from '../tracks/callback/conduct.js';
import { closingConduct } from '../tracks/closing/conduct.js';
import { clueConduct } from '../tracks/clue/conduct.js';
import { consultationConduct } from '../tracks/consultation/conduct.js';
import { departmentsConduct } from '../tracks/departments/conduct.js';
import { dispatchConduct } from '../tracks/dispatch/conduct.js';
import { disputeConduct } from '../tracks/dispute/conduct.js';
import { emergencyConduct } from '../tracks/emergency/conduct.js';
import { enquiryConduct } from '../tracks/enquiry/conduct.js';
import { extensionConduct } from '../tracks/extension/conduct.js';
import { fieldworkConduct } from '../tracks/fieldwork/conduct.js';
import { informingConduct } from '../tracks/informing/conduct.js';
import { instructionConduct } from '../tracks/instruction/conduct.js';
import { intakeConduct } from '../tracks/intake/conduct.js';
import { mergingConduct } from '../tracks/merging/conduct.js';
import { observingConduct } from '../tracks/observing/conduct.js';
import { praiseConduct } from '../tracks/praise/conduct.js';
import { promiseConduct } from '../tracks/promise/conduct.js';
import { qualityConduct } from '../tracks/quality/conduct.js';
import { recusalConduct } from '../tracks/recusal/conduct.js';
import { remedyConduct } from '../tracks/remedy/conduct.js';
import { replyConduct } from '../tracks/reply/conduct.js';
import { returnsConduct } from '../tracks/returns/conduct.js';
import { splittingConduct } from '../tracks/splitting/conduct.js';
import { superiorsConduct } from '../tracks/superiors/conduct.js';
import { supervisionConduct } from '../tracks/supervision/conduct.js';
import { suspensionConduct } from '../tracks/suspension/conduct.js';
import { taggingConduct } from '../tracks/tagging/conduct.js';
import { terminationConduct } from '../tracks/termination/conduct.js';
import { unreasonableConduct } from '../tracks/unreasonable/conduct.js';
import { urgingConduct } from '../tracks/urging/conduct.js';
import type { Check, Guard, Perform } from './conduct.js';
import type { EventName } from './event.js';
import type { Fold } from './fold.js';
import type { ChartCommand, ChartGuard } from './machine.js';

const conducts = [
  intakeConduct,
  emergencyConduct,
  dispatchConduct,
  returnsConduct,
  disputeConduct,
  fieldworkConduct,
  promiseConduct,
  extensionConduct,
  suspensionConduct,
  replyConduct,
  callbackConduct,
  closingConduct,
  urgingConduct,
  supervisionConduct,
  terminationConduct,
  remedyConduct,
  consultationConduct,
  instructionConduct,
  departmentsConduct,
  recusalConduct,
  superiorsConduct,
  mergingConduct,
  splittingConduct,
  enquiryConduct,
  unreasonableConduct,
  clueConduct,
  qualityConduct,
  observingConduct,
  praiseConduct,
  taggingConduct,
  informingConduct,
  clockConduct,
  importConduct,
  identityConduct,
] as const;

type Conduct = (typeof conducts)[number];
type Merged<U> = (U extends unknown ? (each: U) => void : never) extends (all: infer All) => void ? All : never;

/**
 * One table of all tracks. It has the keys of every track, so a command or event without conduct does not compile; and
 * no others, so that an event that is named as what every object inherits has no conduct either.
 */
function gathered<K extends keyof Conduct>(kind: K): Merged<NonNullable<Conduct[K]>> {
  return Object.assign(Object.create(null), ...conducts.map((conduct) => conduct[kind]));
}

/** Each command's event. */
export const perform: { readonly [C in Exclude<ChartCommand, 'register'>]: Perform<C> } = gathered('perform');

/** What holds in every city. */
export const checks: { readonly [C in ChartCommand]?: Check<C> } = gathered('checks');

/** The guards of the chart. */
export const guards: { readonly [G in ChartGuard]: Guard } = gathered('guards');

/** How every event but the first folds into the ticket. */
export const folds: { readonly [T in Exclude<EventName, 'ticket.registered'>]: Fold<T> } = gathered('folds');
