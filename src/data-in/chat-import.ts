import { LRUCache } from 'lru-cache';
import type { Clock, Ids } from '../app/ports.ts';
import { count } from '../domain/language/words.ts';
import { personKey, refKey } from '../domain/pupil/who/person.ts';
import type { BoundDecision } from '../domain/pupil/who/who.ts';
import type { PersonId } from '../domain/school/school.ts';
import { localDate } from '../domain/time.ts';
import type { StoreFor } from '../records/audit/audited-store.ts';
import type { ImportBackups } from '../store/lowdb/import-backups.ts';
import type { Store } from '../store/store.ts';
import { staffLook } from './chat-staff.ts';
import { describeFaults } from './fault.ts';
import { MEANS } from './list/column-words.ts';
import { erasedLines } from './list/erased-words.ts';
import type { ListPreview } from './list/preview-list.ts';
import { changedLinesPrivately, countLine, headingLines, lookLinesPrivately } from './list/preview-words.ts';
import type { ReadList } from './list/read-list.ts';
import type { WasErased } from './plan-pupils.ts';
import { type Preview, previewImport } from './preview.ts';
import type { Reader } from './read/asked-of-child.ts';
import type { OutsideFile } from './read/table.ts';
import type { RefusedPreview } from './refused.ts';
import { COLUMNS, type Column } from './shapes/shape.ts';
import { documentsIn, type Taken, takeImport } from './take.ts';
import { wordsOf } from './whose-words.ts';

/** What an import in a chat works on. */
interface ChatImportParts {
  readonly store: Store;
  /** A store for whoever sent the list, so that what they change is known for theirs; without it, `store`. */
  readonly storeFor?: StoreFor;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly backups: ImportBackups;
  /** Who was erased here; left out, nobody. */
  readonly erased?: () => Promise<WasErased | undefined>;
  /** Who reads files from outside; left out, a process of its own. */
  readonly reader?: Reader;
}

/** What a person has said of a list so far: of rows that can't be told, by the reference of a look. */
interface Said {
  readonly skipBad: boolean;
  readonly whose: ReadonlyMap<string, BoundDecision>;
  readonly takeList: boolean;
  readonly takeErased?: boolean;
  readonly columns: readonly { readonly heading: string; readonly field: string }[];
  readonly schoolInList?: string;
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
    backUp: () => parts.backups.copy('before-moving-up'),
    look: (file: OutsideFile, school: string, said: Said, by: PersonId) =>
      look(parts, { file, school, by }, said),
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
  { file, school, by }: { readonly file: OutsideFile; readonly school: string; readonly by: PersonId },
  { skipBad, whose, takeList, takeErased = false, columns, schoolInList }: Said,
) {
  const { clock, ids, reader } = parts;
  const store = parts.storeFor?.({ who: by, by: 'import' }) ?? parts.store;
  const into = { ...parts, store };
  const at = clock.now();
  const preview = await previewImport(
    store,
    {
      files: [file],
      school,
      columns: columns.flatMap(({ heading, field }) => (isField(field) ? [{ heading, field }] : [])),
      schoolInList,
      skipBad,
      takeList,
      takeErased,
      decisions: new Map([...whose].map(([ref, decision]) => [refKey(ref), decision])),
      by,
    },
    { today: localDate(at), at, newId: ids.unique, reader, wasErased: await parts.erased?.() },
  );
  if (preview.is === 'refused') return refusedLook(preview);
  return preview.is === 'folder' ? staffTakeable(preview, into, by) : takeableLook(preview, into);
}

const FIELDS: readonly string[] = [...COLUMNS, 'skip'];
const isField = (field: string): field is Column | 'skip' => FIELDS.includes(field);

const NOTHING = { lines: [], headings: [], faults: [], looks: [] };

/** What a person can put right by saying which heading is which. */
const SAID_BY_COLUMNS: ReadonlySet<string> = new Set(['no-shape', 'lacking', 'no-heading']);
const BY_COLUMNS = 'Or press “Columns”, and say there which heading is which.';

