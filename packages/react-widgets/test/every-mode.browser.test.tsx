import {
  en,
  HotlineProvider,
  ProgressTracker,
  RatingForm,
  SlaCountdown,
  TicketTimeline,
  zhCN,
} from '@hotline-kit/react-widgets';
import { afterEach, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import '@hotline-kit/react-widgets/styles.css';
import { asOf, bare, clocks, closed, reasonOptions, refusal, twelfthRound, urgent } from './dongguan-views.js';
import { accessibilityFaults, clipped, type Mode, modes, readIn } from './modes.js';

const unhappy = { solved: 'no', satisfaction: 2, contacted: true, reasons: ['slow'] } as const;

/** All widgets in all their states, on the surface of a page. */
function Gallery({
  appearance,
  language,
}: {
  readonly appearance: Mode['appearance'];
  readonly language: 'zh' | 'en';
}) {
  return (
    <HotlineProvider appearance={appearance} locale={language === 'en' ? en : zhCN}>
      <main lang={language === 'en' ? 'en' : 'zh-CN'}>
        <h1>12345</h1>
        {[urgent, twelfthRound, bare, closed].map((view) => (
          <ProgressTracker key={view.id} view={view} now={asOf} clocks="all">
            <TicketTimeline view={view} />
          </ProgressTracker>
        ))}
        <div className="hk-root hk-rating" data-theme={appearance.theme} data-elder={appearance.elder}>
          {Object.values(clocks).map((clock) => (
            <SlaCountdown key={clock.id} clock={clock} now={asOf} />
          ))}
        </div>
        <RatingForm aria-label="1" onSubmit={async () => {}} />
        <RatingForm
          aria-label="2"
          defaultValue={unhappy}
          reasonOptions={reasonOptions}
          onSubmit={async () => ({ ok: false, refusal })}
        />
        <RatingForm aria-label="3" defaultValue={unhappy} onSubmit={() => Promise.reject(new Error('offline'))} />
        <RatingForm aria-label="4" defaultValue={unhappy} onSubmit={async () => {}} />
      </main>
    </HotlineProvider>
  );
}

/** Shows the gallery with every form submitted once. */
async function show(mode: Mode, language: 'zh' | 'en', width: number) {
  await readIn(mode, width);
  document.documentElement.lang = language === 'en' ? 'en' : 'zh-CN';
  document.title = '12345';
  document.body.style.margin = '0';
  const dark = mode.appearance.theme === 'dark' || mode.name === 'dark-by-system';
  document.body.style.background = dark ? '#14171a' : '#f5f7fa';
  document.body.style.color = dark ? '#ffffff' : '#1f2329';
  const screen = await render(<Gallery appearance={mode.appearance} language={language} />);
  for (const form of screen.container.querySelectorAll('form')) form.requestSubmit();
  await expect.poll(() => screen.container.querySelectorAll('.hk-rating-notice').length).toBe(3);
  await expect.poll(() => screen.container.querySelectorAll('.hk-error').length).toBe(3);
  // Colours fade for a tenth of a second: what is judged is what stays.
  await expect.poll(() => document.getAnimations().length).toBe(0);
  return screen.container;
}

afterEach(() => readIn({}, 1280));

// VITE_SCREENSHOTS=1 leaves a picture of each mode and width in test-results, for people to look at.
describe.each(['zh', 'en'] as const)('in %s', (language) => {
  test.each(modes)('$name: axe finds nothing, and nothing that it cannot judge', async (mode) => {
    const container = await show(mode, language, 375);
    expect(await accessibilityFaults(container)).toEqual([]);
  });

  test.each(modes)('$name: fits 375, 768 and 1280 px, and no text is clipped', async (mode) => {
    for (const width of [375, 768, 1280]) {
      const container = await show(mode, language, width);
      expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
      expect(clipped(container)).toEqual([]);
      if ((import.meta as ImportMeta & { readonly env: Record<string, unknown> }).env['VITE_SCREENSHOTS']) {
        await page.viewport(width, container.scrollHeight + 40);
        await page.screenshot({ path: `../test-results/${mode.name}-${language}-${width}.png`, element: container });
      }
      container.remove();
    }
  });
});

describe('targets', () => {
  test.each([
    ['44', {}, 44],
    ['60 for elder readers', { elder: true }, 60],
  ] as const)('are at least %s px high and wide', async (_, appearance, least) => {
    const container = await show({ name: '', appearance }, 'zh', 375);
    const targets = container.querySelectorAll('button, label.hk-choice, textarea');
    expect(targets.length).toBeGreaterThan(30);
    for (const target of targets) {
      const { width, height } = target.getBoundingClientRect();
      expect(Math.min(width, height), target.textContent ?? '').toBeGreaterThanOrEqual(least);
    }
  });

  test('elder readers get no text below 18 px, others none below 14 px', async () => {
    for (const [appearance, least] of [
      [{}, 14],
      [{ elder: true }, 18],
    ] as const) {
      const container = await show({ name: '', appearance }, 'zh', 375);
      for (const element of container.querySelectorAll('.hk-root, .hk-root *')) {
        if (element.closest('svg, input')) continue;
        expect(Number.parseFloat(getComputedStyle(element).fontSize), element.className).toBeGreaterThanOrEqual(least);
      }
      container.remove();
    }
  });
});

test('print shows the whole timeline and no button', async () => {
  await readIn({ media: 'print' }, 768);
  const screen = await render(<TicketTimeline view={twelfthRound} />);
  const entries = [...screen.container.querySelectorAll('li')];
  expect(entries).toHaveLength(49);
  expect(entries.every((entry) => entry.getBoundingClientRect().height > 0)).toBe(true);
  expect(getComputedStyle(screen.container.querySelector('button') as Element).display).toBe('none');
});

test('with reduced motion nothing moves', async () => {
  await readIn({ features: [{ name: 'prefers-reduced-motion', value: 'reduce' }] }, 375);
  const screen = await render(<RatingForm onSubmit={async () => {}} />);
  for (const element of screen.container.querySelectorAll('*')) {
    const { transitionDuration, animationName } = getComputedStyle(element);
    expect([transitionDuration, animationName]).toEqual(['0s', 'none']);
  }
});

test('selected and current are seen in forced colours without any colour', async () => {
  await readIn({ features: [{ name: 'forced-colors', value: 'active' }] }, 375);
  const screen = await render(
    <>
      <ProgressTracker view={urgent} now={asOf} />
      <RatingForm onSubmit={async () => {}} defaultValue={unhappy} />
    </>,
  );
  const paths = (selector: string) => screen.container.querySelector(`${selector} path`)?.getAttribute('d');
  expect(paths('input:checked + .hk-choice-box')).not.toBe(paths('input:not(:checked) + .hk-choice-box'));
  const shapes = ['done', 'current', 'todo'].map((status) => paths(`[data-status="${status}"] .hk-tracker-mark`));
  expect(new Set(shapes).size).toBe(3);
});
