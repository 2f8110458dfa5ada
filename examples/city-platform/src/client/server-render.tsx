import { renderToString } from 'react-dom/server.edge';
import { HtmlDocument, type PageProps } from '../pages/document.js';

/** A page as HTML. React's server for the edge: the browser's own holds a message port open, and Node with it. */
export function render(props: PageProps): string {
  const json = JSON.stringify(props);
  return `<!doctype html>${renderToString(<HtmlDocument {...props} json={json} />)}`;
}
