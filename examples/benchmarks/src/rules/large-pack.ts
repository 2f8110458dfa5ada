/** A pack of 39,000 items as the texts of its files: as rows of the implementation list, or as rules that each carry a test. */
export function largePack(kind: 'rows' | 'rules'): Readonly<Record<string, string>> {
  const matters = Array.from({ length: ITEMS / DISTRICTS }, (_, n) => `m${String(n).padStart(4, '0')}`);
  const districts = Array.from({ length: DISTRICTS }, (_, n) => `d${n}`);
  const units = [
    { id: 'hotline', name: { zh: '热线中心', en: 'Hotline' }, kind: 'hotline' },
    ...districts.flatMap((district) => [
      { id: district, name: { zh: `${district}区`, en: district }, kind: 'district', parent: 'hotline', district },
      ...Array.from({ length: 12 }, (_, n) => ({
        id: `${district}-${n}`,
        name: { zh: `${district}区${n}局`, en: `Bureau ${n} of ${district}` },
        kind: 'department',
        parent: district,
        district,
      })),
    ]),
  ];
  const items = matters.flatMap((matter, m) =>
    districts.map((district, d) => ({ matter, district, lead: `${district}-${(m + d) % 12}` })),
  );
  const rules = items.map(({ matter, district, lead }) => ({
    id: `${matter}-${district}`,
    article: '样例办法第十条',
    basis: 'sample',
    conditions: {
      all: [
        { fact: 'matter', operator: 'equal', value: matter },
        { fact: 'district', operator: 'equal', value: district },
      ],
    },
    event: { type: 'route', params: { unit: lead } },
    tests: [{ facts: { matter, district }, expect: { route: lead } }],
  }));
  const rows = items.map(({ matter, district, lead }) => `${matter},${district},${lead},${district},样例办法第十条`);
  const routing = {
    id: 'large-routing',
    version: '1',
    effective: { from: '2026-01-01' },
    rules: kind === 'rules' ? rules : [],
  };
  return {
    'pack.json': JSON.stringify({
      format: 1,
      id: 'large',
      version: '1',
      title: { zh: '大城', en: 'Large' },
      calendar: 'always',
      hotline: 'hotline',
      fallbackUnit: 'hotline',
    }),
    'units.json': JSON.stringify({ units }, null, 1),
    'matters.csv': ['code,name,parent,type', ...matters.map((matter) => `${matter},事项${matter},,`)].join('\n'),
    'clocks.json': '{}',
    'procedure.json': '{}',
    'routing.rules.json': JSON.stringify(routing, null, 2),
    ...(kind === 'rows' && { 'implementation-list.csv': ['matter,district,lead,assists,article', ...rows].join('\n') }),
    'SOURCES.md': '# Sources\n',
  };
}

const DISTRICTS = 33;
const ITEMS = 1_182 * DISTRICTS;
