import type { Refusal } from '@hotline-kit/core/view';
import type { Ticker } from '@hotline-kit/react-widgets';
import { createContext, useContext } from 'react';
import type { Texts } from '../texts/texts.js';
import type { Frame } from './page.js';

/** What the platform answered: done, or why not. */
export type Answer =
  | {
      readonly ok: true;
      readonly ticket?: { readonly id: string; readonly number?: string };
      readonly fired?: number;
    }
  | { readonly ok: false; readonly refusal: Refusal };

/** What every part of a page can do. */
export interface Host {
  readonly frame: Frame;
  readonly texts: Texts;
  readonly ticker: Ticker;
  /** Demo time at which the page's data was made. */
  readonly now: string;
  /** Posts JSON; throws only where no answer came. The page's data is fetched anew afterwards. */
  readonly post: (path: string, body: unknown) => Promise<Answer>;
}

/** The host around; set by the app. */
export const HostContext = createContext<Host | undefined>(undefined);

/** The host around. */
export function useHost(): Host {
  const host = useContext(HostContext);
  if (host === undefined) throw new Error('useHost is for components inside the app');
  return host;
}
