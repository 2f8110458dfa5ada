#!/usr/bin/env node
import process from 'node:process';
import { preferredLanguage, wantsColor } from '@hotline-kit/rules/command-line';
import { runCommandLine } from './cli/command-line.js';

const { stdout, stderr, env } = process;

// A reader such as `head` may close the pipe early.
stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

void runCommandLine(process.argv.slice(2), {
  out: (text) => stdout.write(text),
  err: (text) => stderr.write(text),
  color: wantsColor(env, stdout.isTTY === true),
  language: preferredLanguage(env, Intl.DateTimeFormat().resolvedOptions().locale),
  now: () => new Date(),
}).then((code) => {
  process.exitCode = code;
});
