import {
  COMMANDS,
  COMMON_SETTINGS,
  type CommandName,
  consequencesOf,
  dutiesOf,
  dutiesOfSection,
  type Facts,
  permit,
  rolesFor,
  SECTIONS,
  type SectionName,
} from '@hotline-kit/rules';
import { describe, expect, it } from 'vitest';
import { equal, faultsOf, packWith, workingDays } from './pack-with.js';

/** What every section can say, each in a form that shows wherever it acts. */
const said: Readonly<Record<string, unknown>> = {
  requires: ['sentinel'],
  evidence: ['sentinel'],
  forbid: [{ when: equal('type', 'praise'), article: 'sentinel' }],
  approver: ['consultationChair'],
  inform: [{ id: 'sentinel', to: 'citizen' }],
  consequences: [{ outcome: { type: 'tag', params: { tag: 'sentinel' } } }],
};

/** A ticket and a command that give every guard a reason to speak. */
const facts: Facts = { type: 'praise', actorRole: 'handler', ceiling: 'beyond' };
const data: Facts = { term: workingDays(3), statutory: workingDays(30) };

/** Whether anything that stands in the section shows in an answer about any command. */
function shows(procedure: Readonly<Record<string, unknown>>, section: SectionName): boolean {
  const { procedure: law } = packWith({ evidence: { sentinel: {} }, ...procedure });
  const answers = (Object.keys(COMMANDS) as CommandName[]).map((command) => [
    permit(law, command, facts, data),
    [facts, { ...facts, ceiling: 'within', beyondLimit: true }].map((each) => rolesFor(law, command, each)),
    dutiesOf(law, command, facts, data),
    consequencesOf(law, command, facts, data),
  ]);
  const ofSection = section === 'statutoryPeriod' ? dutiesOfSection(law, section, facts) : [];
  return /sentinel|consultationChair|approvedBy/.test(JSON.stringify([answers, ofSection]));
}

/** Where guards can stand: every section, and those within others. */
const places: readonly (readonly [SectionName, string, (guards: object) => object])[] = [
  ...(Object.keys(SECTIONS) as SectionName[]).map(
    (section) => [section, section, (guards: object) => ({ [section]: guards })] as const,
  ),
  ['callback', 'callback.waiver', (waiver) => ({ callback: { waiver } })],
  ['extension', 'extension.beyond', (beyond) => ({ extension: { limit: workingDays(1), limitKind: 'soft', beyond } })],
  [
    'handlingLimit',
    'handlingLimit.beyond',
    (beyond) => ({ handlingLimit: { ceiling: workingDays(1), ceilingKind: 'soft', beyond } }),
  ],
];

describe('what every section can say acts wherever it is accepted, and is refused wherever nothing would look at it', () => {
  it.each(places)('%s: %s', (section, place, procedure) => {
    for (const key of Object.keys(COMMON_SETTINGS)) {
      const law = procedure({ [key]: said[key] });
      const pointer = `procedure.json#/${place.replace('.', '/')}/${key}`;
      const faults = faultsOf({ evidence: { sentinel: {} }, ...law });
      if (faults.length > 0) expect(faults, pointer).toEqual([`${pointer} unknownKey`]);
      else expect(shows({ ...law }, section), pointer).toBe(true);
    }
  });

  it('those that a section takes are told where another is written', () => {
    expect(faultsOf({ receiving: { requires: ['reason'] } })).toEqual([
      'procedure.json#/receiving/requires unknownKey',
    ]);
    expect(faultsOf({ receiving: { levels: [{ kinds: ['street'] }], article: '样例', basis: 'sample' } })).toEqual([]);
  });
});

describe('who decides on an extension beyond a soft limit or ceiling takes the place of the usual approver', () => {
  const { procedure } = packWith({
    extension: {
      limit: workingDays(5),
      limitKind: 'soft',
      approver: ['unitLeader'],
      beyond: { approver: ['unitHead'] },
    },
    handlingLimit: { ceiling: workingDays(30), ceilingKind: 'soft', beyond: { approver: ['supervisionOffice'] } },
  });
  it.each([
    [{}, ['unitLeader']],
    [{ beyondLimit: true }, ['unitHead']],
    [{ ceiling: 'beyond' }, ['supervisionOffice']],
    [{ ceiling: 'beyond', beyondLimit: true }, ['supervisionOffice']],
  ] as const)('%o: %o, who may refuse it too', (about, roles) => {
    expect(rolesFor(procedure, 'approveExtension', about)).toEqual(roles);
    expect(rolesFor(procedure, 'rejectExtension', about)).toEqual(roles);
  });
});
