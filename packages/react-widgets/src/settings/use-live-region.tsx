import { type ReactNode, useReducer } from 'react';
import type { Settings } from './settings.js';

/** What was said stays for three sayings more: a log is read by what is added to it. */
const remember = (said: readonly string[], text: string) => [...said.filter((old) => old !== text).slice(-3), text];

/**
 * Where a widget speaks to screen readers, politely: through the live region around it, or through one of its own,
 * which must be there, empty, before it speaks.
 */
export function useLiveRegion({ say }: Pick<Settings, 'say'>): {
  readonly say: (text: string) => void;
  readonly region: ReactNode;
} {
  const [said, sayHere] = useReducer(remember, []);
  return {
    say: say ?? sayHere,
    region: say ? null : (
      <div className="hk-hidden" role="log">
        {said.map((text) => (
          <p key={text}>{text}</p>
        ))}
      </div>
    ),
  };
}
