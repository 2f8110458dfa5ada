import type { TicketView } from '@hotline-kit/core/view';
import type { GroundChoice, TicketFile } from '../../screens/staff-ticket.js';
import type { FieldText, Texts } from '../../texts/texts.js';

/** One thing that a command is asked for. */
export interface Field {
  /** Its key in the command's data. */
  readonly name: string;
  readonly label: FieldText;
  readonly kind: 'line' | 'area' | 'choice' | 'select';
  readonly optional: boolean;
  readonly initial: string;
  readonly options?: readonly { readonly value: string; readonly text: string }[];
  /** What the text stands for in the command's data. */
  readonly read: (text: string) => unknown;
  /** Asked only where another field has another value than this one. */
  readonly unless?: { readonly field: string; readonly value: string };
}

/** What the fields are drawn from. */
export interface FieldContext {
  readonly texts: Texts;
  readonly view: TicketView;
  readonly file: TicketFile;
}

const same = (text: string) => text;
const line = (label: FieldText, initial = '', name: string = label): Field => ({
  name,
  label,
  kind: 'line',
  optional: false,
  initial,
  read: same,
});
const area = (label: FieldText, initial = '', name: string = label): Field => ({
  ...line(label, initial, name),
  kind: 'area',
});
const optional = (field: Field): Field => ({ ...field, optional: true });
const choice = (
  label: FieldText,
  words: Readonly<Record<string, string>>,
  initial: string,
  read: Field['read'] = same,
  order: readonly string[] = Object.keys(words),
): Field => {
  const options = order.map((value) => ({ value, text: words[value] ?? value }));
  return { ...line(label, initial), kind: 'choice', options, read };
};
const yes = (text: string) => text === 'true';

/** What each command asks for. */
const fieldsOf: Readonly<Record<string, (context: FieldContext) => readonly Field[]>> = {
  dispatch: ({ texts, file }) => [
    optional(unit('lead', [{ value: '', text: texts.options.byRules }, ...unitsOf(texts, file)])),
  ],
  answerOnline: ({ texts }) => [area('answer', texts.samples.answer)],
  refuse: ({ texts }) => [line('ground'), area('reason', texts.samples.reason)],
  transferEmergency: ({ texts }) => [line('line', '110'), line('acknowledgement', texts.samples.acknowledgement)],
  withdraw: ({ texts }) => [area('reason', texts.samples.reason)],
  addAssist: ({ texts, file }) => [{ ...unit('assists', unitsOf(texts, file)), read: (id) => [id] }],
  requestReturn: ({ texts: { samples } }) => [area('reason', samples.return), line('proof', samples.proof, 'evidence')],
  rejectReturn: ({ texts }) => [area('reason', texts.samples.reject)],
  raiseDispute: ({ texts }) => [area('reason', texts.samples.return)],
  designate: ({ texts, file }) => [unit('lead', unitsOf(texts, file)), area('reason', texts.samples.reason)],
  requestExtension: ({ texts: { options, samples } }) => [
    choice('term', options.workingDays, '2', (days) => ({ kind: 'workingDays', amount: Number(days) })),
    area('reason', samples.extension),
    choice('citizenTold', options.told, 'true', yes),
  ],
  rejectExtension: ({ texts }) => [area('reason', texts.samples.reject)],
  suspend: ({ texts, file }) => [ground(texts, file.grounds.suspension), area('reason', texts.samples.suspend)],
  reopen: ({ texts }) => [area('reason', texts.samples.redispatch)],
  redispatch: ({ texts }) => [area('reason', texts.samples.redispatch)],
  contactCitizen: ({ texts: { options } }) => [
    choice('method', options.method, 'phone'),
    choice('reached', options.reached, 'true', yes),
    optional(line('note')),
  ],
  arriveOnSite: ({ view }) => [optional(line('place', view.place.address ?? ''))],
  recordProgress: ({ texts }) => [area('text', texts.samples.progress)],
  promise: ({ texts }) => [area('what', texts.samples.promise)],
  fulfilPromise: () => [optional(line('evidence'))],
  submitReply: ({ texts: { samples, options } }) => [
    area('result', samples.result),
    choice('solved', options.solved, 'yes'),
    { ...area('unsolvedReason'), unless: { field: 'solved', value: 'yes' } },
  ],
  rejectReply: ({ texts }) => [area('reason', texts.samples.reject)],
  callBack: ({ texts: { options } }) => [
    choice('method', options.method, 'phone'),
    choice('reached', options.reached, 'true', yes),
    optional(line('remark')),
  ],
  waiveCallback: ({ texts, file }) => [ground(texts, file.grounds.waiver)],
  rate: ({ texts: { options } }) => [
    choice('solved', options.solved, 'yes'),
    choice('satisfaction', options.satisfaction, '4', Number, ['5', '4', '3', '2', '1']),
    choice('contacted', options.contacted, 'true', yes),
    optional(line('remark')),
  ],
  close: () => [optional(area('reason'))],
  urge: ({ texts }) => [area('reason', texts.samples.urge)],
  supervise: ({ texts: { options, samples } }) => [
    choice('level', options.level, '1', Number),
    area('reason', samples.supervise),
  ],
  escalateSupervision: ({ view, texts: { options, samples } }) => [
    choice('level', options.level, String(Math.min(3, view.supervision + 1)), Number),
    area('reason', samples.supervise),
  ],
  reportSupervision: ({ texts }) => [area('report', texts.samples.report)],
  concludeSupervision: ({ texts }) => [area('conclusion', texts.samples.conclusion)],
  finishAssist: ({ texts }) => [area('result', texts.samples.result)],
  requestTermination: ({ texts }) => [line('ground', texts.samples.reason), area('reason', texts.samples.reason)],
  rejectTermination: ({ texts }) => [area('reason', texts.samples.reject)],
  instruct: ({ texts }) => [area('text', texts.samples.supervise)],
  praise: ({ texts }) => [area('text', texts.samples.answer)],
  recuse: ({ texts }) => [area('reason', texts.samples.reason)],
  seekRemedy: ({ texts }) => [area('reason', texts.samples.redispatch)],
};

