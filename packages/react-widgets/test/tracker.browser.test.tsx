import {
  createTicker,
  HotlineProvider,
  ProgressTracker,
  SlaCountdown,
  TicketTimeline,
} from '@hotline-kit/react-widgets';
import { useCountdown } from '@hotline-kit/react-widgets/hooks';
import { Profiler } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import '@hotline-kit/react-widgets/styles.css';
import { asOf, bare, clocks, closed, twelfthRound, urgent } from './dongguan-views.js';

function Own() {
  const { state, text, due, percent } = useCountdown(clocks.arrive, { now: asOf });
  return <p>{[state, text, due, percent].join('|')}</p>;
}

describe('the steps', () => {
  test.each([
    ['urgent', urgent, 1],
    ['bare', bare, 1],
    ['in its twelfth round', twelfthRound, 1],
    ['closed', closed, 0],
    [
      'with two steps called current by mistake',
      { ...urgent, steps: urgent.steps.map((s) => ({ ...s, status: 'current' as const })) },
      1,
    ],
  ])('of a ticket %s: so many are the current step', async (_, view, count) => {
    const { container } = await render(<ProgressTracker view={view} now={asOf} />);
    expect(container.querySelectorAll('[aria-current=step]')).toHaveLength(count);
  });

  test('are a named list, and each says its status in words', async () => {
    await render(<ProgressTracker view={urgent} now={asOf} />);
    await expect.element(page.getByRole('list', { name: '办理进度' })).toBeVisible();
    const items = page.getByRole('list', { name: '办理进度' }).getByRole('listitem');
    expect(items.elements().map((item) => item.textContent?.match(/已完成|进行中|未开始/)?.[0])).toEqual([
      '已完成',
      '已完成',
      '已完成',
      '进行中',
      '未开始',
      '未开始',
      '未开始',
    ]);
  });

  test('the most urgent clock runs in the current step: overdue first, paused last', async () => {
    const { container } = await render(<ProgressTracker view={twelfthRound} clocks="all" now={asOf} />);
    const titles = [...container.querySelectorAll('[aria-current=step] .hk-clock-title')].map((e) => e.textContent);
    expect(titles).toEqual(['签收', '延期审批', '重办', '办结']);
  });
});

describe('the timeline', () => {
  test('is newest first, three at first, all on demand, by keyboard too', async () => {
    const { container } = await render(<TicketTimeline view={twelfthRound} />);
    const visible = () => [...container.querySelectorAll('li')].filter((entry) => entry.offsetHeight > 0).length;
    expect(container.querySelector('li time')?.getAttribute('datetime')).toBe(twelfthRound.timeline[48]?.at);
    expect(visible()).toBe(3);
    const button = page.getByRole('button', { name: '显示全部 49 条', expanded: false });
    await button.click();
    expect(visible()).toBe(49);
    await expect.element(page.getByRole('button', { name: '收起', expanded: true })).toBeVisible();
  });

  test('an empty one says so', async () => {
    const { container } = await render(<TicketTimeline view={bare} />);
    expect(container.textContent).toContain('暂无办理记录');
    expect(container.querySelector('ol, button')).toBeNull();
  });
});

