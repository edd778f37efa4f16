import { dayWords } from '../../domain/language/days.ts';
import { pupilName } from '../../domain/language/people.ts';
import { capital, count } from '../../domain/language/words.ts';
import type { PlanKind } from '../../domain/plans/index.ts';
import { requestsOf } from '../../domain/review/requests.ts';
import type { Review } from '../../domain/review/review.ts';
import type { ScreenName } from '../../domain/review/screen-name.ts';
import { REQUEST_WORDS } from '../../domain/review/steps/of-request.ts';
import { isQuiet } from '../../domain/school/place.ts';
import type { Pupil } from '../../domain/school/pupil.ts';
import type { School } from '../../domain/school/school.ts';
import { isByLaw } from '../../domain/statute/by-law.ts';
import { whyWords } from '../../domain/statute/date-reasons.ts';
import { answerDue, requestLate } from '../../domain/statute/request-clock.ts';
import type { RuleDate } from '../../domain/statute/statute.ts';
import { waitingInData } from '../../domain/statute/waiting-in-data.ts';
import { compare, type LocalDate } from '../../domain/time.ts';
import { button, press } from '../buttons.ts';
import { owedInDataWords } from '../due-labels.ts';
import { type Whose, whoseWords } from '../labels.ts';
import { bold, type Part, part, reason, subtle, urgent } from '../parts.ts';
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

/** Something a local authority is late with of a plan, and in no review here. */
export interface LateInData {
  readonly pupil: Pupil;
  readonly kind: PlanKind;
  readonly owed: Omit<Late, 'screen'>;
  readonly mayRun: boolean;
}

/** What is late of the pupil's plans, and in no review here. */
export const lateInData = (
  pupil: Pupil,
  reviews: readonly Review[],
  today: LocalDate,
  school: School,
): readonly Omit<LateInData, 'mayRun'>[] =>
  waitingInData(pupil, reviews, today, school)
    .filter(({ daysLate }) => daysLate > 0)
    .map(({ kind, by, daysLate, ...one }) => ({
      pupil,
      kind,
      owed: { words: owedInDataWords(one), date: by, late: daysLate },
    }));

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

/** What the law sets first, then the longest late. */
export const lateFirst = <One extends LateLa | LateInData>(late: readonly One[]): One[] =>
  late.toSorted((a, b) => byLaw(b) - byLaw(a) || b.owed.late - a.owed.late || compare(idOf(a), idOf(b)));

const byLaw = ({ owed }: LateLa | LateInData) => Number(isByLaw(owed.date.rule));

const isInData = (one: LateLa | LateInData): one is LateInData => !('review' in one);
const idOf = (one: LateLa | LateInData) => (isInData(one) ? one.pupil.id : one.review.id);
const whoseOf = (one: LateLa | LateInData) => (isInData(one) ? pupilName(one.pupil) : whoseWords(one));
const pressOf = (one: LateLa | LateInData) =>
  isInData(one) ? press.pupil(one.pupil.id, 'chase', one.kind) : press.show(one.owed.screen, one.review.id);

/** What a local authority is late with: how late it is, and the way to chase it. */
export function lateLaPart(one: LateLa | LateInData): Part {
  const { owed, mayRun } = one;
  return part(
    [
      [bold(whoseOf(one)), subtle(` · ${capital(owed.words)}`)],
      [
        urgent(`${count(owed.late, 'day')} late`),
        subtle(` · was due ${dayWords(owed.date.date)}`),
        reason(`: ${whyWords(owed.date)}`),
      ],
    ],
    { beside: [button(mayRun ? 'Chase' : 'Look', pressOf(one))] },
  );
}
