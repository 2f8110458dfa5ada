import { HotlineError } from '../errors.js';
import type { Actor } from '../ticket/actor.js';

/**
 * Who asks, of a parameter that may be left out, for then the host itself asks. One that is there and is nobody, such as
 * the user of a session that has ended, must not be taken for the host.
 * @throws HotlineError `invalidActor`
 */
export function asker<T>(named: readonly [] | readonly [T | undefined]): T | undefined {
  if (named.length > 0 && named[0] === undefined) throw nobody();
  return named[0];
}

/** The same of an option. */
export function askerIn(options: { readonly by?: Actor }): Actor | undefined {
  return asker(Object.hasOwn(options, 'by') ? [options.by] : []);
}

function nobody(): HotlineError {
  return new HotlineError(
    'invalidActor',
    { zh: '未指明是谁在查看', en: 'who asks is undefined' },
    {
      fix: {
        zh: "请传入 { id, role, unit? }，未登录者传入 'public'；平台自身查询时不写此参数",
        en: "pass { id, role, unit? }, or 'public' for whoever is not logged in; leave it out where the platform itself asks",
      },
    },
  );
}
