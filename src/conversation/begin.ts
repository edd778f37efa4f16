import { asOfPupil } from '../domain/review/as-of-pupil.ts';
import { currentTargets } from '../domain/review/current-targets.ts';
import type { Refusal } from '../domain/review/decision.ts';
import { otherMeetings } from '../domain/review/other-meetings.ts';
import type { EarlyRequest, Review } from '../domain/review/review.ts';
import { run, startReview } from '../domain/review/run.ts';
import { reviewInTheWay } from '../domain/review/start.ts';
import type { Command } from '../domain/review/steps/index.ts';
import type { FormSubject } from '../domain/review/steps/step-form.ts';
import type { Plan, Pupil } from '../domain/school/pupil.ts';
import type { School } from '../domain/school/school.ts';
import { localDate } from '../domain/time.ts';
import { Conflict } from '../store/store.ts';
import type { Deps } from './deps.ts';
import type { Sending } from './form-token.ts';
import type { Person } from './people.ts';
import type { Subject } from './review-access.ts';

/** Why none begins: one is under way, or it can't be started. */
type NotBegun =
  | { readonly is: 'under-way'; readonly review: Review }
  | { readonly is: 'refused'; readonly refusal: Refusal };

/** What came of starting a review. */
type Begun = { readonly is: 'started'; readonly review: Review } | NotBegun;

/** What a review is started of, and by whom. */
export interface ToBegin {
  readonly person: Person;
  readonly pupil: Pupil;
  /** The plan it is of; undefined where the pupil has none. */
  readonly plan: Plan | undefined;
  readonly school: School;
  /** Who asked for it before its time, and the form that said so. */
  readonly early?: EarlyRequest;
  readonly sending?: Sending;
}

/** The review that would begin, which is stored nowhere yet, in the place of 'started'. */
type ToStart = { readonly is: 'new'; readonly review: Review } | NotBegun;

/** What would come of starting a review of a pupil's plan now; `ref` gives what it would be called. */
async function wouldBegin(deps: Deps, toBegin: ToBegin, ref: () => string): Promise<ToStart> {
  const { person, pupil, plan, school, early, sending } = toBegin;
  const before = await deps.store.reviewsOfPupil(pupil.id);
  const actor = { who: person.email, at: deps.clock.now() };
  const inTheWay = reviewInTheWay(pupil, plan, before, localDate(actor.at));
  if (inTheWay) return { is: 'under-way', review: inTheWay };
  const own = before.filter(({ kind }) => kind === plan?.kind);
  const targets = plan ? currentTargets(plan, own) : [];
  const about = { pupil, plan, reviews: before, targets, early, actor, school };
  const request = { id: `${pupil.id}.${before.length + 1}`, ref: ref(), ...about };
  const started = startReview(request, () => deps.ids.unique(), sending?.token);
  if (!started.ok) return { is: 'refused', refusal: started.refusal };
  return { is: 'new', review: asOfPupil(started.review, pupil) };
}

/**
 * Starts a review of a pupil's plan, with what `first` makes of it before it is stored. Its id says which of the pupil's it
 * is, so that two people who start it at once start one: the second is given the first's. Where the first's is of another
 * plan, the second's is the one after it.
 * @throws {NotStored} when it could not be stored; nothing has changed then
 */
export async function begin(
  deps: Deps,
  toBegin: ToBegin,
  first: (review: Review) => ToStart = (review) => ({ is: 'new', review }),
): Promise<Begun> {
  const found = await wouldBegin(deps, toBegin, () => deps.ids.short());
  const made = found.is === 'new' ? first(found.review) : found;
  if (made.is !== 'new') return made;
  try {
    const review = await deps.store.put('reviews', made.review);
    deps.committed();
    return { is: 'started', review };
  } catch (error) {
    const theirs = error instanceof Conflict ? await deps.store.get('reviews', made.review.id) : undefined;
    if (!theirs) throw error;
    if (theirs.kind !== toBegin.plan?.kind) return begin(deps, toBegin, first);
    return { is: 'under-way', review: theirs };
  }
}

/**
 * Starts the review that a form begins with, and does at once what the form says: both are stored together, or neither.
 * Throws as `begin`.
 */
export const beginWith = (
  deps: Deps,
  toBegin: ToBegin,
  command: Command,
  { token }: Sending,
): Promise<Begun> =>
  begin(deps, toBegin, (review) => {
    const actor = { who: toBegin.person.email, at: deps.clock.now() };
    const ran = run(review, command, actor, toBegin.school, () => deps.ids.unique(), token);
    return ran.ok ? { is: 'new', review: ran.review } : { is: 'refused', refusal: ran.refusal };
  });

type Beginning = { readonly is: 'new'; readonly subject: FormSubject & Subject } | NotBegun;

/** What a form is about that sets the meeting of a review which is not there yet; or why there is none to begin. */
export async function beginning(deps: Deps, toBegin: ToBegin): Promise<Beginning> {
  const { person, pupil, school } = toBegin;
  // What it is called is not said before it has begun.
  const found = await wouldBegin(deps, toBegin, () => '');
  if (found.is !== 'new') return found;
  const reviews = await deps.store.reviewsOfPupil(pupil.id);
  const today = localDate(deps.clock.now());
  const { review } = found;
  const others = otherMeetings(await deps.store.reviewsOf(school.id), review.id);
  const of = { review, pupil, school, reviews, otherMeetings: others, who: person.email, today };
  return { is: 'new', subject: { ...of, scope: 'all', begins: true } };
}
