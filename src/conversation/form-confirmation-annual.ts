import { capital, count } from '../domain/language/words.ts';
import { annualPartOf } from '../domain/review/annual-part.ts';
import type { Review } from '../domain/review/review.ts';
import { termsOf } from '../domain/review/terms-of.ts';
import type { Pupil } from '../domain/school/pupil.ts';
import { clockOf, type Step } from '../domain/statute/clock.ts';
import { dayAndWhy } from '../domain/statute/date-reasons.ts';
import { type LocalDate, localDate } from '../domain/time.ts';
import type { FormName } from '../presentation/buttons.ts';
import { laOwes } from '../presentation/screens/steps.ts';
import type { Deps } from './deps.ts';
import type { Subject } from './review-access.ts';
import type { Asked } from './turn.ts';

type Said = (deps: Deps, subject: Subject, queued: unknown, asked: Asked) => string;

/** "The report is due by Mon 5 May 2027 (why)." */
function dueWords(what: string, review: Review, step: Step): string {
  const due = clockOf(review)[step];
  return due ? `${what} is due by ${dayAndWhy(due)}.` : '';
}

const closed = (review: Review) =>
  review.stage === 'closed' ? 'It was the last thing wanted, so the review is closed.' : '';

const sentence = (...parts: readonly string[]) => parts.filter((one) => one !== '').join(' ');

const recommended: Said = (_deps, { review }) =>
  sentence(
    'The recommendation is recorded.',
    dueWords('The report to everybody invited', review, 'report'),
    dueWords('The local authority’s decision', review, 'la-decision'),
  );

/** Who may appeal, and until when. */
function appealWords(review: Review, pupil: Pupil, today: LocalDate): string {
  const { addressed } = termsOf(review, pupil, today);
  const until = clockOf(review).appeal;
  return until ? `${capital(addressed)} may appeal until ${dayAndWhy(until)}.` : '';
}

function decided(review: Review, pupil: Pupil, today: LocalDate): string {
  switch (annualPartOf(review).decision?.kind) {
    case 'amend':
      return sentence(
        'The decision is recorded: the plan is to be amended.',
        dueWords('The notice of the proposed changes', review, 'notice'),
        dueWords('The final plan', review, 'final-plan'),
      );
    case 'keep':
      return sentence(
        'The decision is recorded: the plan stays as it is.',
        appealWords(review, pupil, today),
      );
    default:
      return sentence('The decision is recorded: the plan is to cease.', appealWords(review, pupil, today));
  }
}

/** The form takes a decision, or says that it was asked for and has not come. */
const decisionSaid: Said = ({ clock }, { review, pupil }, _queued, { values }) => {
  const today = localDate(clock.now());
  if (values.kind === 'not-yet') {
    const late = Math.max(0, ...laOwes(review, today).map((one) => one.late));
    const days = late ? ` It is ${count(late, 'day')} late.` : '';
    return `It is recorded that the local authority was asked.${days}`;
  }
  return sentence(decided(review, pupil, today), closed(review));
};

const noticed: Said = (_deps, { review, pupil }) => {
  const { addressed } = termsOf(
    review,
    pupil,
    annualPartOf(review).notice?.on ?? localDate(review.startedAt),
  );
  const comments = clockOf(review).comments;
  const until = comments ? ` ${capital(addressed)} can answer until ${dayAndWhy(comments)}.` : '';
  return sentence(
    `The proposed changes are recorded.${until}`,
    dueWords('The final plan', review, 'final-plan'),
    closed(review),
  );
};

/** What is said once a form of an annual review is taken. */
export const SAID_ANNUAL = {
  advice: () => 'The advice is recorded.',
  circulate: () => 'It is recorded that the advice was sent round.',
  attendance: () => 'It is recorded who took part.',
  'section-change': () => 'The change to the plan is noted.',
  recommendation: recommended,
  report: (_deps, { review }) => sentence('It is recorded that the report was sent.', closed(review)),
  'la-decision': decisionSaid,
  notice: noticed,
  comments: () => 'Their answer is recorded.',
  'final-plan': (_deps, { review }) => sentence('The final plan is recorded.', closed(review)),
  mediation: (_deps, { review }) => {
    const appeal = clockOf(review).appeal;
    const until = appeal ? ` An appeal can be made until ${dayAndWhy(appeal)}.` : '';
    return `The mediation certificate is recorded.${until}`;
  },
} satisfies Partial<Record<FormName, Said>>;
