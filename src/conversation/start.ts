import type { CardMessage } from '../cards/message.ts';
import { currentTargets } from '../domain/due.ts';
import { isSenco } from '../domain/permissions.ts';
import type { Review } from '../domain/review.ts';
import { startReview } from '../domain/run.ts';
import type { Pupil, School } from '../domain/school.ts';
import { localDate } from '../domain/time.ts';
import { FORMS } from '../forms/index.ts';
import { Conflict } from '../store/store.ts';
import type { Deps } from './deps.ts';
import { type Person, schoolsOverseen } from './people.ts';
import { noticeScreen, notYoursScreen } from './plain-screens.ts';
import { attention, SAY } from './refusals.ts';
import { currentScreen } from './screens.ts';
import { below, type Handler } from './turn.ts';

/** Stages in which a review stands in the way of the next: one whose actions are under way does not. */
const UNDECIDED = new Set<Review['stage']>(['preparing', 'gathering', 'meeting']);

function alreadyUnderWay(
  deps: Deps,
  person: Person,
  review: Review,
  pupil: Pupil,
  school: School,
): CardMessage {
  const who = review.lead === person.email ? 'You have' : 'A colleague has';
  const notice = attention(`${who} already started this review. Here is how it stands.`);
  return currentScreen({ deps, person, subject: { review, pupil, school, scope: 'all' }, notice });
}

/**
 * Starts a pupil's review and shows the form that sets its meeting. A review's id says which of the pupil's it is,
 * so that two people who start it at once start one: the second is shown the first's.
 */
export async function startFor(
  deps: Deps,
  person: Person,
  pupil: Pupil,
  school: School,
): Promise<CardMessage> {
  const before = await deps.store.reviewsOfPupil(pupil.id);
  const openReview = before.find((review) => UNDECIDED.has(review.stage));
  if (openReview) return alreadyUnderWay(deps, person, openReview, pupil, school);
  const actor = { who: person.email, at: deps.clock.now() };
  const id = `${pupil.id}.${before.length + 1}`;
  const request = { id, ref: deps.ids.short(), pupil, targets: currentTargets(pupil, before), actor, school };
  const started = startReview(request, () => deps.ids.unique());
  if (!started.ok) return noticeScreen('This review can’t be started', started.refusal.say);
  try {
    const review = await deps.store.put('reviews', started.review);
    deps.committed();
    const subject = { review, pupil, school, who: person.email, today: localDate(actor.at) };
    return FORMS['plan-meeting'].show(subject, deps.ids.unique());
  } catch (error) {
    const theirs = error instanceof Conflict ? await deps.store.get('reviews', id) : undefined;
    if (!theirs) throw error;
    return alreadyUnderWay(deps, person, theirs, pupil, school);
  }
}

/** The Start button of a pupil in the list of reviews due. */
export const start: Handler = async (deps, { person, data }) => {
  const pupil = await deps.store.get('pupils', data.pupil ?? '');
  const school = schoolsOverseen(person).find((one) => one.id === pupil?.schoolId);
  if (!pupil || !school) return below(notYoursScreen());
  if (!isSenco(school, person.email))
    return below(noticeScreen('This review can’t be started', SAY.sencoOnly));
  return below(await startFor(deps, person, pupil, school));
};
