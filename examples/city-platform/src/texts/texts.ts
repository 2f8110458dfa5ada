/** Everything that the pages say by themselves, in one language. What core and the pack say comes with the data. */
export interface Texts {
  readonly lang: 'zh-CN' | 'en';
  readonly language: 'zh' | 'en';
  readonly brand: string;
  readonly demo: string;
  readonly skip: string;
  readonly otherLanguage: string;
  readonly listSeparator: string;
  readonly nav: { readonly start: string; readonly staff: string; readonly call: string; readonly follow: string };
  readonly display: {
    readonly title: string;
    readonly auto: string;
    readonly 'gov-blue': string;
    readonly dark: string;
    readonly contrast: string;
    readonly elder: string;
    readonly standard: string;
  };
  readonly time: {
    readonly label: string;
    readonly hint: string;
    readonly minutes: (n: number) => string;
    readonly day: string;
    readonly moved: (step: string, fired: number) => string;
    readonly weekdays: readonly string[];
    readonly long: (year: number, month: number, day: number, weekday: string, time: string) => string;
    readonly short: (month: number, day: number, weekday: string, time: string) => string;
  };
  readonly users: { readonly label: string; readonly hint: string };
  readonly start: {
    readonly title: string;
    readonly lead: string;
    readonly openStaff: string;
    readonly openFollow: string;
    readonly liveTitle: string;
    readonly liveHint: string;
    readonly tourTitle: string;
    readonly tour: readonly { readonly title: string; readonly text: string; readonly link: string }[];
    readonly partsTitle: string;
    readonly parts: readonly { readonly name: string; readonly text: string }[];
    readonly note: string;
  };
  readonly queue: {
    readonly title: string;
    readonly count: (shown: number) => string;
    readonly hidden: (n: number) => string;
    readonly empty: string;
    readonly matter: string;
    readonly place: string;
    readonly state: string;
    readonly clock: string;
    readonly next: string;
    readonly noMatter: string;
    readonly urgent: string;
    readonly supervision: readonly [string, string, string];
    readonly others: string;
    readonly filters: { readonly all: string; readonly mine: string; readonly late: string };
    readonly noneLeft: string;
  };
  readonly ticket: {
    readonly round: (n: number) => string;
    readonly holder: string;
    readonly noHolder: string;
    readonly handler: (name: string) => string;
    readonly assists: string;
    readonly place: string;
    readonly call: string;
    readonly protectedCall: string;
    readonly reply: string;
    readonly why: string;
    readonly whyRule: (title: string) => string;
    readonly whyList: (line: number, matter: string) => string;
    readonly whyPerson: string;
    readonly whyFallback: string;
    readonly article: (article: string) => string;
    readonly clocks: string;
    readonly noClocks: string;
    readonly timeline: string;
    readonly fresh: string;
    readonly showClocks: (n: number) => string;
    readonly hideClocks: string;
    readonly citizen: string;
    readonly citizenHint: string;
    readonly stranger: string;
    readonly strangerHint: string;
    readonly back: string;
  };
  readonly actions: {
    readonly title: (who: string) => string;
    readonly none: string;
    readonly refusedTitle: string;
    readonly otherTitle: (n: number) => string;
    readonly tryAnyway: (command: string) => string;
    readonly tryHint: string;
    readonly submit: (command: string) => string;
    readonly cancel: string;
    readonly done: (command: string) => string;
    readonly refused: (command: string) => string;
    readonly failed: string;
    readonly sending: string;
    readonly optional: (label: string) => string;
  };
  readonly fields: Readonly<Record<FieldText, string>>;
  readonly samples: Readonly<Record<SampleText, string>>;
  readonly options: {
    readonly solved: { readonly yes: string; readonly partly: string; readonly no: string };
    readonly reached: { readonly true: string; readonly false: string };
    readonly contacted: { readonly true: string; readonly false: string };
    readonly method: { readonly phone: string; readonly visit: string; readonly sms: string };
    readonly level: { readonly 1: string; readonly 2: string; readonly 3: string };
    readonly satisfaction: {
      readonly 5: string;
      readonly 4: string;
      readonly 3: string;
      readonly 2: string;
      readonly 1: string;
    };
    readonly told: { readonly true: string; readonly false: string };
    readonly workingDays: { readonly 1: string; readonly 2: string; readonly 3: string; readonly 5: string };
    readonly byRules: string;
  };
  readonly call: {
    readonly title: string;
    readonly hint: string;
    readonly submit: string;
    readonly kind: string;
    readonly matter: string;
    readonly later: string;
    readonly town: string;
    readonly address: string;
    readonly content: string;
    readonly urgent: string;
    readonly urgentHint: string;
    readonly name: string;
    readonly phone: string;
    readonly phoneHint: string;
    readonly samples: { readonly content: string; readonly address: string; readonly name: string };
  };
  readonly follow: {
    readonly title: string;
    readonly hint: string;
    readonly number: string;
    readonly lastFour: string;
    readonly submit: string;
    readonly samplesTitle: string;
    readonly sample: (number: string, digits: string) => string;
    readonly received: string;
    readonly dispatched: (unit: string) => string;
    readonly handling: (unit: string) => string;
    readonly promised: (unit: string, date: string) => string;
    readonly latest: (unit: string, date: string) => string;
    readonly replied: (unit: string) => string;
    readonly calledBack: string;
    readonly closed: string;
    readonly reply: string;
    readonly another: string;
    readonly mine: string;
  };
  readonly missing: { readonly title: string; readonly text: string; readonly link: string };
}

/** Names of the fields that commands ask for. */
export type FieldText =
  | 'lead'
  | 'handler'
  | 'method'
  | 'reached'
  | 'note'
  | 'place'
  | 'text'
  | 'what'
  | 'evidence'
  | 'result'
  | 'solved'
  | 'unsolvedReason'
  | 'remark'
  | 'reason'
  | 'ground'
  | 'satisfaction'
  | 'contacted'
  | 'level'
  | 'report'
  | 'conclusion'
  | 'answer'
  | 'line'
  | 'acknowledgement'
  | 'assists'
  | 'proof'
  | 'term'
  | 'citizenTold';

/** Texts that stand in the fields at first, so that a visitor need not write. */
type SampleText =
  | 'progress'
  | 'promise'
  | 'result'
  | 'reject'
  | 'redispatch'
  | 'urge'
  | 'supervise'
  | 'report'
  | 'conclusion'
  | 'answer'
  | 'acknowledgement'
  | 'return'
  | 'proof'
  | 'extension'
  | 'suspend'
  | 'reason';
