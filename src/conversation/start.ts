import { planRow } from '../domain/plans/index.ts';
import type { Review } from '../domain/review/review.ts';
import { reviewInTheWay } from '../domain/review/start.ts';
import { isSenco } from '../domain/school/membership.ts';
import { type Pupil, planNamed } from '../domain/school/pupil.ts';
import type { School } from '../domain/school/school.ts';
import { localDate } from '../domain/time.ts';
import { press } from '../presentation/buttons.ts';
import { formOf } from '../presentation/forms/index.ts';
import type { CardMessage } from '../presentation/message.ts';
import { beginning, type ToBegin } from './begin.ts';
import type { Deps } from './deps.ts';
import type { Instead } from './form-home.ts';
import { type Person, schoolsOverseen } from './people.ts';
import { noticeScreen, notYoursScreen } from './plain-screens.ts';
import { asRefusal, attention, meaning, SAY } from './refusals.ts';
import { currentScreen } from './screens.ts';
import { below, type Handler } from './turn.ts';
import { whichPlan } from './which-plan.ts';

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

/** How the review stands that somebody has started already. */
export async function alreadyStarted(
  deps: Deps,
  { person, pupil, school }: ToBegin,
  review: Review,
): Promise<Instead> {
  const reviews = await deps.store.reviewsOfPupil(pupil.id);
  const who = review.lead === person.email ? 'You have' : 'A colleague has';
  const say = `${who} already started this review. Here is how it stands.`;
  const subject = { review, pupil, reviews, school, scope: 'all' as const };
  return { say, show: currentScreen({ deps, person, subject, notice: attention(say) }) };
}

/**
 * Shows the form that sets the meeting of the next review of the plan `named`, or of the one that has none under way: the review
 * begins once that is sent. Or the review that is under way; or, where several could be meant, asks which.
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
  const found = await beginning(deps, { person, pupil, plan, school });
  if (found.is === 'refused') {
    const { say, code } = found.refusal;
    return meaning(asRefusal(noticeScreen('This review can’t be started', say), code), [pupil]);
  }
  if (found.is === 'under-way')
    return (await alreadyStarted(deps, { person, pupil, plan, school }, found.review)).show;
  return formOf(planRow(found.subject.review.kind).forms.plan).show(found.subject, deps.ids.unique());
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
