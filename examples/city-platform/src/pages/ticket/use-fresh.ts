import type { TicketView } from '@hotline-kit/core/view';
import { useRef } from 'react';

/** The version that the visitor saw before the latest change: entries after it are new to them. */
export function useFresh({ version }: TicketView): number {
  const seen = useRef({ before: version, now: version });
  if (seen.current.now !== version) seen.current = { before: seen.current.now, now: version };
  return seen.current.before;
}
