// Writes the reference of facts, operators and diagnostics from the code:
//   node --conditions=@hotline-kit/source --import tsx packages/rules/scripts/write-reference.ts
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { pages } from './reference-pages.js';

const folder = fileURLToPath(new URL('../../../docs/reference/', import.meta.url));
mkdirSync(folder, { recursive: true });
for (const [name, text] of Object.entries(pages)) {
  writeFileSync(`${folder}${name}`, text);
  console.log(`docs/reference/${name}`);
}
