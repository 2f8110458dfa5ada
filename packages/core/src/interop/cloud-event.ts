import { eventForUnits, type WithheldEvent } from '../privacy/event-for.js';
import type { TicketEvent } from '../ticket/event.js';
import type { TicketRecord } from '../ticket/ticket-record.js';

/** An event in the JSON form of CloudEvents 1.0. */
export interface CloudEvent {
  readonly specversion: '1.0';
  /** The same for every delivery of the same event: ticket and version. */
  readonly id: string;
  readonly source: string;
  readonly type: string;
  /** Id of the ticket. */
  readonly subject: string;
  /** When it happened. */
  readonly time: string;
  readonly datacontenttype: 'application/json';
  readonly dataschema?: string;
  /** The extension of this name: what must stay in order goes to one partition. */
  readonly partitionkey: string;
  /** The extension of this name: the version, in letters that sort as the log is ordered. */
  readonly sequence: string;
  /**
   * The event as the log has it, so that a receiver can check the hash chain; for units as they may have it, and of what
   * they do not read its place only.
   */
  readonly data: TicketEvent | WithheldEvent;
}

/** From where, and under which names, events leave. */
export interface CloudEventOptions {
  /** URI of the platform, such as `https://12345.example.gov.cn/tickets`. */
  readonly source: string;
  /** What types begin with; a domain of the platform's own in reverse order. Default `hotline-kit`. */
  readonly typePrefix?: string;
  /** URI of a schema of the data. */
  readonly dataschema?: string;
  /**
   * The ticket, where the event goes to a unit: what units do not read is withheld then, and of a protected ticket
   * nothing leads to the reporter. Without it the receiver is the hotline's own.
   */
  readonly forUnits?: Pick<TicketRecord, 'call'>;
}

/**
 * An event for an event bus, as CloudEvents 1.0 has it. Pure: nothing is sent.
 * @see https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/spec.md
 * @example
 * toCloudEvent(event, { source: '/hotline' }).type // 'hotline-kit.ticket.registered'
 */
export function toCloudEvent(
  event: TicketEvent,
  { source, typePrefix = 'hotline-kit', dataschema, forUnits }: CloudEventOptions,
): CloudEvent {
  const data = forUnits === undefined ? event : eventForUnits(event, forUnits);
  return {
    specversion: '1.0',
    id: `${event.ticket}:${event.version}`,
    source,
    type: `${typePrefix}.${'withheld' in data ? 'event.withheld' : event.type}`,
    subject: event.ticket,
    time: event.at,
    datacontenttype: 'application/json',
    ...(dataschema === undefined ? {} : { dataschema }),
    partitionkey: event.ticket,
    sequence: String(event.version).padStart(10, '0'),
    data,
  };
}
