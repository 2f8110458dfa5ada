import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { DeskCommand } from '@hotline-kit/core';
import { beforeAll, describe, expect, test } from 'vitest';
import { at, openSampleDesk } from '../sample-desk.js';
import { canaried, freeFields } from './free-fields.js';
import { type Living, live } from './live.js';
import { type Places, placesOf } from './places.js';
import { lives, pack } from './whole-lives.js';

const golden = fileURLToPath(new URL('where-it-stands.golden.txt', import.meta.url));

test('every field into which people write carries a canary in a life, or takes no word that it does not know', async () => {
  const all = async (living: Pick<Living, 'carried' | 'untold'>) => {
    for (const form of [0, 1]) {
      const desk = await openSampleDesk({ pack });
      for (const name of Object.keys(lives)) await live(desk, name, { confidential: false, form, ...living });
    }
  };
  const carried = new Set<string>();
  await all({ carried });
  expect(carried.size).toBeGreaterThan(200);
  const untold = new Set(freeFields.filter((field) => !carried.has(field)));
  await all({ untold });
  // The halves of a merge are the desk's own: nobody gives them, whatever stands in them.
  const desk = await openSampleDesk({ pack });
  await live(desk, 'hard', { confidential: false, form: 0 });
  for (const type of ['absorb', 'release'] as const) {
    const by = { id: 'platform', role: 'system' } as const;
    const command = { type, ticket: 'hard', data: canaried(type, 0), by, at: at('12:00') } as unknown as DeskCommand;
    if (!(await desk.execute(command)).ok)
      for (const each of freeFields) if (each.startsWith(type)) untold.delete(each);
  }
  expect([...untold]).toEqual([]);
});

/** The reporter, and what leads to them; what they did; what the hotline wrote of them. */
const ofReporter =
  /^(register\.(caller|applicant|source|repeats|splitFrom|facts)|(enquire|rate|praise|withdraw|seekRemedy|callBack)\.|urge\.(reason|applicant)|(merge|unmerge|split|waiveCallback|reopen)\.)/;
const ofOffice = /^(transferClue|checkQuality)\./;
const ofUnits = /^(unit|aboveUnit|assist|events for units)/;
const ofStrangers = /^(strangeUnit|strangeCitizen|public)/;

describe.each([false, true])('where what people write may stand, protected %s', (confidential) => {
  let places: Places;
  beforeAll(async () => {
    places = await placesOf(confidential);
  }, 60_000);
  /** What stands in the places of a name, as far as it is of a kind. */
  const standing = (where: RegExp, what: RegExp = /./) => {
    const found = [...places].filter(([place]) => where.test(place));
    expect(found.length, 'the places are there').toBeGreaterThan(0);
    return [...new Set(found.flatMap(([, fields]) => [...fields]))].filter((field) => what.test(field)).sort();
  };

  test('who called stands nowhere but in what `caller` gives to those who may ask', () => {
    expect(standing(/^(?!.*: caller$)/, /^register\.caller\./)).toEqual([]);
    const may = [...places].filter(([place, fields]) => place.endsWith(': caller') && fields.size > 0);
    expect(may.map(([place]) => place)).toEqual(
      confidential
        ? ['dispatcher: caller', 'applicant: caller']
        : ['hotline: caller', 'dispatcher: caller', 'unit: caller', 'applicant: caller'],
    );
  });

  test('hooks for logs and metrics, refusals, errors and figures hold no word of anybody', () => {
    expect(standing(/^(hooks|figures|refusals and errors)/)).toEqual([]);
  });

  test('clues about a unit and checks of its quality are read by the office alone', () => {
    expect(
      standing(/^(unit|aboveUnit|assist|applicant|otherApplicant|citizenSupervisor|strange|public)/, ofOffice),
    ).toEqual([]);
    expect(standing(/^events for units/, ofOffice)).toEqual([]);
    expect(standing(/^auditor/, ofOffice).length).toBeGreaterThan(4);
  });

  test('who has no part in a ticket reads where it stands and in which area, of a protected one nothing', () => {
    expect(standing(ofStrangers)).toEqual(confidential ? [] : ['register.place.district', 'register.place.street']);
  });

  test('who watches for the public reads the area, what was answered, and their own comments', () => {
    const open = ['comment.text', 'register.place.district', 'register.place.street', 'submitReply.result'];
    expect(standing(/^citizenSupervisor/)).toEqual(confidential ? [] : open);
  });

  test('of several applicants each reads their own', () => {
    expect(standing(/^applicant/, /^register\.applicants\[\]\.id/)).toEqual([]);
    expect(standing(/^otherApplicant/, /^register\.(applicant$|caller)/)).toEqual([]);
    expect(
      standing(/^(applicant|otherApplicant)/, /^(rate\.remark|recuse|requestTermination|markUnreasonable)/),
    ).toEqual([]);
  });

  if (confidential)
    test('the units read nothing that leads to a protected reporter, of what they did, or was written of them', () => {
      expect(standing(ofUnits, ofReporter)).toEqual([]);
      expect(standing(ofUnits, /^(register\.content|submitReply\.result)$/).length, 'and yet the rest').toBe(2);
    });

  if (confidential)
    test('of the hotline, whom the procedure does not name learns no reporter from the log either', () => {
      const ids = /^register\.applicant/;
      expect(standing(/^(hotline|supervisor): (log|export|list|view|timeline)/, ids)).toEqual([]);
      expect(standing(/^auditor: (log|export)/, ids).length).toBeGreaterThan(2);
    });

  test('the whole of it is as reviewed (HOTLINE_WRITE_GOLDEN=1 writes it anew)', () => {
    const name = confidential ? 'protected' : 'open';
    const lines = [...places].map(([place, fields]) => `${name} ${place}: ${inBrief(fields)}`);
    const others = readFileSync(golden, 'utf8')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith(name));
    const text = [...others, ...lines]
      .sort()
      .map((line) => `${line}\n`)
      .join('');
    if (process.env['HOTLINE_WRITE_GOLDEN'] === '1') writeFileSync(golden, text);
    expect(text).toBe(readFileSync(golden, 'utf8'));
  });
});

/** The fields by name, or where nearly all of them stand, those that do not. */
function inBrief(fields: ReadonlySet<string>): string {
  if (fields.size < freeFields.length / 2) return [...fields].sort().join(' ');
  return `all but ${freeFields.filter((field) => !fields.has(field)).join(' ')}`;
}
