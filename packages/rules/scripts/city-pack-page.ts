import {
  CHANNELS,
  COMMANDS,
  EVENT_TYPES,
  type Label,
  OUTCOME_TYPES,
  PACK_FILES,
  type PackFile,
  RECIPIENTS,
  ROLES,
  TICKET_STATES,
  TICKET_TYPES,
  UNIT_KINDS,
  type Words,
  wordsOf,
} from '@hotline-kit/rules';
import { code, page, row, table } from './markdown.js';

/** What each outcome takes, an example each. */
const OUTCOMES: Readonly<Record<keyof typeof OUTCOME_TYPES, string>> = {
  route: '{ "unit": "east", "assists": ["water"] }',
  assist: '{ "units": ["water"] }',
  tag: '{ "tag": "媒体关注" }',
  startClock: '{ "clock": "contact" }',
  urge: '{ "unit": "east", "to": ["superior"] }',
  supervise: '{ "level": 1, "office": "supervision-office" }',
  notify: '{ "roles": ["unitLeader"], "text": { "zh": "…" } }',
  instruct: '{ "role": "cityLeader", "text": { "zh": "…" } }',
  account: '{ "subject": "unit", "ground": "late", "points": 1 }',
};

const TERMS: readonly (readonly [kind: string, example: string, meaning: string])[] = [
  [
    'elapsed',
    '{ "kind": "elapsed", "amount": 30, "unit": "minute" }',
    '自然时间，昼夜不停 time by the clock, day and night',
  ],
  ['workingTime', '{ "kind": "workingTime", "amount": 4, "unit": "hour" }', '工作时间 working time only'],
  ['workingDays', '{ "kind": "workingDays", "amount": 5 }', '工作日，调休上班计入 working days, make-up days included'],
  ['naturalDays', '{ "kind": "naturalDays", "amount": 15 }', '自然日，末日逢休顺延 days; a last day off moves on'],
  ['naturalMonths', '{ "kind": "naturalMonths", "amount": 1 }', '自然月 months'],
  ['sameDay', '{ "kind": "sameDay", "cutoff": "16:00" }', '当日；逾时收到算次日 the same day; received late, the next'],
  ['nextDay', '{ "kind": "nextDay" }', '次日 the next day'],
];

/** What each file of a pack holds, and whether a pack needs it. */
const HOLDS: Readonly<Record<PackFile, readonly [holds: string, needed: string]>> = {
  'pack.json': ['本包：编号、上级、日历、兜底单位 what the pack is, its parent, its defaults', '是 yes'],
  'conditions.json': ['各文件共用的命名条件 conditions by name, for all files', ''],
  'calendar.json': ['日历 working time', ''],
  'units.json': ['单位树 the units', '无上级时 without a parent'],
  'matters.csv': ['事项目录 what people call about', ''],
  'tags.csv': ['标签库 the tags of the city, and the words that tell them', ''],
  'implementation-list.csv': ['事项 × 区县 → 主办、协办 who handles what where', ''],
  'routing.rules.json': ['派单规则 what the list cannot say', ''],
  'escalation.rules.json': ['超时、重复之后怎么办 what follows when a clock is breached or a call repeats', ''],
  'procedure.json': ['[规程](./procedure.md) what may be done, by whom, when', '无上级时 without a parent'],
  'clocks.json': ['时限 the clocks', '无上级时 without a parent'],
  'assessment.json': ['考核指标 metrics', ''],
  'open311.json': ['与 Open311 的对应 how states appear in Open311', ''],
  'SOURCES.md': ['每个数字的出处 where each number comes from', '是 yes'],
};

const FOLDERS: readonly (readonly [file: string, holds: string, needed: string])[] = [
  ['`tests/*.json`', '测试 what must come out', ''],
  ['`scenarios/*.json`', '情景：整张工单的经过 whole lives, run by `hotline-desk scenario`', ''],
];

