import stringify from 'json-stringify-pretty-compact';

/** The files of the smallest pack worth editing, by path. All its numbers are samples, and say so. */
export function starterPack(id: string): Readonly<Record<string, string>> {
  const name = /^[\p{L}\p{N}_][\p{L}\p{N}_.-]*$/u.test(id) ? id : 'my-city';
  const files: Readonly<Record<string, unknown>> = {
    'pack.json': {
      format: 1,
      id: name,
      version: '2026.1',
      title: { zh: name, en: name },
      calendar: 'office',
      effective: { from: '2026-01-01' },
      hotline: 'hotline-centre',
      fallbackUnit: 'hotline-centre',
      numbering: { prefix: 'CS' },
    },
    'calendar.json': {
      office: {
        zone: 'Asia/Shanghai',
        holidays: ['cn'],
        weekly: Object.fromEntries(
          ['mon', 'tue', 'wed', 'thu', 'fri'].map((day) => [
            day,
            [
              ['09:00', '12:00'],
              ['14:00', '17:30'],
            ],
          ]),
        ),
        makeupAs: 'mon',
      },
    },
    'units.json': {
      units: [
        { id: 'city', name: { zh: '本市', en: 'City' }, kind: 'city' },
        { id: 'hotline-centre', name: { zh: '12345热线中心', en: 'Hotline Centre' }, kind: 'hotline', parent: 'city' },
        {
          id: 'urban-management',
          name: { zh: '市城管局', en: 'Urban Management' },
          kind: 'department',
          parent: 'city',
        },
        { id: 'east', name: { zh: '东区', en: 'East District' }, kind: 'district', parent: 'city', district: 'east' },
        { id: 'west', name: { zh: '西区', en: 'West District' }, kind: 'district', parent: 'city', district: 'west' },
      ],
    },
    'routing.rules.json': {
      id: `${name}-routing`,
      version: '2026.1',
      effective: { from: '2026-01-01' },
      outcomes: { route: { hit: 'first' } },
      rules: [
        {
          id: 'urgent-noise-to-district',
          title: { zh: '紧急噪声诉求由属地主办', en: 'Urgent noise goes to the district' },
          article: '样例办法第三条',
          basis: 'sample',
          priority: 10,
          conditions: {
            all: [
              { fact: 'matter', operator: 'within', value: 'noise' },
              { fact: 'urgent', operator: 'equal', value: true },
            ],
          },
          event: {
            type: 'route',
            params: { unit: { kind: 'district', district: { fact: 'district' } }, assists: ['urban-management'] },
          },
          tests: [{ facts: { matter: 'noise-night', urgent: true, district: 'east' }, expect: { route: 'east' } }],
        },
      ],
    },
    'escalation.rules.json': {
      id: `${name}-escalation`,
      version: '2026.1',
      effective: { from: '2026-01-01' },
      rules: [
        {
          id: 'handling-overdue',
          title: { zh: '办理超时，一级督办', en: 'Overdue: supervision, level 1' },
          article: '样例办法第五条',
          basis: 'sample',
          conditions: { all: [{ fact: 'clock.handle.state', operator: 'equal', value: 'breached' }] },
          event: { type: 'supervise', params: { level: 1 } },
          tests: [{ facts: { 'clock.handle.state': 'breached' }, expect: { supervise: 1 } }],
        },
      ],
    },
    'clocks.json': {
      handle: {
        title: { zh: '办结', en: 'Handle' },
        term: { kind: 'workingDays', amount: 5 },
        start: ['ticket.dispatched'],
        stop: ['reply.approved'],
        cancel: ['return.approved', 'ticket.withdrawn', 'ticket.merged'],
        article: '样例办法第四条',
        basis: 'sample',
      },
    },
    'procedure.json': {
      return: {
        requires: ['reason', 'evidence'],
        maximum: 2,
        approver: ['dispatcher'],
        article: '样例办法第六条',
        basis: 'sample',
      },
      reply: { requires: ['result'], approver: ['unitLeader'], article: '样例办法第七条', basis: 'sample' },
      callback: { requires: ['method'], article: '样例办法第八条', basis: 'sample' },
    },
    'tests/first.json': {
      tests: [
        {
          title: '西区噪声由清单派给市城管局',
          facts: { matter: 'noise', district: 'west' },
          route: 'urban-management',
        },
        {
          title: '退单缺证明材料不予受理',
          facts: {},
          permit: { command: 'requestReturn', data: { reason: '不属职责' }, ok: false, problems: ['evidence'] },
        },
        {
          title: '周一派单，五个工作日内办结',
          facts: {},
          due: { clock: 'handle', from: '2026-03-02T10:00:00+08:00', dueAt: '2026-03-09T17:30:00+08:00' },
        },
      ],
    },
  };
  return {
    ...Object.fromEntries(
      Object.entries(files).map(([file, value]) => [file, `${stringify(value, { maxLength: 100 })}\n`]),
    ),
    'matters.csv': 'code,name,parent,type\nnoise,噪声扰民,,complaint\nnoise-night,夜间噪声,noise,complaint\n',
    'implementation-list.csv':
      'matter,district,lead,assists,article\nnoise,,urban-management,,样例办法第二条\nnoise-night,east,east,urban-management,样例办法第二条\n',
    'SOURCES.md': SOURCES,
  };
}

const SOURCES = `# 依据 Sources

每个数字来自何处：\`text\` 为原文所载，\`sample\` 为样例。
Where each number comes from: \`text\` stands in the source, \`sample\` is a placeholder to be replaced.

| 条款 article | 内容 | basis |
|---|---|---|
| 样例办法第二条 | 实施清单 | sample |
| 样例办法第三条 | 紧急噪声诉求由属地主办 | sample |
| 样例办法第四条 | 五个工作日办结 | sample |
| 样例办法第五条 | 办理超时督办 | sample |
| 样例办法第六条 | 退单 | sample |
| 样例办法第七条 | 答复审批 | sample |
| 样例办法第八条 | 回访 | sample |
`;
