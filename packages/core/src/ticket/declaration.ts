import type * as z from 'zod';
import type { ChartFragment } from './chart-fragment.js';
import type { Grant } from './grant.js';

/** A command as its track declares it: the shape of its data, and who may give it. What is not granted is denied. */
export interface CommandDeclaration {
  readonly data: z.ZodType;
  readonly by: readonly Grant[];
}

/** What a track is: its piece of the chart and its commands. Its `conduct` says what they do. */
export interface TrackDeclaration {
  readonly chart: readonly ChartFragment[];
  readonly commands: { readonly [command: string]: CommandDeclaration };
}

/** Declares a track, and keeps every literal for the compiler. */
export function declareTrack<const D extends TrackDeclaration>(declaration: D): D {
  return declaration;
}
