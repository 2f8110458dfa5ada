import { fine, refuse, type Verdict } from '../../ticket/refusal.js';
import type { SupervisionFields } from './declaration.js';

/** Whether a supervision runs: started, and not yet concluded. */
export function isSupervised({ supervision }: SupervisionFields): boolean {
  return supervision.state === 'open' || supervision.state === 'reported';
}

/** The level of the supervision that runs; 0 where none does, or it is concluded. */
export function supervisionLevel(ticket: SupervisionFields): 0 | 1 | 2 | 3 {
  return isSupervised(ticket) ? ticket.supervision.level : 0;
}

/** A supervised ticket cannot close without its supervision reply. */
export function supervisionAnswered({ supervision }: SupervisionFields): Verdict {
  if (supervision.state !== 'open') return fine;
  return refuse('supervisionUnanswered', '督办尚未反馈，不能办结', 'the supervision has no reply yet', {
    remedy: { zh: '请承办单位先提交督办反馈', en: 'the unit reports on the supervision first' },
  });
}
