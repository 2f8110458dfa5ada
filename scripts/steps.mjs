// Runs named steps one after another, shows their output, keeps the time and counts the failures.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const bin = join(import.meta.dirname, '..', 'node_modules', '.bin');

/** The same environment with the workspace's own commands found first. */
const environment = { ...process.env, PATH: `${bin}:${process.env.PATH}` };

export class Steps {
  #done = [];

  /** Runs a command; a non-zero exit is one failed step and the rest goes on. */
  run(name, command, args = [], env = {}) {
    console.log(`\n── ${name}`);
    const start = performance.now();
    const { status, error } = spawnSync(command, args, { stdio: 'inherit', env: { ...environment, ...env } });
    if (error) console.error(`${command}: ${error.message}`);
    const ok = status === 0;
    const seconds = (performance.now() - start) / 1000;
    this.#done.push({ name, ok, seconds });
    console.log(`── ${name}: ${ok ? 'ok' : 'FAILED'} (${seconds.toFixed(1)} s)`);
    return ok;
  }

  get failed() {
    return this.#done.filter((step) => !step.ok);
  }

  /** The times, one line a step, slowest visible at a glance. */
  summary() {
    const width = Math.max(...this.#done.map(({ name }) => name.length));
    const total = this.#done.reduce((sum, { seconds }) => sum + seconds, 0);
    const line = (name, seconds, mark) => `${name.padEnd(width)}  ${seconds.toFixed(1).padStart(6)} s  ${mark}`;
    return [
      ...this.#done.map(({ name, seconds, ok }) => line(name, seconds, ok ? 'ok' : 'FAILED')),
      line('total', total, ''),
    ].join('\n');
  }
}
