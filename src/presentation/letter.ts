import { dayWords } from '../domain/language/days.ts';
import { capital } from '../domain/language/words.ts';
import type { Question, Questions } from '../domain/questions/question.ts';
import { calledOf, except, saidTo } from '../domain/questions/said.ts';
import type { Dated } from '../domain/review/annual.ts';
import { termsOf } from '../domain/review/terms-of.ts';
import { bold, type OfReview, type Part, part, plain } from './parts.ts';
import { readLines } from './read-out.ts';

type LetterQuestions = Questions<OfReview> & { readonly on: Question<string, OfReview> };

/**
 * Something that came or was sent on a day, as it was recorded: "Final plan of Tue 1 Dec 2026", and what was said of it.
 * Nothing where it is not recorded. `strong`: the day in bold.
 */
export function letterPart(
  questions: LetterQuestions,
  one: Dated | undefined,
  given: OfReview,
  strong = false,
): Part[] {
  if (!one) return [];
  const { review, pupil, today } = given;
  const terms = { ...termsOf(review, pupil, today) };
  const day = `${capital(calledOf(questions.on, given, terms))} ${dayWords(one.on)}`;
  const said = except(saidTo<OfReview>(questions, { ...one }, given, terms, 'all'), 'on');
  return [part([[strong ? bold(day) : plain(day)], ...readLines(said)])];
}
