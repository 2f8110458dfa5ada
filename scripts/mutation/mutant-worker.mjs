import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** A process that measures mutants, one after another. */
export class MutantWorker {
  #process;

  constructor({ kept, mutated, once }) {
    const env = { ...process.env, HOTLINE_PROOF: 'sample', TZ: 'UTC' };
    const script = fileURLToPath(new URL('worker.mjs', import.meta.url));
    this.#process = fork(script, [kept, mutated, JSON.stringify(once)], { env });
  }

  /** All tests with what they cost and pass, without a mutant. */
  async dryRun() {
    const { tests, killedBy } = await this.#ask({ dryRun: true });
    if (killedBy !== undefined) throw new Error(`the unchanged sources: ${killedBy}`);
    return tests;
  }

  /** What killed a mutant, if anything did; where it ended the worker as well, the worker is gone. */
  async measure(request) {
    return this.#ask(request);
  }

  end() {
    this.#process.kill();
  }

  #ask(request) {
    return new Promise((resolve) => {
      const end = (result) => {
        this.#process.removeAllListeners();
        resolve(result);
      };
      this.#process.once('message', (message) =>
        end(message.failed ? { killedBy: message.failed, gone: true } : message),
      );
      this.#process.once('exit', () => end({ killedBy: 'the end of the process', gone: true }));
      this.#process.send(request);
    });
  }
}
