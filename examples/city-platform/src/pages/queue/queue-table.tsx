import type { QueueRow } from '../../screens/queue.js';
import { ClockCell } from '../clock-cell.js';
import { useHost } from '../host.js';
import { Marks } from '../marks.js';

/** One line a ticket; on a narrow screen one block a ticket. */
export function QueueTable({ rows }: { readonly rows: readonly QueueRow[] }) {
  const { texts } = useHost();
  const { queue, language } = texts;
  return (
    <table className="cp-table">
      <thead>
        <tr>
          <th scope="col">{queue.matter}</th>
          <th scope="col">{queue.place}</th>
          <th scope="col">{queue.state}</th>
          <th scope="col">{queue.clock}</th>
          <th scope="col">{queue.next}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id} data-state={row.state}>
            <th scope="row">
              <a className="cp-ticket-link" href={`/staff/tickets/${encodeURIComponent(row.id)}`}>
                {row.matter?.[language] ?? queue.noMatter}
              </a>
              <span className="cp-number">{row.number}</span>
              <Marks urgent={row.urgent} supervision={row.supervision} />
            </th>
            <td>{row.place}</td>
            <td>
              {row.stateText[language]}
              {row.holder ? <span className="cp-second">{row.holder[language]}</span> : null}
            </td>
            <td>{row.clock ? <ClockCell clock={row.clock} asOf={row.asOf} /> : null}</td>
            <td>
              {row.next ? (
                <strong className="cp-next">{row.next[language]}</strong>
              ) : (
                <span className="cp-second cp-others">{queue.others}</span>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
