import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import pLimit from 'p-limit';
import pTimeout from 'p-timeout';
import type { LocalDate } from '../../domain/time.ts';
import type { Reading, StaffReading } from '../folder.ts';
import { MOST_BYTES_IN } from '../limits.ts';
import type { FittedList, ListSaid } from '../list/fit-list.ts';
import type { Asked, Made, Reader } from './asked-of-child.ts';
import { namesOf, type OutsideFile, Unreadable } from './table.ts';

/** How long reading may take, and how much memory, before it is given up: the bot goes on meanwhile. */
interface Caps {
  readonly milliseconds: number;
  readonly megabytes: number;
}
const CAPS: Caps = { milliseconds: 20_000, megabytes: 512 };

const CHILD = fileURLToPath(new URL('./child.ts', import.meta.url));

/** However many people send files at once, the machine has memory for so many that do harm. */
const inTurn = pLimit(2);

/**
 * Reads in a process of its own with a cap on time and memory: whatever a file does there, even to run out of memory, which
 * ends a process with all its threads, the bot goes on.
 */
export const inOwnProcess =
  (caps: Caps = CAPS): Reader =>
  (asked) =>
    inTurn(() => askChild(asked, caps));

/**
 * The list of pupils in files from outside; or, where one file alone has the headings of a staff list, that.
 * @param reader left out, in a process of its own.
 * @throws {Unreadable} a file can't be read, is too large, or takes too much.
 */
export async function readOutside(
  files: readonly OutsideFile[],
  said: ListSaid = { columns: [] },
  reader: Reader = inOwnProcess(),
): Promise<FittedList | Extract<Made, { is: 'staff' }>> {
  const made = await askedOf(reader, { is: 'list', files, said });
  if (made?.is === 'list') return made.list;
  if (made?.is === 'staff') return made;
  throw new Unreadable(
    namesOf(files),
    'this file is too large or too odd to be read; export it again, the pupils alone, as Excel (.xlsx) or CSV',
  );
}

/**
 * A school's folder from outside, read as a list is.
 * @param today at school; dates in the past are checked against it.
 * @throws {Unreadable} the files are too large, or take too much.
 */
export async function readFolderOutside(
  files: readonly OutsideFile[],
  today: LocalDate,
  reader: Reader = inOwnProcess(),
): Promise<Reading> {
  const made = await askedOf(reader, { is: 'folder', files, today });
  if (made?.is === 'folder') return made.reading;
  throw new Unreadable(
    namesOf(files),
    'these files are too large or too odd to be read; look what is in them',
  );
}

/** A staff list alone, read as a folder's is. @throws {Unreadable} it is too large, or takes too much. */
export async function readStaffOutside(
  files: readonly OutsideFile[],
  reader: Reader = inOwnProcess(),
): Promise<StaffReading> {
  const made = await askedOf(reader, { is: 'staff', files });
  if (made?.is === 'staff') return made.reading;
  throw new Unreadable(namesOf(files), 'this file is too large or too odd to be read; look what is in it');
}

/** @throws {Unreadable} the files are too large together, or the reader says that one can't be read. */
async function askedOf(reader: Reader, asked: Asked): Promise<Made | undefined> {
  if (asked.files.reduce((sum, { bytes }) => sum + bytes.length, 0) > MOST_BYTES_IN)
    throw new Unreadable(
      namesOf(asked.files),
      `this is more than ${MOST_BYTES_IN / 1024 / 1024} MB; export the pupils alone`,
    );
  const made = await reader(asked);
  if (made?.is === 'unreadable') throw new Unreadable(made.file, made.message, made.line);
  return made;
}

/** What the process says; undefined where it died, or was silent for too long. */
async function askChild(asked: Asked, { milliseconds, megabytes }: Caps): Promise<Made | undefined> {
  const child = fork(CHILD, [], {
    execArgv: [`--max-old-space-size=${megabytes}`],
    env: bareEnvironment(),
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  try {
    const { promise, resolve } = Promise.withResolvers<Made | undefined>();
    child.once('message', (answer) => resolve(answer as Made));
    // After the last message of a process that ends, however it does.
    child.once('disconnect', () => resolve(undefined));
    child.on('error', () => resolve(undefined));
    child.send(asked, () => undefined);
    return await pTimeout(promise, { milliseconds, fallback: () => undefined });
  } finally {
    child.kill('SIGKILL');
  }
}

// Nothing of the process' own (tokens, keys) is of use to it; but no program starts on Windows without its folder.
function bareEnvironment(): NodeJS.ProcessEnv {
  const kept = ['SystemRoot', 'NODE_COMPILE_CACHE'] as const;
  return Object.fromEntries(kept.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])));
}
