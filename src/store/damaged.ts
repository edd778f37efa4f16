import type { Collection } from './store.ts';

/** One thing wrong with what is stored. */
export interface StoredFault {
  /** The file or folder at fault, as an IT manager finds it. */
  readonly file: string;
  /** The collection and id of the document that is at fault, where it is one. */
  readonly document?: { readonly collection: Collection; readonly id: string };
  /** The collection that is missing as a whole, where it is one that can be learnt again. */
  readonly collection?: Collection;
  /** The field at fault, where it is one: "actions[2].due". */
  readonly field?: string;
  /** What follows in a sentence: "is missing". Never what stands in the document. */
  readonly what: string;
  /** What to do, where it is not `FROM_BACKUP`. */
  readonly remedy?: string;
}

/** What to do with what the bot did not put there. */
export const DOES_NOT_BELONG =
  'Move what does not belong there out of the folder, put back what is missing from your last backup, then start again.';

/** What to do with a copy of a document, or with what a program left beside it: nothing is missing. */
export const A_STRAY =
  'A person or a program copied it there: move it out of the folder, then start again. Nothing else is needed.';

const FROM_BACKUP = 'Put it back from your last backup, then start again.';

/** What is stored is not what it should be: everything that is wrong with it, each with its file and what to do. */
export class Damaged extends Error {
  readonly faults: readonly StoredFault[];

  constructor(faults: readonly StoredFault[]) {
    const remedies = new Set(faults.map(({ remedy = FROM_BACKUP }) => remedy));
    const lines = [...faults.map(describeFault), `Nothing was changed. ${[...remedies].join(' ')}`];
    super(lines.join(faults.length === 1 ? ' ' : '\n'));
    this.faults = faults;
  }
}

/** What is stored was written by a later version of the program: it is left as it is. */
export class NewerFormat extends Error {
  constructor(file: string, found: number, known: number) {
    super(
      `${file} is of format ${found}, from a later version of send-review-bot: this one reads up to format ${known}. ` +
        'Nothing was changed. Start the later version, or put back a backup from before it.',
    );
  }
}

/** One line: file, field, what is wrong. */
export function describeFault({ file, field, what }: StoredFault): string {
  return field ? `${file}, ${field}: ${what}.` : `${file} ${what}.`;
}
