import { useHost } from './host.js';

/** Nothing stands under this address, or nothing that this visitor may see. */
export function MissingPage() {
  const { missing } = useHost().texts;
  return (
    <section className="cp-card cp-narrow">
      <h1 className="cp-title">{missing.title}</h1>
      <p>{missing.text}</p>
      <a className="cp-button" data-kind="primary" href="/follow">
        {missing.link}
      </a>
    </section>
  );
}
