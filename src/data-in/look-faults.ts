import { refKey } from '../domain/pupil/who/person.ts';
import type { Why } from '../domain/pupil/who/who-is-who.ts';
import { type Fault, ImportFaults } from './fault.ts';
import type { PlannedPupils } from './plan-pupils.ts';
import { PUPILS_FILE } from './pupils-file.ts';

/** What can't be told of a row, and what a person can say: never who the child is. */
const SAYS: Readonly<Record<Why, (ref: string) => string>> = {
  'another-child': (ref) =>
    `the name and the date of birth are both others than of the pupil stored under ${ref}; ${choice(ref)}`,
  'another-name': (ref) =>
    `no name is the same as of the pupil stored under ${ref}, who has this date of birth; ${choice(ref)}`,
  moved: (ref) =>
    `${ref} was another pupil’s, or these details stood under another reference; check that the list has each pupil’s own reference. If it has: ${choice(ref)}`,
  'another-upn': (ref) => `the UPN is another than of the pupil stored with these details; ${choice(ref)}`,
  'upn-elsewhere': (ref) =>
    `the UPN is of one stored pupil and the reference ${ref} of another; put right which is wrong, or say --same ${ref} if the UPN is right, --another ${ref} if the reference is`,
  several: (ref) =>
    `this could be the reference of several stored pupils; write it in full (${ref} is all there is)`,
  twice: (ref) =>
    `another row is the same pupil; keep one of the two, or say --another ${ref} if they are two children`,
};

const choice = (ref: string) =>
  `say --same ${ref} if it is the same child (whose details were changed), or --another ${ref} if it is another child, so that the first keeps the review`;

const MOVED_LIST =
  'many rows of this list have other pupils’ references, as when a list is numbered by row and somebody is put in between; nothing of it is taken. Export it with each pupil’s own reference (admission number or UPN)';

/**
 * What a person must look at before the pupils are written: a line for each row.
 * @param lineOf the row's line in the file, by its reference as `refKey` has it.
 */
export function lookFaults(
  { looks, movedList, unknown }: Pick<PlannedPupils, 'looks' | 'movedList' | 'unknown'>,
  lineOf: (ref: string) => number | undefined,
  file = PUPILS_FILE,
): readonly Fault[] {
  const rows = looks.map(({ row: { ref }, why }) => {
    const line = lineOf(refKey(ref));
    return { file, ...(line !== undefined && { line }), column: 'ref', message: SAYS[why](ref) };
  });
  const strange = unknown.map((ref) => ({
    file,
    column: 'ref',
    message: `something was said of ${ref}, and no row has that reference`,
  }));
  return [...(movedList ? [{ file, message: MOVED_LIST }] : []), ...rows, ...strange];
}

/** @throws {ImportFaults} a person must look at something first. */
export function refuseLooks(...given: Parameters<typeof lookFaults>): void {
  const faults = lookFaults(...given);
  if (faults.length > 0) throw new ImportFaults(faults);
}
