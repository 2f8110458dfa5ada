import { namedData } from '@hotline-kit/rules';
import { targetsOf } from '../tracks/dispatch/targets.js';
import { applicantIds } from '../tracks/enquiry/applicant-of.js';
import { informingWays, waivingWays } from '../tracks/informing/ways.js';
import type { Asking } from './asking.js';
import type { TicketRecord } from './ticket-record.js';

/** What the data of a command names: one of several ways of giving it. */
export type Way = Readonly<Record<string, string | number>>;

/** The ways of giving a command. */
interface Ways {
  readonly ways: readonly Way[];
  /** The fields of which the values are told to whoever asks: none that leads to a person. */
  readonly listed: readonly string[];
}

/**
 * The ways of giving a command that a verdict may hang on: what the procedure lists (grounds, kinds of reply, stages,
 * lines, levels), and beside it whom the ticket itself leaves a choice of: its duties, its applicants, the kinds of
 * units that it can go to.
 */
export function waysOf(asking: Asking, ticket: TicketRecord): Ways {
  const { command, pack, facts } = asking;
  const named = namedData(pack.procedure, command, facts) as readonly Way[];
  const fields = named.length === 1 ? [] : [...new Set(named.flatMap((way) => Object.keys(way)))];
  switch (command) {
    case 'inform':
      return { ways: informingWays(ticket, asking.by, pack), listed: ['duty'] };
    case 'waiveInforming':
      return { ways: waivingWays(ticket, facts, pack), listed: ['duty', 'ground'] };
    case 'urge':
    case 'enquire': {
      const applicants = applicantIds(ticket);
      return applicants.length < 2
        ? { ways: named, listed: fields }
        : { ways: crossed(named, 'applicant', applicants), listed: fields };
    }
    case 'dispatch':
    case 'designate':
    case 'redispatch':
    case 'addAssist':
      return { ways: crossed(named, 'lead', targetsOf(asking, ticket)), listed: fields };
    case 'escalateSupervision': {
      const higher = named.filter(({ level }) => typeof level === 'number' && level > ticket.supervision.level);
      return { ways: higher.length === 0 ? named : higher, listed: fields };
    }
    default:
      return { ways: named, listed: fields };
  }
}

/** Each way without the field, and then with each of its values. */
function crossed(ways: readonly Way[], field: string, values: readonly string[]): readonly Way[] {
  return [...ways, ...values.flatMap((value) => ways.map((way) => ({ ...way, [field]: value })))];
}
