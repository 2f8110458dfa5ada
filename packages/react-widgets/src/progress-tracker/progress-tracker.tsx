import type { TicketView } from '@hotline-kit/core/view';
import { forwardRef, type HTMLAttributes } from 'react';
import { fill } from '../messages/fill.js';
import { SettingsContext } from '../settings/settings.js';
import { useWidget, type WidgetProps } from '../settings/use-widget.js';
import { Shape } from '../shape.js';
import { SlaCountdown } from '../sla-countdown/sla-countdown.js';
import type { CountdownTime } from '../sla-countdown/use-countdown.js';
import { dateText } from '../time/date-text.js';
import { trackerZh } from './tracker-messages.js';
import { useTracker } from './use-tracker.js';

/** Parts of `ProgressTracker` that take a class name. */
export type ProgressTrackerPart = 'number' | 'title' | 'where' | 'steps' | 'step';

/** Props of `ProgressTracker`; every other attribute goes to its outermost element. */
export interface ProgressTrackerProps
  extends CountdownTime,
    WidgetProps<ProgressTrackerPart>,
    HTMLAttributes<HTMLElement> {
  /** The ticket as `desk.view` gives it. Its own instant `asOf` starts the countdowns, unless `serverNow` is given. */
  readonly view: TicketView;
  /** Clocks shown with the step under way: the most urgent (default), all that have not ended, or none. */
  readonly clocks?: 'nearest' | 'all' | 'none' | undefined;
  /** Level of the widget's heading. Default 2. */
  readonly headingLevel?: 1 | 2 | 3 | 4 | 5 | 6 | undefined;
}

/**
 * How far a ticket is: what it is, where it stands, who has it, which deadline runs, which steps are done and which
 * are to come. `children`, such as `TicketTimeline`, stand below the steps.
 *
 * Outermost element: `data-state` with the ticket's state. Steps: `data-status="done|current|todo"`.
 *
 * @example
 * <ProgressTracker view={view} />
 */
export const ProgressTracker = /* @__PURE__ */ forwardRef<HTMLElement, ProgressTrackerProps>(function ProgressTracker(
  { view, clocks: which, headingLevel = 2, now, serverNow = view.asOf, children, ...props },
  ref,
) {
  const { settings, messages, root, part, text, say, region } = useWidget('tracker', props, trackerZh);
  const { current, clocks } = useTracker(view);
  const { holder, assists, supervision, round, place } = view;
  const number = fill(messages.ticket, { number: view.number });
  const title = view.matter ? text(view.matter.name) : messages.progress;
  const Title = `h${headingLevel}` as 'h2';

  const badge = (shape: 'warned' | 'breached', words: string | undefined) => (
    <span className="hk-badge" data-kind={shape}>
      <Shape name={shape} />
      {words}
    </span>
  );
  const running = clocks
    .slice(0, which === 'all' ? undefined : which === 'none' ? 0 : 1)
    .map((clock) => <SlaCountdown key={clock.id} clock={clock} now={now} serverNow={serverNow} />);

  return (
    <SettingsContext.Provider value={{ ...settings, say }}>
      <section aria-label={`${number} ${title}`} {...root} ref={ref} data-state={view.state}>
        <p className={part('number')}>
          {number}
          {view.urgent && badge('warned', messages.urgent)}
          {supervision > 0 && badge('breached', messages.supervision[supervision - 1])}
        </p>
        <Title className={part('title')}>{title}</Title>
        <p className="hk-second">{[place.district, place.street, place.address].filter(Boolean).join(' ')}</p>
        <p className={part('where')}>
          <strong>{text(view.stateText)}</strong>
          {holder && ` · ${fill(messages.holder, { unit: text(holder.name) })}`}
          {round > 1 && ` · ${fill(messages.round, { round })}`}
        </p>
        {assists[0] && (
          <p className="hk-second">
            {fill(messages.assists, { units: assists.map(({ name }) => text(name)).join(' · ') })}
          </p>
        )}
        <ol className={part('steps')} aria-label={messages.progress}>
          {view.steps.map(({ state, status, text: name, at, article }, index) => (
            <li
              key={state + (at ?? index)}
              className={part('step')}
              data-status={status}
              aria-current={index === current ? 'step' : undefined}
            >
              <span className="hk-tracker-mark">
                <Shape name={status} />
              </span>
              <div className="hk-tracker-body">
                <span className="hk-tracker-name">{text(name)}</span>
                <span className="hk-hidden">{messages[status]}</span>
                <p className="hk-second">
                  {at && <time dateTime={at}>{dateText(Date.parse(at), Date.parse(view.asOf), settings, true)}</time>}
                  {article && ` · ${fill(messages.basis, { article })}`}
                </p>
                {index === current && running}
              </div>
            </li>
          ))}
        </ol>
        {current < 0 && running}
        {children}
        {region}
      </section>
    </SettingsContext.Provider>
  );
});
