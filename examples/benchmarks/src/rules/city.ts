/** Districts of the generated city. */
const DISTRICTS = 33;
const CHANNELS = ['phone', 'web', 'wechat', 'app', 'counter', 'mailbox'] as const;
const TAGS = ['noise', 'water', 'road', 'school'] as const;
const STREETS = 12;

/** The facts of one ticket: what every contestant decides on. */
export type CityFacts = {
  readonly matterCode: string;
  readonly area: string;
  readonly road: string;
  readonly channel: string;
  readonly kind: string;
  readonly tags: readonly string[];
  readonly amount: number;
  readonly urgent: boolean;
  readonly repeats: number;
  readonly returns: number;
  readonly overdueHours: number;
  readonly handleState: string;
};

/** A comparison in words that every contestant has. */
export type Test =
  | { readonly is: 'equal' | 'notEqual'; readonly fact: keyof CityFacts; readonly value: string | boolean }
  | { readonly is: 'in'; readonly fact: keyof CityFacts; readonly value: readonly string[] }
  | { readonly is: 'contains'; readonly fact: keyof CityFacts; readonly value: string }
  | { readonly is: 'atLeast' | 'above'; readonly fact: keyof CityFacts; readonly value: number }
  | { readonly is: 'any'; readonly parts: readonly Test[] };

/** A rule: all its tests must hold. */
export interface CityRule {
  readonly id: string;
  readonly tests: readonly Test[];
  readonly outcome: { readonly type: 'unit' | 'step'; readonly params: Readonly<Record<string, string | number>> };
}

/** One rule in ten asks for more than the matter and the district. */
const extras: readonly ((n: number) => Test)[] = [
  (n) => ({ is: 'atLeast', fact: 'amount', value: n % 7 }),
  (n) => ({ is: 'in', fact: 'channel', value: [0, 1, 2].map((step) => at(CHANNELS, n + step)) }),
  (n) => ({ is: 'contains', fact: 'tags', value: at(TAGS, n) }),
  (n) => ({
    is: 'any',
    parts: [
      { is: 'equal', fact: 'urgent', value: true },
      { is: 'atLeast', fact: 'repeats', value: 1 + (n % 3) },
    ],
  }),
  (n) => ({ is: 'notEqual', fact: 'channel', value: at(CHANNELS, n) }),
  (n) => ({ is: 'in', fact: 'road', value: [0, 1, 2, 3].map((step) => `s${(n + step) % STREETS}`) }),
];

/** Routing rules for matter × district. */
function routingRules(count: number): CityRule[] {
  return Array.from({ length: count }, (_, n) => ({
    id: `r${n}`,
    tests: [
      { is: 'equal', fact: 'matterCode', value: matterOf(n) },
      { is: 'equal', fact: 'area', value: areaOf(n) },
      ...(n % 10 === 0 ? [at(extras, n / 10)(n / 10)] : []),
    ],
    outcome: { type: 'unit', params: { unit: `u${n % 97}` } },
  }));
}

/** 50 rules on the history of a ticket: whatever its matter and district. */
function historyRules(): CityRule[] {
  return Array.from({ length: 50 }, (_, n) => ({
    id: `e${n}`,
    tests: [
      { is: 'atLeast', fact: 'returns', value: n % 5 },
      n % 3 === 0
        ? { is: 'equal', fact: 'handleState', value: n % 2 === 0 ? 'breached' : 'running' }
        : { is: 'above', fact: 'overdueHours', value: n },
      ...(n % 5 === 0 ? [{ is: 'atLeast', fact: 'repeats', value: n % 4 } as const] : []),
    ],
    outcome: { type: 'step', params: { level: n % 3 } },
  }));
}

/** A city of a given number of routing rules, and 50 on the history of a ticket. */
export function cityRules(routing: number): readonly CityRule[] {
  return [...routingRules(routing), ...historyRules()];
}

/** The unit of a matter in a district, for who looks up nothing else: of several rules the first without a condition. */
export function unitTable(rules: readonly CityRule[]): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const table = new Map<string, Map<string, string>>();
  for (const { tests, outcome } of rules) {
    const [matter, area] = tests;
    if (matter?.is !== 'equal' || area?.is !== 'equal' || area.fact !== 'area') continue;
    const byArea = table.get(String(matter.value)) ?? new Map<string, string>();
    byArea.set(String(area.value), String(outcome.params.unit));
    table.set(String(matter.value), byArea);
  }
  return table;
}

/** Facts spread over the rules of a city, as they come from a request: parsed from JSON. */
export function cityFacts(routing: number, count: number): readonly CityFacts[] {
  const facts = Array.from({ length: count }, (_, n): CityFacts => {
    const rule = (n * 7919) % routing;
    return {
      matterCode: matterOf(rule),
      area: areaOf(rule),
      road: `s${n % STREETS}`,
      channel: at(CHANNELS, n),
      kind: n % 3 === 0 ? 'complaint' : 'help',
      tags: n % 2 === 0 ? [at(TAGS, n / 2)] : [at(TAGS, n), 'other'],
      amount: n % 9,
      urgent: n % 11 === 0,
      repeats: n % 4,
      returns: n % 5,
      overdueHours: (n * 7) % 40,
      handleState: n % 3 === 0 ? 'breached' : 'running',
    };
  });
  return JSON.parse(JSON.stringify(facts));
}

function matterOf(rule: number): string {
  return `m${Math.floor(rule / DISTRICTS)}`;
}

function areaOf(rule: number): string {
  return `d${rule % DISTRICTS}`;
}

function at<Item>(list: readonly Item[], index: number): Item {
  return list[index % list.length] as Item;
}
