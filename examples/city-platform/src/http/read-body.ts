import type { Context } from 'hono';
import * as z from 'zod';
import { problem } from './problem.js';

/**
 * Reads a JSON body of a known shape.
 * @returns what stands in it, or the answer that says what is wrong with it
 */
export async function readBody<T>(
  context: Context,
  schema: z.ZodType<T>,
): Promise<{ readonly ok: true; readonly body: T } | { readonly ok: false; readonly answer: Response }> {
  let json: unknown;
  try {
    json = await context.req.json();
  } catch {
    const answer = problem(context, 400, 'invalidJson', '请求内容不是有效的 JSON', 'the body is not valid JSON');
    return { ok: false, answer };
  }
  const read = schema.safeParse(json);
  if (read.success) return { ok: true, body: read.data };
  const en = z.prettifyError(read.error);
  const zh = `请求内容不符合要求：${read.error.issues.map(({ path }) => path.join('.') || '（整体）').join('、')}`;
  return { ok: false, answer: problem(context, 400, 'invalidBody', zh, en) };
}
