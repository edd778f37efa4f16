import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import pLimit from 'p-limit';
import pTimeout from 'p-timeout';
import { MOST_BYTES_IN } from '../limits.ts';
import type { FittedList } from '../list/fit-list.ts';
import type { ColumnSaid } from '../shapes/find-shape.ts';
import type { Answer, ToRead } from './child.ts';
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
 * The list of pupils in files from outside, read in a process of its own with a cap on time and memory: whatever a file does
 * there, even to run out of memory, which ends a process with all its threads, the bot goes on.
 * @param said what a person says of headings.
 * @throws {Unreadable} a file can't be read, is too large, or takes too much.
 */
export async function readOutside(
  files: readonly OutsideFile[],
  said: readonly ColumnSaid[] = [],
  caps: Caps = CAPS,
): Promise<FittedList> {
  const names = namesOf(files);
  if (files.reduce((sum, { bytes }) => sum + bytes.length, 0) > MOST_BYTES_IN)
    throw new Unreadable(
      names,
      `this is more than ${MOST_BYTES_IN / 1024 / 1024} MB; export the pupils alone`,
    );
  const answer = await inTurn(() => askChild({ files, said }, caps));
  if (answer?.is === 'read') return answer.list;
  if (answer) throw new Unreadable(answer.file, answer.message, answer.line);
  throw new Unreadable(
    names,
    'this file is too large or too odd to be read; export it again, the pupils alone, as Excel (.xlsx) or CSV',
  );
}

/** What the process says; undefined where it died, or was silent for too long. */
async function askChild(toRead: ToRead, { milliseconds, megabytes }: Caps): Promise<Answer | undefined> {
  const child = fork(CHILD, [], {
    execArgv: [`--max-old-space-size=${megabytes}`],
    env: bareEnvironment(),
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  try {
    const { promise, resolve } = Promise.withResolvers<Answer | undefined>();
    child.once('message', (answer) => resolve(answer as Answer));
    // After the last message of a process that ends, however it does.
    child.once('disconnect', () => resolve(undefined));
    child.on('error', () => resolve(undefined));
    child.send(toRead, () => undefined);
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
