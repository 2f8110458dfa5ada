import { looks } from '../choices.js';
import { useHost } from '../host.js';

/** Light, dark, high contrast, and large print: plain links, which work before any script does. */
export function DisplayMenu() {
  const { frame, texts } = useHost();
  const { display } = texts;
  return (
    <details className="cp-menu">
      <summary className="cp-tool">{display.title}</summary>
      <div className="cp-menu-sheet">
        {looks.map((look) => (
          <a key={look} href={`?theme=${look}`} aria-current={frame.theme === look ? 'true' : undefined}>
            {display[look]}
          </a>
        ))}
        <hr />
        <a href="?elder=0" aria-current={frame.elder ? undefined : 'true'}>
          {display.standard}
        </a>
        <a href="?elder=1" aria-current={frame.elder ? 'true' : undefined}>
          {display.elder}
        </a>
      </div>
    </details>
  );
}
