import {
  en,
  HotlineProvider,
  ProgressTracker,
  RatingForm,
  SlaCountdown,
  TicketTimeline,
} from '@hotline-kit/react-widgets';
import { renderToString } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { bare, clocks, twelfthRound, urgent } from './dongguan-views.js';

describe('on the server', () => {
  test('a tracker shows the view as of its own instant, though the server’s clock stands elsewhere', () => {
    const html = renderToString(<ProgressTracker view={urgent} />);
    expect(html).toContain('剩 20 分');
    expect(html).toContain('今天 10:32 前');
    expect(renderToString(<ProgressTracker view={urgent} />)).toBe(html);
  });

  test('a countdown that knows no now names the day and shows what the view says is left', () => {
    const html = renderToString(<SlaCountdown clock={clocks.arrive} />);
    expect(html).toContain('剩 20 分');
    expect(html).toContain('2023年7月10日(周一)10:32 前');
  });

  test('no style is written inline, unless variables are set', () => {
    const plain = renderToString(
      <HotlineProvider appearance={{ theme: 'dark', elder: true }}>
        <ProgressTracker view={twelfthRound} clocks="all">
          <TicketTimeline view={twelfthRound} />
        </ProgressTracker>
        <RatingForm onSubmit={async () => {}} />
      </HotlineProvider>,
    );
    expect(plain).not.toContain('style=');
    const own = renderToString(
      <SlaCountdown clock={clocks.arrive} appearance={{ variables: { '--hk-color-primary': '#00695c' } }} />,
    );
    expect(own).toContain('style="--hk-color-primary:#00695c"');
  });

  test('hostile text in the data stays text', () => {
    const html = renderToString(
      <ProgressTracker view={{ ...bare, number: '<img src=x onerror=alert(1)>', place: { street: '"><script>' } }} />,
    );
    expect(html).not.toContain('<img');
    expect(html).not.toContain('<script');
  });

  test('an unreadable instant is as good as none', () => {
    const html = renderToString(<SlaCountdown clock={clocks.arrive} serverNow="yesterday or so" />);
    expect(html).toContain('剩 20 分');
    expect(html).not.toMatch(/NaN|Invalid/);
  });
});

describe('every string', () => {
  test('is of the language asked for', () => {
    const html = renderToString(
      <HotlineProvider locale={en}>
        <ProgressTracker
          view={{ ...twelfthRound, place: {}, steps: urgent.steps.map(({ article: _, ...step }) => step) }}
          clocks="all"
        >
          <TicketTimeline view={twelfthRound} />
        </ProgressTracker>
        <RatingForm onSubmit={async () => {}} />
        {Object.values(clocks).map((clock) => (
          <SlaCountdown key={clock.id} clock={clock} serverNow={urgent.asOf} />
        ))}
      </HotlineProvider>,
    );
    expect(html.match(/[\u4e00-\u9fff]+/g)).toBeNull();
  });

  test('may be replaced one by one, by a widget or by the provider', () => {
    const html = renderToString(
      <HotlineProvider messages={{ submit: '交评价' }}>
        <RatingForm onSubmit={async () => {}} messages={{ solved: '解决没有？' }} />
      </HotlineProvider>,
    );
    expect(html).toContain('交评价');
    expect(html).toContain('解决没有？');
    expect(html).toContain('您对办理结果满意吗？');
  });
});

describe('a host’s own attributes', () => {
  test('class names, parts, id and data pass through', () => {
    const html = renderToString(
      <SlaCountdown clock={clocks.arrive} className="mine" classNames={{ value: 'big' }} id="c" data-test="x" />,
    );
    expect(html).toContain('class="hk-root hk-clock mine"');
    expect(html).toContain('class="hk-clock-value big"');
    expect(html).toContain('id="c" data-test="x"');
  });
});

test.each(Object.entries(clocks))('clock %s says its state in an attribute', (_, clock) => {
  expect(renderToString(<SlaCountdown clock={clock} now={urgent.asOf} />)).toContain(`data-state="${clock.state}"`);
});
