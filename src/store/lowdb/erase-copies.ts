import { readdir, readFile } from 'node:fs/promises';
import { basename, join, sep } from 'node:path';
import { COLLECTIONS } from '../schemas.ts';
import type { Collection } from '../store.ts';
import { BACKUPS, inTurn } from './backup.ts';
import { ifMissing, isLitter, removeDurably, writeDurably } from './files.ts';
import { asText, contentOf } from './json-file.ts';
import { type Marker, readMarker, writeMarker } from './marker.ts';
import { documentName, documentPath, idOfFile } from './names.ts';
import { OLD_IDS, OLD_IDS_NAME } from './old-ids-file.ts';
import type { Options } from './options.ts';
import { noteName } from './reseal.ts';
import { KeyMissing, sealed } from './sealed.ts';
import { SET_ASIDE } from './set-aside.ts';
import { Unreadable } from './unreadable.ts';

/** Whose data goes. */
export interface Whom {
  /** What their document and those of their reviews are called, now and before upgrades. */
  readonly ids: ReadonlySet<string>;
  /** By which they are known where their document was called otherwise: in a backup of an older format. */
  readonly schoolId: string;
  readonly ref: string;
  readonly upn?: string | undefined;
  /** The school's number can be given to another child: it is theirs only with this birthday, where that is known. */
  readonly dateOfBirth?: string | undefined;
}

/** What was done, or would be, with copies of what is stored. */
export interface CopiesErased {
  /** The backups that held something of them, by name. */
  readonly backups: readonly string[];
  /** Files that could not be opened, so that nobody knows what is in them. */
  readonly closed: readonly string[];
}

type Disk = Pick<Options, 'files' | 'keys'>;
/** With `look`, nothing is changed; with `only`, nothing is looked at but the copies that these files belong to. */
interface How extends Disk {
  readonly look: boolean;
  readonly only?: readonly string[];
}

/**
 * Takes everything of a pupil out of what stands beside the documents in use: old ids, what was set aside, backups, and the notes
 * of imports. It can be done again from the start, whatever of it was done before.
 */
export async function eraseCopies(folder: string, whom: Whom, how: How): Promise<CopiesErased> {
  const closed: string[] = [];
  const say = (file: string) => void closed.push(file);
  const isMeant = (path: string) =>
    how.only?.some((file) => file === path || file.startsWith(path + sep)) ?? true;
  const old = join(folder, OLD_IDS);
  if (isMeant(old)) await eraseInFile(old, OLD_IDS_NAME, without(whom.ids), whom, how, say);
  for (const aside of (await foldersIn(join(folder, SET_ASIDE))).filter(isMeant))
    await eraseInFolder(aside, whom, how, say);
  const backups: string[] = [];
  await inTurn(async () => {
    for (const backup of (await foldersIn(join(folder, BACKUPS))).filter(isMeant))
      if (await eraseInFolder(backup, whom, how, say)) backups.push(basename(backup));
    for (const name of await filesIn(join(folder, BACKUPS))) {
      const path = join(folder, BACKUPS, name);
      if (isMeant(path)) await eraseInFile(path, noteName(name), without(whom.ids), whom, how, say);
    }
  });
  return { backups, closed };
}

/** What a killed process left half written in such a folder nobody can use; but somebody could read it. */
async function removeLitter(folder: string, files: Disk['files']): Promise<void> {
  const names = await readdir(folder).catch((error: unknown) => ifMissing<string[]>(error, []));
  for (const name of names.filter(isLitter)) await removeDurably(join(folder, name), files);
}

/** In a folder that is laid out as a data folder is: whether there was anything. */
async function eraseInFolder(
  folder: string,
  whom: Whom,
  how: How,
  say: (file: string) => void,
): Promise<boolean> {
  // In a backup of an older format they may have been called otherwise.
  const ids = new Set(whom.ids);
  await learnIds(folder, 'pupils', whom, ids, how, isPupil);
  await learnIds(folder, 'reviews', whom, ids, how, isReviewOf);
  const all = { ...whom, ids };
  let found = false;
  for (const collection of COLLECTIONS) {
    if (!how.look) await removeLitter(join(folder, collection), how.files);
    const names = await filesIn(join(folder, collection));
    const gone = ['pupils', 'reviews'].includes(collection)
      ? names.filter((name) => ids.has(idOfFile(name) ?? ''))
      : [];
    if (gone.length > 0) found = true;
    if (!how.look && gone.length > 0) {
      // Counted out first: cut short in between, there is more than is counted, which is no fault.
      await countOut(folder, collection, gone.length, how);
      for (const name of gone) await removeDurably(join(folder, collection, name), how.files);
    }
    for (const name of names.filter((one) => !gone.includes(one))) {
      const path = documentPath(folder, collection, idOfFile(name) ?? '');
      const called = documentName(collection, idOfFile(name) ?? '');
      if (await eraseInFile(path, called, without(ids), all, how, say)) found = true;
    }
  }
  const old = await eraseInFile(join(folder, OLD_IDS), OLD_IDS_NAME, without(ids), all, how, say);
  return found || old;
}

