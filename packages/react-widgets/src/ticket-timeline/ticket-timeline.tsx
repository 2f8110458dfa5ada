import type { TicketView } from '@hotline-kit/core/view';
import { forwardRef, type HTMLAttributes, useId, useReducer } from 'react';
import { fill } from '../messages/fill.js';
import { useWidget, type WidgetProps } from '../settings/use-widget.js';
import { dateText } from '../time/date-text.js';
import { timelineZh } from './timeline-messages.js';

/** Parts of `TicketTimeline` that take a class name. */
export type TicketTimelinePart = 'title' | 'list' | 'entry' | 'more';

/** Props of `TicketTimeline`; every other attribute goes to its outermost element. */
export interface TicketTimelineProps
  extends WidgetProps<TicketTimelinePart>,
    Omit<HTMLAttributes<HTMLDivElement>, 'children'> {
  /** The ticket as `desk.view` gives it. */
  readonly view: Pick<TicketView, 'timeline' | 'asOf'>;
  /** The latest three with a button for all (default), or all at once. */
  readonly show?: 'recent' | 'all' | undefined;
  /** Level of the widget's heading. Default 3. */
  readonly headingLevel?: 2 | 3 | 4 | 5 | 6 | undefined;
}

/** Entries that are shown before the reader asks for all; the style sheet hides the rest, but not in print. */
const RECENT = 3;

/**
 * What happened to a ticket, newest first, as far as its reader may know: when, what, by whom, under which article.
 *
 * The list has `data-collapsed` while only the latest entries are shown; print shows all.
 *
 * @example
 * <ProgressTracker view={view}><TicketTimeline view={view} /></ProgressTracker>
 */
export const TicketTimeline = /* @__PURE__ */ forwardRef<HTMLDivElement, TicketTimelineProps>(function TicketTimeline(
  { view, show = 'recent', headingLevel = 3, ...props },
  ref,
) {
  const { settings, messages, root, part, text } = useWidget('timeline', props, timelineZh);
  const [expanded, toggle] = useReducer((open: boolean) => !open, show === 'all');
  const id = useId();
  const Title = `h${headingLevel}` as 'h3';
  const entries = [...view.timeline].sort((a, b) => b.version - a.version);

  return (
    <div {...root} ref={ref}>
      <Title className={part('title')} id={`${id}title`}>
        {messages.timeline}
      </Title>
      {entries.length === 0 ? (
        <p className="hk-second">{messages.timelineEmpty}</p>
      ) : (
        <ol
          className={part('list')}
          id={`${id}list`}
          aria-labelledby={`${id}title`}
          data-collapsed={expanded ? undefined : true}
        >
          {entries.map(({ version, at, text: title, detail, unit, article }) => (
            <li key={version} className={part('entry')}>
              <p className="hk-timeline-name">{text(title)}</p>
              {detail && <p>{text(detail)}</p>}
              <p className="hk-second">
                <time dateTime={at}>{dateText(Date.parse(at), Date.parse(view.asOf), settings, true)}</time>
                {unit && ` · ${text(unit)}`}
                {article && ` · ${fill(messages.basis, { article })}`}
              </p>
            </li>
          ))}
        </ol>
      )}
      {show === 'recent' && entries.length > RECENT && (
        <button
          className={`hk-button ${part('more')}`}
          type="button"
          aria-expanded={expanded}
          aria-controls={`${id}list`}
          onClick={toggle}
        >
          {expanded ? messages.showLess : fill(messages.showAll, { count: entries.length })}
        </button>
      )}
    </div>
  );
});
