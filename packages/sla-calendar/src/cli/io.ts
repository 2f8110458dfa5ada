/** What a command needs of the world, so that it can be run without one. */
export interface Io {
  readonly out: (text: string) => void;
  readonly error: (text: string) => void;
  /** @throws where the file cannot be read. */
  readonly readFile: (path: string) => string;
  /** @throws where the file cannot be written, or stands already. */
  readonly writeFile: (path: string, text: string) => void;
}

/** Options that every command takes. */
export interface CommonOptions {
  readonly lang: 'zh' | 'en';
  readonly json: boolean;
}

/** Exit codes: `found` means that the command worked and its answer is no. */
export const exitCode = { ok: 0, found: 1, usage: 2 } as const;

/** A fault in what was given to a command: what is wrong, and how to mend it. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  readonly fix: string;

  constructor(message: string, fix: string) {
    super(message);
    this.fix = fix;
  }
}

/** Reads a JSON file of a command. */
export function readJson(path: string, io: Io): unknown {
  let text: string;
  try {
    text = io.readFile(path);
  } catch (error) {
    throw new UsageError(`cannot read ${path}: ${messageOf(error)}`, 'Check the path.');
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new UsageError(`${path} is no JSON: ${messageOf(error)}`, 'Mend the file at the place named.');
  }
}

/** The message of anything that was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
