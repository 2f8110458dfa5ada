import { type CityPack, confidentialOn, KNOWN_FACTS } from '@hotline-kit/rules';
import type { CommandData } from '../../ticket/command.js';
import { done, type Performed, type TrackConduct } from '../../ticket/conduct.js';
import type { DecideContext } from '../../ticket/decide-context.js';
import { closeAt, unchanged } from '../../ticket/fold.js';
import { fine, refuse } from '../../ticket/refusal.js';
import type { IntakeEvents, intake } from './declaration.js';
import { factsOfCall } from './facts-of-call.js';
import { speaksForAll } from './speaks-for-all.js';
import { unknownMatter } from './unknown-matter.js';

/** What intake does. `register` stands apart: it has no ticket yet. */
export const intakeConduct: TrackConduct<
  Exclude<keyof typeof intake.commands, 'register'>,
  Exclude<keyof IntakeEvents, 'ticket.registered'>
> = {
  perform: {
    answerOnline: (_ticket, data) => done('ticket.answeredOnline', data),
    refuse: (_ticket, data) => done('ticket.refused', data),
    withdraw: ({ absorbed }, data) =>
      done('ticket.withdrawn', { ...data, ...(absorbed.length === 0 ? {} : { releases: absorbed }) }),
  },
  checks: {
    answerOnline: ({ call }) =>
      call.type === 'consult'
        ? fine
        : refuse('notAnswerable', '只有咨询可以在线解答', 'only a consultation is answered online', {
            remedy: { zh: '请派单办理', en: 'dispatch it' },
          }),
    withdraw: ({ call }, _data, { by: { id, role } }) => {
      const isOutside = role === 'citizen' || role === 'enterprise';
      if (!isOutside || speaksForAll(id, call)) return fine;
      return refuse(
        'notForOthers',
        '尚有其他诉求人，不能由一人撤回',
        'others apply, too: nobody withdraws for them alone',
        {
          remedy: {
            zh: '由全体委托的代表撤回，或由热线核实各诉求人意愿后撤回',
            en: 'whom all others let speak for them may, or the hotline, once it has asked them',
          },
        },
      );
    },
  },
  folds: {
    'ticket.answeredOnline': unchanged,
    'ticket.refused': closeAt,
    'ticket.withdrawn': (draft, data, at) => {
      closeAt(draft, data, at);
      draft.absorbed = [];
    },
  },
};

/** The first event of a ticket. The caller's name and number are not in it: they are a record of their own. */
export function performRegister(call: CommandData['register'], context: DecideContext): Performed {
  const { pack, number = '' } = context;
  if (!Object.hasOwn(pack.channels, call.channel)) {
    return refuse('unknownChannel', `渠道“${call.channel}”未定义`, `channel "${call.channel}" is unknown`, {
      remedy: { zh: '使用通用渠道，或在 pack.json 中声明', en: 'use a standard channel, or declare it in pack.json' },
    });
  }
  const unknown = unknownMatter(call.matter, pack);
  if (unknown !== undefined) return unknown;
  const wrong = wrongFact(call.facts ?? {}, pack);
  if (wrong !== undefined) return wrong;
  return done('ticket.registered', {
    number,
    channel: call.channel,
    type: call.type,
    matter: call.matter ?? null,
    content: call.content,
    place: call.place,
    urgent: call.urgent ?? false,
    ...confidentiality(call, context),
    anonymous: isAnonymous(call),
    line: call.source?.line ?? null,
    reference: call.source?.reference ?? null,
    applicant: call.applicant ?? null,
    ...(call.applicants === undefined ? {} : { applicants: call.applicants }),
    ...(call.replyWanted === undefined ? {} : { replyWanted: call.replyWanted }),
    ...(call.leaderAssigned === undefined ? {} : { leaderAssigned: call.leaderAssigned }),
    ...(call.repeats === undefined ? {} : { repeats: call.repeats }),
    ...(call.facts === undefined ? {} : { facts: call.facts }),
    ...(call.splitFrom === undefined ? {} : { splitFrom: call.splitFrom }),
    ...(call.clocksSince === undefined ? {} : { clocksSince: call.clocksSince }),
    ...(call.tags === undefined ? {} : { tags: call.tags }),
    media: call.media ?? [],
  });
}

function isAnonymous({ caller }: CommandData['register']): boolean {
  return caller?.name === undefined && caller?.phone === undefined;
}

/** The caller asks for it, or a ground of the procedure makes it so. */
function confidentiality(
  call: CommandData['register'],
  { pack }: DecideContext,
): { confidential: boolean; confidentialOn?: readonly string[] } {
  const facts = { ...call.facts, ...factsOfCall(call), anonymous: isAnonymous(call) };
  const grounds = confidentialOn(pack.procedure, facts).map(({ id }) => id);
  if (grounds.length === 0) return { confidential: call.confidential ?? false };
  return { confidential: true, confidentialOn: grounds };
}

/** A pack declares the facts that a call may bring beside the known ones, each with its type. */
function wrongFact(facts: NonNullable<CommandData['register']['facts']>, pack: CityPack): Performed | undefined {
  const name = Object.keys(facts).find((each) => !hasType(facts[each], ownValue(pack.facts, each)?.type));
  if (name === undefined) return undefined;
  const known = Object.keys(pack.facts).filter((each) => !Object.hasOwn(KNOWN_FACTS, each));
  const type = ownValue(pack.facts, name)?.type;
  return refuse(
    'unknownFact',
    type === undefined ? `事实“${name}”未声明` : `事实“${name}”应为 ${type}`,
    type === undefined ? `the pack declares no fact "${name}"` : `the fact "${name}" is of type ${type}`,
    { remedy: { zh: `可用：${known.join('、')}`, en: `facts of the pack: ${known.join(', ')}` } },
  );
}

function hasType(value: unknown, type: string | undefined): boolean {
  if (type === undefined) return false;
  return type === 'any' || (type === 'array' ? Array.isArray(value) : typeof value === type);
}

function ownValue<V>(values: Readonly<Record<string, V>>, key: string): V | undefined {
  return Object.hasOwn(values, key) ? values[key] : undefined;
}
