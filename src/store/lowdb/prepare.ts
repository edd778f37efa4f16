import { Damaged, NewerFormat, type StoredFault } from '../damaged.ts';
import { canBeLearntAgain, examine, fewerThan, type Take } from '../examine.ts';
import type { OldIds } from '../old-ids.ts';
import { formatOf } from '../upgrades/bring-up.ts';
import { beginFolder, tidyFolder } from './folder.ts';
import { frozen } from './frozen.ts';
import { type Counted, markerPath, readMarker } from './marker.ts';
import { Memory } from './memory.ts';
import { collectionPath } from './names.ts';
import type { Options } from './options.ts';
import { discardHalf, finishReplacement, replacementOf } from './replacement.ts';
import { documentAt, resealAll, resealBeside } from './reseal.ts';
import { setAside } from './set-aside.ts';
import { type Survey, survey } from './survey.ts';
import { inFormatOfToday, upgradeFolder } from './upgrade.ts';

/** A data folder that is ready to be worked in. */
export interface Prepared {
  readonly memory: Memory;
  readonly oldIds: OldIds;
  readonly there: Counted;
}

/**
 * Makes the data folder ready: goes on with what a killed process had begun, upgrades an older format, checks every document
 * to the last field, and reads all of it into memory. What can't be read and can be learnt again is set aside.
 * @throws {NewerFormat} it is of a later version, and nothing at all was touched; {Damaged} all that is wrong with it.
 */
export async function prepare(folder: string, options: Options): Promise<Prepared> {
  const { files, upgrades } = options;
  const old = await surveyData(folder, options);
  await discardHalf(folder, files);
  if (!old) {
    await beginFolder(folder, formatOf(upgrades), files);
  } else if (old.format !== formatOf(upgrades)) {
    stopIfSerious(faultsOf(folder, old, options));
    const broughtUp = inFormatOfToday(folder, old, options);
    await setAside(folder, broughtUp.faults, old, options);
    await upgradeFolder(folder, old, broughtUp, options);
  }
  return load(folder, old?.format === formatOf(upgrades) ? old : await surveyData(folder, options), options);
}

/** Surveys the data folder, once what a killed process had begun to put in its place is in place. */
export async function surveyData(
  folder: string,
  { upgrades, files, keys }: Pick<Options, 'upgrades' | 'files' | 'keys'>,
): Promise<Survey | undefined> {
  const format = formatOf(upgrades);
  const replacement = replacementOf(folder);
  const begun = await readMarker(replacement);
  if (begun && begun.format > format) throw new NewerFormat(markerPath(replacement), begun.format, format);
  await finishReplacement(folder, files);
  return survey(folder, format, keys);
}

/** All that is wrong with what was found, as today's version has it; `take` is given what is as it should be. */
export function faultsOf(
  folder: string,
  found: Survey,
  options: Pick<Options, 'upgrades' | 'secret'>,
  take: Take = () => undefined,
): readonly StoredFault[] {
  const { format, found: documents, isThere, faults } = inFormatOfToday(folder, found, options);
  const wrong = examine(documents, format, isThere, take);
  return [
    ...faults,
    ...(found.format === format ? wrong : wrong.map((fault) => afterUpgrade(fault, found.format))),
    ...fewerThan(found.counted, found.there, (collection) => collectionPath(folder, collection)),
  ];
}

// The field is called as today's format has it, and may be called something else in the file.
function afterUpgrade(fault: StoredFault, from: number): StoredFault {
  return { ...fault, what: `${fault.what}, once brought up from format ${from}` };
}

/** Throws all of `faults` where any of them must stop a start. */
export function stopIfSerious(faults: readonly StoredFault[]): void {
  const serious = faults.some(({ document, collection = document?.collection }) => {
    return !collection || !canBeLearntAgain(collection);
  });
  if (serious) throw new Damaged(faults);
}

// What was stored before there was a key, or put back since from a backup of before.
// Whoever has no key can still put a document there, and encrypted it looks like all others: so it is told first.
async function sealWhatIsNot(
  folder: string,
  { encrypted, found, plain: strange }: Survey,
  options: Options,
): Promise<void> {
  if (options.keys.current && strange.length > 0) options.onPlain(strange);
  const plain = found.map(({ collection, id }) => documentAt(folder, collection, id));
  if (encrypted.has(undefined)) await resealAll(plain, options, 'plain');
  await resealBeside(folder, options, 'plain');
}

async function load(folder: string, found: Survey | undefined, options: Options): Promise<Prepared> {
  const memory = new Memory();
  if (!found) throw new Error('a data folder was made and is not there');
  const faults = faultsOf(folder, found, options, (collection, document) =>
    memory.publish(collection, frozen(document)),
  );
  stopIfSerious(faults);
  // Before what is missing is made: a folder that is there must hold what was counted.
  const there = await setAside(folder, faults, found, options);
  await tidyFolder(folder, options.files);
  await sealWhatIsNot(folder, found, options);
  return { memory, oldIds: found.oldIds, there };
}
