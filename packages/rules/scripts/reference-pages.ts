import {
  ADDED_OPERATORS,
  type AddedOperatorName,
  CLOCK_FACTS,
  CLOCK_NAMES,
  CLOCK_SECONDS,
  CODES,
  COMMON_SETTINGS,
  DECORATORS,
  DIMENSIONS,
  type FactDefinition,
  HIT_POLICIES,
  KNOWN_FACTS,
  type Label,
  OPERATORS,
  packSchemas,
  ROW_FACTS,
  ROW_INSTANTS,
  SECTIONS,
  type SectionName,
  STANDING_FACTS,
  type Words,
  wordsOf,
} from '@hotline-kit/rules';
import { cityPack } from './city-pack-page.js';
import { code, page, row, table } from './markdown.js';

function facts(): string {
  const rows = (list: Readonly<Record<string, FactDefinition>>): readonly string[] =>
    Object.entries(list).map(([name, { type, title, description, enum: values, domain, default: byDefault }]) => {
      const allowed =
        values === undefined ? (domain === undefined ? '' : `the pack's ${domain}`) : values.map(code).join(' ');
      const given = byDefault === undefined ? '' : code(JSON.stringify(byDefault));
      return row(code(name), type, title.zh, title.en, allowed, given, both(description));
    });
  const words = (list: Words): readonly string[] =>
    wordsOf(list).map((name) => row(code(name), (list[name] as Label).zh, (list[name] as Label).en));
  const head = table('fact', 'type', '中文', 'English', 'values', 'default', '说明 description');
  return page(
    'Facts 事实',
    'For those who write the rules of a city: what a condition may look at.',
    `Facts are flat: one name, one value. An absent fact takes its default; without one, \`equal\`, \`in\`, \`contains\`,
\`doesNotContain\` and the four comparisons are false, \`notEqual\` and \`notIn\` are true, and \`not\` reverses them. A pack
declares further facts under \`facts\` in \`pack.json\`.`,
    '## Of every ticket',
    [...head, ...rows(KNOWN_FACTS)].join('\n'),
    '## Of each clock',
    `Named \`clock.<id>.<fact>\`, for each clock of the pack. The usual ids: ${wordsOf(CLOCK_NAMES)
      .map((name) => `${code(name)} ${CLOCK_NAMES[name].zh}`)
      .join(', ')}.`,
    [...head, ...rows(CLOCK_FACTS)].join('\n'),
    '## Of each row of an assessment',
    `The filters of \`assessment.json\` (of metrics and of \`clusters\`) look at one row per ticket: the facts above as the ticket stands, and what its whole
life tells. An instant places the row in a period (\`period\`, by default \`registeredAt\`); a clock's own are named
\`clock.<id>.startedAt\`, \`.dueAt\` and \`.stoppedAt\`.`,
    [...head, ...rows({ ...ROW_FACTS, 'clock.<id>.seconds': CLOCK_SECONDS })].join('\n'),
    [...table('instant', '中文', 'English'), ...words(ROW_INSTANTS)].join('\n'),
    'Figures are broken down (`groupBy`) by:',
    [...table('dimension', '中文', 'English'), ...words(DIMENSIONS)].join('\n'),
    '## Of a standing on a board',
    'What the conditions of `consequences` look at: where a unit or a person stands on a board of the assessment.',
    [...head, ...rows(STANDING_FACTS)].join('\n'),
  );
}

const SIDES: Readonly<Record<string, string>> = {
  sameScalar: 'two single values of the same type',
  scalarInList: 'a single value, and a list of such',
  listHasScalar: 'a list, and a single value',
  numbers: 'two numbers',
  tree: 'a matter or a unit, and one name or a list of names',
  range: 'a number, and the list of the lowest and the highest',
  texts: 'a text, and a written text of 1 to 200 characters',
  dates: 'two dates `"2026-03-02"` or instants with offset',
  term: 'two dates, the second with a term',
};

