import { planRow } from '../domain/plans/index.ts';
import { currentTargets } from '../domain/review/current-targets.ts';
import type { Refusal } from '../domain/review/decision.ts';
import type { EarlyRequest, Review } from '../domain/review/review.ts';
import { startReview } from '../domain/review/run.ts';
import { reviewInTheWay } from '../domain/review/start.ts';
import { isSenco } from '../domain/school/membership.ts';
import { type Plan, type Pupil, planNamed } from '../domain/school/pupil.ts';
import type { School } from '../domain/school/school.ts';
import { localDate } from '../domain/time.ts';
import { press } from '../presentation/buttons.ts';
import { formOf } from '../presentation/forms/index.ts';
import type { CardMessage } from '../presentation/message.ts';
import { Conflict } from '../store/store.ts';
import type { Deps } from './deps.ts';
import type { Sending } from './form-token.ts';
import { type Person, schoolsOverseen } from './people.ts';
import { noticeScreen, notYoursScreen } from './plain-screens.ts';
import { attention, SAY } from './refusals.ts';
import { currentScreen } from './screens.ts';
import { below, type Handler } from './turn.ts';
import { whichPlan } from './which-plan.ts';

/** What came of starting a review: it began, one is under way, or it can't be started. */
export type Begun =
  | { readonly is: 'started' | 'under-way'; readonly review: Review }
  | { readonly is: 'refused'; readonly refusal: Refusal };

interface ToBegin {
  readonly person: Person;
  readonly pupil: Pupil;
  /** The plan it is of; undefined where the pupil has none. */
  readonly plan: Plan | undefined;
  readonly school: School;
  /** Who asked for it before its time, and the form that said so. */
  readonly early?: EarlyRequest;
  readonly sending?: Sending;
}

/**
 * Starts a review of a pupil's plan. Its id says which of the pupil's it is, so that two people who start it at once start
 * one: the second is given the first's. Where the first's is of another plan, the second's is the one after it.
 * @throws {NotStored} when it could not be stored; nothing has changed then
 */
export async function begin(deps: Deps, toBegin: ToBegin): Promise<Begun> {
  const { person, pupil, plan, school, early, sending } = toBegin;
  const before = await deps.store.reviewsOfPupil(pupil.id);
  const actor = { who: person.email, at: deps.clock.now() };
  const inTheWay = reviewInTheWay(pupil, plan, before, localDate(actor.at));
  if (inTheWay) return { is: 'under-way', review: inTheWay };
  const id = `${pupil.id}.${before.length + 1}`;
  const targets = plan
    ? currentTargets(
        plan,
        before.filter(({ kind }) => kind === plan.kind),
      )
    : [];
  const about = { pupil, plan, reviews: before, targets, early, actor, school };
  const request = { id, ref: deps.ids.short(), ...about };
  const started = startReview(request, () => deps.ids.unique(), sending?.token);
  if (!started.ok) return { is: 'refused', refusal: started.refusal };
  try {
    const review = await deps.store.put('reviews', started.review);
    deps.committed();
    return { is: 'started', review };
  } catch (error) {
    const theirs = error instanceof Conflict ? await deps.store.get('reviews', id) : undefined;
    if (!theirs) throw error;
    if (theirs.kind !== plan?.kind) return begin(deps, toBegin);
    return { is: 'under-way', review: theirs };
  }
}

/** The form that sets the meeting of a review that has just begun. */
export async function planningForm(
  deps: Deps,
  person: Person,
  review: Review,
  pupil: Pupil,
  school: School,
): Promise<CardMessage> {
  const reviews = await deps.store.reviewsOfPupil(pupil.id);
  const subject = { review, pupil, school, reviews, who: person.email, today: localDate(deps.clock.now()) };
  return formOf(planRow(review.kind).forms.plan).show(subject, deps.ids.unique());
}

/**
 * Starts a review of the plan `named`, or of the one that has none under way, and shows the form that sets its meeting; or
 * the review that is under way; or, where several could be meant, asks which.
 */
export async function startFor(
  deps: Deps,
  person: Person,
  pupil: Pupil,
  school: School,
  named?: string,
): Promise<CardMessage> {
  const reviews = await deps.store.reviewsOfPupil(pupil.id);
  const today = localDate(deps.clock.now());
  const free = pupil.plans.filter((plan) => !reviewInTheWay(pupil, plan, reviews, today));
  const fitting = (free.length > 0 ? free : pupil.plans).map(({ kind }) => kind);
  const which = whichPlan(pupil, named, fitting, (kind) => press.start(pupil.id, kind));
  if (which.is === 'several') return which.ask;
  const plan = which.is === 'one' ? planNamed(pupil, which.kind) : undefined;
  const begun = await begin(deps, { person, pupil, plan, school });
  if (begun.is === 'refused') return noticeScreen('This review can’t be started', begun.refusal.say);
  const { review } = begun;
  if (begun.is === 'started') return planningForm(deps, person, review, pupil, school);
  const who = review.lead === person.email ? 'You have' : 'A colleague has';
  const notice = attention(`${who} already started this review. Here is how it stands.`);
  const subject = { review, pupil, reviews, school, scope: 'all' as const };
  return currentScreen({ deps, person, subject, notice });
}

/** The Start button of a pupil in the list of reviews due. */
export const start: Handler = async (deps, { person, data }) => {
  const pupil = await deps.store.get('pupils', data.pupil ?? '');
  const school = schoolsOverseen(person).find((one) => one.id === pupil?.schoolId);
  if (!pupil || !school) return below(notYoursScreen());
  if (!isSenco(school, person.email))
    return below(noticeScreen('This review can’t be started', SAY.sencoOnly));
  return below(await startFor(deps, person, pupil, school, data.plan));
};
