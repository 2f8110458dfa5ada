#!/usr/bin/env node
import process from 'node:process';
import * as z from 'zod';
import { runCommandLine } from './cli/command-line.js';
import { preferredLanguage, wantsColor } from './cli/surroundings.js';

const { stdout, stderr, env } = process;

// A command reads each file once: writing functions for its schemas would cost more than they save.
z.config({ jitless: true });

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
  ...(stderr.isTTY === true && { live: stderr }),
}).then((code) => {
  process.exitCode = code;
});
