import { readFileSync, writeFileSync } from 'node:fs';
import { COMMANDS, TICKET_STATES } from '@hotline-kit/rules';
import { expect, test } from 'vitest';
import { chart } from './machine.js';
import { commandsIn, isEndState, transitionTable } from './transition-table.js';

const file = new URL('../../../../docs/reference/life-of-a-ticket.md', import.meta.url);

/** The machine as a Mermaid diagram: what moves a ticket; what runs beside the flow stands below it. */
function diagram(): string {
  const ways = [...transitionTable].flatMap(([state, commands]) => {
    const byTarget = new Map<string, string[]>();
    for (const [command, rows] of commands) {
      for (const { target } of rows) {
        if (target === state) continue;
        byTarget.set(target, [...(byTarget.get(target) ?? []), COMMANDS[command].zh]);
      }
    }
    return [...byTarget].map(([target, words]) => `  ${state} --> ${target} : ${[...new Set(words)].join('、')}`);
  });
  const names = [...transitionTable.keys()].map((state) => `  ${state} : ${TICKET_STATES[state].zh} ${state}`);
  const ends = [...transitionTable.keys()].filter(isEndState).map((state) => `  ${state} --> [*]`);
  const beside = [...transitionTable.keys()].flatMap((state) => {
    const staying = commandsIn(state).filter((command) =>
      (transitionTable.get(state)?.get(command) ?? []).every(({ target }) => target === state),
    );
    return staying.length === 0 ? [] : [`| ${TICKET_STATES[state].zh} \`${state}\` | ${staying.join(', ')} |`];
  });
  return [
    '# The life of a ticket',
    '',
    'Drawn from the machine (`ticketMachine` of `@hotline-kit/core`); a test keeps it so. Which of these ways a city allows, and to whom, stands in its pack.',
    '',
    '```mermaid',
    'stateDiagram-v2',
    `  [*] --> ${chart.initial}`,
    ...names,
    ...ways,
    ...ends,
    '```',
    '',
    '## Beside the flow',
    '',
    'Commands that leave the ticket where it is.',
    '',
    '| state | commands |',
    '| --- | --- |',
    ...beside,
    '',
  ].join('\n');
}

test('the diagram of the docs is that of the machine (HOTLINE_WRITE_GOLDEN=1 draws it anew)', () => {
  const drawn = diagram();
  if (process.env['HOTLINE_WRITE_GOLDEN'] === '1') writeFileSync(file, drawn);
  expect(readFileSync(file, 'utf8')).toBe(drawn);
});
