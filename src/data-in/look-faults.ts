import { refKey } from '../domain/pupil/who/person.ts';
import type { FoundBy, Why } from '../domain/pupil/who/who.ts';
import { type Fault, ImportFaults } from './fault.ts';
import type { Look, PlannedPupils } from './plan-pupils.ts';
import { PUPILS_FILE } from './pupils-file.ts';

/** The number by which a pupil was found for a row, as it stands there. */
const BY: Readonly<Record<FoundBy, (ref: string) => string>> = {
  ref: (ref) => `under ${ref}`,
  upn: () => 'with its UPN',
  both: (ref) => `under ${ref}, with its UPN`,
  details: () => 'with these details',
};

/** What can't be told of a row: never who the child is. `held` says under what the pupil is stored. */
const SAYS: Readonly<Record<Why, (ref: string, held: string) => string>> = {
  'another-child': (_, held) =>
    `the name and the date of birth are both others than of the pupil stored ${held}`,
  'another-name': (_, held) =>
    `no name is the same as of the pupil stored ${held}, who has this date of birth`,
  moved: (_, held) =>
    `the pupil stored ${held} is another, or is on another row; check that the list has each pupil’s own reference and UPN`,
  'another-upn': () => 'the UPN is another than of the pupil stored with these details',
  'upn-elsewhere': (ref) =>
    `the UPN is of one stored pupil and the reference ${ref} of another; put right which is wrong`,
  several: (ref) =>
    `this could be the reference of several stored pupils; write it in full (${ref} is all there is)`,
  twice: () => 'another row is the same pupil; keep one of the two',
  kept: (ref) =>
    `${ref} is the reference of a stored pupil who keeps it; give this one a reference of their own`,
};

/** Of these nothing that a person says of the row would help. */
const NO_WORD_HELPS: ReadonlySet<Why> = new Set(['several', 'kept']);

/** Whether somebody can say who the row is, rather than put the list right. */
export const canBeSaid = ({ why }: Pick<Look, 'why'>): boolean => !NO_WORD_HELPS.has(why);

/** What can be said of a row on the command line. */
function choice({ row: { ref }, why, canBeSame }: Look): string {
  if (why === 'upn-elsewhere')
    return `${canBeSame ? `Say --same ${ref} if the UPN is right, ` : 'Say '}--another ${ref} if the reference is`;
  return canBeSame
    ? `Say --same ${ref} if it is the same child (whose details were changed), or --another ${ref} if it is another child, so that the first keeps the review`
    : `Say --another ${ref} if the list is right: it is another child, and the first keeps the review`;
}

const movedList = (rows: number): Fault['message'] =>
  `${rows} rows of this list have a reference or UPN under which another child is here, so nothing of it is taken. It may be numbered by row, or be the list of another school. Export it with each pupil’s own reference (admission number or UPN)`;

/**
 * What a person must look at before the pupils are written: a line for each row.
 * @param lineOf the row's line in the file, by its reference as `refKey` has it.
 */
export function lookFaults(
  { looks, movedList: isMoved, unknown }: Pick<PlannedPupils, 'looks' | 'movedList' | 'unknown'>,
  lineOf: (ref: string) => number | undefined,
  file = PUPILS_FILE,
): readonly Fault[] {
  const rows = looks.map((look): Fault => {
    const { row, why, by } = look;
    const line = lineOf(refKey(row.ref));
    return {
      file,
      ...(line !== undefined && { line }),
      column: 'ref',
      message: SAYS[why](row.ref, BY[by](row.ref)),
      // Of so many one word each is no help: the list is put right.
      ...(canBeSaid(look) && !isMoved && { orSay: choice(look) }),
    };
  });
  const strange = unknown.map((ref) => ({
    file,
    column: 'ref',
    message: `something was said of ${ref}, and no row has that reference`,
  }));
  return [...(isMoved ? [{ file, message: movedList(looks.length) }] : []), ...rows, ...strange];
}

/** @throws {ImportFaults} a person must look at something first. */
export function refuseLooks(...given: Parameters<typeof lookFaults>): void {
  const faults = lookFaults(...given);
  if (faults.length > 0) throw new ImportFaults(faults);
}
