import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../src/main.ts', import.meta.url));

/** What a run of the program left. */
export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** A folder for one test file, with a temporary folder of its own for the program. */
export class Workplace {
  readonly folder = mkdtempSync(join(tmpdir(), 'boston-311-test-'));
  readonly #temporary = join(this.folder, 'tmp');

  constructor() {
    mkdirSync(this.#temporary);
  }

  /** What earlier runs left in the temporary folder, but for the cache that the loader of TypeScript keeps there. */
  get left(): readonly string[] {
    return readdirSync(this.#temporary).filter((name) => !name.startsWith('tsx-'));
  }

  /** Writes a file and gives its path. */
  file(name: string, text: string): string {
    const path = join(this.folder, name);
    writeFileSync(path, text);
    return path;
  }

  /** Runs the real program; `onStart` may send it a signal. */
  run(args: readonly string[], onStart?: (child: ChildProcess) => void): Promise<Ran> {
    const child = spawn(process.execPath, ['--conditions=@hotline-kit/source', '--import', 'tsx', main, ...args], {
      env: { ...process.env, TMPDIR: this.#temporary, NO_COLOR: '1' },
    });
    onStart?.(child);
    let out = '';
    let err = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      err += text;
    });
    return new Promise((resolve, reject) => {
      child.on('error', reject).on('close', (code) => resolve({ code, out, err }));
    });
  }

  /** Removes it all. */
  remove(): void {
    rmSync(this.folder, { recursive: true });
  }
}

/** The last line of an output, which is the JSON object. */
export function lastLine(out: string): Record<string, unknown> {
  return JSON.parse(out.trimEnd().split('\n').at(-1) ?? '');
}

/** The header of the city's files. */
export const header =
  'case_enquiry_id,open_dt,target_dt,closed_dt,ontime,case_status,subject,reason,type,queue,department,neighborhood,source';

/** A row of the city's files; what is not given is a pothole that was closed in time. */
export function csvRow(
  given: Partial<Record<'id' | 'open' | 'target' | 'closed' | 'ontime' | 'type' | 'department', string>>,
) {
  const {
    id = '1',
    open = '2011-07-05 10:00:00',
    target = '2011-07-07 10:00:00',
    closed = '2011-07-06 10:00:00',
    ontime = 'ONTIME',
    type = 'Request for Pothole Repair',
    department = 'PWDx',
  } = given;
  const status = closed === '' ? 'Open' : 'Closed';
  return `${id},${open},${target},${closed},${ontime},${status},Public Works Department,Highway Maintenance,${type},PWDx_Contractor,${department},Roxbury,Self Service`;
}
