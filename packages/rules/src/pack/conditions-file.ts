import * as z from 'zod';
import { conditionShape } from './choice.js';

/** The shape of `conditions.json`: conditions by name, which every file of the pack may use as `{ "condition": "…" }`. */
export const conditionsSchema = z.object({ $schema: z.string().exactOptional() }).catchall(conditionShape);
