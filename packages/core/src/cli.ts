#!/usr/bin/env node
import process from 'node:process';
import { runCommandLine } from './cli/command-line.js';

const { stdout, stderr } = process;
const { LC_ALL, LC_MESSAGES, LANG, NO_COLOR } = process.env;
const language = LC_ALL || LC_MESSAGES || LANG || Intl.DateTimeFormat().resolvedOptions().locale;

// A reader such as `head` may close the pipe early.
stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

void runCommandLine(process.argv.slice(2), {
  out: (text) => stdout.write(text),
  err: (text) => stderr.write(text),
  color: stdout.isTTY === true && !NO_COLOR,
  language: language.startsWith('zh') ? 'zh' : 'en',
  now: () => new Date(),
}).then((code) => {
  process.exitCode = code;
});
