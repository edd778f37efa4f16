import { AuditKeyFault } from '../records/audit/key.ts';
import { Damaged, InUse, KeyNeeded, NewerFormat } from '../store/lowdb/store.ts';
import { ConfigFault } from './config.ts';

/** Neither the playground nor the sandbox has a log-in, so real pupils are not for them. */
export class RealSchool extends Error {
  constructor(folder: string, otherwise = 'The playground has no log-in: give it a folder of its own.') {
    super(`DATA_DIR: ${folder} holds a real school. ${otherwise}`);
  }
}

/** The data folder may be mistyped, or its disk not be there: nothing is made in its place. */
export class NoFolder extends Error {
  constructor(folder: string) {
    super(
      `DATA_DIR: there is no folder ${folder}. Check the name, and that its disk is there; nothing was made. To begin with a school: npm run import -- --new, or make the folder first.`,
    );
  }
}

const IN_WORDS = [AuditKeyFault, ConfigFault, Damaged, InUse, KeyNeeded, NewerFormat, NoFolder, RealSchool];

/** The system's codes for what can be put right in the settings. */
const BY_CODE: Readonly<Record<string, string>> = {
  EADDRINUSE: 'PORT: another program listens there already. Stop it, or choose another PORT.',
  EADDRNOTAVAIL: 'HOST: this machine has no such address. Choose another HOST.',
  ENOTFOUND: 'HOST: no machine of that name is known. Choose another HOST.',
  EACCES: 'PORT or DATA_DIR: this user may not use it. Choose another.',
  EPERM: 'PORT or DATA_DIR: this user may not use it. Choose another.',
  EROFS: 'DATA_DIR: that disk can only be read. Choose another folder.',
  ENOSPC: 'DATA_DIR: that disk is full. Make room, or choose another folder.',
  EDQUOT: 'DATA_DIR: this user may store no more there. Make room, or choose another folder.',
  ENOTDIR: 'DATA_DIR: that is not a folder. Choose another.',
  EEXIST: 'DATA_DIR: that is not a folder. Choose another.',
};

/** What stops a start, in words for whoever started it. */
export function wordsFor(error: unknown): string {
  if (!(error instanceof Error)) return `The bot could not be started: ${String(error)}`;
  if (IN_WORDS.some((kind) => error instanceof kind)) return error.message;
  const { code } = error as { readonly code?: unknown };
  const known = typeof code === 'string' && Object.hasOwn(BY_CODE, code) ? BY_CODE[code] : undefined;
  return known ?? `The bot could not be started: ${error.stack}`;
}
