import { callback } from '../tracks/callback/declaration.js';
import { closing } from '../tracks/closing/declaration.js';
import { dispatching } from '../tracks/dispatch/declaration.js';
import { dispute } from '../tracks/dispute/declaration.js';
import { emergency } from '../tracks/emergency/declaration.js';
import { extending } from '../tracks/extension/declaration.js';
import { fieldwork } from '../tracks/fieldwork/declaration.js';
import { intake } from '../tracks/intake/declaration.js';
import { promising } from '../tracks/promise/declaration.js';
import { replying } from '../tracks/reply/declaration.js';
import { returns } from '../tracks/returns/declaration.js';
import { supervising } from '../tracks/supervision/declaration.js';
import { suspending } from '../tracks/suspension/declaration.js';
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
] as const;
