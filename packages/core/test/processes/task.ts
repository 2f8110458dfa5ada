/** Where the tickets of a worker process are. */
export type Place =
  | { readonly kind: 'sqlite'; readonly file: string }
  | { readonly kind: 'postgres'; readonly url: string; readonly schema: string };

/** What a worker process is to do, as JSON in its first argument. */
export interface Task {
  readonly place: Place;
  /** Folder of the city pack. */
  readonly pack: string;
  /** Its name: commands that it gives begin with it. */
  readonly name: string;
  /** Tickets it works on, all in the state `handling`. */
  readonly tickets: readonly string[];
  /** Commands are numbered from here on … */
  readonly from: number;
  /** … to this number, not included. */
  readonly until: number;
  /** Runs what is due at this instant after every so many commands, and hands the outbox on after every so many. */
  readonly due?: { readonly at: string; readonly every: number };
  readonly deliverEvery?: number;
}

/** What a worker says, one line each. */
export type Said =
  | { readonly ready: true }
  /** The command of this number was acknowledged. */
  | { readonly done: number }
  | { readonly fired: number }
  /** These events were handed on. */
  | { readonly delivered: readonly string[] };
