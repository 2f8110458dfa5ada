import { createTicker, HotlineProvider, en as widgetsEn, zhCN as widgetsZh } from '@hotline-kit/react-widgets';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { en } from '../texts/en.js';
import { zh } from '../texts/zh.js';
import { CallPage } from './call/call-page.js';
import { FollowedPage } from './follow/followed-page.js';
import { LookUpPage } from './follow/look-up-page.js';
import { DemoBar } from './frame/demo-bar.js';
import { Header } from './frame/header.js';
import { type Answer, type Host, HostContext } from './host.js';
import { MissingPage } from './missing-page.js';
import { type Frame, type Page, sourceOf } from './page.js';
import { QueuePage } from './queue/queue-page.js';
import { StartPage } from './start/start-page.js';
import { TicketPage } from './ticket/ticket-page.js';

/** Real milliseconds between two looks at what others, or the clocks, have done meanwhile. */
const pollMilliseconds = 10_000;

/** The whole page inside `body`. */
export function App({ frame, first }: { readonly frame: Frame; readonly first: Page }) {
  const [page, setPage] = useState(first);
  const [ticker] = useState(createTicker);
  const texts = frame.lang === 'zh' ? zh : en;
  const shown = useRef(first.now);

  useEffect(() => ticker.sync(Date.parse(page.now)), [ticker, page.now]);

  const refresh = useCallback(async () => {
    const source = sourceOf(first);
    if (source === undefined) return;
    const response = await fetch(source, { headers: { accept: 'application/json' } });
    if (!response.ok) return;
    const next = (await response.json()) as Page;
    // Answers may overtake each other; demo time only goes forward.
    if (next.now < shown.current) return;
    shown.current = next.now;
    setPage({ ...next, kind: first.kind } as Page);
  }, [first]);

  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') refresh().catch(() => undefined);
    }, pollMilliseconds);
    return () => clearInterval(timer);
  }, [refresh]);

  const post = useCallback(
    async (path: string, body: unknown) => {
      const headers = { 'content-type': 'application/json' };
      const response = await fetch(path, { method: 'POST', headers, body: JSON.stringify(body) });
      const answer = (await response.json()) as Answer & { readonly now?: string };
      if (answer.now !== undefined) ticker.sync(Date.parse(answer.now));
      await refresh();
      return answer;
    },
    [refresh, ticker],
  );

  const host: Host = useMemo(
    () => ({ frame, texts, ticker, now: page.now, post }),
    [frame, texts, ticker, page.now, post],
  );
  const appearance = useMemo(() => ({ theme: frame.theme, elder: frame.elder }), [frame]);
  return (
    <HostContext.Provider value={host}>
      <HotlineProvider locale={frame.lang === 'zh' ? widgetsZh : widgetsEn} appearance={appearance} ticker={ticker}>
        <a className="cp-skip" href="#content">
          {texts.skip}
        </a>
        <Header page={page} />
        <DemoBar page={page} />
        <main className="cp-main" id="content" tabIndex={-1}>
          <Content page={page} />
        </main>
      </HotlineProvider>
    </HostContext.Provider>
  );
}

function Content({ page }: { readonly page: Page }) {
  switch (page.kind) {
    case 'start':
      return <StartPage page={page} />;
    case 'queue':
      return <QueuePage page={page} />;
    case 'ticket':
      return <TicketPage page={page} />;
    case 'call':
      return <CallPage page={page} />;
    case 'lookUp':
      return <LookUpPage page={page} />;
    case 'followed':
      return <FollowedPage page={page} />;
    case 'missing':
      return <MissingPage />;
  }
}
