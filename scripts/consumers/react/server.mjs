import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { ProgressTracker } from '@hotline-kit/react-widgets';
import { createElement } from 'react';
import { renderToString } from 'react-dom/server';

const view = JSON.parse(readFileSync('view.json', 'utf8'));
const html = renderToString(createElement(ProgressTracker, { view }));
assert.ok(html.includes(view.number));
assert.ok(html.includes('aria-current="step"'));
console.log('ok');
