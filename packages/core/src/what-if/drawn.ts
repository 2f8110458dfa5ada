import type { EventName, NewEvent } from '../ticket/event.js';

/** What escalation rules bring about; people give most of it too, without a rule. */
const byRules: ReadonlySet<EventName> = new Set<EventName>([
  'ticket.urged',
  'ticket.tagged',
  'notice.given',
  'instruction.given',
  'accountability.entered',
  'supervision.started',
  'supervision.escalated',
]);

/** Whether an escalation rule drew it; what the procedure makes of a command is drawn by nobody else's rule. */
export function isDrawn(event: NewEvent): boolean {
  if (!byRules.has(event.type)) return false;
  const { rule } = event.data as { readonly rule?: string };
  return rule !== undefined && !rule.startsWith('procedure.');
}
