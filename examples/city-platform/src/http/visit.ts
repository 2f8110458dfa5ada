import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { type Language, type Look, languages, looks } from '../pages/choices.js';
import { firstUserId, type SampleUser } from '../people/sample-users.js';

/** Who looks at a page, and how they like it. */
export interface Visit {
  readonly user: SampleUser;
  readonly lang: Language;
  readonly theme: Look;
  readonly elder: boolean;
}

/**
 * Reads a visit from the address (`?as=`, `?lang=`, `?theme=`, `?elder=`) and else from cookies, and keeps what the
 * address says in cookies. Whoever the cookie names is believed: this log-in is for the demo only.
 */
export function visitOf(context: Context, users: readonly SampleUser[], language: Language): Visit {
  const ids = users.map(({ id }) => id);
  const id = choice(context, 'as', ids, firstUserId);
  const user = users.find((each) => each.id === id);
  if (user === undefined) throw new RangeError(`there is no sample user "${id}"`);
  return {
    user,
    lang: choice(context, 'lang', languages, language),
    theme: choice(context, 'theme', looks, 'auto'),
    elder: choice(context, 'elder', ['0', '1'], '0') === '1',
  };
}

function choice<T extends string>(context: Context, name: string, allowed: readonly T[], otherwise: T): T {
  const isAllowed = (value: string | undefined): value is T =>
    (allowed as readonly (string | undefined)[]).includes(value);
  const asked = context.req.query(name);
  if (isAllowed(asked)) {
    setCookie(context, name, asked, { path: '/', sameSite: 'Strict', httpOnly: true });
    return asked;
  }
  const kept = getCookie(context, name);
  return isAllowed(kept) ? kept : otherwise;
}
