import type { Terminal } from '../command-line/command.ts';
import { isYes } from '../command-line/is-yes.ts';
import type { LastImport } from '../store/lowdb/import-backups.ts';
import { Refused } from '../store/lowdb/refused.ts';
import { NotStored } from '../store/store.ts';
import { DONE, type ImportDeps, NOT_WRITTEN, REFUSED } from './asked.ts';
import { previewUndo, type Undoing, undoImport } from './undo.ts';

/** Takes back the last import that was not taken back already: shown first, then done as far as nobody has touched what it wrote. Returns the exit code. */
export async function runUndo(yes: boolean, terminal: Terminal, deps: ImportDeps): Promise<number> {
  const last = await deps.backups.last();
  if (typeof last === 'string') {
    terminal.complain(
      last === 'all-undone'
        ? 'Every import that is noted here was taken back, or stepped over, already.'
        : 'No import is noted here, so there is none to take back.',
    );
    return REFUSED;
  }
  const would = await previewUndo(deps.store, last);
  for (const line of linesOf(would, ['To be put back as before', 'To be removed, as they came with it']))
    terminal.say(line);
  if (would.back.length + would.removed.length === 0) {
    terminal.complain(
      `Nothing of the last import can be taken back. What was stored before it is kept in ${last.folder}.`,
    );
    return stepOver(last, yes, terminal, deps);
  }
  const answer = yes ? 'yes' : await terminal.ask('Take it back? (yes or no)');
  if (answer === undefined || !isYes(answer)) {
    terminal.complain(
      'Nothing was written. Run it with --yes to take it back, or in a terminal to be asked.',
    );
    return NOT_WRITTEN;
  }
  try {
    const did = await undoImport(deps.store, last);
    for (const line of linesOf(did, ['Put back as before', 'Removed'])) terminal.say(line);
    terminal.say('The last import is taken back. Run it again to take back the one before it.');
    return DONE;
  } catch (error) {
    if (!(error instanceof Refused || error instanceof NotStored)) throw error;
    if (error instanceof Refused) {
      terminal.complain(error.message);
      return stepOver(last, yes, terminal, deps);
    }
    terminal.complain('The data folder could not be written to the end. Run it again to complete it.');
    return REFUSED;
  }
}

/**
 * Leaves an import that can't be taken back as it is, where a person says so, so that it does not stand in the way of those before
 * it: the one before is shown next. Said beforehand, it is only stepped over: what comes next was not looked at yet.
 */
async function stepOver(
  last: LastImport,
  yes: boolean,
  terminal: Terminal,
  deps: ImportDeps,
): Promise<number> {
  const answer = yes
    ? 'yes'
    : await terminal.ask('Leave it as it is, and look at the import before it? (yes or no)');
  if (answer === undefined)
    terminal.complain(
      'To go on to the import before it, say --undo --yes: this one is then stepped over and stays as it is. Or run --undo in a terminal to be asked.',
    );
  if (answer === undefined || !isYes(answer)) return REFUSED;
  await last.setUndone([]);
  if (!yes) return runUndo(false, terminal, deps);
  terminal.say('It is stepped over and stays as it is. Run it again to take back the import before it.');
  return NOT_WRITTEN;
}

function linesOf(
  { back, removed, touched }: Undoing,
  [asBefore, gone]: readonly [string, string],
): readonly string[] {
  const line = (what: string, all: readonly string[]) =>
    all.length > 0 ? [`${what} (${all.length}): ${all.join(', ')}`] : [];
  return [
    ...line(asBefore, back),
    ...line(gone, removed),
    ...line('Left alone, as somebody has changed them since or they have reviews', touched),
  ];
}
