import type { PlanKind } from '../domain/plans/index.ts';
import { maySeeReview } from '../domain/review/permissions.ts';
import type { Review } from '../domain/review/review.ts';
import { isSenco } from '../domain/school/membership.ts';
import { kindUnder, type Pupil, planNamed, standingAlone } from '../domain/school/pupil.ts';
import type { School } from '../domain/school/school.ts';
import { duesOf } from '../domain/statute/due.ts';
import { localDate } from '../domain/time.ts';
import { button, press } from '../presentation/buttons.ts';
import { type ActionData, type CardMessage, placedAt } from '../presentation/message.ts';
import type { Frame } from '../presentation/render.ts';
import { noReviewCard } from '../presentation/screens/no-review.ts';
import type { Deps } from './deps.ts';
import { type Person, schoolsOverseen } from './people.ts';
import { noticeScreen } from './plain-screens.ts';
import type { Subject } from './review-access.ts';
import { currentScreen } from './screens.ts';
import { whichPlan } from './which-plan.ts';

/** Whose review is asked for: `plan` is the one of the pupil's plans that was named, where one was. */
export interface PupilAsked {
  readonly person: Person;
  readonly pupil: Pupil;
  readonly school: School;
  readonly plan?: string | undefined;
}

/** The review that is meant, of those this person may see; or the card that asks of which plan. */
export type Meant =
  | { readonly is: 'one'; readonly subject: Subject }
  | { readonly is: 'none' }
  | { readonly is: 'several'; readonly ask: CardMessage };

const newest = (reviews: readonly Review[]) =>
  reviews.findLast((review) => review.stage !== 'cancelled') ?? reviews.at(-1);

/**
 * The pupil's review that this person may see, of those that `wanted` takes: of the plan that is meant, the newest that is not
 * cancelled. Where several plans have one, or one stands by itself, `pressFor` is the button that names a plan.
 */
export async function reviewMeant(
  deps: Deps,
  { person, pupil, school, plan }: PupilAsked,
  pressFor: (kind: PlanKind) => ActionData,
  wanted: (review: Review) => boolean = () => true,
): Promise<Meant> {
  const reviews = await deps.store.reviewsOfPupil(pupil.id);
  const around = { pupil, reviews, today: localDate(deps.clock.now()) };
  const seen = reviews.filter((one) => wanted(one) && maySeeReview(one, person.email, school, around));
  const byKind = Map.groupBy(seen, (one) => kindUnder(pupil, one, reviews));
  const kinds = [...pupil.plans, ...standingAlone(pupil, reviews)].map(({ kind }) => kind);
  const reviewed = [...new Set(kinds)].filter((kind) => byKind.has(kind));
  const which = whichPlan(pupil, plan, reviewed, pressFor);
  if (which.is === 'several') return which;
  const review = newest(which.is === 'one' ? (byKind.get(which.kind) ?? []) : seen);
  const scope = review && maySeeReview(review, person.email, school, around);
  return review && scope ? { is: 'one', subject: { review, pupil, school, scope, reviews } } : { is: 'none' };
}

/** How a pupil's review stands, as far as this person may see it; that there is none; or which of several is meant. */
export async function pupilScreen(
  deps: Deps,
  of: PupilAsked,
  notice?: Frame['notice'],
): Promise<CardMessage> {
  const { person, pupil, school } = of;
  const meant = await reviewMeant(deps, of, (kind) => press.pupil(pupil.id, undefined, kind));
  const here = press.pupil(pupil.id, undefined, planNamed(pupil, of.plan)?.kind);
  if (meant.is === 'several') return placedAt(here, meant.ask);
  if (meant.is === 'one') return currentScreen({ deps, person, subject: meant.subject, notice });
  const maySay = isSenco(school, person.email);
  const say = maySay
    ? 'No review of this pupil has been started here.'
    : 'No review of this pupil has been started here. A SENCO can start one.';
  const start = press.start(pupil.id, planNamed(pupil, of.plan)?.kind);
  const known = button('About the pupil', press.aboutPupil(pupil.id));
  const buttons = [...(maySay ? [button('Start a review', start, 'positive')] : []), known];
  if (!schoolsOverseen(person).includes(school)) return noticeScreen('No review yet', say);
  const today = localDate(deps.clock.now());
  const dues = duesOf(pupil, await deps.store.reviewsOfPupil(pupil.id), today, school);
  return placedAt(here, noReviewCard({ pupil, school, dues, today, say, buttons, notice }));
}