/** Commands that need nothing but the press of their button. */
const plain: ReadonlySet<string> = new Set([
  'sign',
  'accept',
  'approveReturn',
  'approveExtension',
  'approveTermination',
  'approveReply',
  'resume',
  'archive',
  'enquire',
]);

/** Whether the desk page offers a command; those it has no form for are given elsewhere, or not at all in this host. */
export function isOffered(command: string): boolean {
  return plain.has(command) || Object.hasOwn(fieldsOf, command);
}

function unit(label: FieldText, options: NonNullable<Field['options']>): Field {
  return { ...line(label, options[0]?.value ?? ''), kind: 'select', options };
}

function unitsOf({ language }: Texts, { units }: TicketFile): NonNullable<Field['options']> {
  return units.map(({ id, name }) => ({ value: id, text: name[language] }));
}

function ground({ language }: Texts, grounds: readonly GroundChoice[]): Field {
  return unit(
    'ground',
    grounds.map(({ id, title }) => ({ value: id, text: title[language] })),
  );
}

/** The fields of a command. */
export function commandFields(command: string, context: FieldContext): readonly Field[] {
  return Object.hasOwn(fieldsOf, command) ? (fieldsOf[command]?.(context) ?? []) : [];
}

/** Whether a field is asked, as the others stand. */
export function isAsked({ unless }: Field, values: Readonly<Record<string, string>>): boolean {
  return unless === undefined || values[unless.field] !== unless.value;
}

/** The data of a command as the fields stand; what is optional and empty is left out. */
export function dataOf(fields: readonly Field[], values: Readonly<Record<string, string>>): Record<string, unknown> {
  const data: Record<string, unknown> = {};
  for (const field of fields) {
    const text = (values[field.name] ?? '').trim();
    if (!isAsked(field, values) || (field.optional && text === '')) continue;
    data[field.name] = field.read(text);
  }
  return data;
}

/** What stands in the fields at first. */
export function initialValues(fields: readonly Field[]): Readonly<Record<string, string>> {
  return Object.fromEntries(fields.map(({ name, initial }) => [name, initial]));
}

/** The data of a command whose fields nobody has touched. */
export function initialData(fields: readonly Field[]): Record<string, unknown> {
  return dataOf(fields, initialValues(fields));
}
