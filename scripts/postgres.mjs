// A private, throw-away PostgreSQL for the tests: a cluster in a temporary folder, reachable on this machine only.
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** PostgreSQL's own programs: PG_BIN, what PATH has, or where Debian puts them; undefined where there are none. */
export function postgresPrograms() {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [process.env.PG_BIN, ...versions.map((version) => join(debian, version, 'bin'))];
  const onPath = (process.env.PATH ?? '').split(':');
  return [...folders, ...onPath].find(
    (folder) => folder && ['initdb', 'pg_ctl'].every((name) => existsSync(join(folder, name))),
  );
}

/**
 * Starts one; `url` is for the tests, `stop` ends it and removes its folder.
 * @param options.durable whether a commit waits for the disk, as in earnest; by default nothing does
 */
export async function startPostgres(programs, { durable = false } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'hotline-kit-postgres-'));
  const data = join(folder, 'data');
  // PostgreSQL refuses to run as the superuser.
  const isSuperuser = process.getuid?.() === 0;
  const run = (name, ...args) => {
    const [file, ...rest] = [
      ...(isSuperuser ? ['runuser', '-u', 'postgres', '--'] : []),
      join(programs, name),
      ...args,
    ];
    execFileSync(file, rest, { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
  };
  if (isSuperuser) execFileSync('chown', ['postgres:', folder]);
  chmodSync(folder, 0o755);
  const stop = () => {
    try {
      run('pg_ctl', '-D', data, '-m', 'immediate', 'stop');
    } catch {}
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    run('initdb', '-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync');
    const port = await freePort();
    // Nothing here outlives the tests, so nothing need be forced to the disk.
    const settings = [`-k ${folder}`, `-p ${port}`, '-c listen_addresses=127.0.0.1', '-c max_connections=100'];
    const unsafe = durable ? [] : ['-c fsync=off', '-c full_page_writes=off', '-c synchronous_commit=off'];
    run(
      'pg_ctl',
      '-D',
      data,
      '-l',
      join(folder, 'log'),
      '-w',
      '-t',
      '60',
      'start',
      '-o',
      [...settings, ...unsafe].join(' '),
    );
    return { url: `postgres://postgres@127.0.0.1:${port}/postgres`, stop };
  } catch (error) {
    if (existsSync(join(folder, 'log'))) console.error(readFileSync(join(folder, 'log'), 'utf8'));
    stop();
    throw error;
  }
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
