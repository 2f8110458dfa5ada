import { dutiesOf, dutyProblems, permit } from '@hotline-kit/rules';
import { describe, expect, it } from 'vitest';
import { faultsOf, packWith } from './pack-with.js';

const fields = { siteReport: { zh: '现场报告', en: 'site report' }, reason: { zh: '退单理由' } };

/** What a refusal of a return says is missing. */
function refusal(procedure: object): readonly { zh: string; en: string }[] {
  const permission = permit(packWith(procedure).procedure, 'requestReturn', {}, {});
  return permission.ok ? [] : permission.problems.map(({ text }) => text);
}

describe('a pack names the data fields of commands', () => {
  it('its own, and the usual ones in words of its own', () => {
    expect(refusal({ return: { requires: ['siteReport', 'reason', 'basis'] }, fields })).toEqual([
      { zh: '缺少现场报告。', en: 'The site report is missing.' },
      { zh: '缺少退单理由。', en: 'The 退单理由 is missing.' },
      { zh: '缺少依据。', en: 'The basis is missing.' },
    ]);
  });

  it('what it does not name stands for itself', () => {
    expect(refusal({ return: { requires: ['siteReport'] } })).toEqual([
      { zh: '缺少siteReport。', en: 'The siteReport is missing.' },
    ]);
  });

  it('where evidence or a duty to inform lacks them, too', () => {
    const { procedure } = packWith({
      return: { evidence: ['photo'], inform: [{ id: 'tell', to: 'citizen', parts: ['siteReport'] }] },
      evidence: { photo: { title: { zh: '照片' }, requires: ['siteReport'] } },
      fields,
    });
    const lacking = permit(procedure, 'requestReturn', {}, { evidence: [{ kind: 'photo' }] });
    expect(lacking.ok ? [] : lacking.problems.map(({ text }) => text.zh)).toEqual(['证据“照片”缺少现场报告。']);
    const [duty] = dutiesOf(procedure, 'approveReturn', {}, {});
    if (duty === undefined) throw new Error('no duty to inform');
    expect(dutyProblems(duty, {}, { data: {} }, procedure.fields).map(({ remedy }) => remedy.zh)).toEqual([
      '请填写现场报告。',
    ]);
  });

  it('by names of data fields only', () => {
    expect(faultsOf({ fields: { 'site report': { zh: '现场报告' } } })).toEqual([
      expect.stringMatching(/^procedure\.json#\/fields\/site report wrongName$/),
    ]);
    expect(faultsOf(JSON.parse('{"fields":{"constructor":{"zh":"x"}}}'))[0]).toMatch(/forbiddenKey/);
  });
});
