import { existsSync } from 'node:fs';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig, type TestProjectConfiguration } from 'vitest/config';

/** Tests read the packages' sources, never an old build: see "exports" in each package.json. */
const conditions = ['@hotline-kit/source'];

const chromium = [process.env['CHROMIUM_PATH'], '/usr/bin/chromium', '/usr/bin/google-chrome'].find(
  (path) => path !== undefined && existsSync(path),
);

const node: TestProjectConfiguration = {
  resolve: { conditions },
  // Vite adds import, require and default itself; given here, Node too would take them for every require().
  ssr: { resolve: { conditions: [...conditions, 'node', 'module'] } },
  test: {
    name: 'node',
    environment: 'node',
    // Files share what their worker has loaded: to load everything anew for each cost more than the tests. So a file
    // changes nothing that another one sees, and hooks stand in test files or in functions that these call.
    isolate: false,
    include: ['packages/*/{src,test}/**/*.test.{ts,tsx}', 'examples/*/{src,test}/**/*.test.ts'],
    exclude: ['**/node_modules/**', 'examples/benchmarks/**', '**/*.browser.test.{ts,tsx}'],
    typecheck: {
      enabled: true,
      // Sources are judged by the types step; here only the type tests themselves.
      ignoreSourceErrors: true,
      include: ['packages/*/{src,test}/**/*.test-d.ts'],
      tsconfig: './tsconfig.test.json',
    },
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
};

/** Widgets are judged in a real browser: layout, keyboard, accessibility tree, print. */
const browser = (executablePath: string): TestProjectConfiguration => ({
  resolve: { conditions: [...conditions, 'module', 'browser', 'development|production'] },
  optimizeDeps: {
    include: [
      'axe-core',
      'react',
      'react-dom/client',
      'react-dom/server',
      'react/jsx-dev-runtime',
      'vitest-browser-react',
    ],
  },
  root: 'packages/react-widgets',
  test: {
    name: 'browser',
    include: ['{src,test}/**/*.browser.test.{ts,tsx}'],
    browser: {
      enabled: true,
      headless: true,
      // One page at a time has the focus.
      fileParallelism: false,
      provider: playwright({
        launchOptions: { executablePath, args: ['--no-sandbox', '--disable-gpu'] },
        // The page around the tests: it must be larger than the tallest picture, or the picture is scaled down.
        ...(process.env['VITE_SCREENSHOTS'] ? { contextOptions: { viewport: { width: 1400, height: 14_000 } } } : {}),
      }),
      instances: [{ browser: 'chromium' }],
      screenshotFailures: false,
    },
  },
});

if (chromium === undefined) {
  if (process.env['CI']) throw new Error('CI runs the browser tests: install chromium or set CHROMIUM_PATH.');
  console.warn('No Chromium found (set CHROMIUM_PATH): the browser tests are left out.');
}

export default defineConfig({
  test: {
    // Of two cores the default would use one.
    maxWorkers: '100%',
    coverage: {
      provider: 'v8',
      include: ['packages/*/src/**/*.{ts,tsx}'],
      exclude: ['**/*.test.{ts,tsx}', '**/*.test-d.ts'],
      reporter: ['text-summary', 'json-summary'],
    },
    projects: chromium === undefined ? [node] : [node, browser(chromium)],
  },
});
