import type { Pupil } from '../domain/school/pupil.ts';
import type { Audit } from './audit/audit.ts';
import { kindInWords } from './audit/entry-words.ts';

/** What somebody saw or did, as it is told to the family: nothing of other children, though a list showed them, too. */
interface Seen {
  readonly at?: string;
  readonly by?: string;
  /** In a word: looked at, changed. */
  readonly did: string;
  /** The screen, form or command, by the program's own name. */
  readonly what?: string;
  readonly fields?: readonly string[];
  readonly to?: string;
}

/** A field by its own name, without the ids of what it is of: those of an annual review are named within it. */
const fieldNamed = (field: string): string => {
  const [first = '', second] = field.split('.');
  return first === 'annual' && second !== undefined ? `${first}.${second}` : first;
};

const AT_ONCE = 1_000;
const NOT_AS_WRITTEN = 'Something of this was changed since it was written, and is left out';

/** Who has looked at a pupil's data, and what they did, the newest first, for a copy of all that is held. */
export async function seenBy(
  audit: Pick<Audit, 'ofPupil'>,
  { id, schoolId }: Pick<Pupil, 'id' | 'schoolId'>,
): Promise<{ readonly seen?: readonly Seen[] }> {
  const seen: Seen[] = [];
  for (let skip = 0, more = true; more; skip += AT_ONCE) {
    const { entries, hasMore, notAsWritten } = await audit.ofPupil(schoolId, id, skip, AT_ONCE);
    for (const entry of entries) {
      const fields = [...new Set((entry.fields ?? []).map(fieldNamed))];
      seen.push({
        ...{ at: entry.at, by: entry.who, did: kindInWords(entry) },
        ...(entry.what !== undefined && { what: entry.what }),
        ...(fields.length > 0 && { fields }),
        ...(entry.to !== undefined && { to: entry.to }),
      });
    }
    more = hasMore;
    if (!more && notAsWritten) seen.push({ did: NOT_AS_WRITTEN });
  }
  return seen.length > 0 ? { seen } : {};
}
