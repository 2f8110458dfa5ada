import type { TicketFacts } from '@hotline-kit/rules';
import type { Call } from '../../intake/call.js';

/** What rules may know of a call before it is a ticket. */
export function factsOfCall(call: Call): TicketFacts {
  const { district, street, address } = call.place;
  return {
    matter: call.matter,
    district,
    street,
    address,
    channel: call.channel,
    type: call.type,
    line: call.source?.line,
    urgent: call.urgent ?? false,
    confidential: call.confidential ?? false,
    replyWanted: call.replyWanted ?? true,
    leaderAssigned: call.leaderAssigned ?? call.channel === 'leaderDay',
    enterprise: call.channel === 'enterpriseLine',
    tags: call.tags ?? [],
    applicantCount: Math.max(1, call.applicants?.length ?? 1),
    repeatCount: call.repeats?.length ?? 0,
  };
}
