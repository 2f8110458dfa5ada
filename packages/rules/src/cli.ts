#!/usr/bin/env node
import process from 'node:process';
import { runCommandLine } from './cli/command-line.js';

const isTerminal = process.stdout.isTTY === true;
const { LC_ALL, LANG, NO_COLOR } = process.env;

// A reader such as `head` may close the pipe early.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

void runCommandLine(process.argv.slice(2), {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  color: isTerminal && (NO_COLOR === undefined || NO_COLOR === ''),
  language: (LC_ALL ?? LANG ?? '').startsWith('zh') ? 'zh' : 'en',
}).then((code) => {
  process.exitCode = code;
});
