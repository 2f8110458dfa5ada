import { expect, it } from 'vitest';
import { askedLanguage, preferredLanguage, wantsColor } from './surroundings.js';

it.each([
  [{}, true, true],
  [{}, false, false],
  [{ TERM: 'dumb' }, true, false],
  [{ NO_COLOR: '1' }, true, false],
  [{ NO_COLOR: '' }, true, true],
  [{ FORCE_COLOR: '1' }, false, true],
  [{ FORCE_COLOR: '0' }, true, false],
  [{ NO_COLOR: '1', FORCE_COLOR: '1' }, true, false],
])(
  'colours only on a terminal, unless NO_COLOR or FORCE_COLOR say otherwise: %o, terminal %s',
  (env, tty, expected) => {
    expect(wantsColor(env, tty)).toBe(expected);
  },
);

it.each([
  [{ LANG: 'zh_CN.UTF-8' }, 'en-US', 'zh'],
  [{ LANG: 'de_DE.UTF-8' }, 'zh-CN', 'en'],
  [{ LC_ALL: 'en_GB.UTF-8', LANG: 'zh_CN.UTF-8' }, 'zh-CN', 'en'],
  [{ LC_MESSAGES: 'zh_TW.UTF-8', LANG: 'en_US.UTF-8' }, 'en-US', 'zh'],
  // Windows sets no LANG.
  [{}, 'zh-CN', 'zh'],
  [{ LANG: '' }, 'en-US', 'en'],
])('speaks the language of the system: %o, locale %s', (env, locale, expected) => {
  expect(preferredLanguage(env, locale)).toBe(expected);
});

it('is asked for a language anywhere among the arguments', () => {
  expect(askedLanguage(['check', 'x', '--lang', 'zh'])).toBe('zh');
  expect(askedLanguage(['--lang=en', 'check'])).toBe('en');
  expect(askedLanguage(['check', '--', '--lang', 'zh'])).toBeUndefined();
  expect(askedLanguage(['check', '--lang', 'fr'])).toBeUndefined();
});
