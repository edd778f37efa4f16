import { access } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { DataCommand, Terminal } from './command.ts';
import { isYes } from './is-yes.ts';

/** What stands in a data folder of any format; where neither does, nothing was ever stored there. */
const OURS = ['format.json', 'schools'];

const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    // What may not be looked at is there: opening it says what is wrong.
    (error: NodeJS.ErrnoException) => error.code !== 'ENOENT' && error.code !== 'ENOTDIR',
  );

/**
 * Whether a command may be done on this data folder. One that is not there, or in which nothing was ever stored, looks like one
 * whose name is mistyped or whose disk is not there: nothing is made in it unless the command begins one, or a person says so.
 */
export async function mayUse(
  dataDir: string,
  command: DataCommand,
  input: unknown,
  terminal: Terminal,
): Promise<boolean> {
  const path = resolve(dataDir);
  const known = await Promise.all(OURS.map((name) => isThere(join(path, name))));
  if (known.some(Boolean)) return true;
  const there = await isThere(path);
  const what = there
    ? `Nothing is stored in the data folder ${path} yet.`
    : `There is no data folder ${path}.`;
  const begins = command.begins?.(input) ?? 'never';
  if (begins === 'always') {
    terminal.say(`${what} It is begun now.`);
    return true;
  }
  if (begins === 'never') {
    terminal.complain(`${what} ${CHECK} To begin with a school: npm run import -- --new. Nothing was done.`);
    return false;
  }
  if (begins === 'where-there-is-one' && there) return true;
  const answer = await terminal.ask(`${what} ${CHECK} Shall it be begun there? (yes or no)`);
  // With nobody to ask nothing is written in the end: what would be is shown where there is a folder for it.
  if (answer === undefined && there) return true;
  if (answer !== undefined && isYes(answer)) return true;
  terminal.complain(
    answer === undefined
      ? `${what} ${CHECK} If it is right, make that folder first, or run this in a terminal. Nothing was done.`
      : 'Nothing was done.',
  );
  return false;
}

const CHECK = 'Check DATA_DIR, and that its disk is there.';
