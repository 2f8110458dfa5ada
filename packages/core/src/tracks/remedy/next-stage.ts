import { type CityPack, choose, nextStage as nextStageOf, type Stage, type TicketFacts } from '@hotline-kit/rules';
import { dueDate } from '@hotline-kit/sla-calendar';
import type { IsoInstant } from '../../ticket/instant.js';
import { type Refusal, refuse } from '../../ticket/refusal.js';
import type { TicketRecord } from '../../ticket/ticket-record.js';

/**
 * The stage of remedy that comes next, or why there is none: the procedure knows no remedies, the last one was final,
 * its window has passed.
 * @param asked the stage that the citizen names
 * @param at when it is sought
 */
export function nextStage(
  ticket: TicketRecord,
  asked: string | undefined,
  facts: TicketFacts,
  { procedure, defaultCalendar }: CityPack,
  at: IsoInstant,
): { readonly ok: true; readonly stage: Stage } | { readonly ok: false; readonly refusal: Refusal } {
  const taken = ticket.remedy === null ? [] : [ticket.remedy.stage];
  const stage = ticket.remedy?.final === true ? undefined : nextStageOf(procedure, 'remedies', facts, taken);
  const source = stage?.article ?? procedure.remedies?.article;
  const article = source === undefined ? {} : { article: source };
  if (stage === undefined || (asked !== undefined && asked !== stage.id)) {
    return refuse('stageNotAllowed', '没有可申请的救济步骤', 'there is no such stage of remedy left', {
      ...article,
      remedy: {
        zh: stage === undefined ? '结果已终局，或本地规程未规定救济' : `下一步：${stage.title.zh}`,
        en: stage === undefined ? 'the outcome is final, or the procedure knows no remedy' : `next: ${stage.id}`,
      },
    });
  }
  const window = choose(stage.window, facts);
  const since = ticket.remedy?.decidedAt ?? ticket.closedAt ?? ticket.reply?.approvedAt ?? ticket.updatedAt;
  if (window === undefined || at <= dueDate(window, since, defaultCalendar).dueAt.toISOString()) {
    return { ok: true, stage };
  }
  return refuse('windowClosed', '已过申请救济的期限', 'the time for this remedy has passed', {
    ...article,
    remedy: { zh: '可通过其他法定途径解决', en: 'other legal paths remain' },
  });
}
