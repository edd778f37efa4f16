import { dayWords } from '../../domain/language/days.ts';
import { capital, count } from '../../domain/language/words.ts';
import { requestsOf } from '../../domain/review/requests.ts';
import type { Review } from '../../domain/review/review.ts';
import type { ScreenName } from '../../domain/review/screen-name.ts';
import { REQUEST_WORDS } from '../../domain/review/steps/of-request.ts';
import { isQuiet } from '../../domain/school/place.ts';
import type { School } from '../../domain/school/school.ts';
import { whyWords } from '../../domain/statute/date-reasons.ts';
import { answerDue, requestLate } from '../../domain/statute/request-clock.ts';
import type { RuleDate } from '../../domain/statute/statute.ts';
import type { LocalDate } from '../../domain/time.ts';
import { button, press } from '../buttons.ts';
import { type Whose, whoseWords } from '../labels.ts';
import { bold, type Part, part, subtle, urgent } from '../parts.ts';
import { laOwesWords } from './chase-text.ts';
import { laOwes } from './steps.ts';

/** One thing that is late: what, its day and why, by how many calendar days, and where it is chased. */
interface Late {
  readonly words: string;
  readonly date: RuleDate;
  readonly late: number;
  readonly screen: ScreenName;
}

/** Something a local authority is late with. */
export interface LateLa extends Whose {
  readonly school: School;
  readonly owed: Late;
  /** Whether the person runs reviews in its school: then they chase. */
  readonly mayRun: boolean;
}

/** What local authorities are late with in a review, one line each; nothing in most. */
export const lateLaIn = (review: Review, today: LocalDate): readonly Late[] => {
  if (isQuiet(review.quiet, today)) return [];
  return [
    ...laOwes(review, today).map(({ step, date, late }) => ({
      ...{ words: laOwesWords(review, step), date, late },
      screen: 'chase' as const,
    })),
    ...requestsLate(review, today),
  ].filter(({ late }) => late > 0);
};

/** Answers to what a review asked of the local authority. */
function requestsLate(review: Review, today: LocalDate): readonly Late[] {
  if (review.stage !== 'acting') return [];
  return requestsOf(review).flatMap((request) => {
    const date = answerDue(review, request);
    const late = requestLate(review, request, today);
    const words = `the answer to ${REQUEST_WORDS[request.kind]}`;
    return date ? [{ words, date, late, screen: 'requests' as const }] : [];
  });
}

/** The longest late first. */
export const lateFirst = (late: readonly LateLa[]): LateLa[] =>
  late.toSorted((a, b) => b.owed.late - a.owed.late || (a.review.id < b.review.id ? -1 : 1));

/** What a local authority is late with: how late it is, and the way to chase it. */
export function lateLaPart({ owed, mayRun, ...whose }: LateLa): Part {
  return part(
    [
      [bold(whoseWords(whose)), subtle(` · ${capital(owed.words)}`)],
      [
        urgent(`${count(owed.late, 'day')} late`),
        subtle(` · was due ${dayWords(owed.date.date)}: ${whyWords(owed.date)}`),
      ],
    ],
    { beside: [button(mayRun ? 'Chase' : 'Look', press.show(owed.screen, whose.review.id))] },
  );
}
