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

/** Paints text where colours are wanted, and leaves it as it is where they are not. */
export type Colors = ReturnType<typeof pc.createColors>;

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

  /** Writes lines. What stands in the files of a pack cannot move the cursor or clear the screen. */
  print(...lines: readonly string[]): void {
    for (const line of lines) this.#setting.out(`${harmless(line)}\n`);
  }

  /** Writes text of several lines. */
  write(text: string): void {
    this.#setting.out(harmless(text));
  }

  /** Writes what went wrong with the call. */
  complain(text: string): void {
    this.#setting.err(harmless(text.endsWith('\n') ? text : `${text}\n`));
  }

  /** A value as JSON, for programs. */
  json(value: unknown): void {
    this.forPrograms(JSON.stringify(value, undefined, 2));
  }

  /** A line that programs read: to the byte as it is. */
  forPrograms(line: string): void {
    this.#setting.out(`${line}\n`);
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

  /** The last line of a run that was asked for differences and found some, which is neither good nor bad. */
  difference(label: Label): void {
    this.print(this.colors.yellow(`≠ ${this.say(label)}`));
  }
}

/**
 * Text in which a sign stands for each character that would steer the terminal: all but line ends, tabs, and the colours
 * that this command itself writes.
 */
function harmless(text: string): string {
  return text.replace(STEERING, (character, at: number) => {
    const isOwn =
      character === '\n' || character === '\t' || (character === '\u001b' && COLOUR.test(text.slice(at + 1, at + 8)));
    return isOwn ? character : '\ufffd';
  });
}

/** Control characters, and those that turn the direction of a line. */
const STEERING = /\p{Cc}|[\u202a-\u202e\u2066-\u2069]/gu;

const COLOUR = /^\[\d{1,2}(?:;\d)?m/;
