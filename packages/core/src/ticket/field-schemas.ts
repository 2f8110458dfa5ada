import * as z from 'zod';

/** Text that somebody wrote, at most `max` characters. */
export const text = (max = 4_000) => z.string().trim().min(1).max(max);

/** Id of a unit of the pack. */
export const unitId = z.string().min(1).max(200);

/** Units of the pack. */
export const unitIds = z.array(unitId).max(50);

/** The article that asks for something. */
export const article = text(500);

/** Id of a ground that the pack's procedure lists, or free text where it lists none. */
export const ground = text(200);

/** How the matter came out. */
export const solved = z.enum(['yes', 'partly', 'no']);

/** An instant: ISO text with offset. */
export const instant = z.iso.datetime({ offset: true });

/** Id of a clock of the pack. */
export const clockId = z.string().min(1).max(64);
