#!/usr/bin/env node
import { readFileSync, writeFileSync } from 'node:fs';
import { run } from './cli/run.js';

process.exitCode = run(process.argv.slice(2), {
  out: (text) => process.stdout.write(text),
  error: (text) => process.stderr.write(text),
  readFile: (path) => readFileSync(path, 'utf8'),
  // A year that stands is never overwritten in silence.
  writeFile: (path, text) => writeFileSync(path, text, { flag: 'wx' }),
});
