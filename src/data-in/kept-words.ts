import { dayWords } from '../domain/language/days.ts';
import { nameOf } from '../domain/language/people.ts';
import { count, listed } from '../domain/language/words.ts';
import { planRow } from '../domain/plans/index.ts';
import type { School } from '../domain/school/school.ts';
import { localDate } from '../domain/time.ts';
import { FIELD_WORDS } from './field-words.ts';
import type { KeptField } from './plan-pupils.ts';

/** So many pupils are named; of more, how many there are. */
const NAMED = 12;

const called = ({ field, plan }: KeptField) =>
  plan ? `${FIELD_WORDS[field]} (${planRow(plan).name})` : FIELD_WORDS[field];

/**
 * What stays as it was changed here though the list says something else, a line for each who changed it and day: by field and
 * reference only.
 */
export function keptLines(kept: readonly KeptField[], school: School): readonly string[] {
  const byChange = Map.groupBy(kept, ({ by, at }) => `${localDate(at)} ${by}`);
  return [...byChange.values()].flatMap((some) => {
    const [first] = some;
    if (!first) return [];
    const refs = [...new Set(some.map(({ ref }) => ref))];
    const more = refs.length - NAMED;
    const whose = more > 0 ? `${refs.slice(0, NAMED).join(', ')} and ${more} more` : refs.join(', ');
    const fields = listed([...new Set(some.map(called))]);
    const verb =
      some.length === 1
        ? 'differs from this list and stays as it is'
        : 'differ from this list and stay as they are';
    return `${count(some.length, 'field')} changed here by ${nameOf(school, first.by)} on ${dayWords(localDate(first.at))} ${verb}: ${fields} of ${whose}.`;
  });
}
