import type { Terminal, Workplace } from '../../command-line/command.ts';
import { dayWords } from '../../domain/language/days.ts';
import { agesOutOn, COPIES_KEPT_DAYS, copyWith } from '../../store/lowdb/old-copies.ts';

/** Says which files could not be opened: a copy by its name alone, with the day on which it is removed whatever is in it. */
export function sayClosed(
  closed: readonly string[],
  terminal: Terminal,
  { dataDir, copiesKeptDays = COPIES_KEPT_DAYS }: Pick<Workplace, 'dataDir' | 'copiesKeptDays'>,
): void {
  for (const what of new Set(closed.map((file) => copyWith(dataDir, file) ?? file))) {
    const over = agesOutOn(what, copiesKeptDays);
    const until =
      over === undefined
        ? ''
        : ` until ${dayWords(over)}, when it is ${copiesKeptDays} days old and is removed`;
    terminal.complain(
      `Can’t be opened without its key, so it stays${until}: ${what}. Set DATA_KEY_OLD to that key and start the bot again, and what is the pupil’s in it is erased; or remove it.`,
    );
  }
}
