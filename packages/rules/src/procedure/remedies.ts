import type { Label } from '../vocabulary/label.js';
import type { ProblemCode } from './problem-code.js';

const another: Label = {
  zh: '请改用其他操作。',
  en: 'Choose another command.',
};
const listed: Label = {
  zh: '请填写所列的一项。',
  en: 'Name one of those listed.',
};

/** What can be done about a problem of each kind, where nothing more particular is known. */
export const REMEDIES: Readonly<Record<ProblemCode, Label>> = {
  sectionMissing: { zh: '请在 procedure.json 中增加该节。', en: 'Add the section to procedure.json.' },
  forbidden: {
    zh: '情形改变后方可办理；否则请改用其他操作。',
    en: 'Wait until that no longer holds, or choose another command.',
  },
  missing: { zh: '请填写所缺内容。', en: 'Give what is missing.' },
  notAllowed: another,
  roundsExhausted: {
    zh: '请复核后说明理由办结，或提请督办。',
    en: 'Close it with a reviewed reason, or have it supervised.',
  },
  returnsExhausted: {
    zh: '请继续办理；确有困难的，由派单方加派或会商。',
    en: 'Handle it; where that is hard, the dispatcher adds assists or convenes a consultation.',
  },
  extensionsExhausted: { zh: '请在现有时限内办理。', en: 'Handle it within the limit that it has.' },
  suspensionsExhausted: { zh: '请继续办理。', en: 'Go on handling it.' },
  reopeningsExhausted: { zh: '新情况请另行登记。', en: 'Register the new facts as a ticket of their own.' },
  windowClosed: {
    zh: '期限已过：请继续办理；工单已办结的，另行登记。',
    en: 'The time is over: go on handling it, or, once it is closed, register a new ticket.',
  },
  afterDue: {
    zh: '请尽快答复；延期须在到期前申请。',
    en: 'Reply as soon as possible; an extension is asked for before the due time.',
  },
  overLimit: { zh: '请缩短期限。', en: 'Ask for a shorter term.' },
  termKind: { zh: '请按规定的单位填写期限。', en: 'Give the term in the kind of the limit.' },
  groundNotAllowed: listed,
  levelNotAllowed: listed,
  kindNotAllowed: listed,
  stageNotAllowed: listed,
  flagNotAllowed: listed,
  lineNotAllowed: listed,
  receiverNotAllowed: listed,
  receivingNotAllowed: { zh: '请改派其他单位。', en: 'Name a unit of another kind.' },
  tooManyAssists: { zh: '请减少协办单位。', en: 'Name fewer assisting units.' },
  tooMany: {
    zh: '请减至上限以内；已满上限的，请改用其他操作。',
    en: 'Keep within the maximum; where it is reached, choose another command.',
  },
  tooOften: { zh: '请待期间届满后再办。', en: 'Wait until the period is over.' },
  tooEarly: { zh: '请待条件具备后再办。', en: 'Wait until it may be given.' },
  evidenceMissing: { zh: '请补交该类证据。', en: 'Bring evidence of that kind.' },
  evidenceIncomplete: { zh: '请补全该证据。', en: 'Complete the evidence.' },
  evidenceMedia: { zh: '请改交所列类型的文件。', en: 'Bring files of the type that the procedure lists.' },
  matchNotConfirmed: { zh: '请逐项核对后填写 match，或不予并案。', en: 'Confirm each as "match", or do not merge.' },
  consentMissing: { zh: '请取得本人同意后填写 consent。', en: 'Ask for their consent and record it as "consent".' },
  representativesNeeded: { zh: '请推选代表。', en: 'Name representatives.' },
  milestoneUnknown: listed,
};

/** Nothing applies to the ticket as it stands, so that no data could mend it. */
export const NOTHING_APPLIES: Label = another;
