import type { Domains } from '../compile/fact-table.js';
import type { TermCalendars } from '../term-operators.js';
import type { Words } from '../vocabulary/label.js';
import type { Matter } from './matters.js';
import { titlesOfDistricts, titlesOfMatters, titlesOfUnits } from './titles.js';
import type { Unit } from './units.js';

/** The lists of a pack, as far as they are known. */
interface PackLists {
  readonly units: readonly Unit[] | undefined;
  readonly matters: readonly Matter[] | undefined;
  readonly channels: Words;
  readonly calendars: TermCalendars;
  readonly clocks?: readonly string[];
  readonly evidence?: readonly string[];
  readonly milestones?: readonly string[];
}

/** What the documents of a pack may name. A list that is not known is not checked against. */
export function packDomains({ units, matters, channels, calendars, clocks, evidence, milestones }: PackLists): Domains {
  return {
    calendars,
    ...(units && {
      units: new Set(units.map(({ id }) => id)),
      districts: new Set(units.flatMap(({ district }) => district ?? [])),
      related: units,
    }),
    ...(matters && { matters: new Set(matters.map(({ code }) => code)) }),
    trees: {
      ...(units && { units: new Map(units.map(({ id, parent }) => [id, parent])) }),
      ...(matters && { matters: new Map(matters.map(({ code, parent }) => [code, parent])) }),
    },
    channels: new Set(Object.keys(channels)),
    titles: (list) => {
      if (list === 'units') return titlesOfUnits(units ?? []);
      if (list === 'districts') return titlesOfDistricts(units ?? []);
      if (list === 'matters') return titlesOfMatters(matters ?? []);
      return new Map(Object.entries(channels).map(([channel, { zh }]) => [zh, channel]));
    },
    ...(clocks && { clocks: new Set(clocks) }),
    ...(evidence && { evidence: new Set(evidence) }),
    ...(milestones && { milestones: new Set(milestones) }),
  };
}
