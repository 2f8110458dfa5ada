import type { Context, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { createMiddleware } from 'hono/factory';
import { secureHeaders } from 'hono/secure-headers';
import { problem } from './problem.js';

/** The largest body that is read, in bytes: no command of a ticket is longer. */
const largestBody = 64 * 1024;

/** Nothing but the platform's own files, no inline scripts or styles, no frames. */
const headers = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    imgSrc: ["'self'"],
    connectSrc: ["'self'"],
    baseUri: ["'none'"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
  },
  referrerPolicy: 'same-origin',
  // Served over plain HTTP on one's own machine.
  strictTransportSecurity: false,
});

/** Only names of this machine: a foreign name that resolves to it (DNS rebinding) must not reach the desk. */
const ownName = (hostnames: ReadonlySet<string>) =>
  createMiddleware(async (context, next) => {
    if (hostnames.has(new URL(context.req.url).hostname)) return next();
    return problem(context, 421, 'foreignHost', '请使用本机地址访问', 'use the address that the platform printed');
  });

/** What changes something comes as JSON from a page of the platform itself, or from a program that is no browser. */
const sameOrigin = createMiddleware(async (context, next) => {
  if (context.req.method === 'GET' || context.req.method === 'HEAD') return next();
  if (comesFromElsewhere(context)) {
    return problem(context, 403, 'foreignOrigin', '请求来自其他网站', 'the request comes from another site');
  }
  if (context.req.header('content-type')?.split(';')[0]?.trim() !== 'application/json') {
    return problem(context, 415, 'notJson', '请以 JSON 提交', 'send JSON with content-type application/json');
  }
  return next();
});

function comesFromElsewhere(context: Context): boolean {
  const { origin } = new URL(context.req.url);
  const site = context.req.header('sec-fetch-site');
  const from = context.req.header('origin');
  return (site !== undefined && site !== 'same-origin') || (from !== undefined && from !== origin);
}

/** What every request passes before anything else sees it. */
export function guards(hostnames: ReadonlySet<string>): readonly MiddlewareHandler[] {
  return [
    headers,
    ownName(hostnames),
    sameOrigin,
    bodyLimit({
      maxSize: largestBody,
      onError: (context) => problem(context, 413, 'tooLarge', '提交的内容过长', `at most ${largestBody} bytes`),
    }),
  ];
}
