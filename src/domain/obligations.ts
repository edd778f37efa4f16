import { isAbsent, isAwayFor } from './absence.ts';
import { isOpen } from './actions.ts';
import { type AnnualDuty, owedAfter, owedBefore } from './obligations/annual.ts';
import { membership } from './permissions.ts';
import type { Action, Review } from './review.ts';
import type { PersonId, School, StaffMember } from './school.ts';
import type { RuleDate } from './statute.ts';
import { compare, earlier, type LocalDate, later, localDate, plusDays } from './time.ts';

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
  | 'ask-another'
  /** Annual review: record the written advice of everybody outside who was invited, or that none will come. */
  | 'advice'
  /** Send all advice to everybody invited. */
  | 'circulate'
  /** Send the report of the meeting to everybody invited. */
  | 'report'
  /** The local authority's, for the SENCO to chase: its decision, its notice of amendments, the final plan. */
  | 'la-decision'
  | 'notice'
  | 'final-plan'
  /** Record what the parents (or young person) answer to the proposed amendments. */
  | 'comments';

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
  /** Why it is due then, where a rule says so. */
  readonly why?: RuleDate;
}

/** How many days a SENCO has to plan the meeting of a review they started, or of one called off. Our own choice, no statute. */
const PLANNING_DAYS = 7;

/**
 * Everything that is owed in `review`, in no order. `school` is the review's own: with it, what somebody owes who has
 * left comes to the SENCO (the lead or, where the lead is no SENCO there any more, another of the school). With `today`
 * too, what falls due while somebody is away is theirs still, and the SENCO's to find another for; and what the lead
 * owes while away is another SENCO's, where there is one.
 *
 * Actions are owed from the outcome on: until then they are a draft that the owner has not been told of. Evidence is
 * owed until the meeting opens; from somebody who left it is owed by nobody, for nobody else can answer as them.
 */
export function obligationsOf(review: Review, school?: School, today?: LocalDate): readonly Obligation[] {
  const lead = leadOf(review, school, today);
  const away = awayFor(school, today);
  const owe: Owe = (kind, who, due, { about, why } = {}) => ({
    id: [review.id, kind, about, who].filter(Boolean).join(SEPARATOR),
    kind,
    who,
    reviewId: review.id,
    schoolId: review.schoolId,
    pupilId: review.pupilId,
    due,
    ...(about && { about }),
    ...(why && { why }),
  });
  const theirs = ({ kind, due, why }: AnnualDuty) => owe(kind, lead, due, { why });
  switch (review.stage) {
    case 'preparing':
      return [owe('plan-meeting', lead, plusDays(localDate(review.startedAt), PLANNING_DAYS))];
    case 'gathering':
      return [
        ...evidence(review, lead, school, away, owe),
        ...beforeMeeting(review, lead, owe),
        ...(review.meeting ? owedBefore(review).map(theirs) : []),
      ];
    case 'meeting':
      return beforeOutcome(review, lead, 'decide-outcome', owe);
    case 'acting':
      return [
        ...review.actions.filter(isOpen).flatMap(actionOwed(lead, school, away, owe)),
        ...owedAfter(review).map(theirs),
      ];
    case 'closed':
    case 'cancelled':
      return [];
  }
}

/**
 * The day the first thing owed in `review` falls due, going by the review alone; undefined when nothing is owed. What an
 * absence puts before the SENCO is never due earlier; what a leaver leaves them may be.
 */
export function firstDue(review: Review): LocalDate | undefined {
  return obligationsOf(review).reduce<LocalDate | undefined>(
    (first, { due }) => (first === undefined || due < first ? due : first),
    undefined,
  );
}

/** The review that an obligation is in, from the obligation's id. */
export function reviewOfObligation(id: string): string {
  return id.slice(0, id.indexOf(SEPARATOR));
}

/**
 * All that `person` owes in `reviews`, the most urgent first. `schools` are the reviews' own, as for `obligationsOf`.
 * For a SENCO pass every review of the school: what a colleague who left or is away has led may have come to them.
 */
