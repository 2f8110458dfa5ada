import type { CommandName } from '../vocabulary/commands.js';
import type { Label } from '../vocabulary/label.js';
import type { SectionName } from './procedure-schema.js';

/** The sections of a procedure in words. */
export const SECTIONS: Readonly<Record<SectionName, Label>> = {
  dispatch: { zh: '派单', en: 'dispatch' },
  return: { zh: '退单', en: 'return' },
  extension: { zh: '延期', en: 'extension' },
  suspension: { zh: '挂起', en: 'suspension' },
  reply: { zh: '答复', en: 'reply' },
  callback: { zh: '回访', en: 'callback' },
  redispatch: { zh: '重办', en: 'redispatch' },
  supervision: { zh: '督办', en: 'supervision' },
  reopening: { zh: '重新受理', en: 'reopening' },
};

interface Governance {
  readonly section: SectionName;
  /** Whether what the section requires and forbids binds this command: the asking one, not the answer to it. */
  readonly asks: boolean;
  /** Whether the section must be there. */
  readonly needed: boolean;
}

const asks = (section: SectionName): Governance => ({ section, asks: true, needed: true });
const answers = (section: SectionName): Governance => ({ section, asks: false, needed: true });

/** Which section governs which command. Without the section, a pack does not know the command, and it is refused. */
export const GOVERNING_SECTION: Readonly<Partial<Record<CommandName, Governance>>> = {
  dispatch: { section: 'dispatch', asks: true, needed: false },
  requestReturn: asks('return'),
  approveReturn: answers('return'),
  rejectReturn: answers('return'),
  requestExtension: asks('extension'),
  approveExtension: answers('extension'),
  rejectExtension: answers('extension'),
  suspend: asks('suspension'),
  resume: answers('suspension'),
  submitReply: asks('reply'),
  approveReply: answers('reply'),
  rejectReply: answers('reply'),
  callBack: asks('callback'),
  waiveCallback: answers('callback'),
  redispatch: asks('redispatch'),
  supervise: asks('supervision'),
  escalateSupervision: asks('supervision'),
  reportSupervision: answers('supervision'),
  concludeSupervision: answers('supervision'),
  reopen: asks('reopening'),
};
