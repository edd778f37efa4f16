import { LRUCache } from 'lru-cache';
import type { Clock, Ids } from '../app/ports.ts';
import { dayWords } from '../domain/language/days.ts';
import { fullName } from '../domain/language/name-words.ts';
import { count } from '../domain/language/words.ts';
import { refKey } from '../domain/pupil/who/person.ts';
import type { Decision, Why } from '../domain/pupil/who/who-is-who.ts';
import { localDate } from '../domain/time.ts';
import type { ImportBackups } from '../store/lowdb/import-backups.ts';
import type { Store } from '../store/store.ts';
import { describeFaults } from './fault.ts';
import { countLine, headingLines, toLookAt } from './list/preview-words.ts';
import type { Look } from './plan-pupils.ts';
import { type ListPreview, previewImport, type RefusedPreview } from './preview.ts';
import type { OutsideFile } from './read/table.ts';
import { SCHOOL_FILE } from './school-file.ts';
import { documentsIn, type Taken, takeImport } from './take.ts';

/** What an import in a chat works on. */
interface ChatImportParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly backups: ImportBackups;
}

/** What a person has said of a list so far: of rows that can't be told, by the reference of a look. */
interface Said {
  readonly skipBad: boolean;
  readonly whose: ReadonlyMap<string, Decision>;
  readonly takeList: boolean;
}

const HALF_AN_HOUR_MS = 30 * 60 * 1000;
/** All lists that wait for an answer, together, in bytes. */
const MOST_KEPT = 50 * 1024 * 1024;

/**
 * Imports as a conversation does them: a look at a list that a SENCO sent, in words for their eyes alone, and what takes it.
 * Lists are kept in memory until they are answered, for half an hour at most.
 */
export function chatImports<List extends { readonly bytes: Uint8Array }>(parts: ChatImportParts) {
  return {
    look: (file: OutsideFile, school: string, said: Said) => look(parts, file, school, said),
    pending: new LRUCache<string, List>({
      max: 100,
      ttl: HALF_AN_HOUR_MS,
      maxSize: MOST_KEPT,
      sizeCalculation: ({ bytes }) => Math.max(1, bytes.length),
    }),
  };
}

async function look(
  parts: ChatImportParts,
  file: OutsideFile,
  school: string,
  { skipBad, whose, takeList }: Said,
) {
  const { store, clock, ids } = parts;
  const decisions = new Map([...whose].map(([ref, decision]) => [refKey(ref), decision]));
  const input = { files: [file], school, columns: [], skipBad, decisions, takeList };
  const preview = await previewImport(store, input, { today: localDate(clock.now()), newId: ids.unique });
  if (preview.is === 'refused') return refusedLook(preview);
  // A school and its staff come in by the command line: there is no folder to send here.
  if (preview.is === 'folder')
    return { ...NOTHING, faults: [`${SCHOOL_FILE}: send the list of pupils alone`] };
  return takeableLook(preview, parts);
}

const NOTHING = { lines: [], headings: [], faults: [], looks: [] };

function refusedLook({ faults, rest, looks = [] }: RefusedPreview) {
  return {
    ...NOTHING,
    headings: rest ? headingLines(rest) : [],
    faults: describeFaults(faults),
    bad: rest && { bad: rest.bad, rows: rest.rows },
    looks: looks.map(({ ref, fault: { line }, look: toSay }) => ({ ref, words: wordsOf(toSay, line) })),
  };
}

function takeableLook(preview: ListPreview, parts: ChatImportParts) {
  const { list, tally, planned } = preview;
  const changes = documentsIn(planned);
  return {
    lines: [countLine(preview), ...changedLines(tally), ...toLookAt(preview)],
    headings: headingLines(list),
    faults: describeFaults(list.faults),
    looks: [],
    kept: preview.kept.length,
    changes,
    take: changes > 0 ? async () => said(await takeImport(planned, parts)) : undefined,
  };
}

/** Which fields change, and of how many pupils each. */
function changedLines({ changed }: ListPreview['tally']): readonly string[] {
  const fields = Map.groupBy(
    changed.flatMap((one) => one.fields),
    (field) => field,
  );
  const each = [...fields].map(([field, of]) => `${field} (${of.length})`);
  return each.length > 0 ? [`What changes, and of how many: ${each.join(', ')}.`] : [];
}

const TWO: Readonly<Record<Why, (row: string, held: string, ref: string) => string>> = {
  'another-child': (row, held, ref) => `${row} has the reference ${ref}, under which ${held} is here.`,
  'another-name': (row, held, ref) =>
    `${row} has the reference ${ref}, under which ${held} is here, born on the same day.`,
  moved: (row, held, ref) =>
    `${row} stands under ${ref}; ${held} is here with that reference or these details.`,
  'another-upn': (row, held) => `${row} has another UPN than ${held}, who is here.`,
  'upn-elsewhere': (row, held, ref) =>
    `${row} has the UPN of ${held}, and the reference ${ref} of somebody else.`,
  several: (row, _held, ref) => `${row}: ${ref} could be the reference of several pupils here.`,
  twice: (row, held) => `${row} and another row are both ${held}, who is here.`,
};

function wordsOf({ row, pupil, why }: Look, line: number | undefined): string {
  const named = (who: Look['row'] | Look['pupil']) => `${fullName(who)} (born ${dayWords(who.dateOfBirth)})`;
  const words = TWO[why](named(row), named(pupil), row.ref);
  return line === undefined ? words : `Line ${line}: ${words}`;
}

function said(taken: Taken): { readonly ok: boolean; readonly say: string } {
  switch (taken.is) {
    case 'taken':
      return {
        ok: true,
        say: `${count(taken.documents, 'pupil is', 'pupils are')} as the list has them. What was there before is kept.`,
      };
    case 'nothing-to-do':
      return { ok: true, say: 'All of it was here already.' };
    case 'changed-meanwhile':
      return {
        ok: false,
        say: 'Somebody changed some of these pupils meanwhile, so nothing was written. Please send the file again.',
      };
    case 'cut-short':
      return {
        ok: false,
        say: 'It could not be written to the end. Please send the same file again to complete it.',
      };
  }
}
