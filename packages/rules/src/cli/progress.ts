import type { SingleBar } from 'cli-progress';
import type { Label } from '../vocabulary/label.js';
import type { Terminal } from './terminal.js';

/** How often progress is drawn, in times a second. */
const DRAWN_PER_SECOND = 5;

/** Progress of long work, drawn on the error output where that is a terminal, and nowhere else. */
export class Progress {
  readonly #bar: SingleBar | undefined;
  readonly #terminal: Terminal;

  private constructor(terminal: Terminal, bar: SingleBar | undefined) {
    this.#terminal = terminal;
    this.#bar = bar;
  }

  /** Begins to draw. `total` is the amount of work in any unit; without it, only what stands beside is shown. */
  static async begin(terminal: Terminal, what: Label, total?: number): Promise<Progress> {
    if (terminal.live === undefined) return new Progress(terminal, undefined);
    const { default: cliProgress } = await import('cli-progress');
    const bar = new cliProgress.SingleBar({
      stream: terminal.live,
      format: `${terminal.say(what)} ${total === undefined ? '' : '{bar} {percentage}% '}{note}`,
      barCompleteChar: '━',
      barIncompleteChar: '─',
      barsize: 24,
      fps: DRAWN_PER_SECOND,
      hideCursor: true,
      clearOnComplete: true,
      linewrap: false,
    });
    bar.start(total ?? 0, 0, { note: '' });
    return new Progress(terminal, bar);
  }

  /** Tells how much is done, and what stands beside it. */
  update(done: number, note: Label): void {
    this.#bar?.update(done, { note: this.#terminal.say(note) });
  }

  /** Ends, and takes the drawing away. */
  end(): void {
    this.#bar?.stop();
  }
}
