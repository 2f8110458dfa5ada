/** States of a ticket whose life goes on: what runs beside the flow may be done in any of them. */
export const openStates = [
  'received',
  'answeredOnline',
  'pendingDispatch',
  'dispatched',
  'returnRequested',
  'disputed',
  'signed',
  'handling',
  'pendingApproval',
  'replied',
  'calledBack',
] as const;

/** States in which a unit works on the ticket: from its signature until its reply is approved. */
export const workingStates = ['signed', 'handling', 'pendingApproval'] as const;

/** States in which nothing more can happen. */
export const endStates = ['archived', 'transferredEmergency', 'withdrawn'] as const;
