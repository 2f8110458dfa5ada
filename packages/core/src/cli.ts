#!/usr/bin/env node
import process from 'node:process';
import { preferredLanguage, wantsColor } from '@hotline-kit/rules/command-line';
import { runCommandLine } from './cli/command-line.js';

const { stdout, stderr, env } = process;
const args = process.argv.slice(2);
// The lines of an export and the drawing of its progress would stand in each other.
const isCrowded = args.includes('export') && stdout.isTTY === true;

// A reader such as `head` may close the pipe early.
stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

void runCommandLine(args, {
  out: (text) => stdout.write(text),
  err: (text) => stderr.write(text),
  color: wantsColor(env, stdout.isTTY === true),
  language: preferredLanguage(env, Intl.DateTimeFormat().resolvedOptions().locale),
  ...(stderr.isTTY === true && !isCrowded && { live: stderr }),
  now: () => new Date(),
}).then((code) => {
  process.exitCode = code;
});