function refusedLook({ faults, found, rest, looks = [] }: RefusedPreview) {
  const fitted = found?.is === 'none' ? found.fitted : found;
  const understood = fitted && 'mapped' in fitted ? fitted : undefined;
  const several = fitted?.is === 'several-schools' ? fitted : undefined;
  return {
    ...NOTHING,
    headings: understood ? headingLines(understood) : [],
    // There are buttons for what could be said on a command line.
    faults: [
      ...describeFaults(faults.map(({ orSay: _, ...fault }) => fault)),
      ...(fitted && columnsOf(fitted) && SAID_BY_COLUMNS.has(fitted.is) ? [BY_COLUMNS] : []),
    ],
    bad: rest && { bad: rest.bad, rows: rest.rows },
    columns: fitted && columnsOf(fitted),
    schools: several?.schools.map(({ name }) => name),
    schoolHeading: several?.mapped.find(({ field }) => field === 'school')?.heading,
    looks: looks.map(({ ref, fault: { line }, look: toSay }) => ({
      ref,
      words: wordsOf(toSay, line),
      person: personKey(toSay.row),
      pupil: toSay.pupil.id,
      canBeSame: toSay.canBeSame,
    })),
  };
}

/** How each column was found, for a person to change it. */
function columnsOf(found: Pick<ReadList, 'headings'> & Partial<Pick<ReadList, 'mapped'>>) {
  const { headings, mapped = [] } = found;
  if (headings.length === 0) return undefined;
  return {
    headings,
    columns: COLUMNS.map((field) => ({
      field,
      means: MEANS[field],
      heading: mapped.find((one) => one.field === field)?.heading,
    })),
  };
}

function takeableLook(preview: ListPreview, parts: ChatImportParts) {
  const { list, planned } = preview;
  const changes = documentsIn(planned);
  return {
    lines: [
      countLine(preview),
      ...changedLinesPrivately(preview),
      ...lookLinesPrivately(preview),
      ...erasedLines(preview.erased.length),
    ],
    erased: preview.erased.length,
    headings: headingLines(list),
    faults: describeFaults(list.faults),
    looks: [],
    kept: preview.kept.length,
    columns: columnsOf(list),
    changes,
    take:
      changes > 0
        ? async (progress?: (done: number) => void) => said(await takeImport(planned, parts, progress))
        : undefined,
  };
}

function staffTakeable(
  { planned }: Extract<Preview, { is: 'folder' }>,
  parts: ChatImportParts,
  by: PersonId,
) {
  const look = staffLook(planned, by);
  return {
    ...look,
    take: look.changes > 0 ? async () => said(await takeImport(planned, parts), OF_STAFF) : undefined,
  };
}

/** What came of a list of pupils, and of one of colleagues, where it was written or could not be yet. */
const OF_PUPILS = {
  taken: (documents: number) =>
    `${count(documents, 'pupil is', 'pupils are')} as the list has them. What was there before is kept.`,
  meanwhile: 'Somebody changed or added some of these pupils meanwhile',
};
const OF_STAFF: typeof OF_PUPILS = {
  taken: () =>
    'Your colleagues are as the list has them. Who is not on it has no access any more. What was there before is kept.',
  meanwhile: 'Somebody changed something of the school or its colleagues meanwhile',
};

function said(
  taken: Taken,
  words: typeof OF_PUPILS = OF_PUPILS,
): {
  readonly ok: boolean;
  readonly say: string;
  readonly changedMeanwhile?: true;
} {
  switch (taken.is) {
    case 'taken':
      return {
        ok: true,
        say: words.taken(taken.documents),
      };
    case 'nothing-to-do':
      return { ok: true, say: 'All of it was here already.' };
    case 'changed-meanwhile':
      return {
        ok: false,
        say: `${words.meanwhile}, so nothing was written yet. This is what it would change now.`,
        changedMeanwhile: true,
      };
    case 'cut-short':
      return {
        ok: false,
        say: 'It could not be written to the end. Please send the same file again to complete it.',
      };
  }
}
