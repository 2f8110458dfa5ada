import * as z from 'zod';
import { labelOf } from '../compile/define-facts.js';
import type { Label } from '../vocabulary/label.js';
import { fieldSchema, textSchema } from './setting.js';

/** The shape of `fields`: what the pack calls the data fields of commands, its own among them. */
export const fieldTitlesSchema = z.record(fieldSchema, textSchema);

/** What data fields are called, by their names. */
export type FieldTitles = Readonly<Record<string, Label>>;

/** What the pack calls data fields, from the file. */
export function fieldTitles(file: z.output<typeof fieldTitlesSchema>): FieldTitles {
  return Object.fromEntries(Object.entries(file).map(([field, title]) => [field, labelOf(title)]));
}

/** The usual data fields in words. */
const USUAL: FieldTitles = {
  reason: { zh: '理由', en: 'reason' },
  evidence: { zh: '证明材料', en: 'evidence' },
  result: { zh: '办理结果', en: 'result' },
  facts: { zh: '核实情况', en: 'facts' },
  basis: { zh: '依据', en: 'basis' },
  solved: { zh: '是否解决', en: 'solved' },
  unsolvedReason: { zh: '未解决原因', en: 'reason for not solving' },
  contact: { zh: '联系群众情况', en: 'contact with the citizen' },
  publicReply: { zh: '公开答复内容', en: 'public reply' },
  term: { zh: '期限', en: 'term' },
  until: { zh: '截止时间', en: 'end date' },
  ground: { zh: '情形', en: 'ground' },
  unit: { zh: '单位', en: 'unit' },
  level: { zh: '级别', en: 'level' },
  method: { zh: '方式', en: 'method' },
  reached: { zh: '是否接通', en: 'reached' },
  place: { zh: '地点', en: 'place' },
  photo: { zh: '照片', en: 'photo' },
  text: { zh: '内容', en: 'text' },
  occurredAt: { zh: '发生时间', en: 'time when it happened' },
  legalPath: { zh: '法定途径', en: 'legal path' },
  line: { zh: '紧急热线', en: 'emergency line' },
  acknowledgement: { zh: '接收确认', en: 'acknowledgement' },
  lead: { zh: '主办单位', en: 'lead unit' },
  knowledge: { zh: '知识条目', en: 'knowledge entry' },
  consent: { zh: '本人同意', en: 'consent' },
  law: { zh: '法律依据', en: 'law' },
  progress: { zh: '办理进展', en: 'progress' },
  nextStep: { zh: '下一步安排', en: 'next step' },
  approvedBy: { zh: '批准人', en: 'approver' },
};

/** A data field in words: those of the pack, else the usual ones; an unusual one stands for itself. */
export function fieldLabel(field: string, titles: FieldTitles): Label {
  if (Object.hasOwn(titles, field)) return titles[field] as Label;
  return Object.hasOwn(USUAL, field) ? (USUAL[field] as Label) : { zh: field, en: field };
}
