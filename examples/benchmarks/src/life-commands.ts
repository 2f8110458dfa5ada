import type { ChartCommand, CommandData, DeskCommand } from '@hotline-kit/core';

/** Tickets that live at the same time: their commands come in turns. */
const atOnce = 50;

const agent = { id: 'agent-7', role: 'agent' } as const;
const dispatcher = { id: 'dispatcher-2', role: 'dispatcher' } as const;
const clerk = { id: 'clerk-3', role: 'unitClerk', unit: 'riverside' } as const;
const assistant = { id: 'clerk-5', role: 'unitClerk', unit: 'urban-management' } as const;
const leader = { id: 'leader-1', role: 'unitLeader', unit: 'riverside' } as const;
const officer = { id: 'callback-4', role: 'callbackOfficer' } as const;

const noise: CommandData['register'] = {
  channel: 'phone',
  type: 'complaint',
  matter: 'noise',
  content: '沿河路工地夜间施工，噪声扰民，多次反映仍未解决，请有关部门到现场查看。',
  place: { district: 'east', street: '河畔镇', address: '沿河路 12 号' },
  urgent: true,
};

/** An urgent complaint from the call to the end: who does what, and at which minute. */
const life: readonly (readonly [ChartCommand, unknown, DeskCommand['by'], number])[] = [
  ['register', noise, agent, 0],
  ['dispatch', {}, dispatcher, 3],
  ['sign', {}, clerk, 5],
  ['contactCitizen', { method: 'phone', reached: true }, clerk, 10],
  ['accept', { handler: 'handler-4' }, clerk, 12],
  ['arriveOnSite', {}, clerk, 40],
  ['finishAssist', { result: '已责令停工' }, assistant, 60],
  ['submitReply', { result: '工地已停工，夜间不再施工', solved: 'yes' }, clerk, 90],
  ['approveReply', {}, leader, 100],
  ['callBack', { method: 'phone', reached: true }, officer, 130],
  ['rate', { solved: 'yes', satisfaction: 5, contacted: true }, officer, 131],
  ['close', {}, dispatcher, 140],
];

/** Commands of one block of tickets that live from beginning to end together. */
export const commandsOfBlock = atOnce * life.length;

/** Whole lives: each command brings what it brings in a city, clocks that start and stop among it. */
export function lifeCommands(round: number, count: number): DeskCommand[] {
  const morning = Date.parse('2026-03-02T09:00:00+08:00');
  return Array.from({ length: count }, (_, n) => {
    const block = Math.floor(n / commandsOfBlock);
    const [type, data, by, minute] = life[Math.floor((n % commandsOfBlock) / atOnce)] as (typeof life)[number];
    const at = new Date(morning + minute * 60_000).toISOString();
    const ticket = `life-${round}-${block}-${n % atOnce}`;
    return { id: `life-${round}-${n}`, ticket, type, data, by, at } as DeskCommand;
  });
}