describe('a countdown', () => {
  let deviceNow = 0;
  const ticker = () => createTicker(() => deviceNow);
  beforeEach(() => {
    vi.useFakeTimers();
    deviceNow = 1_700_000_000_000;
  });
  afterEach(() => {
    vi.useRealTimers();
  });
  /** Lets time pass; the device sleeps through all but the last second. */
  const pass = async (seconds: number) => {
    deviceNow += seconds * 1000;
    await vi.advanceTimersByTimeAsync(1000);
  };

  test('counts by the server’s clock, however wrong the device’s is', async () => {
    const { container } = await render(
      <HotlineProvider ticker={ticker()}>
        <SlaCountdown clock={clocks.arrive} serverNow={asOf} />
      </HotlineProvider>,
    );
    expect(container.textContent).toContain('剩 20 分');
    await pass(60);
    expect(container.textContent).toContain('剩 19 分');
  });

  test('renders again only when its text changes', async () => {
    let commits = 0;
    await render(
      <HotlineProvider ticker={ticker()}>
        <Profiler id="clock" onRender={() => (commits += 1)}>
          <SlaCountdown clock={{ ...clocks.arrive, elapsed: 3.6e9 }} serverNow={asOf} />
        </Profiler>
      </HotlineProvider>,
    );
    const first = commits;
    for (let second = 0; second < 59; second += 1) await pass(1);
    expect(commits).toBe(first + 1);
    for (let second = 0; second < 60; second += 1) await pass(1);
    expect(commits).toBe(first + 2);
  });

  test('goes from running through due soon to overdue, and then counts up', async () => {
    const clock = { ...clocks.warned, warnings: [{ id: 'w', at: '2023-07-10T10:16:00+08:00', fired: false }] };
    const { container } = await render(
      <HotlineProvider ticker={ticker()}>
        <SlaCountdown clock={clock} serverNow={asOf} />
      </HotlineProvider>,
    );
    const root = container.querySelector('.hk-clock') as HTMLElement;
    const seen = () => [
      root.dataset['state'],
      root.dataset['warned'] !== undefined,
      root.querySelector('[role=timer]')?.textContent,
    ];
    expect(seen()).toEqual(['running', false, '剩 6 分']);
    await pass(240);
    expect(seen()).toEqual(['running', true, '剩 2 分']);
    await pass(90);
    expect(seen()).toEqual(['running', true, '剩 30 秒']);
    await pass(30 + 35 * 60);
    expect(seen()).toEqual(['breached', false, '已超期 35 分']);
  });

  test('is silent each second; one polite region for all speaks at thresholds and when overdue', async () => {
    const { container } = await render(
      <HotlineProvider ticker={ticker()} announceAt={[5, 1]}>
        <SlaCountdown clock={clocks.warned} serverNow={asOf} />
        <SlaCountdown clock={clocks.arrive} serverNow={asOf} />
      </HotlineProvider>,
    );
    const region = container.querySelector('[role=log]') as HTMLElement;
    expect(container.querySelectorAll('[role=log], [aria-live=polite], [role=status]')).toHaveLength(1);
    expect(region.textContent).toBe('');
    await pass(59);
    expect(region.textContent).toBe('');
    await pass(1);
    await expect.poll(() => region.textContent).toBe('派单 剩 5 分');
    await pass(4 * 60);
    await expect.poll(() => region.textContent).toContain('派单 剩 1 分');
    await pass(61);
    await expect.poll(() => region.textContent).toContain('派单 已超期 1 秒');
    expect(region.textContent).not.toContain('到达现场');
  });

  test('has a region of its own where no provider is', async () => {
    const { container } = await render(<SlaCountdown clock={clocks.arrive} now={asOf} />);
    expect(container.querySelectorAll('.hk-clock [role=log]')).toHaveLength(1);
  });

  test('with a fixed now it does not tick', async () => {
    const { container } = await render(<SlaCountdown clock={clocks.arrive} now={asOf} />);
    await pass(120);
    expect(container.textContent).toContain('剩 20 分');
  });

  test('without any element, as a hook', async () => {
    const { container } = await render(<Own />);
    expect(container.textContent).toBe('running|剩 20 分|今天 10:32 前|67');
  });
});

test('what the server rendered is taken over without a mismatch, though time has passed', async () => {
  const ticker = createTicker(() => Date.parse(asOf) + 90_000);
  ticker.sync(Date.parse(asOf) + 90_000);
  const app = (
    <HotlineProvider ticker={ticker}>
      <ProgressTracker view={urgent}>
        <TicketTimeline view={urgent} />
      </ProgressTracker>
    </HotlineProvider>
  );
  const container = document.createElement('div');
  document.body.append(container);
  container.innerHTML = renderToString(app);
  expect(container.textContent).toContain('剩 20 分');
  const faults: unknown[] = [];
  const root = hydrateRoot(container, app, { onRecoverableError: (error) => faults.push(error) });
  await expect.poll(() => container.textContent).toContain('剩 18 分');
  expect(faults).toEqual([]);
  root.unmount();
  container.remove();
});
