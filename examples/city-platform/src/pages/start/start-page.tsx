import { SlaCountdown } from '@hotline-kit/react-widgets';
import { useHost } from '../host.js';
import { Marks } from '../marks.js';
import type { PageOf } from '../page.js';

/** What the project is for, in one glance: an urgent ticket, alive, and four things to try. */
export function StartPage({ page }: { readonly page: PageOf<'start'> }) {
  const { texts } = useHost();
  const { start } = texts;
  const ticket = `/staff/tickets/${page.heroId}`;
  const links = [
    `${ticket}?as=handler-chen`,
    `${ticket}?as=handler-chen#clocks`,
    `${ticket}?as=dispatcher-wang`,
    `/follow/${page.waitingId}?as=citizen-wu`,
  ];
  return (
    <>
      <div className="cp-hero">
        <div className="cp-hero-words">
          <h1 className="cp-hero-title">{start.title}</h1>
          <p className="cp-lead">{start.lead}</p>
          <p className="cp-buttons">
            <a className="cp-button" data-kind="primary" href={links[0]}>
              {start.openStaff}
            </a>
            <a className="cp-button" href={`/follow/${page.heroId}?as=citizen-wu`}>
              {start.openFollow}
            </a>
          </p>
        </div>
        {page.hero ? <LiveTicket view={page.hero} /> : null}
      </div>
      <section className="cp-section" aria-labelledby="tour">
        <h2 className="cp-subtitle" id="tour">
          {start.tourTitle}
        </h2>
        <ol className="cp-tour">
          {start.tour.map(({ title, text, link }, index) => (
            <li key={title} className="cp-card">
              <h3>
                <span className="cp-tour-number" aria-hidden="true">
                  {index + 1}
                </span>
                {title}
              </h3>
              <p>{text}</p>
              <a href={links[index]}>{link}</a>
            </li>
          ))}
        </ol>
      </section>
      <section className="cp-section" aria-labelledby="parts">
        <h2 className="cp-subtitle" id="parts">
          {start.partsTitle}
        </h2>
        <ul className="cp-parts">
          {start.parts.map(({ name, text }) => (
            <li key={name}>
              <code>{name}</code>
              <span>{text}</span>
            </li>
          ))}
        </ul>
        <p className="cp-second">{start.note}</p>
      </section>
    </>
  );
}

function LiveTicket({ view }: { readonly view: NonNullable<PageOf<'start'>['hero']> }) {
  const { start, language } = useHost().texts;
  return (
    <section className="cp-card cp-live" aria-labelledby="live">
      <h2 className="cp-eyebrow" id="live">
        {start.liveTitle}
      </h2>
      <p className="cp-number">
        {view.number} <Marks urgent={view.urgent} supervision={view.supervision} />
      </p>
      <p className="cp-live-matter">{view.matter?.name[language]}</p>
      <p className="cp-second">
        {[view.stateText[language], view.holder?.name[language], view.place.address].filter(Boolean).join(' · ')}
      </p>
      <div className="cp-live-clocks">
        {view.clocks.slice(0, 4).map((clock) => (
          <SlaCountdown key={clock.id} clock={clock} serverNow={view.asOf} />
        ))}
      </div>
      <p className="cp-second">{start.liveHint}</p>
    </section>
  );
}
