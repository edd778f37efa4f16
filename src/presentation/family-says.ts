import { dayWords } from '../domain/language/days.ts';
import { nameOf } from '../domain/language/people.ts';
import { saidTo } from '../domain/questions/said.ts';
import type { FamilySays } from '../domain/school/family-says.ts';
import { FAMILY_SAYS } from '../domain/school/questions/family-says.ts';
import type { School } from '../domain/school/school.ts';
import { localDate } from '../domain/time.ts';
import { type Part, part, subtle } from './parts.ts';
import { readLines } from './read-out.ts';

/** What a family says is wrong, with who said it and who recorded it. */
export function familySaysPart(
  { id: _, by, at, review, saidBy, saidOn, ...said }: FamilySays,
  school: School,
  reviews: readonly { readonly id: string; readonly ref: string }[],
): Part {
  const of = reviews.find((one) => one.id === review);
  const whose = `${saidBy}, ${dayWords(saidOn)}${of ? `, on the record of review ${of.ref}` : ''}`;
  const lines = readLines(saidTo(FAMILY_SAYS, said, { today: saidOn, reviews: [] }, {}, 'all'));
  return part([
    [subtle(whose)],
    ...lines,
    [subtle(`Recorded by ${nameOf(school, by)}, ${dayWords(localDate(at))}`)],
  ]);
}
