import type { Appearance } from '@hotline-kit/react-widgets';
import axe from 'axe-core';
import { cdp, page } from 'vitest/browser';

/** A way in which a page may be read. */
export interface Mode {
  readonly name: string;
  readonly appearance: Appearance;
  readonly media?: 'print';
  readonly features?: readonly { readonly name: string; readonly value: string }[];
  /** Size of the root's text, as a reader sets it. */
  readonly rootSize?: string;
}

/** Every mode in which the widgets must hold. */
export const modes: readonly Mode[] = [
  { name: 'light', appearance: {} },
  { name: 'dark', appearance: { theme: 'dark' } },
  {
    name: 'dark-by-system',
    appearance: { theme: 'auto' },
    features: [{ name: 'prefers-color-scheme', value: 'dark' }],
  },
  { name: 'contrast', appearance: { theme: 'contrast' } },
  { name: 'gov-red', appearance: { theme: 'gov-red' } },
  { name: 'forced-colors', appearance: {}, features: [{ name: 'forced-colors', value: 'active' }] },
  { name: 'elder', appearance: { elder: true } },
  { name: 'print', appearance: {}, media: 'print' },
  { name: 'text-200', appearance: {}, rootSize: '200%' },
];

type Emulation = { send(method: 'Emulation.setEmulatedMedia', params: object): Promise<unknown> };

/** Reads the page in a mode, at a width in CSS pixels. */
export async function readIn(mode: Pick<Mode, 'media' | 'features' | 'rootSize'>, width: number): Promise<void> {
  await page.viewport(width, 900);
  await (cdp() as unknown as Emulation).send('Emulation.setEmulatedMedia', {
    media: mode.media ?? '',
    features: mode.features ?? [],
  });
  document.documentElement.style.fontSize = mode.rootSize ?? '';
}

/** What axe finds, and what it cannot judge: rule, and the elements it is about. */
export async function accessibilityFaults(element: Element): Promise<readonly string[]> {
  const { violations, incomplete } = await axe.run(element, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    resultTypes: ['violations', 'incomplete'],
  });
  return [...violations, ...incomplete].flatMap(({ id, nodes }) =>
    nodes.map(({ target, any }) => `${id}: ${target.join(' ')} ${any[0]?.message ?? ''}`),
  );
}

/** Elements whose text does not fit into them. */
export function clipped(element: Element): readonly string[] {
  return [...element.querySelectorAll<HTMLElement>('*')]
    .filter((each) => !each.closest('.hk-hidden, svg, textarea') && each.clientWidth > 0)
    .filter((each) => [...each.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim()))
    .filter((each) => each.scrollWidth > each.clientWidth + 1)
    .map((each) => `${each.className}: ${each.textContent}`);
}
