import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/**
 * Runs a program of this folder in a process of its own, with the flags of this one, and gives what it `tell`s: what
 * ran before, or lives beside it, changes nothing about how the compiler sees it.
 * @throws Error where the program ends before it told anything
 */
export function inOwnProcess<T>(program: string, args: readonly number[]): Promise<T> {
  const child = fork(fileURLToPath(new URL(program, import.meta.url)), args.map(String));
  return new Promise((resolve, reject) => {
    child.once('message', (told) => resolve(told as T));
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`${program} ${args.join(' ')} ended with ${code}`)));
  });
}

/** Gives a result to the process that asked for it. */
export function tell(result: object): void {
  process.send?.(result);
}
