// Each package has two lists of doors: `exports` (with our sources, for the workspace) and `publishConfig.exports`
// (the built files, for the tarball). A door forgotten in one of them vanishes silently, so they are compared here,
// together with the files behind them and the entries that tsup builds.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const source = '@hotline-kit/source';
const problems = [];

for (const name of readdirSync('packages')) {
  const folder = join('packages', name);
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const built = readFileSync(join(folder, 'tsup.config.ts'), 'utf8');
  const say = (text) => problems.push(`${folder}/package.json: ${text}`);

  const published = manifest.publishConfig?.exports ?? {};
  for (const [door, target] of Object.entries(manifest.exports)) {
    if (!(door in published)) say(`door "${door}" stands in exports but not in publishConfig.exports`);
    if (typeof target === 'string') continue;
    const { [source]: file, ...rest } = target;
    // TypeScript's old resolution knows no `exports`; it finds the types of a door by this table.
    const legacy = manifest.typesVersions?.['*']?.[door.slice(2)]?.[0];
    if (door !== '.' && rest.require && legacy !== rest.require.types) {
      say(`door "${door}" needs typesVersions["*"]["${door.slice(2)}"] = ["${rest.require.types}"]`);
    }
    if (file === undefined) say(`door "${door}" has no "${source}" condition`);
    else if (!existsSync(join(folder, file))) say(`door "${door}": ${file} does not exist`);
    else if (!built.includes(`'${file.slice(2)}'`))
      say(`door "${door}": ${file.slice(2)} is no entry of tsup.config.ts`);
    if (JSON.stringify(rest) !== JSON.stringify(published[door])) {
      say(`door "${door}" differs between exports and publishConfig.exports`);
    }
  }
  for (const door of Object.keys(published)) {
    if (!(door in manifest.exports)) say(`door "${door}" stands in publishConfig.exports but not in exports`);
  }
  for (const command of Object.keys(manifest.publishConfig?.bin ?? manifest.bin ?? {})) {
    if (!manifest.bin?.[command]) say(`command "${command}" is published but has no workspace entry in bin`);
  }
}

for (const problem of problems) console.error(problem);
console.log(problems.length === 0 ? 'all doors agree' : `${problems.length} problems`);
process.exitCode = problems.length === 0 ? 0 : 1;
