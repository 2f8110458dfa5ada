import { relative } from 'node:path';
import { HotlineError, openDesk } from '@hotline-kit/core';
import { sqliteStore } from '@hotline-kit/core/storage-sqlite';
import { type Arguments, readArguments } from './arguments.js';
import { readAsOf } from './as-of.js';
import { type BostonPack, loadBostonPack } from './boston-pack.js';
import { type DatabaseFile, databaseFile } from './database-file.js';
import { type Cost, jsonReport } from './json-report.js';
import { languages } from './messages/languages.js';
import type { Messages } from './messages/messages.js';
import { progressOf, silent } from './progress.js';
import { type Replayed, replay } from './replay.js';
import { ReplayError } from './replay-error.js';
import { report } from './report.js';

/** All flags agree; some do not; the run could not be made at all. */
const exitCodes = { agree: 0, differ: 1, failed: 2, interrupted: 130 } as const;

async function main(): Promise<number> {
  const options = readArguments(process.argv.slice(2));
  if ('exitCode' in options) return options.exitCode;
  const messages = languages[options.lang];
  const interruption = new AbortController();
  try {
    const boston = await loadBostonPack();
    const database = databaseFile(options.db);
    const stop = () => interrupted(interruption, database);
    process.on('SIGINT', stop).on('SIGTERM', stop);
    const replayed = await replayInto(database, options, boston, interruption.signal);
    show(replayed, { options, boston, database, messages });
    return replayed.tally.allAgree ? exitCodes.agree : exitCodes.differ;
  } catch (error) {
    if (interruption.signal.aborted) {
      process.stderr.write(`${messages.interrupted}\n`);
      return exitCodes.interrupted;
    }
    const text = faultText(error, messages);
    if (text === undefined) throw error;
    process.stderr.write(`${text}\n`);
    return exitCodes.failed;
  }
}

/** The run itself: the database is closed in any case, and taken away unless it is to be kept and all went well. */
async function replayInto(
  database: DatabaseFile,
  { file, asOf, json, lang }: Arguments,
  boston: BostonPack,
  signal: AbortSignal,
): Promise<Replayed> {
  let done = false;
  try {
    const judgedAt = asOf === undefined ? undefined : readAsOf(asOf, boston.zone);
    const store = sqliteStore({ file: database.path, durability: 'normal' });
    const desk = await openDesk({ pack: boston.pack, store, publish: 'none' });
    const progress = json ? silent : progressOf(file, languages[lang]);
    try {
      const replayed = await replay({ file, boston, desk, asOf: judgedAt, signal, onProgress: progress.update });
      done = true;
      return replayed;
    } finally {
      progress.stop();
      await desk.close();
    }
  } finally {
    if (!done || !database.kept) database.discard();
  }
}

interface ShowContext {
  readonly options: Arguments;
  readonly boston: BostonPack;
  readonly database: DatabaseFile;
  readonly messages: Messages;
}

/** Prints the result: words and tables, or one JSON object with the unreadable rows on standard error. */
function show(replayed: Replayed, { options, boston, database, messages }: ShowContext): void {
  const { zone } = boston;
  const file = shownPath(options.file);
  const cost = costOfThisProcess();
  if (!options.json) {
    const kept = database.kept ? shownPath(database.path) : undefined;
    process.stdout.write(report(replayed, { file, zone, cost, kept, messages }));
    return;
  }
  for (const { line, problem } of replayed.tally.firstUnreadable) {
    process.stderr.write(`${file}:${line}: ${messages.problem(problem)}\n`);
  }
  process.stdout.write(`${jsonReport(replayed, cost, zone, messages)}\n`);
}

/** Where, what and how to mend it; undefined for a fault of the program itself, whose stack is wanted. */
function faultText(error: unknown, messages: Messages): string | undefined {
  if (error instanceof HotlineError) return error.message;
  if (!(error instanceof ReplayError)) return undefined;
  const { what, fix } = messages.fault(error.fault);
  return messages.faultLine(error.fault.where, what, fix, error.fault.code);
}

/** The first signal ends the run in order; a second one at once, but not without clearing up. */
function interrupted(interruption: AbortController, database: DatabaseFile): void {
  if (interruption.signal.aborted) {
    database.discard();
    process.exit(exitCodes.interrupted);
  }
  interruption.abort();
}

function costOfThisProcess(): Cost {
  // maxRSS is in kibibytes.
  const megabytes = process.resourceUsage().maxRSS / 1024;
  return { seconds: Math.round(performance.now() / 10) / 100, peakMegabytes: Math.round(megabytes * 10) / 10 };
}

function shownPath(path: string): string {
  const short = relative(process.cwd(), path);
  return short.startsWith('..') ? path : short;
}

process.exitCode = await main();
