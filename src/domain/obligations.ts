import { isOpen } from './actions.ts';
import { isSenco, membership } from './permissions.ts';
import type { Action, Review } from './review.ts';
import type { PersonId, School } from './school.ts';
import type { LocalDate } from './time.ts';
import { localDate, plusDays } from './time.ts';

export type ObligationKind =
  /** Answer what was asked about the pupil. */
  | 'evidence'
  /** Set the meeting and ask for evidence. */
  | 'plan-meeting'
  /** Record what parents or carers, or the pupil, say; or that they were asked and did not. */
  | 'parent-views'
  | 'pupil-views'
  | 'hold-meeting'
  | 'decide-outcome'
  | 'action'
  /** Give an action that nobody has taken on to somebody. */
  | 'reassign'
  /** Decide what becomes of an action that can't be done: another owner, more time, or its end. */
  | 'decide-action'
  /** Ask somebody else for the evidence of a colleague who is away. */
  | 'ask-another';

/** Anything a named person owes by a date. */
export interface Obligation {
  /** The same for the same thing owed by the same person, whenever it is derived. */
  readonly id: string;
  readonly kind: ObligationKind;
  readonly who: PersonId;
  readonly reviewId: string;
  readonly schoolId: string;
  readonly pupilId: string;
  readonly due: LocalDate;
  /** The action's id, for 'action', 'reassign' and 'decide-action'; who was asked, for 'ask-another'. */
  readonly about?: string;
}

/** How many days a SENCO has to plan the meeting of a review they started. Our own choice, no statute. */
const PLANNING_DAYS = 7;

/**
 * Everything that is owed in `review`, in no order. `school` is the review's own: with it, what somebody owes who has
 * left comes to the SENCO (the lead or, where the lead is no SENCO there any more, another of the school).
 *
 * Actions are owed from the outcome on: until then they are a draft that the owner has not been told of. Evidence is
 * owed until the meeting opens; from somebody who left it is owed by nobody, for nobody else can answer as them.
 */
export function obligationsOf(review: Review, school?: School): readonly Obligation[] {
  const lead = leadOf(review, school);
  const owe: Owe = (kind, who, due, about) => ({
    id: [review.id, kind, about, who].filter(Boolean).join(SEPARATOR),
    kind,
    who,
    reviewId: review.id,
    schoolId: review.schoolId,
    pupilId: review.pupilId,
    due,
    ...(about && { about }),
  });
  switch (review.stage) {
    case 'preparing':
      return [owe('plan-meeting', lead, plusDays(localDate(review.startedAt), PLANNING_DAYS))];
    case 'gathering':
      return [...evidence(review, school, owe), ...beforeOutcome(review, lead, 'hold-meeting', owe)];
    case 'meeting':
      return beforeOutcome(review, lead, 'decide-outcome', owe);
    case 'acting':
      return review.actions.filter(isOpen).map(actionOwed(lead, school, owe));
    case 'closed':
    case 'cancelled':
      return [];
  }
}

/**
 * All that `person` owes in `reviews`, the most urgent first. `schools` are the reviews' own, as for `obligationsOf`.
 * For a SENCO pass every review of the school: what a colleague who left has led may have come to them.
 */
export function owedBy(
  person: PersonId,
  reviews: readonly Review[],
  schools: readonly School[] = [],
): readonly Obligation[] {
  const byId = new Map(schools.map((school) => [school.id, school]));
  return reviews
    .flatMap((review) => obligationsOf(review, byId.get(review.schoolId)))
    .filter((obligation) => obligation.who === person)
    .sort(mostUrgentFirst);
}

/** Sorts by the day due, then so that the order is always the same. */
function mostUrgentFirst(a: Obligation, b: Obligation): number {
  return compare(a.due, b.due) || compare(a.id, b.id);
}

// No id of a review, an action or a person has it.
const SEPARATOR = '/';

type Owe = (kind: ObligationKind, who: PersonId, due: LocalDate, about?: string) => Obligation;

function evidence(review: Review, school: School | undefined, owe: Owe): readonly Obligation[] {
  return review.evidence
    .filter((request) => !request.answer && !hasLeft(school, request.who))
    .map((request) => owe('evidence', request.who, request.dueBy));
}

function beforeOutcome(
  review: Review,
  lead: PersonId,
  next: 'hold-meeting' | 'decide-outcome',
  owe: Owe,
): readonly Obligation[] {
  const by = review.meeting?.date ?? localDate(review.startedAt);
  return [
    ...(review.parentViews ? [] : [owe('parent-views', lead, by)]),
    ...(review.pupilViews ? [] : [owe('pupil-views', lead, by)]),
    owe(next, lead, by),
  ];
}

const actionOwed = (lead: PersonId, school: School | undefined, owe: Owe) => (action: Action) => {
  const { cannotBeDone } = action;
  if (cannotBeDone)
    return owe('decide-action', lead, earlier(localDate(cannotBeDone.at), action.due), action.id);
  const since = ownerlessSince(action, school);
  if (!since) return owe('action', action.owner, action.due, action.id);
  // Nobody is doing it, so it waits for no due date of its own.
  return owe('reassign', lead, earlier(since, action.due), action.id);
};

/** The day since when an action has nobody to do it; undefined when it has an owner. */
function ownerlessSince(action: Action, school: School | undefined): LocalDate | undefined {
  if (action.disowned) return localDate(action.disowned.at);
  if (!hasLeft(school, action.owner)) return undefined;
  const owner = school?.staff.find((member) => member.email === action.owner);
  return owner?.left ?? localDate(action.addedAt);
}

function leadOf(review: Review, school: School | undefined): PersonId {
  if (!school || isSenco(school, review.lead)) return review.lead;
  return school.staff.find(({ email }) => isSenco(school, email))?.email ?? review.lead;
}

function hasLeft(school: School | undefined, person: PersonId): boolean {
  return school !== undefined && !membership(school, person);
}

const earlier = (a: LocalDate, b: LocalDate) => (a < b ? a : b);
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