export function owedBy(
  person: PersonId,
  reviews: readonly Review[],
  schools: readonly School[] = [],
  today?: LocalDate,
): readonly Obligation[] {
  const byId = new Map(schools.map((school) => [school.id, school]));
  return reviews
    .flatMap((review) => obligationsOf(review, byId.get(review.schoolId), today))
    .filter((obligation) => obligation.who === person)
    .sort(mostUrgentFirst);
}

/** Sorts by the day due, then so that the order is always the same. */
export function mostUrgentFirst(a: Obligation, b: Obligation): number {
  return compare(a.due, b.due) || compare(a.id, b.id);
}

// No id of a review, an action or a person has it.
const SEPARATOR = '/';

type Owe = (
  kind: ObligationKind,
  who: PersonId,
  due: LocalDate,
  more?: { readonly about?: string; readonly why?: RuleDate },
) => Obligation;

/** The day from which somebody who is away for what is due on `due` is missed; undefined when they are there for it. */
type Away = (person: PersonId, due: LocalDate) => LocalDate | undefined;

const awayFor =
  (school: School | undefined, today: LocalDate | undefined): Away =>
  (person, due) => {
    const member = school && membership(school, person);
    if (!member?.absent || !today || !isAwayFor(member, due, today)) return undefined;
    return later(member.absent.from, due);
  };

function evidence(
  review: Review,
  lead: PersonId,
  school: School | undefined,
  away: Away,
  owe: Owe,
): readonly Obligation[] {
  return review.evidence
    .filter((request) => !request.answer && !hasLeft(school, request.who))
    .flatMap(({ who, dueBy }) => {
      const missed = away(who, dueBy);
      const theirs = owe('evidence', who, dueBy);
      return missed && who !== lead ? [theirs, owe('ask-another', lead, missed, { about: who })] : [theirs];
    });
}

/** While no meeting is set because it was called off, its new date is owed, and nothing by the date that was. */
function beforeMeeting(review: Review, lead: PersonId, owe: Owe): readonly Obligation[] {
  const off = review.meeting ? undefined : review.earlierMeetings?.at(-1);
  if (!off) return beforeOutcome(review, lead, 'hold-meeting', owe);
  return [owe('plan-meeting', lead, plusDays(localDate(off.at), PLANNING_DAYS))];
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

const actionOwed =
  (lead: PersonId, school: School | undefined, away: Away, owe: Owe) =>
  (action: Action): readonly Obligation[] => {
    const { cannotBeDone } = action;
    if (cannotBeDone)
      return [
        owe('decide-action', lead, earlier(localDate(cannotBeDone.at), action.due), { about: action.id }),
      ];
    const since = ownerlessSince(action, school);
    if (!since) {
      const theirs = owe('action', action.owner, action.due, { about: action.id });
      const missed = away(action.owner, action.due);
      return missed && action.owner !== lead
        ? [theirs, owe('reassign', lead, missed, { about: action.id })]
        : [theirs];
    }
    // Nobody is doing it, so it waits for no due date of its own.
    return [owe('reassign', lead, earlier(since, action.due), { about: action.id })];
  };

/** The day since when an action has nobody to do it; undefined when it has an owner. */
function ownerlessSince(action: Action, school: School | undefined): LocalDate | undefined {
  if (action.disowned) return localDate(action.disowned.at);
  if (!hasLeft(school, action.owner)) return undefined;
  const owner = school?.staff.find((member) => member.email === action.owner);
  return owner?.left ?? localDate(action.addedAt);
}

/**
 * Who runs the review: its lead; once that is no SENCO of the school any more, or while they are away on `today`, another
 * SENCO, where there is one who is there.
 */
export function leadOf(review: Review, school: School | undefined, today?: LocalDate): PersonId {
  if (!school) return review.lead;
  const sencos = school.staff.filter(({ role, left }) => role === 'senco' && left === undefined);
  const there = sencos.filter((member) => !today || !isAbsent(member, today));
  const own = (people: readonly StaffMember[]) =>
    people.find(({ email }) => email === review.lead) ?? people[0];
  return (own(there) ?? own(sencos))?.email ?? review.lead;
}

function hasLeft(school: School | undefined, person: PersonId): boolean {
  return school !== undefined && !membership(school, person);
}
