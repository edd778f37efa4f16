import { fullName, plainText } from '../domain/language/name-words.ts';
import { refKey } from '../domain/pupil/who/person.ts';
import type { Pupil } from '../domain/school/pupil.ts';
import type { School } from '../domain/school/school.ts';
import type { Store } from '../store/store.ts';

/** The pupil a command is about, and their school; or why none is meant, in words that name no child. */
export type FoundPupil =
  | { readonly is: 'found'; readonly school: School; readonly pupil: Pupil }
  | { readonly is: 'none'; readonly say: string };

/**
 * Finds a pupil by the school's reference or the UPN, as an IT manager has them from the SENCO; a name is not taken, as two pupils can
 * have the same.
 * @param schoolId where several schools are stored.
 */
export async function findPupil(
  store: Store,
  ref: string,
  schoolId: string | undefined,
): Promise<FoundPupil> {
  const all = (await store.schools()).filter(({ staff }) => staff.length > 0);
  const schools = schoolId === undefined ? all : all.filter(({ id }) => id === schoolId);
  const known = all.map(({ id }) => id).join(', ') || 'none';
  if (schools.length === 0) return { is: 'none', say: `There is no such school. Stored: ${known}.` };
  const key = refKey(ref);
  const found: { readonly school: School; readonly pupil: Pupil }[] = [];
  for (const school of schools) {
    const pupils = await store.pupilsOf(school.id);
    const here = pupils.filter(
      ({ id, ref: own, upn }) =>
        id === ref || refKey(own) === key || (upn !== undefined && refKey(upn) === key),
    );
    found.push(...here.map((pupil) => ({ school, pupil })));
  }
  const [one, ...more] = found;
  if (!one) return { is: 'none', say: (await isName(store, schools, ref)) ? BY_REF : NOBODY };
  if (more.length > 0)
    return {
      is: 'none',
      say: `More than one pupil has this reference. Say of which school with --school: ${known}. Or give the UPN.`,
    };
  return { is: 'found', ...one };
}

const NOBODY =
  'No pupil has this reference or UPN. “review pupil NAME” in the chat shows a pupil’s reference to the SENCO.';
const BY_REF =
  'Please give the pupil’s reference or UPN: two pupils can have one name. “review pupil NAME” in the chat shows it to the SENCO.';

async function isName(store: Store, schools: readonly School[], text: string): Promise<boolean> {
  const name = plainText(text);
  for (const { id } of schools)
    if ((await store.pupilsOf(id)).some((pupil) => plainText(fullName(pupil)) === name)) return true;
  return false;
}
