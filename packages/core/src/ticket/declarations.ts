import { callback } from '../tracks/callback/declaration.js';
import { closing } from '../tracks/closing/declaration.js';
import { clueTransfer } from '../tracks/clue/declaration.js';
import { consulting } from '../tracks/consultation/declaration.js';
import { departments } from '../tracks/departments/declaration.js';
import { dispatching } from '../tracks/dispatch/declaration.js';
import { dispute } from '../tracks/dispute/declaration.js';
import { emergency } from '../tracks/emergency/declaration.js';
import { enquiring } from '../tracks/enquiry/declaration.js';
import { extending } from '../tracks/extension/declaration.js';
import { fieldwork } from '../tracks/fieldwork/declaration.js';
import { informing } from '../tracks/informing/declaration.js';
import { instructing } from '../tracks/instruction/declaration.js';
import { intake } from '../tracks/intake/declaration.js';
import { merging } from '../tracks/merging/declaration.js';
import { observing } from '../tracks/observing/declaration.js';
import { praising } from '../tracks/praise/declaration.js';
import { promising } from '../tracks/promise/declaration.js';
import { checking } from '../tracks/quality/declaration.js';
import { recusing } from '../tracks/recusal/declaration.js';
import { remedying } from '../tracks/remedy/declaration.js';
import { replying } from '../tracks/reply/declaration.js';
import { returns } from '../tracks/returns/declaration.js';
import { splitting } from '../tracks/splitting/declaration.js';
import { superiors } from '../tracks/superiors/declaration.js';
import { supervising } from '../tracks/supervision/declaration.js';
import { suspending } from '../tracks/suspension/declaration.js';
import { tagging } from '../tracks/tagging/declaration.js';
import { terminating } from '../tracks/termination/declaration.js';
import { unreasonable } from '../tracks/unreasonable/declaration.js';
import { urging } from '../tracks/urging/declaration.js';

/** All tracks of the life, the main way first: what chart, commands and authority are assembled from. */
export const declarations = [
  intake,
  emergency,
  dispatching,
  returns,
  dispute,
  fieldwork,
  promising,
  extending,
  suspending,
  replying,
  callback,
  closing,
  urging,
  supervising,
  terminating,
  remedying,
  consulting,
  instructing,
  departments,
  recusing,
  superiors,
  merging,
  splitting,
  enquiring,
  unreasonable,
  clueTransfer,
  checking,
  observing,
  praising,
  tagging,
  informing,
] as const;
