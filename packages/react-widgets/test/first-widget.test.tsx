import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { renderToString } from 'react-dom/server';
import { expect, test } from 'vitest';
import { urgent } from './dongguan-views.js';
import { Ticket } from './first-widget.js';

const read = (...path: string[]) => readFileSync(join(import.meta.dirname, ...path), 'utf8');

test('the first snippet of the README has ten lines at most, and shows a tracker', () => {
  const snippet = read('first-widget.tsx');
  expect(read('..', 'README.md')).toContain(`\`\`\`tsx\n${snippet}\`\`\``);
  expect(snippet.trim().split('\n').length).toBeLessThanOrEqual(10);
  expect(renderToString(<Ticket view={urgent} />)).toContain('紧急夜间施工噪声');
});
