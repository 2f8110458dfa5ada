import { defineConfig } from 'tsup';

export default defineConfig({
  entry: [
    'src/index.ts',
    'src/assessment.ts',
    'src/cli.ts',
    'src/cloud-events.ts',
    'src/storage-postgres.ts',
    'src/storage-sqlite.ts',
    'src/testing.ts',
    'src/view.ts',
  ],
  format: ['esm', 'cjs'],
  target: 'es2022',
  platform: 'node',
  // tsup 8.5 sets the deprecated baseUrl itself; TypeScript 6 refuses it without this.
  dts: { compilerOptions: { ignoreDeprecations: '6.0', composite: false } },
  sourcemap: true,
  clean: true,
  treeshake: true,
  // Both formats share their chunks, so that an error class of one door is the same in another.
  splitting: true,
  // Gives the CommonJS build the address of its own file, from which the manifest is found.
  shims: true,
});
