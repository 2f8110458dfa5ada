import type { TicketView } from '@hotline-kit/core/view';
import type { ReactNode } from 'react';
import type { TicketFile } from '../../screens/staff-ticket.js';
import { ClockCell } from '../clock-cell.js';
import { useHost } from '../host.js';
import { Marks } from '../marks.js';
import { shortTime } from '../time-text.js';
import { RoutingReason } from './routing-reason.js';

/** What it is and where it stands: number, matter, place, who holds it, and why they do. */
export function HeadCard({ view, file }: { readonly view: TicketView; readonly file: TicketFile | undefined }) {
  const { texts } = useHost();
  const { ticket, queue, language } = texts;
  const { holder, place, assists } = view;
  const where = [place.street, place.address].filter(Boolean).join(' ');
  const nearest = view.clocks.find(({ state }) => state !== 'met' && state !== 'cancelled');
  const kind = file ? [file.channel[language], file.type[language]] : [];
  return (
    <section className="cp-card cp-head" aria-labelledby="ticket">
      <p className="cp-number">
        {[view.number, ticket.round(view.round), ...kind].join(' · ')}
        <Marks urgent={view.urgent} supervision={view.supervision} />
      </p>
      <h1 className="cp-title" id="ticket">
        {view.matter?.name[language] ?? queue.noMatter}
      </h1>
      <div className="cp-standing">
        <p className="cp-state">{view.stateText[language]}</p>
        {nearest ? <ClockCell clock={nearest} asOf={view.asOf} /> : null}
      </div>
      <dl className="cp-facts">
        <Fact name={ticket.holder}>
          {holder ? holder.name[language] : ticket.noHolder}
          {file?.handler ? ` · ${ticket.handler(file.handler)}` : null}
          {holder ? <span className="cp-second"> {shortTime(holder.since, texts)}</span> : null}
        </Fact>
        {assists.length > 0 ? (
          <Fact name={ticket.assists}>{assists.map(({ name }) => name[language]).join(texts.listSeparator)}</Fact>
        ) : null}
        {where ? <Fact name={ticket.place}>{where}</Fact> : null}
        {file ? <Fact name={ticket.call}>{file.content ?? ticket.protectedCall}</Fact> : null}
        {file?.reply ? <Fact name={ticket.reply}>{file.reply}</Fact> : null}
        {file?.reason && holder ? (
          <Fact name={ticket.why}>
            <RoutingReason reason={file.reason} view={view} />
          </Fact>
        ) : null}
      </dl>
    </section>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className="cp-fact">
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
