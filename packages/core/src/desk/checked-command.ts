import { InvalidInstantError } from '@hotline-kit/sla-calendar';
import { HotlineError } from '../errors.js';
import { canonicalHash } from '../log/canonical.js';
import { checkedActor } from '../ticket/actor.js';
import type { Command } from '../ticket/command.js';
import type { IsoInstant } from '../ticket/instant.js';
import type { DeskCommand } from './desk-command.js';
import { writtenAt } from './written-at.js';

/** A command whose envelope is checked: what is wrong with its data is for the decision to say. */
export interface CheckedCommand {
  readonly id: string;
  readonly at: IsoInstant;
  readonly ticket: string;
  readonly expectedVersion: number | undefined;
  readonly correlation: string | undefined;
  /** Of all that makes the same command the same, but of a caller only that there is one: see {@link withoutCaller}. */
  readonly bodyHash: string;
  readonly command: Command;
}

/** Ids that every store keeps as they are: no control characters, no half characters. */
const ID = /^[^\p{Cc}\p{Cs}]{1,200}$/u;
/** What most ids are: several times as fast to tell. */
const PLAIN_ID = /^[\w.:/-]{1,200}$/;

/**
 * The command as the log will have it: its instant in UTC, its actor with nothing but the known fields.
 * @throws HotlineError `invalidActor`, `instantOutOfRange`, or `invalidCommand` where an id is none, or the data no JSON
 * @throws InvalidInstantError for a time without offset
 */
export function checkedCommand(command: DeskCommand, newId: () => string): CheckedCommand {
  try {
    return checked(command, newId);
  } catch (cause) {
    if (cause instanceof HotlineError || cause instanceof InvalidInstantError) throw cause;
    // An object of the host's that throws when it is read.
    throw invalid('命令无法读取', 'the command cannot be read', undefined, cause);
  }
}

function checked(command: DeskCommand, newId: () => string): CheckedCommand {
  if (typeof command !== 'object' || command === null) throw invalid('命令应为对象', 'a command is an object');
  const { type, data, expectedVersion, correlation } = command;
  const id = checkedId('id', command.id ?? newId());
  const ticket = checkedId('ticket', command.ticket ?? id);
  if (typeof type !== 'string') throw invalid('命令的 type 应为文本', 'the type of a command is a text', ticket);
  if (expectedVersion !== undefined && !Number.isSafeInteger(expectedVersion)) {
    throw invalid('expectedVersion 应为整数', 'expectedVersion is a whole number', ticket);
  }
  const at = writtenAt(command.at);
  const by = checkedActor(command.by);
  return {
    id,
    at,
    ticket,
    expectedVersion,
    correlation: correlation === undefined ? undefined : checkedId('correlation', correlation),
    bodyHash: bodyHash({ by, data: type === 'register' ? withoutCaller(data) : data, ticket, type }),
    command: { type, data, by } as Command,
  };
}

function checkedId(field: string, id: unknown): string {
  if (typeof id === 'string' && (PLAIN_ID.test(id) || ID.test(id))) return id;
  throw invalid(
    `命令的 ${field} 应为 1 至 200 个字符的文本，不含控制字符`,
    `the ${field} of a command is a text of 1 to 200 characters, none of them a control character`,
  );
}

/**
 * A call whose caller is only said to be there. A hash over a telephone number would outlive the erased number, and who
 * knows the rest of the call finds it by trying all numbers.
 */
function withoutCaller(data: unknown): unknown {
  const isCall = typeof data === 'object' && data !== null && Object.hasOwn(data, 'caller');
  if (!isCall) return data;
  const { caller, ...call } = data as { readonly caller: unknown };
  // It must be JSON all the same.
  canonicalHash({ caller });
  return { ...call, caller: caller !== undefined };
}

function bodyHash(
  body: { readonly ticket: string; readonly type: string } & Readonly<Record<string, unknown>>,
): string {
  try {
    return canonicalHash(body);
  } catch (cause) {
    throw invalid(`命令“${body.type}”的数据不是 JSON`, `the data of "${body.type}" is no JSON`, body.ticket, cause);
  }
}

function invalid(zh: string, en: string, ticket?: string, cause?: unknown): HotlineError {
  const fix = {
    zh: '请传入 { type, data, by, at }，数据只用对象、数组、文本、数字、真假值和空值',
    en: 'pass { type, data, by, at }, its data made of objects, arrays, texts, numbers, booleans and null',
  };
  const about = { ...(ticket === undefined ? {} : { ticket }), ...(cause === undefined ? {} : { cause }) };
  return new HotlineError('invalidCommand', { zh, en }, { fix, ...about });
}
