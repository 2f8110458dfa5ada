import pc from 'picocolors';
import type { Label } from '../vocabulary/label.js';

/** Languages that the command speaks. */
export type Language = 'zh' | 'en';

/** Where the command writes, and how. */
export interface TerminalSetting {
  /** Receives text for people and programs, line ends included. */
  readonly out: (text: string) => void;
  /** Receives what went wrong with the call itself. */
  readonly err: (text: string) => void;
  /** Whether the output goes to a terminal that shows colours. */
  readonly color: boolean;
  readonly language: Language;
  /** The terminal that shows the progress of long work; without it, none is shown. */
  readonly live?: NodeJS.WriteStream;
}

type Colors = ReturnType<typeof pc.createColors>;

/** The command's output. */
export class Terminal {
  readonly colors: Colors;
  readonly language: Language;
  readonly live: NodeJS.WriteStream | undefined;
  readonly #setting: TerminalSetting;

  constructor(setting: TerminalSetting) {
    this.#setting = setting;
    this.language = setting.language;
    this.live = setting.live;
    this.colors = pc.createColors(setting.color);
  }

  /** Writes lines. */
  print(...lines: readonly string[]): void {
    for (const line of lines) this.#setting.out(`${line}\n`);
  }

  /** Writes text as it is. */
  write(text: string): void {
    this.#setting.out(text);
  }

  /** Writes what went wrong with the call. */
  complain(text: string): void {
    this.#setting.err(text.endsWith('\n') ? text : `${text}\n`);
  }

  /** A value as JSON, for programs. */
  json(value: unknown): void {
    this.print(JSON.stringify(value, undefined, 2));
  }

  /** The text of the language that is spoken. */
  say(label: Label): string {
    return label[this.language];
  }

  /** The last line of a run: what came of it, green or red. */
  verdict(ok: boolean, label: Label): void {
    const { green, red } = this.colors;
    this.print(ok ? green(`✓ ${this.say(label)}`) : red(`✗ ${this.say(label)}`));
  }
}
