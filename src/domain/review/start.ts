import { planRow } from '../plans/index.ts';
import { addressingOf } from '../school/addressee.ts';
import { isSenco, membership, NOT_HERE } from '../school/membership.ts';
import { hasNoSchool, isQuiet, type Quiet, quietOf } from '../school/place.ts';
import { type Plan, type Pupil, reviewsUnder } from '../school/pupil.ts';
import type { School, Target } from '../school/school.ts';
import { isInTheWay } from '../statute/decided.ts';
import { type LocalDate, localDate } from '../time.ts';
import { checkWords } from './checks.ts';
import { checkHasBeen } from './days.ts';
import { type Actor, type Refusal, refusal } from './decision.ts';
import { missingBefore } from './guards.ts';
import { isConcluded } from './held.ts';
import { leftByLast, supportBefore } from './last-review.ts';
import type { EarlyRequest, Review } from './review.ts';
import type { ReviewStarted } from './review-started.ts';

/**
 * What starting a review needs. `plan` is the one of the pupil's that it is of, undefined where they have none; `targets` are
 * the plan's as they stand.
 */
export interface StartRequest {
  readonly id: string;
  readonly ref: string;
  readonly pupil: Pupil;
  readonly plan: Plan | undefined;
  readonly targets: readonly Target[];
  /** All reviews of the pupil so far: one may stand in its way, and what is settled for a phase transfer is not done again. */
  readonly reviews?: readonly Review[];
  /** Who asked for it before its time, where somebody did. */
  readonly early?: EarlyRequest | undefined;
  readonly actor: Actor;
  readonly school: School;
}

/** That it starts, or why it can’t. */
export type StartDecision =
  | { readonly ok: true; readonly fact: ReviewStarted }
  | { readonly ok: false; readonly refusal: Refusal };

const NO_PLAN = 'There is no plan to review. Once the school’s data has one, a review can be started.';

/**
 * The review that stands in the way of the next of the same plan, on `today`, if one does: not one whose actions are
 * under way, but an annual review while the local authority's decision can still be expected.
 */
export function reviewInTheWay(
  pupil: Pupil,
  plan: Plan | undefined,
  reviews: readonly Review[],
  today: LocalDate,
): Review | undefined {
  return reviewsUnder(pupil, plan, reviews).find((review) => isInTheWay(review, today));
}

/** Whether a review can start, and what then has happened. Only a senco of the pupil's own school starts one. */
export function start(request: StartRequest): StartDecision {
  const { id, ref, pupil, plan, targets, reviews = [], early, actor, school } = request;
  const today = localDate(actor.at);
  const refused =
    notTheirs(pupil, actor, school) ??
    notHere(quietOf(pupil), today) ??
    oneIsOpen(reviewInTheWay(pupil, plan, reviews, today), school) ??
    (early && checkAsked(early, today));
  if (refused) return { ok: false, refusal: refused };
  if (!plan) return { ok: false, refusal: refusal('kind-not-supported', NO_PLAN) };
  const { kind } = plan;
  const { who: lead, at } = actor;
  const about = { schoolId: school.id, pupilId: pupil.id, ref, kind, lead };
  const own = reviews.filter((review) => review.kind === kind && review.stage !== 'cancelled');
  const annual = planRow(kind).beginsWith({ pupil, plan, reviews: own, today, school });
  const last = own.some(isConcluded) ? leftByLast(own) : supportBefore(plan, today);
  const addressing = planRow(kind).addressesYoungPeople && addressingOf(pupil);
  const more = {
    ...(last && { last }),
    ...(addressing && { addressing }),
    ...(planRow(kind).decidedElsewhere && hasNoSchool(pupil) && ({ noSchool: true } as const)),
    ...(early && { early }),
    ...(annual && { annual }),
  };
  return { ok: true, fact: { type: 'review-started', id, ...about, targets, ...more, at } };
}

/** What an early request needs, whether it is agreed to or refused: when it was made, and why. */
export function checkAsked(
  { askedOn, why }: Pick<EarlyRequest, 'askedOn' | 'why'>,
  today: LocalDate,
): Refusal | undefined {
  return (
    checkHasBeen(askedOn, today, 'askedOn') ??
    checkWords(why, 'why', 'Please say why a review is asked for before its time.')
  );
}

function notTheirs(pupil: Pupil, { who }: Actor, school: School): Refusal | undefined {
  if (pupil.schoolId === school.id && isSenco(school, who)) return undefined;
  const known = pupil.schoolId === school.id && membership(school, who);
  return refusal(
    'not-yours',
    known ? 'Only the SENCO can start a review. Ask them if one is needed.' : NOT_HERE,
  );
}

const ELSEWHERE: Readonly<Record<Quiet['why'], string>> = {
  custody:
    'The pupil is in custody: the plan is kept, and reviewed on release. Once they are released, say so first, under “About the pupil”.',
  left: 'The pupil has left. If they are back, say so first, under “About the pupil”.',
  'moved-on':
    'The pupil has moved to another school, which goes on with the plan. If they are back, say so first, under “About the pupil”.',
};

function notHere(quiet: Quiet | undefined, today: LocalDate): Refusal | undefined {
  return quiet && isQuiet(quiet, today) ? refusal('not-now', ELSEWHERE[quiet.why]) : undefined;
}

function oneIsOpen(review: Review | undefined, school: School): Refusal | undefined {
  if (!review) return undefined;
  const offer = { what: 'status', about: review.id } as const;
  if (review.stage !== 'acting')
    return refusal('review-open', 'A review is already under way. Go on with that one.', { offer });
  const missing = missingBefore('close', review, school).map(({ say }) => say);
  const say = `The last review is not closed yet; once it is, a new one can start. ${missing.join(' ')}`;
  return refusal('things-missing', say, { offer });
}
