import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { EXIT, type ExitCode, MisuseError, type Terminal } from '@hotline-kit/rules/command-line';
import { type ExportProof, type ExportVerification, verifyExport } from '../log/verify-export.js';
import { verifyTicket } from '../log/verify-ticket.js';
import type { BilingualText } from '../ticket/refusal.js';
import { withProgress, withStoreProgress } from './with-progress.js';
import { type DatabaseOptions, withStore } from './with-store.js';

/** What `verify` is given beside its source. */
export type VerifyOptions = DatabaseOptions & {
  readonly json?: boolean;
  /** The hash that was noted when an export was made. */
  readonly hash?: string;
  /** The secret of its seals … */
  readonly key?: string;
  /** … and the database that it was made from. */
  readonly logs?: string;
};

const WHAT: BilingualText = { zh: '核验', en: 'verify' };

/** `verify DATABASE`: every hash of every log is computed again; a file `.ndjson` is judged as an export. */
export function verify(source: string, options: VerifyOptions, terminal: Terminal): Promise<ExitCode> {
  const isExport = source.endsWith('.ndjson');
  const { hash, key, logs } = options;
  if (!isExport && (hash ?? key ?? logs) !== undefined) {
    throw new MisuseError({
      zh: '--hash、--key、--logs 只用于 .ndjson 导出文件',
      en: '--hash, --key and --logs are for an export, a file .ndjson',
    });
  }
  if ((key === undefined) !== (logs === undefined)) {
    throw new MisuseError({
      zh: '核验封印须同时给出密钥（--key）和导出所用的数据库（--logs）',
      en: 'Seals are checked with both the secret (--key) and the database of the export (--logs)',
    });
  }
  return isExport ? verifyFile(source, options, terminal) : verifyLogs(source, options, terminal);
}

async function verifyFile(file: string, options: VerifyOptions, terminal: Terminal): Promise<ExitCode> {
  const { hash, key, logs } = options;
  const noted = hash === undefined ? {} : { hash };
  const judged = (proof: ExportProof): Promise<ExportVerification> =>
    withProgress(terminal, WHAT, undefined, (advance) =>
      verifyExport(
        linesOf(file, () => advance(1)),
        proof,
      ),
    );
  const verified =
    key === undefined || logs === undefined
      ? await judged(noted)
      : await withStore(logs, options, 'check', (store) =>
          judged({ ...noted, seals: { key, log: (ticket) => store.events(ticket) } }),
        );
  if (options.json === true) terminal.json(verified);
  else if (!verified.ok)
    terminal.print(terminal.colors.red(`✗ ${file}:${verified.line} ${terminal.say(verified.text)}`));
  else {
    whole(verified.tickets, verified.events, terminal);
    const { unproved } = verified;
    const zh = `其中 ${unproved} 行为节录，封印未核验：请给出 --key 和 --logs`;
    const en = `${unproved} lines are cut, and their seals were not checked: give --key and --logs`;
    if (unproved > 0) terminal.print(terminal.colors.yellow(`! ${terminal.say({ zh, en })}`));
  }
  return verified.ok ? EXIT.ok : EXIT.faults;
}

async function* linesOf(file: string, read: () => void): AsyncGenerator<string> {
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY })) {
    read();
    yield line;
  }
}

async function verifyLogs(database: string, options: VerifyOptions, terminal: Terminal): Promise<ExitCode> {
  const broken: { ticket: string; version: number; reason: string; text: BilingualText }[] = [];
  let [tickets, events] = [0, 0];
  await withStore(database, options, 'check', (opened) =>
    withStoreProgress(terminal, WHAT, opened, async (store) => {
      for (let after: string | undefined; ; ) {
        const page = await store.find({ limit: 200, ...(after === undefined ? {} : { after }) });
        for (const stored of page) {
          const verified = verifyTicket(stored, await store.events(stored.record.id, stored.record.version));
          tickets += 1;
          events += stored.record.version;
          if (!verified.ok) broken.push({ ticket: stored.record.id, ...verified });
        }
        after = page.at(-1)?.record.id;
        if (after === undefined) break;
      }
    }),
  );
  if (options.json === true) terminal.json({ ok: broken.length === 0, tickets, events, broken });
  else if (broken.length === 0) whole(tickets, events, terminal);
  for (const { ticket, version, text } of options.json === true ? [] : broken) {
    terminal.print(terminal.colors.red(`✗ ${ticket} #${version}: ${terminal.say(text)}`));
  }
  return broken.length === 0 ? EXIT.ok : EXIT.faults;
}

function whole(tickets: number, events: number, terminal: Terminal): void {
  const zh = `${tickets} 张工单、${events} 条记录完整无改动`;
  terminal.verdict(true, { zh, en: `${tickets} tickets, ${events} events: all whole` });
}
