import type { Refusal } from '@hotline-kit/core';
import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';

/** Why a request is not carried out: the shape of core's refusals, so that a page shows both alike. */
interface Problem {
  readonly ok: false;
  readonly refusal: Refusal;
}

/** Answers with a problem of the platform's own. */
export function problem(
  context: Context,
  status: ContentfulStatusCode,
  code: string,
  zh: string,
  en: string,
): Response {
  const body: Problem = { ok: false, refusal: { code, text: { zh, en } } };
  return context.json(body, status);
}

const statuses: Readonly<Record<string, ContentfulStatusCode>> = {
  notAuthorised: 403,
  ticketUnknown: 404,
  illegalInState: 409,
  versionConflict: 409,
  ticketExists: 409,
};

/** Answers with core's refusal, word for word. */
export function refused(context: Context, refusal: Refusal): Response {
  const status = Object.hasOwn(statuses, refusal.code) ? statuses[refusal.code] : undefined;
  const body: Problem = { ok: false, refusal };
  return context.json(body, status ?? 422);
}
