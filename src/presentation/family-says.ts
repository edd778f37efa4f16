import { daysWords, dayWords } from '../domain/language/days.ts';
import { nameOf } from '../domain/language/people.ts';
import { saidTo } from '../domain/questions/said.ts';
import type { FamilyAnswer, FamilySays } from '../domain/school/family-says.ts';
import { FAMILY_ANSWER } from '../domain/school/questions/family-answer.ts';
import { FAMILY_SAYS } from '../domain/school/questions/family-says.ts';
import type { School } from '../domain/school/school.ts';
import { whyWords } from '../domain/statute/date-reasons.ts';
import { familyToldBy } from '../domain/statute/family-request.ts';
import { type LocalDate, localDate } from '../domain/time.ts';
import { type Part, part, plain, type Run, reason, subtle, urgent } from './parts.ts';
import { readLines } from './read-out.ts';

/** What a family says is wrong, with what became of it, who said it and who recorded it. */
export function familySaysPart(
  said: FamilySays,
  school: School,
  reviews: readonly { readonly id: string; readonly ref: string }[],
  today: LocalDate,
): Part {
  const { id: _, by, at, review, saidBy, saidOn, answers = [], ...more } = said;
  const of = reviews.find((one) => one.id === review);
  const whose = `${saidBy}, ${dayWords(saidOn)}${of ? `, on the record of review ${of.ref}` : ''}`;
  const shown = answers.length > 0 && more.became === 'not-yet' ? { ...more, became: '' } : more;
  const lines = readLines(saidTo(FAMILY_SAYS, shown, { today: saidOn, reviews: [] }, {}, 'all'));
  return part([
    [subtle(whose)],
    ...lines,
    [recorded(by, at, school)],
    ...answers.flatMap((answer) => answerLines(answer, school)),
    ...stillOwed(said, today),
  ]);
}

const recorded = (by: string, at: string, school: School): Run =>
  subtle(`Recorded by ${nameOf(school, by)}, ${dayWords(localDate(at))}`);

function answerLines({ by, at, ...answer }: FamilyAnswer, school: School): Run[][] {
  const said = saidTo(FAMILY_ANSWER, answer, { today: answer.toldOn, pupil: {} }, {}, 'all');
  return [...readLines(said), [recorded(by, at, school)]];
}

/** By when the family is to be told; nothing once they were. */
function stillOwed(said: FamilySays, today: LocalDate): Run[][] {
  const by = familyToldBy(said);
  if (!by) return [];
  const words = `To be told by ${dayWords(by.date)} (${daysWords(today, by.date)})`;
  return [[by.date < today ? urgent(words) : plain(words), reason(`: ${whyWords(by)}`)]];
}
