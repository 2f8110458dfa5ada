import { defineConfig } from 'tsup';

export default defineConfig([
  {
    entry: ['src/index.ts', 'src/hooks.ts'],
    format: ['esm', 'cjs'],
    target: 'es2020',
    platform: 'browser',
    // Next to React Server Components, every widget and hook runs on the client.
    banner: { js: "'use client';" },
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