/** A value that each added operator is compared with. */
const EXAMPLES: Readonly<Record<AddedOperatorName, string>> = {
  within: '"noise"',
  between: '[1, 5]',
  containsText: '"噪声"',
  startsWith: '"东城"',
  endsWith: '"路"',
  matchesGlob: '"东城*路*号"',
  dateBefore: '"2026-03-02"',
  dateAfter: '{ "fact": "registeredOn" }',
  sameDate: '{ "fact": "registeredOn" }',
  withinTerm: '{ "fact": "registeredOn", "term": { "kind": "workingDays", "amount": 5 } }',
  beyondTerm: '{ "fact": "registeredOn", "term": { "kind": "workingDays", "amount": 5 }, "calendar": "office" }',
};

function operators(): string {
  const rows = Object.entries(OPERATORS).map(([name, { title, sides }]) =>
    row(code(name), title.zh, title.en, SIDES[sides] ?? ''),
  );
  const added = (Object.keys(ADDED_OPERATORS) as AddedOperatorName[]).map((name) => {
    const { title, sides } = ADDED_OPERATORS[name];
    return row(code(name), title.zh, title.en, SIDES[sides] ?? '', code(EXAMPLES[name]));
  });
  const decorators = Object.entries(DECORATORS).map(([name, { title }]) =>
    row(code(name), title.zh, title.en, code(`${name}:${name.endsWith('Fact') ? 'equal' : 'in'}`)),
  );
  const policies = Object.entries(HIT_POLICIES).map(([name, { zh, en }]) => row(code(name), zh, en));
  return page(
    'Operators 运算符',
    'For those who write the rules of a city: how a condition compares, and which of the rules that hold decide.',
    'An operator that does not suit its two sides is refused when the document is loaded.',
    '## Operators of json-rules-engine',
    'With exactly its meaning.',
    [...table('operator', '中文', 'English', 'compares'), ...rows].join('\n'),
    '## Added operators',
    `An absent fact makes each of them false. \`engineOperators\` registers them with json-rules-engine; \`toEngineRules\` writes
\`within\` as \`in\` with the whole branch, and \`between\` as two comparisons. A date is the whole day in China (+08:00): it is
before another when it is over before that one begins. For \`withinTerm\` and \`beyondTerm\`, the first instant of a date counts,
and the term is counted by a calendar of the pack, by its default one where none is named. In a glob, \`*\` stands for any text;
there are no regular expressions. The portable form of a rule set takes those on texts and dates from the door \`added-operators\`.`,
    [...table('operator', '中文', 'English', 'compares', 'value, for example'), ...added].join('\n'),
    '## Decorators',
    `They stand before the operator, the outermost first: \`not:someFact:in\`. Of the added operators, those on texts take all but
\`swap\`, and the others \`not\` only.`,
    [...table('decorator', '中文', 'English', 'example'), ...decorators].join('\n'),
    '## Hit policies',
    `How many outcomes of one type a decision has, under \`outcomes\` of the document:
\`{ "route": { "hit": "mostSpecific", "by": ["matter", "district"] } }\`.`,
    [...table('hit', '中文', 'English'), ...policies].join('\n'),
  );
}

/** What the lints and tests are. */
const SEVERITIES: Readonly<Record<string, 'error' | 'warning' | 'info'>> = {
  duplicateKey: 'error',
  neverHolds: 'error',
  alwaysHolds: 'warning',
  duplicateRule: 'warning',
  conflictingRules: 'error',
  equallySpecific: 'warning',
  unreachableRule: 'warning',
  subsumedRule: 'warning',
  missingArticle: 'warning',
  missingTest: 'info',
  undated: 'warning',
  unusedCondition: 'warning',
  uncoveredMatter: 'warning',
  overlappingLimits: 'warning',
  unnamedSource: 'info',
  failingTest: 'error',
};

