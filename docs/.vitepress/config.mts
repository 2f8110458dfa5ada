import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitepress';

/** The pages of a folder, in the order of their file names, each by its own heading. */
function pagesOf(folder: string) {
  const path = fileURLToPath(new URL(`../${folder}/`, import.meta.url));
  return readdirSync(path)
    .filter((file) => file.endsWith('.md'))
    .sort()
    .map((file) => ({
      text: /^# (.+)$/m.exec(readFileSync(join(path, file), 'utf8'))?.[1] ?? file,
      link: `/${folder}/${file.replace(/\.md$/, '')}`,
    }));
}

export default defineConfig({
  title: 'hotline-kit',
  description: 'Case handling for 12345 government hotlines, as libraries',
  cleanUrls: true,
  themeConfig: {
    search: { provider: 'local' },
    nav: [
      { text: 'Glossary 术语', link: '/glossary' },
      { text: 'Reference', link: '/reference/api/' },
    ],
    sidebar: [
      {
        text: 'Start',
        items: [
          { text: 'What it is', link: '/' },
          ...pagesOf('start'),
          { text: 'Glossary 术语表', link: '/glossary' },
          { text: 'What the cities do', link: '/features' },
        ],
      },
      { text: 'Concepts 原理', items: pagesOf('concepts') },
      { text: 'Guides 指南', items: pagesOf('guides') },
      { text: 'City packs 城市包', items: pagesOf('cities') },
      { text: 'Decisions', items: pagesOf('decisions') },
      {
        text: 'Reference',
        items: [
          { text: 'Facts', link: '/reference/facts' },
          { text: 'The life of a ticket', link: '/reference/life-of-a-ticket' },
          { text: 'Procedure', link: '/reference/procedure' },
          { text: 'Operators', link: '/reference/operators' },
          { text: 'Diagnostics', link: '/reference/diagnostics' },
          { text: 'All packages', link: '/reference/api/' },
        ],
      },
    ],
  },
});
