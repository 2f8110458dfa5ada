import { permit } from '@hotline-kit/rules';
import { describe, expect, it } from 'vitest';
import { fieldSettings, type Say } from './field-settings.js';
import { generalIdeas } from './general-ideas.js';
import { against, manifestWith, packWith } from './pack-with.js';

/** Facts that the pack declares for its own. */
const files = manifestWith({ facts: { happenedOn: { type: 'string' }, askedOn: { type: 'string' } } });

const titled = (list: readonly Say[]) => list.map((say) => [say.quote, say] as const);

describe.each([
  ['settings of the pack', titled(fieldSettings)],
  ['general ideas', titled(generalIdeas)],
] as const)('%s: said without code, and a refusal names everything that is missing, at once', (_, list) => {
  it.each(list)('%s', (_quote, { procedure, command, refused, allowed }) => {
    expect(against(procedure, command, refused.facts, refused.data, files)).toEqual(refused.problems);
    expect(against(procedure, command, allowed.facts, allowed.data, files)).toEqual([]);
  });

  it.each(list)('in both languages, and how to give what is missing: %s', (_quote, { procedure, command, refused }) => {
    const law = packWith(procedure, files).procedure;
    const permission = permit(law, command, refused.facts ?? {}, refused.data ?? {});
    for (const { text, code, remedy } of permission.ok ? [] : permission.problems) {
      expect(text.zh).toMatch(/[\u4e00-\u9fff].*。?$/);
      // What a pack says in Chinese only is shown as it is.
      if (text.en !== text.zh) expect(text.en).toMatch(/^[A-Z].*\.$|^[A-Z][^.]*$/);
      if (code === 'missing') expect(remedy?.zh).toMatch(/^请填写/);
    }
  });
});

it('all eighteen settings and fifteen ideas are here', () => {
  expect([fieldSettings.length, generalIdeas.length]).toEqual([18, 15]);
});