function diagnostics(): string {
  const words = (name: string): readonly string[] => [(CODES[name] as Label).zh, (CODES[name] as Label).en];
  const isLint = (name: string): boolean => Object.hasOwn(SEVERITIES, name);
  const faults = wordsOf(CODES).filter((name) => !isLint(name));
  const lints = wordsOf(CODES).filter(isLint);
  return page(
    'Diagnostics 检查结果',
    'For those who write the rules of a city: what `hotline-rules check` can say.',
    'Each diagnostic names its file, line, column and JSON pointer, and says how to mend it. The codes are stable.',
    '## Faults',
    'Errors, that keep a pack or a rule set from being loaded.',
    [...table('code', '中文', 'English'), ...faults.map((name) => row(code(name), ...words(name)))].join('\n'),
    '## Lints and tests',
    'What can be loaded and is probably not meant. Warnings and infos do not change the exit code.',
    [
      ...table('code', 'severity', '中文', 'English'),
      ...lints.map((name) => row(code(name), SEVERITIES[name] ?? '', ...words(name))),
    ].join('\n'),
  );
}

function procedure(): string {
  const settings = (list: Readonly<Record<string, { readonly meaning: Label }>>): readonly string[] => [
    ...table('key', '含义', 'meaning'),
    ...Object.entries(list).map(([key, { meaning }]) => row(code(key), meaning.zh, meaning.en)),
  ];
  const sections = (Object.keys(SECTIONS) as SectionName[]).flatMap((name): readonly string[] => {
    const { title, meaning, settings: own, ...governed }: SectionSummary = SECTIONS[name];
    const commands = (['asks', 'decides', 'answers'] as const).flatMap((part) =>
      governed[part] === undefined ? [] : `${PARTS[part]} ${governed[part].map(code).join(', ')}`,
    );
    const without = governed.isOptional === true ? 'Without the section, its commands are known too.' : '';
    const takes = governed.takes ?? [];
    const common =
      takes.length === 0
        ? 'Only `article` and `basis`'
        : `Only ${takes.map(code).join(', ')}, \`article\` and \`basis\``;
    const bears =
      commands.length === 0
        ? `${common} of what every section can say: it binds no command.`
        : `${commands.join('; ')}. ${without}`.trim();
    const rows = Object.keys(own).length === 0 ? [] : [settings(own).join('\n')];
    return [`### \`${name}\` ${title.zh}`, `${meaning.zh}。 ${meaning.en}.`, bears, ...rows];
  });
  return page(
    'Procedure 规程',
    'For those who write the rules of a city: what `procedure.json` can say.',
    `The local law of a ticket's life. A section that is absent refuses its commands, unless it says otherwise. Wherever a
value stands, a list of \`{ "when": …, "value": … }\` (for terms \`"term"\`) may stand, chosen by conditions on the facts,
the last without \`when\` as the default; each may have an \`article\` and a \`basis\` of its own, \`text\` or \`sample\`.
Conditions see the facts of the ticket, and the \`ground\`, \`replyKind\` and \`stage\` that the command names.`,
    '## Every section',
    `What a section that binds commands can say, and every entry of \`commands\`, which binds a command beside its section
and may narrow its \`roles\`. A soft limit or ceiling says in \`beyond\` what passing it needs: \`requires\`, \`evidence\`,
\`forbid\`, \`approver\`.`,
    settings(COMMON_SETTINGS).join('\n'),
    `## Sections

What a section requires, proves and forbids binds the commands that *ask*; those that *decide* belong to its \`approver\`.`,
    ...sections,
    '## Parts',
    'What stands in lists. Of a ground or an emergency line the id alone is enough, of a duty its recipient.',
    ...PROCEDURE_PARTS.flatMap(([title, ...path]) => [`### ${title}`, settings(partAt(path)).join('\n')]),
    '## Kinds of evidence, milestones, names of fields',
    `\`evidence\` declares the kinds of evidence of the pack by id (\`title\`, \`media\`, \`requires\`), \`milestones\` its milestones
(\`title\`, \`outside\`, \`requires\`, \`evidence\`): one that is \`outside\` the system is recorded with the time at which it
happened (\`occurredAt\`). A clock reacts to a milestone as \`progress.recorded:<milestone>\`. \`fields\` names data fields of commands for people:
\`{ "siteReport": { "zh": "现场报告", "en": "site report" } }\` makes a refusal say 缺少现场报告.`,
  );
}

