import type { CommandData } from '../../ticket/command.js';
import { done, type Performed, type TrackConduct } from '../../ticket/conduct.js';
import type { DecideContext } from '../../ticket/decide-context.js';
import { closeAt, unchanged } from '../../ticket/fold.js';
import { fine, refuse } from '../../ticket/refusal.js';
import type { IntakeEvents, intake } from './declaration.js';

/** What intake does. `register` stands apart: it has no ticket yet. */
export const intakeConduct: TrackConduct<
  Exclude<keyof typeof intake.commands, 'register'>,
  Exclude<keyof IntakeEvents, 'ticket.registered'>
> = {
  perform: {
    answerOnline: (_ticket, data) => done('ticket.answeredOnline', data),
    refuse: (_ticket, data) => done('ticket.refused', data),
    withdraw: (_ticket, data) => done('ticket.withdrawn', data),
  },
  checks: {
    answerOnline: ({ call }) =>
      call.type === 'consult'
        ? fine
        : refuse('notAnswerable', '只有咨询可以在线解答', 'only a consultation is answered online', {
            remedy: { zh: '请派单办理', en: 'dispatch it' },
          }),
  },
  folds: {
    'ticket.answeredOnline': unchanged,
    'ticket.refused': closeAt,
    'ticket.withdrawn': closeAt,
  },
};

/** The first event of a ticket. The caller's name and number are not in it: they are a record of their own. */
export function performRegister(call: CommandData['register'], { pack, number = '' }: DecideContext): Performed {
  if (!Object.hasOwn(pack.channels, call.channel)) {
    return refuse('unknownChannel', `渠道"${call.channel}"未定义`, `channel "${call.channel}" is unknown`, {
      remedy: { zh: '使用通用渠道，或在 pack.json 中声明', en: 'use a standard channel, or declare it in pack.json' },
    });
  }
  if (call.matter !== undefined && !pack.matters.has(call.matter)) {
    return refuse('unknownMatter', `事项"${call.matter}"不在事项目录中`, `matter "${call.matter}" is unknown`, {
      remedy: { zh: '使用 matters.csv 中的编码，或留待派单时确定', en: 'use a code of matters.csv, or leave it out' },
    });
  }
  return done('ticket.registered', {
    number,
    channel: call.channel,
    type: call.type,
    matter: call.matter ?? null,
    content: call.content,
    place: call.place,
    urgent: call.urgent ?? false,
    confidential: call.confidential ?? false,
    anonymous: call.caller?.name === undefined && call.caller?.phone === undefined,
    line: call.source?.line ?? null,
    reference: call.source?.reference ?? null,
    applicant: call.applicant ?? null,
    media: call.media ?? [],
  });
}
