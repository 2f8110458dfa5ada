import { randomBytes } from 'node:crypto';

const most = 1000;

/** Who has shown which ticket to be theirs: a key in the visitor's browser opens the tickets looked up with it. */
export class FollowKeys {
  readonly #opened = new Map<string, Set<string>>();

  /** A key that opens the ticket, and whatever the key given before opens. */
  issue(ticket: string, before: string | undefined): string {
    const known = before === undefined ? undefined : this.#opened.get(before);
    if (before !== undefined && known !== undefined) {
      known.add(ticket);
      return before;
    }
    const [oldest] = this.#opened.keys();
    if (this.#opened.size >= most && oldest !== undefined) this.#opened.delete(oldest);
    const key = randomBytes(24).toString('base64url');
    this.#opened.set(key, new Set([ticket]));
    return key;
  }

  opens(key: string | undefined, ticket: string): boolean {
    return key !== undefined && this.#opened.get(key)?.has(ticket) === true;
  }
}
