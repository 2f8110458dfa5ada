import type { BilingualText, Refusal } from '@hotline-kit/core/view';
import { useHost } from './host.js';

interface Reason {
  readonly text: BilingualText;
  readonly article?: string;
  readonly remedy?: BilingualText;
}

/** Why not, under which article, and what would make it legal: everything that stands against it. */
export function RefusalText({ refusal }: { readonly refusal: Refusal }) {
  const { problems = [] } = refusal;
  if (problems.length < 2) return <ReasonText reason={refusal} />;
  return (
    <ul className="cp-reasons">
      {problems.map((problem) => (
        <li key={`${problem.code} ${problem.text.zh}`}>
          <ReasonText reason={problem} />
        </li>
      ))}
    </ul>
  );
}

function ReasonText({ reason }: { readonly reason: Reason }) {
  const { ticket, language } = useHost().texts;
  const { text, article, remedy } = reason;
  return (
    <span className="cp-reason">
      {text[language]}
      {article ? <span className="cp-article">{ticket.article(article)}</span> : null}
      {remedy ? <span className="cp-remedy">{remedy[language]}</span> : null}
    </span>
  );
}