/** The commands of the usual way through a life: who gives them, and what they bring. */
const USUAL_WAY: readonly (readonly [command: string, by: string, data: string])[] = [
  [
    'register',
    'agent',
    '{ "channel": "phone", "type": "complaint", "matter": "noise", "content": "…", "place": { "district": "east" }, "urgent": true }',
  ],
  ['dispatch', 'dispatcher', '{} · { "lead": "east", "assists": ["water"] }'],
  ['sign', 'unitClerk, handler', '{}'],
  ['requestReturn', 'handler', '{ "reason": "…", "evidence": [{ "kind": "duties-list" }] }'],
  ['approveReturn', 'dispatcher', '{}'],
  ['accept', 'handler', '{}'],
  ['contactCitizen', 'handler', '{ "method": "phone", "reached": true }'],
  ['recordProgress', 'handler', '{ "text": "…", "milestone": "expert-report" }'],
  ['requestExtension', 'handler', '{ "term": { "kind": "workingDays", "amount": 2 }, "reason": "…" }'],
  ['approveExtension', 'unitLeader', '{}'],
  ['submitReply', 'handler', '{ "result": "…", "solved": "yes" }'],
  ['approveReply', 'unitLeader', '{}'],
  ['callBack', 'callbackOfficer', '{ "method": "phone", "reached": true }'],
  ['rate', 'callbackOfficer', '{ "solved": "yes", "satisfaction": 5, "contacted": true }'],
  ['redispatch', 'callbackOfficer', '{ "reason": "…" }'],
  ['close', 'callbackOfficer', '{}'],
];

