// Writes src/published-table.ts from the notices in this folder; a test compares both.
//   pnpm --filter @hotline-kit/sla-calendar run add-year NOTICE.json --out holidays/YYYY.json   adds a year, then packs
//   pnpm --filter @hotline-kit/sla-calendar run add-year                                        packs what is there
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const home = fileURLToPath(new URL('..', import.meta.url));
const args = process.argv.slice(2);
if (args.length > 0) {
  const flags = ['--conditions=@hotline-kit/source', '--import', 'tsx', 'src/cli.ts', 'add-year'];
  const { status } = spawnSync(process.execPath, [...flags, ...args], { cwd: home, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}

const day = 86_400_000;
const names = [];
const lines = readdirSync(new URL('.', import.meta.url))
  .filter((file) => file.endsWith('.json'))
  .sort()
  .map((file) => {
    const table = JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8'));
    const { year, source, sourceStatus, papers, statutoryDays, amends, off, work } = table;
    if (!papers?.length) throw new Error(`${file}: name the page of the notice in "papers" (add-year: --paper URL)`);
    if (!sourceStatus) throw new Error(`${file}: "sourceStatus" says whether its text and number were seen`);
    if (/\s/.test(source + papers.join(''))) throw new Error(`${file}: a source and a page are written without spaces`);
    if (amends?.length > 1) throw new Error(`${file}: the table holds one amendment a year`);
    const first = Date.UTC(year - 1, 11, 1);
    const at = (date) => ((Date.parse(date) - first) / day).toString(36).padStart(2, '0');
    const letter = (name) => {
      if (!names.includes(name)) names.push(name);
      return String.fromCharCode(97 + names.indexOf(name));
    };
    const number = new RegExp(`^国办发明电〔${year - 1}〕(\\d+)号$`).exec(source)?.[1];
    const unnamed = work.find(({ name }) => off.filter((holiday) => holiday.name === name).length !== 1);
    if (unnamed) throw new Error(`${file}: ${unnamed.date} names no holiday, or one of several that are called alike`);
    const holidays = off.map(({ name, from, to = from }) => {
      const daysFrom = (date) => (Date.parse(date) - Date.parse(from)) / day;
      const makeups = work.filter((makeup) => makeup.name === name).map(({ date }) => daysFrom(date) + 12);
      if (makeups.some((place) => place < 0 || place > 25)) throw new Error(`${file}: ${name} is made up too far away`);
      const letters = makeups.map((place) => String.fromCharCode(65 + place));
      return letter(name) + at(from) + (daysFrom(to) + 1).toString(36) + letters.join('');
    });
    return [
      year,
      number ?? source,
      sourceStatus,
      papers
        .map((paper) => {
          const [, folder, id] =
            /^https?:\/\/www\.gov\.cn\/zhengce\/zhengceku\/(.*)\/content_(\d+)\.htm$/.exec(paper) ?? [];
          return folder === undefined ? paper : `${folder}:${id}`;
        })
        .join(),
      statutoryDays,
      holidays.join(''),
      ...(amends ?? []).flatMap(({ source, date, what, extraDays }) => [source, date, what, extraDays]),
    ].join(' ');
  });

writeFileSync(
  new URL('../src/published-table.ts', import.meta.url),
  `// Written by holidays/pack.mjs from the notices in that folder; edit those.

/** Names of holidays; a letter in the table is a place in this list. */
export const holidayNames = '${names.join(' ')}'.split(' ');

/**
 * A line for each year: the year, the number of its notice (of the year before) or its source, its status, its papers,
 * statutory days, and holidays: name, first day, counted from 1 December before, and length, in base 36, then a capital
 * for each make-up workday: M is the first day off, L the day before it, N the one after.
 * Then what a later notice changed: its number, its date, what it says, and the days that it adds.
 */
export const packedYears = \`${lines.join('\n')}\`;
`,
);
const biome = spawnSync('biome', ['check', '--write', 'src/published-table.ts'], { cwd: home, stdio: 'ignore' });
if (biome.error) console.error('Format it with: biome check --write src/published-table.ts');
