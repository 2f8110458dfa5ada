import type { SampleUser } from '../../people/sample-users.js';
import { useHost } from '../host.js';
import type { Page } from '../page.js';
import { DemoTime } from './demo-time.js';

/** The sample users of one office, in the order of the strip. */
interface Office {
  readonly name: string;
  readonly users: readonly SampleUser[];
}

/** What only a demo has: time that can be moved, and a log-in without a password. */
export function DemoBar({ page }: { readonly page: Page }) {
  const { frame, texts } = useHost();
  const { language } = texts;
  const offices: Office[] = [];
  for (const user of frame.users) {
    const name = (user.unitText ?? user.roleText)[language];
    const last = offices.at(-1);
    if (last?.name === name) offices[offices.length - 1] = { name, users: [...last.users, user] };
    else offices.push({ name, users: [user] });
  }
  return (
    <section className="cp-demo" aria-label={texts.demo}>
      <div className="cp-wide cp-demo-rows">
        <DemoTime />
        <nav className="cp-users" aria-label={texts.users.label}>
          <p className="cp-users-label">
            <strong>{texts.users.label}</strong> <span className="cp-second">{texts.users.hint}</span>
          </p>
          <ul className="cp-offices">
            {offices.map(({ name, users }) => (
              <li key={`${name} ${users[0]?.id}`} className="cp-office">
                <span className="cp-office-name">{name}</span>
                <span className="cp-chips">
                  {users.map((user) => (
                    <a
                      key={user.id}
                      className="cp-chip"
                      href={`${pathFor(user, page)}?as=${user.id}`}
                      aria-current={user.id === frame.user.id ? 'true' : undefined}
                    >
                      {user.role === 'citizen' ? user.name[language] : user.roleText[language]}
                    </a>
                  ))}
                </span>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </section>
  );
}

/** The page that shows the same thing to somebody else. */
function pathFor({ role }: SampleUser, page: Page): string {
  if (page.kind === 'start') return '/';
  const ticket = page.kind === 'ticket' || page.kind === 'followed' ? page.view.id : undefined;
  if (role === 'citizen') return ticket === undefined ? '/follow' : `/follow/${ticket}`;
  return ticket === undefined ? '/staff' : `/staff/tickets/${ticket}`;
}
