import type { ChartCommand, CommandData } from '@hotline-kit/core';
import { noiseAtNight } from './sample-town.js';

const photo = { id: 'p1', mediaType: 'image/jpeg', sha256: 'a'.repeat(64), bytes: 1 };

/** Of every command of the life, data that its schema takes; whether the law does is for the ticket to say. */
export const everyCommand: { readonly [C in ChartCommand]: readonly [CommandData[C], ...CommandData[C][]] } = {
  register: [
    noiseAtNight,
    { ...noiseAtNight, type: 'consult' },
    { ...noiseAtNight, confidential: true, type: 'report' },
  ],
  answerOnline: [{ answer: '请携身份证' }],
  refuse: [
    { ground: 'litigation', reason: '已入诉讼', legalPath: '向法院提出' },
    { ground: 'outOfScope', reason: '非热线事项' },
  ],
  withdraw: [{ reason: '已解决' }],
  transferEmergency: [
    { line: '110', acknowledgement: '已接' },
    { line: '119' },
    { line: '120', acknowledgement: '已接', goesOn: true },
  ],
  acknowledgeHandover: [
    { accepted: true, acknowledgement: '接警' },
    { accepted: false, acknowledgement: '不属' },
  ],
  dispatch: [{}, { lead: 'old-harbour', assists: ['riverside'] }, { lead: 'east-district' }],
  addAssist: [{ assists: ['power-company'] }, { assists: ['urban-management'] }],
  finishAssist: [{ result: '已会同查处' }, { result: '已断电检修', unit: 'power-company' }],
  sign: [{}],
  accept: [{}, { handler: 'handler-4' }],
  redispatch: [{ reason: '未解决' }, { reason: '换单位', lead: 'old-harbour' }],
  requestReturn: [
    { reason: '不属职责', evidence: '三定' },
    { reason: '不属职责', evidence: '三定', proposedUnit: 'old-harbour' },
  ],
  approveReturn: [{}],
  rejectReturn: [{ reason: '属职责' }],
  raiseDispute: [{ reason: '两家都说无权' }],
  designate: [
    { lead: 'old-harbour', reason: '属地' },
    { lead: 'riverside', reason: '主责' },
  ],
  contactCitizen: [
    { method: 'phone', reached: true },
    { method: 'phone', reached: false },
  ],
  arriveOnSite: [{}, { place: '河边', media: [photo] }],
  recordProgress: [{ text: '到场查看' }],
  addEvidence: [{ phase: 'before', media: [photo] }],
  promise: [{ what: '两日内修好' }, { what: '周五前', by: '2026-03-06T17:30:00+08:00' }],
  fulfilPromise: [{}],
  requestExtension: [{ term: { kind: 'workingDays', amount: 2 }, reason: '协调' }],
  approveExtension: [{}],
  rejectExtension: [{ reason: '不必' }],
  suspend: [
    { ground: 'litigation', reason: '诉讼中' },
    { ground: 'waiting-for-citizen', reason: '补材料', until: '2026-03-20T17:30:00+08:00' },
  ],
  resume: [{}],
  submitReply: [
    { result: '已处理', solved: 'yes' },
    { result: '转建议', solved: 'no', unsolvedReason: '超出职权' },
    {
      result: '第一步已做',
      solved: 'partly',
      unsolvedReason: '还要两周',
      kind: 'interim',
      more: { progress: '半', nextStep: '续' },
    },
  ],
  approveReply: [{}],
  rejectReply: [{ reason: '情况不明' }],
  callBack: [
    { method: 'phone', reached: true },
    { method: 'phone', reached: false },
  ],
  waiveCallback: [{ ground: 'anonymous' }, { ground: 'protectedReporter' }],
  rate: [
    { solved: 'yes', satisfaction: 5, contacted: true },
    { solved: 'no', satisfaction: 1, contacted: false },
  ],
  close: [{}, { reason: '经复核' }],
  archive: [{}],
  reopen: [{ reason: '又坏了' }],
  urge: [{ reason: '请抓紧' }],
  supervise: [
    { level: 1, reason: '重复投诉' },
    { level: 2, reason: '领导关注' },
  ],
  escalateSupervision: [
    { level: 3, reason: '仍未办' },
    { level: 2, reason: '仍未办' },
  ],
  reportSupervision: [{ report: '已落实' }],
  concludeSupervision: [{ conclusion: '同意' }],
  requestTermination: [
    { ground: 'withdrawn', reason: '诉求人撤回' },
    { ground: 'litigation', reason: '已入诉讼', more: { legalPath: '向法院提出' } },
  ],
  approveTermination: [{}, { legalPath: '向法院提出' }],
  rejectTermination: [{ reason: '应继续办理' }],
  seekRemedy: [{ reason: '不服' }],
  decideRemedy: [
    { decision: 'upheld', reason: '程序合法' },
    { decision: 'changed', reason: '应重新办理' },
  ],
  convene: [{ question: '谁主责', units: ['riverside', 'urban-management'] }],
  concludeConsultation: [{ minutes: '会议纪要', conclusion: '河畔镇主责', lead: 'riverside' }],
  instruct: [{ text: '尽快解决' }, { text: '限期办结', assigns: true }],
  callForDepartments: [{ departments: ['power-company'], reason: '需断电' }],
  departmentResponds: [{ text: '一小时内到', comes: true }],
  recuse: [
    { ground: 'relative', reason: '亲属' },
    { ground: 'interest', reason: '利害', person: 'handler-4', substitute: 'handler-5' },
  ],
  escalateBeyondCity: [{ to: '省主管部门', reason: '超出市级事权' }],
  recordSuperiorAnswer: [{ answer: '请按规定办理' }],
  merge: [
    { into: 'u', reason: '同一事项' },
    { into: 't', reason: '同一事项' },
    { into: 'v', reason: '同一事项', match: ['matter', 'place'] },
  ],
  unmerge: [{ reason: '并错了' }],
  absorb: [{ ticket: 'u' }],
  release: [{ ticket: 'u' }],
  split: [{ parts: [{ content: '噪声' }, { content: '扬尘', type: 'report' }], reason: '两件事' }],
  enquire: [{ question: '办到哪一步了' }],
  markUnreasonable: [{ ground: 'unlawful', reason: '要求违法', evidence: '条文' }],
  transferClue: [
    { record: 'clue-1', sha256: 'b'.repeat(64) },
    { record: 'clue-2', receiver: 'auditor' },
  ],
  checkQuality: [
    { stage: 'first', score: 90 },
    { stage: 'first', score: 40, flags: ['noResult'] },
  ],
  praise: [{ text: '谢谢' }, { text: '谢谢', unit: 'riverside', person: 'handler-4' }],
  tag: [{ add: ['noise'] }, { remove: ['noise'], origin: 'person' }],
  inform: [{ duty: 'refuse.reasons' }, { duty: 'approveExtension.citizen', method: 'phone' }],
  waiveInforming: [{ duty: 'refuse.reasons', ground: 'anonymous' }],
};
