import { fileURLToPath } from 'node:url';
import { type BuildOptions, build } from 'esbuild';
import type { PageProps } from '../pages/document.js';

/** The pages, ready to be served. */
export interface Bundle {
  /** The script that brings a served page to life. */
  readonly client: string;
  /** Renders a page on the server. */
  readonly render: (props: PageProps) => string;
}

const common: BuildOptions = {
  bundle: true,
  write: false,
  format: 'esm',
  charset: 'utf8',
  jsx: 'automatic',
  logLevel: 'silent',
  conditions: ['@hotline-kit/source'],
  define: { 'process.env.NODE_ENV': '"production"' },
};

/**
 * Bundles the pages for the browser, and once more for the server, so that both run the very same components whatever
 * runs this file. It takes the place of a build step.
 */
export async function bundlePages(): Promise<Bundle> {
  const [client, server] = await Promise.all([
    textOf({ ...common, entryPoints: [pathOf('browser.tsx')], platform: 'browser', target: 'es2020', minify: true }),
    textOf({
      ...common,
      entryPoints: [pathOf('server-render.tsx')],
      platform: 'neutral',
      mainFields: ['module', 'main'],
    }),
  ]);
  const url = `data:text/javascript;base64,${Buffer.from(server).toString('base64')}`;
  const { render } = (await import(/* @vite-ignore */ url)) as Pick<Bundle, 'render'>;
  return { client, render };
}

async function textOf(options: BuildOptions): Promise<string> {
  const { outputFiles } = await build(options);
  return outputFiles?.[0]?.text ?? '';
}

function pathOf(file: string): string {
  return fileURLToPath(new URL(file, import.meta.url));
}
