import type { ActionView, TicketView } from '@hotline-kit/core/view';

/** The way of a ticket as commands, with what has to be true of it beside that the command is allowed. */
const way: readonly { readonly command: string; readonly when?: (view: TicketView) => boolean }[] = [
  { command: 'dispatch' },
  { command: 'sign' },
  { command: 'accept' },
  { command: 'approveReturn' },
  { command: 'designate' },
  { command: 'approveExtension' },
  { command: 'contactCitizen', when: (view) => isOpen(view, 'contact') },
  { command: 'arriveOnSite', when: (view) => isOpen(view, 'arrive') },
  { command: 'reportSupervision' },
  { command: 'fulfilPromise' },
  { command: 'submitReply' },
  { command: 'approveReply' },
  { command: 'callBack', when: (view) => !calledBack(view) },
  { command: 'rate' },
  { command: 'concludeSupervision' },
  { command: 'close' },
  { command: 'redispatch' },
];

const moving: ReadonlySet<string> = new Set([
  'dispatch',
  'sign',
  'accept',
  'submitReply',
  'approveReply',
  'approveReturn',
  'designate',
  'rate',
  'close',
  'redispatch',
]);

/** Whether a command moves a ticket on, from the call to the close. */
export function movesOn(command: string): boolean {
  return moving.has(command);
}

/** The one thing to do next, for the viewer whose actions the view carries; undefined where it is another's turn. */
export function nextAction(view: TicketView): ActionView | undefined {
  for (const { command, when } of way) {
    const action = view.actions.find((each) => each.command === command && each.ok);
    if (action !== undefined && (when?.(view) ?? true)) return action;
  }
  return undefined;
}

function isOpen({ clocks }: TicketView, id: string): boolean {
  return clocks.some((clock) => clock.id === id && clock.state !== 'met' && clock.state !== 'cancelled');
}

/** Whether somebody called the citizen since the reply that stands. */
function calledBack({ timeline }: TicketView): boolean {
  const call = timeline.findIndex(({ type }) => type === 'citizen.calledBack');
  const reply = timeline.findIndex(({ type }) => type === 'reply.approved' || type === 'reply.submitted');
  return call >= 0 && (reply < 0 || call < reply);
}
