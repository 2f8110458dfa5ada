import { en } from '../texts/en.js';
import { zh } from '../texts/zh.js';
import { App } from './app.js';
import type { Frame, Page } from './page.js';

/** Everything that a page is made from, as the server sends it along. */
export interface PageProps {
  readonly frame: Frame;
  readonly page: Page;
}

/**
 * The whole document. The data goes along as an attribute, so that there is no inline script; React escapes it.
 * @param json the props as text, the same on both sides
 */
export function HtmlDocument({ frame, page, json }: PageProps & { readonly json: string }) {
  const texts = frame.lang === 'zh' ? zh : en;
  return (
    <html lang={texts.lang}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta
          name="color-scheme"
          content={frame.theme === 'auto' ? 'light dark' : frame.theme === 'dark' ? 'dark' : 'light'}
        />
        <title>{`${titleOf(page, frame)} · ${frame.city[texts.language]} ${texts.brand}`}</title>
        <link rel="icon" href="/assets/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/assets/base.css" />
        <link rel="stylesheet" href="/assets/styles.layered.css" />
        <link rel="stylesheet" href="/assets/page.css" />
        <script type="module" src="/assets/client.js" />
      </head>
      <body className="hk-root" data-theme={frame.theme} data-elder={frame.elder ? '' : undefined} data-page={json}>
        <App frame={frame} first={page} />
      </body>
    </html>
  );
}

function titleOf(page: Page, { lang }: Frame): string {
  const texts = lang === 'zh' ? zh : en;
  switch (page.kind) {
    case 'start':
      return texts.start.title;
    case 'queue':
      return texts.queue.title;
    case 'ticket':
    case 'followed':
      return page.view.number;
    case 'call':
      return texts.call.title;
    case 'lookUp':
      return texts.follow.title;
    case 'missing':
      return texts.missing.title;
  }
}
