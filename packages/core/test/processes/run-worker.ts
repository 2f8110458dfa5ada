import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { bundleProgram } from '../bundle-program.js';
import type { Said, Task } from './task.js';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
/** The folder of the sample town's pack. */
export const packFolder = here('../../../rules/test/packs/sample-town');

/** Bundles the worker. */
export function bundleWorker(): Promise<string> {
  return bundleProgram(here('./worker.ts'));
}

/** A process that does a task. */
export class Worker {
  readonly said: Said[] = [];
  readonly #child: ChildProcess;
  readonly #ended: Promise<number | null>;
  readonly #ready: Promise<void>;
  #errors = '';

  constructor(bundle: string, task: Task) {
    const child = spawn(process.execPath, [bundle, JSON.stringify(task)], { stdio: ['ignore', 'pipe', 'pipe'] });
    this.#child = child;
    child.stderr.on('data', (text) => {
      this.#errors += text;
    });
    const lines = createInterface({ input: child.stdout });
    let ready = () => {};
    this.#ready = new Promise((resolve) => {
      ready = resolve;
    });
    lines.on('line', (line) => {
      const said = parsed(line);
      if (said !== undefined) this.said.push(said);
      ready();
    });
    const closed = new Promise((resolve) => lines.on('close', resolve));
    this.#ended = new Promise((resolve) => {
      child.on('exit', (code) => {
        ready();
        void closed.then(() => resolve(code));
      });
    });
  }

  /** It has begun its work, or has ended before. */
  async ready(): Promise<void> {
    await this.#ready;
  }

  /** kill -9. A worker that had already ended is a fault. */
  async kill(): Promise<void> {
    this.#child.kill('SIGKILL');
    const code = await this.#ended;
    if (this.#child.signalCode !== 'SIGKILL') throw new Error(`a worker ended with ${code}: ${this.#errors}`);
  }

  /** It came to its end by itself. */
  async finished(): Promise<void> {
    const code = await this.#ended;
    if (code !== 0) throw new Error(`a worker ended with ${code}: ${this.#errors}`);
  }

  /** Numbers of the commands that were acknowledged. */
  get done(): readonly number[] {
    return this.said.flatMap((said) => ('done' in said ? [said.done] : []));
  }

  /** How many warnings and breaches it fired. */
  get fired(): number {
    return this.said.reduce((sum, said) => sum + ('fired' in said ? said.fired : 0), 0);
  }

  /** Events that it handed on. */
  get delivered(): readonly string[] {
    return this.said.flatMap((said) => ('delivered' in said ? said.delivered : []));
  }
}

/** A line that the kill cut in two says nothing. */
function parsed(line: string): Said | undefined {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
