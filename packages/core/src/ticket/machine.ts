import { setup } from 'xstate';

/** Commands that may be given as long as a ticket is open: the tracks beside the flow. They never move it. */
const beside = <S extends string>(state: S) => {
  const staying = { target: state } as const;
  return {
    urge: staying,
    supervise: staying,
    escalateSupervision: staying,
    reportSupervision: staying,
    concludeSupervision: staying,
    withdraw: { target: 'withdrawn' },
  } as const;
};

/** What a unit may record from signing on until its reply is approved. */
const recording = <S extends string>(state: S) => {
  const staying = { target: state } as const;
  return {
    addAssist: staying,
    contactCitizen: staying,
    arriveOnSite: staying,
    recordProgress: staying,
    promise: staying,
    fulfilPromise: staying,
  } as const;
};

/** Extension 延期 and suspension 挂起: they move clocks, never the flow. */
const timing = <S extends string>(state: S) => {
  const staying = { target: state } as const;
  return {
    requestExtension: staying,
    approveExtension: staying,
    rejectExtension: staying,
    suspend: staying,
    resume: staying,
  } as const;
};

/**
 * The chart of a ticket's life as plain data: which command leads from which state to which.
 * A guard chooses between targets and never refuses, for what a regulation may forbid stands in the pack's
 * `procedure.json`.
 */
export const chart = {
  id: 'ticket',
  initial: 'draft',
  states: {
    draft: { on: { register: { target: 'received' } } },
    received: {
      on: {
        answerOnline: { target: 'answeredOnline' },
        refuse: { target: 'refused' },
        transferEmergency: { target: 'transferredEmergency' },
        dispatch: { target: 'dispatched' },
        ...beside('received'),
      },
    },
    answeredOnline: {
      on: {
        callBack: { target: 'answeredOnline' },
        rate: { target: 'answeredOnline' },
        redispatch: { target: 'dispatched' },
        close: { target: 'closed' },
        ...beside('answeredOnline'),
      },
    },
    pendingDispatch: { on: { dispatch: { target: 'dispatched' }, ...beside('pendingDispatch') } },
    dispatched: {
      on: {
        sign: { target: 'signed' },
        requestReturn: { target: 'returnRequested' },
        addAssist: { target: 'dispatched' },
        ...beside('dispatched'),
      },
    },
    returnRequested: {
      on: {
        approveReturn: { target: 'pendingDispatch' },
        rejectReturn: [{ guard: 'wasSigned', target: 'signed' }, { target: 'dispatched' }],
        raiseDispute: { target: 'disputed' },
        ...beside('returnRequested'),
      },
    },
    disputed: { on: { designate: { target: 'dispatched' }, ...beside('disputed') } },
    signed: {
      on: {
        accept: { target: 'handling' },
        requestReturn: { target: 'returnRequested' },
        ...recording('signed'),
        ...beside('signed'),
      },
    },
    handling: {
      on: {
        ...recording('handling'),
        ...timing('handling'),
        submitReply: [{ guard: 'replyNeedsApproval', target: 'pendingApproval' }, { target: 'replied' }],
        ...beside('handling'),
      },
    },
    pendingApproval: {
      on: {
        ...recording('pendingApproval'),
        approveReply: { target: 'replied' },
        rejectReply: { target: 'handling' },
        ...beside('pendingApproval'),
      },
    },
    replied: {
      on: {
        callBack: { target: 'replied' },
        fulfilPromise: { target: 'replied' },
        rate: { target: 'calledBack' },
        waiveCallback: { target: 'closed' },
        ...beside('replied'),
      },
    },
    calledBack: {
      on: {
        fulfilPromise: { target: 'calledBack' },
        redispatch: { target: 'dispatched' },
        close: { target: 'closed' },
        ...beside('calledBack'),
      },
    },
    closed: { on: { reopen: { target: 'received' }, archive: { target: 'archived' } } },
    refused: { type: 'final' },
    transferredEmergency: { type: 'final' },
    withdrawn: { type: 'final' },
    archived: { type: 'final' },
  },
} as const;

/** A state that the chart knows. */
export type ChartState = keyof typeof chart.states;

type On<S extends ChartState> = (typeof chart.states)[S] extends { readonly on: infer O } ? keyof O : never;

/** A command that the chart knows, in any state. */
export type ChartCommand = { [S in ChartState]: On<S> }[ChartState];

/** The commands that the chart allows in a state; what is not in it does not compile after `ticket.is(state)`. */
export type CommandIn<S extends ChartState> = S extends ChartState ? On<S> : never;

type Way<S extends ChartState, C> = (typeof chart.states)[S] extends { readonly on: infer O }
  ? C extends keyof O
    ? O[C]
    : never
  : never;

/** Where a command leads from a state: the same state for a command beside the flow. */
export type StateAfter<S extends ChartState, C> = S extends ChartState
  ? Way<S, C> extends { readonly target: infer T extends ChartState }
    ? T
    : Way<S, C> extends readonly { readonly target: infer T extends ChartState }[]
      ? T
      : never
  : never;

/** The guards that choose between two targets of one command. */
export type ChartGuard = 'replyNeedsApproval' | 'wasSigned';

/** How the guards of one decision came out. */
export type GuardVerdicts = Readonly<Partial<Record<ChartGuard, boolean>>>;

/** The version of the chart that events record; a changed life gets the next number. */
export const MACHINE_VERSION = '1';

/**
 * The life of a ticket as an XState machine: `received → dispatched → signed → handling → pendingApproval → replied →
 * calledBack → closed → archived`, with returns, disputes, re-dispatch after an unhappy callback, reopening, and the
 * ends beside the flow (answered online, refused, transferred, withdrawn). It is the one definition: the table that runs the
 * hot path is derived from it, the diagram is drawn from it, and it opens in the Stately viewer.
 *
 * An event of the machine is a command's name with the verdicts of its guards.
 *
 * @example
 * import { initialTransition, transition } from 'xstate';
 * const [draft] = initialTransition(ticketMachine);
 * const [received] = transition(ticketMachine, draft, { type: 'register' });
 * received.value; // 'received'
 */
export const ticketMachine = setup({
  types: { events: {} as { readonly type: ChartCommand; readonly guards?: GuardVerdicts } },
  guards: {
    replyNeedsApproval: ({ event }) => event.guards?.replyNeedsApproval === true,
    wasSigned: ({ event }) => event.guards?.wasSigned === true,
  },
}).createMachine(chart);
