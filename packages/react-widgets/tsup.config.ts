import { readFile, writeFile } from 'node:fs/promises';
import { defineConfig } from 'tsup';

/**
 * Next to React Server Components, every widget and hook runs on the client. The directive counts only as the first
 * statement of a file: written last, since tree-shaking drops it and the CommonJS form puts itself before it.
 */
const onClient = {
  name: 'use-client',
  async buildEnd({ writtenFiles }: { writtenFiles: readonly { readonly name: string }[] }) {
    for (const { name } of writtenFiles) {
      if (/\.c?js$/.test(name)) await writeFile(name, `'use client';${await readFile(name, 'utf8')}`);
    }
  },
};

export default defineConfig([
  {
    entry: ['src/index.ts', 'src/hooks.ts'],
    format: ['esm', 'cjs'],
    target: 'es2020',
    platform: 'browser',
    plugins: [onClient],
    treeshake: true,
    // Both formats share their chunks, so that hooks of one door know the provider of the other.
    splitting: true,
    dts: {
      compilerOptions: {
        // tsup 8.5 sets the deprecated baseUrl itself; TypeScript 6 refuses it without this.
        ignoreDeprecations: '6.0',
        composite: false,
        rootDir: '../..',
        lib: ['es2022', 'dom'],
        // The shapes of the data are written into the declarations: a page that shows tickets needs no core.
        // Taken by path they count as our own; taken by name they would stay an import.
        paths: {
          '@hotline-kit/core/view': ['../core/src/view.ts'],
          '@hotline-kit/rules': ['../rules/src/index.ts'],
          '@hotline-kit/sla-calendar': ['../sla-calendar/src/index.ts'],
        },
      },
    },
    esbuildOptions(options) {
      options.charset = 'utf8';
    },
    sourcemap: true,
    clean: true,
  },
  {
    entry: ['src/styles.css', 'src/styles.layered.css'],
    target: 'chrome86',
  },
]);
