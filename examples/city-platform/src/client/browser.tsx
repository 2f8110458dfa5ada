import { hydrateRoot } from 'react-dom/client';
import { HtmlDocument, type PageProps } from '../pages/document.js';

const json = document.body.dataset.page ?? '';
const { frame, page } = JSON.parse(json) as PageProps;
hydrateRoot(document, <HtmlDocument frame={frame} page={page} json={json} />);

// The choices of the address are kept in cookies by now; a shared or reloaded address should not choose again.
const address = new URL(location.href);
for (const name of ['as', 'lang', 'theme', 'elder']) address.searchParams.delete(name);
if (address.href !== location.href) history.replaceState(null, '', address);
