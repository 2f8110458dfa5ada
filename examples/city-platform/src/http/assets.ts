import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { Hono } from 'hono';
import type { Bundle } from '../client/bundle.js';

/** The pages' own styles, in the order in which they stand in one file. */
const sheets = ['words', 'frame', 'parts', 'forms', 'start', 'queue', 'ticket', 'citizen', 'media'] as const;

/** `/assets`: the script, the widgets' styles as they are, the pages' own styles and the icon. */
export async function assets({ client }: Bundle): Promise<Hono> {
  const own = (file: string) => readFile(fileURLToPath(new URL(`../pages/${file}`, import.meta.url)), 'utf8');
  const { resolve } = createRequire(import.meta.url);
  const widgets = (file: string) => readFile(resolve(`@hotline-kit/react-widgets/${file}`), 'utf8');
  const files: readonly (readonly [name: string, mediaType: string, text: string])[] = [
    ['client.js', 'text/javascript; charset=utf-8', client],
    // In a layer between: over the plain elements, under the pages' own classes.
    ['styles.layered.css', 'text/css; charset=utf-8', await widgets('styles.layered.css')],
    ['styles.css', 'text/css; charset=utf-8', await widgets('styles.css')],
    ['base.css', 'text/css; charset=utf-8', await own('styles/base.css')],
    [
      'page.css',
      'text/css; charset=utf-8',
      (await Promise.all(sheets.map((sheet) => own(`styles/${sheet}.css`)))).join('\n'),
    ],
    ['icon.svg', 'image/svg+xml', await own('icon.svg')],
  ];
  const app = new Hono();
  for (const [name, mediaType, text] of files) {
    const tag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`;
    app.get(`/${name}`, (context) => {
      const headers = { 'content-type': mediaType, etag: tag, 'cache-control': 'no-cache' };
      if (context.req.header('if-none-match') === tag) return context.body(null, 304, headers);
      return context.body(text, 200, headers);
    });
  }
  return app;
}
