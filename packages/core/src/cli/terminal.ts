import pc from 'picocolors';
import type { BilingualText } from '../ticket/refusal.js';

/** Where the command writes, and how. */
export interface TerminalSetting {
  /** Receives text for people and programs, line ends included. */
  readonly out: (text: string) => void;
  /** Receives what went wrong with the call itself. */
  readonly err: (text: string) => void;
  /** Whether the output goes to a terminal that shows colours. */
  readonly color: boolean;
  readonly language: 'zh' | 'en';
  /** The wall clock, for calls that name no instant. */
  readonly now: () => Date;
}

/** How the command ends: as asked; with faults in what was asked about; or with a call that cannot be carried out. */
export const EXIT = { ok: 0, faults: 1, misuse: 2 } as const;

/** The code that the command ends with. */
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** A call that cannot be carried out: a file that is not there, a value that cannot be read. */
export class MisuseError extends Error {
  override readonly name = 'MisuseError';
  /** Stable code for programs. */
  readonly code = 'misuse';
  /** The message in both languages. */
  readonly text: BilingualText;

  constructor(text: BilingualText) {
    super(text.en);
    this.text = text;
  }
}

/** The command's output. */
export class Terminal {
  readonly colors: ReturnType<typeof pc.createColors>;
  readonly #setting: TerminalSetting;

  constructor(setting: TerminalSetting) {
    this.#setting = setting;
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
  say(text: BilingualText): string {
    return text[this.#setting.language];
  }

  /** The instant that a call names, or now. */
  instant(at: string | undefined): string {
    return at ?? this.#setting.now().toISOString();
  }
}