type Is = (document: Readonly<Record<string, unknown>>, whom: Whom, ids: ReadonlySet<string>) => boolean;
const isPupil: Is = ({ schoolId, ref, upn, dateOfBirth }, whom) => {
  if (schoolId !== whom.schoolId) return false;
  if (whom.upn !== undefined && upn === whom.upn) return true;
  return whom.ref !== '' && ref === whom.ref && dateOfBirth === (whom.dateOfBirth ?? dateOfBirth);
};
const isReviewOf: Is = ({ pupilId }, _, ids) => typeof pupilId === 'string' && ids.has(pupilId);

async function learnIds(
  folder: string,
  collection: Collection,
  whom: Whom,
  ids: Set<string>,
  { keys }: Disk,
  is: Is,
): Promise<void> {
  for (const name of await filesIn(join(folder, collection))) {
    const id = idOfFile(name) ?? '';
    const read = await opened(join(folder, collection, name), documentName(collection, id), keys);
    const document = 'value' in read ? read.value : undefined;
    if (isRecord(document) && is(document, whom, ids)) ids.add(id);
  }
}

async function countOut(
  folder: string,
  collection: Collection,
  gone: number,
  { files }: Disk,
): Promise<void> {
  const marker: Marker | undefined = await readMarker(folder).catch(() => undefined);
  const counted = marker?.documents?.[collection];
  if (!marker || counted === undefined) return;
  const documents = { ...marker.documents, [collection]: Math.max(0, counted - gone) };
  await writeMarker(folder, { ...marker, documents }, files);
}

/** Whether there was anything of them in a file; what is left of it is written. */
async function eraseInFile(
  path: string,
  name: string,
  clean: (value: unknown) => unknown,
  whom: Whom,
  { files, keys, look }: How,
  say: (file: string) => void,
): Promise<boolean> {
  const read = await opened(path, name, keys);
  if (read.is === 'none') return false;
  if (read.is === 'closed') {
    say(path);
    return false;
  }
  if (read.is === 'torn') {
    // Nobody can use it any more; but somebody could read it.
    const names = [...whom.ids, ...(whom.upn === undefined ? [] : [whom.upn])];
    const theirs = names.some((one) => read.text.includes(one));
    if (theirs && !look) await removeDurably(path, files);
    return theirs;
  }
  const left = clean(read.value);
  const before = JSON.stringify(read.value);
  if (JSON.stringify(left) === before) return false;
  if (!look) await writeDurably(path, sealed(asText(left), name, keys), files);
  return true;
}

/** Those of some files that are there and still can't be opened. */
export async function stillClosed(files: readonly string[], keys: Disk['keys']): Promise<readonly string[]> {
  const left: string[] = [];
  // Whatever a file is called, that its key is not here is found out first.
  for (const file of files) if ((await opened(file, '', keys)).is === 'closed') left.push(file);
  return left;
}

type Opened =
  | { readonly is: 'none' }
  | { readonly is: 'closed' }
  | { readonly is: 'torn'; readonly text: string }
  | { readonly is: 'read'; readonly value: unknown };

async function opened(path: string, name: string, keys: Disk['keys']): Promise<Opened> {
  const bytes = await readFile(path).catch((error: unknown) => ifMissing(error, undefined));
  if (!bytes) return { is: 'none' };
  try {
    const text = new TextDecoder().decode(await contentOf(path, name, keys));
    return { is: 'read', value: JSON.parse(text) };
  } catch (error) {
    if (error instanceof KeyMissing) return { is: 'closed' };
    if (error instanceof Unreadable || error instanceof SyntaxError)
      return { is: 'torn', text: bytes.toString('utf8') };
    throw error;
  }
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether a text is one of the ids, or has one as a part, as the ids of what is owed and the purposes of cards do. */
const names = (ids: ReadonlySet<string>, text: string): boolean =>
  text.split('/').some((part) => ids.has(part));

const mentions = (ids: ReadonlySet<string>, value: unknown): boolean =>
  typeof value === 'string'
    ? names(ids, value)
    : Array.isArray(value)
      ? value.some((one) => mentions(ids, one))
      : isRecord(value) && Object.values(value).some((one) => mentions(ids, one));

/**
 * A stored value without what is about one of the ids: things of a list that name one, and what is kept under one or leads to one.
 * It knows no schema, as what older versions stored has others.
 */
function without(ids: ReadonlySet<string>): (value: unknown) => unknown {
  const clean = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.filter((one) => !mentions(ids, one)).map(clean);
    if (!isRecord(value)) return value;
    const left = Object.entries(value).filter(
      ([key, one]) => !ids.has(key) && !(typeof one === 'string' && key !== 'id' && ids.has(one)),
    );
    return Object.fromEntries(left.map(([key, one]) => [key, clean(one)]));
  };
  return clean;
}

async function foldersIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) =>
    ifMissing(error, []),
  );
  return entries.filter((one) => one.isDirectory()).map(({ name }) => join(folder, name));
}

async function filesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) =>
    ifMissing(error, []),
  );
  return entries.filter((one) => one.isFile() && idOfFile(one.name)).map(({ name }) => name);
}