/** The parts of a procedure, each with a place where it stands. */
const PROCEDURE_PARTS: readonly (readonly [title: string, ...path: string[]])[] = [
  ['Grounds 情形 (`grounds`, `excluded`, `flags`)', 'refusal', 'grounds'],
  ['Duties to inform 告知义务 (`inform`, `answer`, `report`, `lateOwes`, `feedback`)', 'refusal', 'inform'],
  ['Stages 步骤 (`stages`, `path`)', 'callback', 'stages'],
  ['Kinds of reply 答复种类 (`reply.kinds`)', 'reply', 'kinds'],
  ['Prohibitions 禁止情形 (`forbid`)', 'refusal', 'forbid'],
  ['Consequences 后果 (`consequences`)', 'refusal', 'consequences'],
  ['Rates 频次 (`limits`)', 'urging', 'limits'],
  ['Units in order 单位顺序 (`preference`, `members`, `meanwhile`, `substitute`, `units`)', 'competence', 'preference'],
  ['Receiving levels 承接层级 (`receiving.levels`)', 'receiving', 'levels'],
  ['Supervision levels 督办级别 (`supervision.levels`)', 'supervision', 'levels'],
  ['Measures 措施 (`supervision.measures`)', 'supervision', 'measures'],
  ['Emergency lines 紧急热线 (`emergency.lines`)', 'emergency', 'lines'],
  ['Kinds of evidence 证据种类 (`evidence`)', 'evidence'],
  ['Milestones 节点 (`milestones`)', 'milestones'],
];

interface Shape {
  readonly $defs?: Readonly<Record<string, Shape>>;
  readonly $ref?: string;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly items?: Shape;
  readonly anyOf?: readonly Shape[];
  readonly allOf?: readonly Shape[];
  readonly additionalProperties?: Shape | boolean;
}

/** What a part can say, as the JSON Schema tells it. */
function partAt(path: readonly string[]): Readonly<Record<string, { readonly meaning: Label }>> {
  const root: Shape = packSchemas()['procedure.json'] ?? {};
  const whole = (shape: Shape): Shape => {
    const target = shape.$ref === undefined ? undefined : root.$defs?.[shape.$ref.replace('#/$defs/', '')];
    return { ...(target && whole(target)), ...shape };
  };
  const object = (shape: Shape): Shape | undefined => {
    const { properties, items, anyOf = [], additionalProperties } = whole(shape);
    if (properties !== undefined && !('value' in properties)) return { properties };
    const inner = [items, ...anyOf, ...(typeof additionalProperties === 'object' ? [additionalProperties] : [])];
    const found = inner.flatMap((each) => (each === undefined ? [] : (object(each) ?? [])));
    return found.sort((a, b) => Object.keys(b.properties ?? {}).length - Object.keys(a.properties ?? {}).length)[0];
  };
  const place = path.reduce<Shape>((shape, key) => whole(shape).properties?.[key] ?? {}, root);
  return Object.fromEntries(
    Object.entries(object(place)?.properties ?? {}).map(([key, shape]) => {
      const [zh = '', en = ''] = (whole(shape).description ?? '').split(' · ');
      return [key, { meaning: { zh, en } }];
    }),
  );
}

const PARTS = { asks: 'Asks:', decides: 'Decides:', answers: 'Further:' } as const;

type SectionSummary = {
  readonly title: Label;
  readonly meaning: Label;
  readonly settings: Readonly<Record<string, { readonly meaning: Label }>>;
  readonly isOptional?: boolean;
  readonly takes?: readonly string[];
} & { readonly [Part in keyof typeof PARTS]?: readonly string[] };

function both(label: Label | undefined): string {
  return label === undefined ? '' : `${label.zh} ${label.en}`;
}

/** The generated pages of the reference, by file name. */
export const pages: Readonly<Record<string, string>> = {
  'city-pack.md': cityPack(),
  'facts.md': facts(),
  'operators.md': operators(),
  'procedure.md': procedure(),
  'diagnostics.md': diagnostics(),
};
