import { defineConfig } from 'vitepress';

const decisions = [
  ['001 A chain of packages', '001-a-chain-of-packages'],
  ['002 Events as the only truth', '002-events-as-truth'],
  ['003 The ticket id is the command id', '003-the-ticket-id-is-the-command-id'],
  ['004 What is due comes before what is decided', '004-due-before-decided'],
  ['005 Where SQLite comes from', '005-where-sqlite-comes-from'],
  ['010 Spreadsheets in the command', '010-spreadsheets-in-the-command'],
  ['011 English in place, Chinese in a phrasebook', '011-english-in-place-chinese-in-a-phrasebook'],
] as const;

const cities = [
  ['广州 Guangzhou', 'guangzhou'],
  ['长沙 Changsha', 'changsha'],
  ['海口 Haikou', 'haikou'],
  ['云浮 Yunfu', 'yunfu'],
  ['东莞 Dongguan', 'dongguan'],
] as const;

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
          { text: 'Rules of a city, without code', link: '/start/rules-integrator' },
          { text: '不写代码，写好一座城市的规则', link: '/start/rules-integrator.zh-CN' },
          { text: 'Glossary 术语表', link: '/glossary' },
          { text: 'What the cities do', link: '/features' },
        ],
      },
      {
        text: 'Guides',
        items: [
          { text: 'Counting days', link: '/guides/counting-days' },
          { text: '怎样数日子', link: '/guides/counting-days.zh-CN' },
          { text: 'Testing a change', link: '/guides/testing-a-change' },
          { text: '改动上线之前怎样试', link: '/guides/testing-a-change.zh-CN' },
          { text: 'The same questions, all libraries', link: '/guides/libraries-compared' },
        ],
      },
      {
        text: 'City packs 城市包',
        items: cities.map(([text, file]) => ({ text, link: `/cities/${file}` })),
      },
      { text: 'Decisions', items: decisions.map(([text, file]) => ({ text, link: `/decisions/${file}` })) },
      {
        text: 'Reference',
        items: [
          { text: 'Facts', link: '/reference/facts' },
          { text: 'The life of a ticket', link: '/reference/life-of-a-ticket' },
          { text: 'Operators', link: '/reference/operators' },
          { text: 'Diagnostics', link: '/reference/diagnostics' },
          { text: 'All packages', link: '/reference/api/' },
        ],
      },
    ],
  },
});
