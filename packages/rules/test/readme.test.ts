import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format } from 'node:util';
import * as rules from '@hotline-kit/rules';
import * as decide from '@hotline-kit/rules/decide';
import * as node from '@hotline-kit/rules/node';
import { describe, expect, it } from 'vitest';

const root = new URL('../', import.meta.url);
const readme = readFileSync(new URL('README.md', root), 'utf8');

type Module = Readonly<Record<string, unknown>>;

const modules: Readonly<Record<string, Module>> = {
  '@hotline-kit/rules': rules,
  '@hotline-kit/rules/decide': decide,
  // The snippets run in the package's folder, wherever the tests were started.
  '@hotline-kit/rules/node': {
    ...node,
    loadCityPack: (folder: string) => node.loadCityPack(fileURLToPath(new URL(folder, root))),
  },
};

const AsyncFunction = (async () => {}).constructor as new (
  ...parameters: string[]
) => (modules: Readonly<Record<string, Module>>, console: { log: (...values: unknown[]) => void }) => Promise<void>;

const snippets = [...readme.matchAll(/```js\n([\s\S]*?)```\s+```text\n([\s\S]*?)```/g)].map(
  ([, code = '', output = '']) => ({
    code,
    output,
  }),
);

describe('the README', () => {
  it('has an example for each thing that people do', () => {
    expect(snippets).toHaveLength(8);
  });

  it.each(snippets)('prints what it says: $output', async ({ code, output }) => {
    const body = code.replaceAll(/import \{([^}]+)\} from '([^']+)';/g, "const {$1} = modules['$2'];");
    const lines: string[] = [];
    await new AsyncFunction('modules', 'console', body)(modules, {
      log: (...values) => lines.push(format(...values)),
    });
    expect(`${lines.join('\n')}\n`).toBe(output);
  });
});