/** The page on the files of a city pack: what each holds, with an example, and the words that they use. */
export function cityPack(): string {
  return page(
    'City pack 规则包',
    'For those who write the rules of a city: the files of a pack, what each can say, and the words that they use.',
    `A pack is a folder of data. Every file may begin with \`"$schema"\`; \`hotline-rules schema FOLDER --out schemas\` writes schemas
that know the pack's own facts, units and matters, with every key. \`hotline-rules check FOLDER\` tells what is wrong, and where.`,
    '## Files',
    [
      ...table('file', '内容 holds', '必需 needed'),
      ...PACK_FILES.map((file) => row(code(file), ...HOLDS[file])),
      ...FOLDERS.map((cells) => row(...cells)),
    ].join('\n'),
    `A pack with a \`parent\` takes from it whatever it does not say itself: province, city, district, town. Units, matters, rows of
the list, clocks, conditions and sections are taken one by one, by their ids; a rule file as a whole. \`fixed\` in the parent's
\`pack.json\` names what may not be overridden: \`["procedure.extension", "clocks.handle"]\`.`,
    '## `pack.json`',
    json(`{
  "format": 1, "id": "my-city", "version": "2026.1", "title": { "zh": "本市", "en": "My City" },
  "parent": "../my-province",
  "calendar": "office", "effective": { "from": "2026-01-01" },
  "hotline": "hotline-centre", "fallbackUnit": "hotline-centre",
  "numbering": { "prefix": "MC" },
  "facts": { "weatherAlert": { "type": "boolean", "default": false, "title": { "zh": "气象预警", "en": "Weather alert" } } },
  "channels": { "tvShow": { "zh": "电视问政", "en": "TV inquiry" } }
}`),
    `\`calendar\` is the one that counts unless a clock names another; \`fallbackUnit\` receives what no rule and no row routes. Facts
that a pack adds have a \`type\` (\`string\`, \`number\`, \`boolean\`, \`array\`, \`object\`), and may have an \`enum\` and a \`default\`.`,
    '## `units.json`',
    json(`{ "units": [
  { "id": "city", "name": { "zh": "本市", "en": "City" }, "kind": "city" },
  { "id": "east", "name": { "zh": "东区" }, "kind": "district", "parent": "city", "district": "east" },
  { "id": "river-town", "name": "河口镇", "kind": "street", "parent": "east", "district": "east", "tags": ["flood"] }
] }`),
    `A tree: \`parent\` is the unit above. \`district\` is the code that tickets carry as the fact \`district\`; the districts of a city are
those that its units name. \`kind\` is one of the kinds [below](#kinds-of-units); \`tags\` are the pack's own.`,
    '## `matters.csv` and `implementation-list.csv`',
    fenced(
      'csv',
      `code,name,parent,type,class,standard,limit,article
noise,噪声扰民,,complaint,,,,
noise-night,夜间噪声,noise,complaint,urgent,,3 workingDays,第十二条`,
    ),
    `The first four columns are needed, in this order; \`class\`, \`standard\`, \`limit\`, \`article\` may follow. \`parent\` is the wider
matter, \`type\` one of the [types](#types-of-tickets), \`limit\` a term of the matter's own for handling.`,
    fenced(
      'csv',
      `matter,district,lead,assists,article
noise,,urban-management,,第二条
noise-night,east,east,urban-management;river-town,第二条`,
    ),
    'An empty `district` means all; a row with the district comes first. Several assisting units are parted by `;`.',
    '## `calendar.json`',
    json(`{ "office": { "zone": "Asia/Shanghai", "holidays": ["cn"], "makeupAs": "mon",
    "weekly": { "mon": [["09:00", "12:00"], ["14:00", "17:30"]], "tue": [["09:00", "12:00"], ["14:00", "17:30"]] } } }`),
    `\`cn\` are the holidays and make-up workdays of the State Council's notices. \`always\`, day and night, is built in. A weekday left
out is closed. [Counting days](../guides/counting-days.md) has seasons, own dates and shifts.`,
    '## `clocks.json`',
    json(`{ "handle": {
    "title": { "zh": "办结", "en": "Handle" },
    "term": [
      { "when": { "all": [{ "fact": "type", "operator": "equal", "value": "consult" }] }, "term": { "kind": "workingDays", "amount": 2 } },
      { "term": { "kind": "workingDays", "amount": 10 } }
    ],
    "start": ["ticket.dispatched"], "stop": ["reply.approved"], "cancel": ["return.approved", "ticket.merged", "ticket.withdrawn"],
    "pause": ["ticket.suspended"], "resume": ["ticket.resumed"],
    "warn": [{ "id": "half", "percent": 50 }],
    "article": "第十条", "basis": "text" } }`),
    `\`when\` says for which tickets the clock runs, asked when it starts; \`calendar\` names another one than the pack's; \`pauses\` is
\`workingTime\` or \`wholeDays\`; \`restart\`: whether a further start event starts it again (it does, unless \`false\`). Events are those
[below](#events); \`clock.due:<clock>\` under \`start\` is the due instant of another clock, and \`progress.recorded:<milestone>\` a
milestone of the procedure. A clock of an id that has a name of its own (\`handle\`, \`sign\`, \`contact\` …) needs no title.`,
    'Terms:',
    [
      ...table('kind', 'example', '含义 meaning'),
      ...TERMS.map(([kind, example, meaning]) => row(code(kind), code(example), meaning)),
    ].join('\n'),
    '## Rules',
    `[Start here](../start/rules-integrator.md) writes one, [decision tables](../guides/decision-tables.md) many at once. Conditions
nest \`all\`, \`any\` and \`not\` around comparisons \`{ "fact", "operator", "value" }\`; \`{ "condition": "name" }\` stands for one of
\`conditions.json\`. What comes out is an \`event\` with a \`type\` and \`params\`:`,
    [
      ...table('type', '中文', 'English', 'params, for example'),
      ...wordsOf(OUTCOME_TYPES).map((type) =>
        row(code(type), OUTCOME_TYPES[type].zh, OUTCOME_TYPES[type].en, code(OUTCOMES[type])),
      ),
    ].join('\n'),
    `Instead of a unit's id, \`unit\`, \`office\`, \`assists\` and \`units\` take what the unit is:
\`{ "kind": "district", "tag": "flood", "district": { "fact": "district" } }\`, each of the three as needed.`,
    '## Parts of `procedure.json`',
    `Its sections stand in their [own reference](./procedure.md). What they are made of:`,
    [
      ...table('form', 'keys'),
      row('ground 情形', keys('id title when requires evidence tell inform points article basis')),
      row(
        'stage 步骤',
        keys('id title when by units window term maximum requires sample flags inform final article basis'),
      ),
      row('duty to inform 告知', keys('id title to copy by on when term parts proof waiver article basis')),
      row('prohibition 禁止 (`forbid`)', keys('when article text remedy')),
      row('rate 频次 (`limits`)', keys('maximum within per when article')),
      row('kind of evidence 证据种类', keys('title media requires article')),
      row('milestone 节点', keys('title outside requires evidence article')),
    ].join('\n'),
    'A ground or a duty that is nothing but an id or a recipient may stand as a text.',
    '## `tests/*.json`',
    json(`{ "tests": [
  { "title": "夜间噪声由东区主办", "facts": { "matter": "noise-night", "district": "east" }, "route": { "lead": "east", "via": "list" } },
  { "title": "超时一级督办", "facts": { "clock.handle.state": "breached" }, "escalate": { "supervise": 1 } },
  { "title": "退单须附依据", "facts": {}, "permit": { "command": "requestReturn", "data": {}, "ok": false, "problems": ["reason"] } },
  { "title": "五个工作日", "facts": {}, "due": { "clock": "handle", "from": "2026-03-02T10:00:00+08:00", "dueAt": "2026-03-09T17:30:00+08:00" } }
] }`),
    `Each has \`facts\` and any of: \`route\` (the lead, or \`{ lead, assists, via, rule }\`), \`outcomes\` and \`escalate\` (outcomes of routing and
escalation by type; \`null\`: none), \`permit\` (\`problems\` are codes or fields), \`due\` (\`null\`: the clock does not start). A rule's own
\`tests\` have \`facts\` and \`expect\`.`,
    '## `scenarios/*.json`',
    json(`{ "scenarios": [ {
    "title": "受理到派单", "basis": "sample",
    "given": [ { "at": "2026-03-02T09:00:00+08:00", "by": { "role": "agent" }, "do": "register",
        "data": { "channel": "phone", "type": "complaint", "matter": "noise", "content": "…", "place": { "district": "east" } } } ],
    "when": { "at": "2026-03-02T09:05:00+08:00", "by": { "role": "dispatcher" }, "do": "dispatch" },
    "expect": { "state": "dispatched", "lead": "urban-management" } } ] }`),
    `Steps \`given\`, then \`when\`; each has \`at\`, \`by\` (\`role\`, for people of a unit also \`unit\`), \`do\` with its \`data\`, or
\`"runDue": true\` for what is due by then. After a step, or at the end, \`expect\` takes \`state\`, \`events\` (all, in order), \`includes\`,
\`refusal\` (its code), \`due\` and \`clocks\` by clock, \`lead\`, \`assists\`, \`supervision\`, \`round\`. A step that expects no refusal must
succeed. \`npx hotline-desk scenario FOLDER\` runs them. In which state each command is legal stands in the
[life of a ticket](./life-of-a-ticket.md); the usual way, and what each brings:`,
    [
      ...table('command', 'role', 'data'),
      ...USUAL_WAY.map(([command, by, data]) => row(code(command), by, code(data))),
    ].join('\n'),
    '## Words',
    ...lists([
      ['Types of tickets', TICKET_TYPES],
      ['Channels', CHANNELS],
      ['Kinds of units', UNIT_KINDS],
      ['Roles', ROLES],
      ['Recipients', RECIPIENTS],
      ['States', TICKET_STATES],
      ['Commands', COMMANDS],
      ['Events', EVENT_TYPES],
    ]),
  );
}

function lists(all: readonly (readonly [title: string, words: Words])[]): readonly string[] {
  return all.flatMap(([title, words]) => [
    `### ${title}`,
    wordsOf(words)
      .map((name) => `${code(name)} ${(words[name] as Label).zh}`)
      .join(' · '),
  ]);
}

function keys(names: string): string {
  return names.split(' ').map(code).join(' ');
}

function json(text: string): string {
  return fenced('json', text);
}

function fenced(language: string, text: string): string {
  return `\`\`\`${language}\n${text}\n\`\`\``;
}
