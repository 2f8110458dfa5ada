import { useHost } from '../host.js';
import type { Page } from '../page.js';
import { DisplayMenu } from './display-menu.js';

/** Name, ways to the pages, display and language. */
export function Header({ page }: { readonly page: Page }) {
  const { frame, texts } = useHost();
  const { nav } = texts;
  const links = [
    { href: '/', text: nav.start, kinds: ['start'] },
    { href: '/staff', text: nav.staff, kinds: ['queue', 'ticket'] },
    { href: '/staff/call', text: nav.call, kinds: ['call'] },
    { href: '/follow', text: nav.follow, kinds: ['lookUp', 'followed'] },
  ];
  return (
    <header className="cp-header">
      <div className="cp-wide cp-header-row">
        <a className="cp-brand" href="/">
          <strong>
            {frame.city[texts.language]} {texts.brand}
          </strong>
          <span className="cp-tag">{texts.demo}</span>
        </a>
        <nav className="cp-nav" aria-label={texts.brand}>
          {links.map(({ href, text, kinds }) => (
            <a key={href} href={href} aria-current={kinds.includes(page.kind) ? 'page' : undefined}>
              {text}
            </a>
          ))}
        </nav>
        <div className="cp-tools">
          <DisplayMenu />
          <a
            className="cp-tool"
            href={`?lang=${frame.lang === 'zh' ? 'en' : 'zh'}`}
            lang={frame.lang === 'zh' ? 'en' : 'zh-CN'}
          >
            {texts.otherLanguage}
          </a>
        </div>
      </div>
    </header>
  );
}
