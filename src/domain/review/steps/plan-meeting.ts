import { isDeepStrictEqual } from 'node:util';
import type { PersonId } from '../../school/school.ts';
import type { LocalDate, LocalTime } from '../../time.ts';
import type { Invitation } from '../annual.ts';
import { withAnnual } from '../annual-part.ts';
import { checkAhead, checkStaff } from '../checks.ts';
import { staffConcerned } from '../concerned.ts';
import { type Actor, ASITIS, type Refusal, refusal, unless } from '../decision.ts';
import { eachStaffOnce, inviteesOf, staffAmong } from '../invitees.ts';
import type { Invitee, Review } from '../review.ts';
import { withEarlierMeeting } from './earlier-meeting.ts';
import { cancelled, held, instead, onceConcluded } from './instead.ts';
import { invitationOf, invited, invitesNobodyElse } from './invitation.ts';
import { checkInvitation } from './invitation-checks.ts';
import { planAnnualForm } from './plan-annual-form.ts';
import { type PlanMeeting, planMeetingForm } from './plan-meeting-form.ts';
import { type Given, type Step, TAKES, tell } from './step.ts';

interface MeetingPlanned {
  readonly type: 'meeting-planned';
  readonly date: LocalDate;
  readonly time: LocalTime;
  /** A room, or the link to join by. */
  readonly where?: string;
  readonly invitees: readonly Invitee[];
  readonly evidenceBy: LocalDate;
  /** Those asked now for the first time; below, those who need no longer answer. */
  readonly asked: readonly PersonId[];
  /** The staff invited now for the first time. */
  readonly newlyInvited: readonly PersonId[];
  readonly noLongerAsked: readonly PersonId[];
  /** The staff who had heard that they are invited, to this meeting or to the one called off before it, and are not any more. */
  readonly noLongerInvited?: readonly PersonId[];
  /** The date or time is another than before. */
  readonly moved: boolean;
  /** It is in another place than was said before. */
  readonly elsewhere?: true;
  /** Why, where a date set before is moved. */
  readonly whyMoved?: string;
  readonly annual?: Invitation;
}

/** Sets the meeting, who is invited and who is asked for evidence; later, moves it or asks others. */
export const planMeeting: Step<PlanMeeting, MeetingPlanned> = {
  type: 'plan-meeting',
  giver: 'senco',
  stages: {
    preparing: TAKES,
    gathering: TAKES,
    meeting: instead('The meeting has been opened, so its plan can no longer be changed.', 'agenda'),
    ...onceConcluded(held),
    cancelled,
  },
  moves: [{ from: 'preparing', to: 'gathering' }],
  decide: (given, command) => {
    const planned = plannedBy(given, command);
    const refused =
      checkAhead(command.date, given.today, 'date') ??
      checkEvidenceBy(given, planned) ??
      checkStaff(command.ask, given.school, 'ask') ??
      checkStaff(staffAmong(planned.invitees), given.school, 'invitees') ??
      checkSomebodyAsked(given, planned) ??
      checkInvitation(given, command, planned);
    return !refused && changesNothing(given, planned) ? ASITIS : unless(refused, planned);
  },
  facts: {
    'meeting-planned': {
      evolve: withMeeting,
      tells: ({ review, fact }) => {
        const { asked, newlyInvited, noLongerAsked, moved, elsewhere, noLongerInvited = [] } = fact;
        const invitedOnly = newlyInvited.filter((person) => !asked.includes(person));
        // Who need not come hears with that what is wanted of them; who never heard of it need hear nothing now.
        const offEvidence = noLongerAsked.filter(
          (person) =>
            ![...noLongerInvited, ...invitedOnly].includes(person) && !isStillToHear(review, person),
        );
        const told = new Set([...asked, ...invitedOnly, ...offEvidence]);
        const others = staffConcerned(review).filter(
          (person) =>
            !told.has(person) && !noLongerInvited.includes(person) && !isStillToHear(review, person),
        );
        return [
          ...asked.map((to) => ({ kind: 'evidence-request', to, asks: true }) as const),
          ...tell('meeting-set', invitedOnly),
          ...(moved || elsewhere ? tell('meeting-moved', others) : []),
          ...tell('meeting-without-you', noLongerInvited),
          ...tell('no-longer-asked', offEvidence),
        ];
      },
    },
  },
  forms: [planMeetingForm, planAnnualForm],
};

/** Whether the first that somebody hears of the meeting has not gone out yet: it says the day as it is then, so a move is no news. */
const isStillToHear = ({ messages }: Review, person: PersonId): boolean =>
  messages.some(
    ({ to, kind, state }) =>
      to === person && state.is === 'waiting' && (kind === 'evidence-request' || kind === 'meeting-set'),
  );

function plannedBy(given: Given, command: PlanMeeting): MeetingPlanned {
  const { review } = given;
  const { date, time, where, ask, evidenceBy, whyMoved = '' } = command;
  const before = new Set(review.evidence.map(({ who }) => who));
  // Whoever was invited to one that was called off hears that it is on again, or that it goes on without them.
  const invitedBefore = staffAmong(inviteesOf(review));
  const annual = invitationOf(given, command);
  const invitees = eachStaffOnce(command.invitees);
  const stillInvited = staffAmong(invitees);
  const noLongerInvited = invitedBefore.filter(
    (who) => !stillInvited.includes(who) && !isStillToHear(review, who),
  );
  const moves = review.meeting && (review.meeting.date !== date || review.meeting.time !== time);
  const elsewhere = review.meeting !== undefined && review.meeting.where !== where;
  return {
    type: 'meeting-planned',
    ...{ date, time, evidenceBy, ...(where && { where }) },
    ...(elsewhere && { elsewhere }),
    invitees,
    asked: [...new Set(ask)].filter((who) => !before.has(who)),
    newlyInvited: stillInvited.filter((who) => !invitedBefore.includes(who)),
    // Who has answered keeps their answer, and their sight of the record.
    noLongerAsked: review.evidence.flatMap(({ who, answer }) => (answer || ask.includes(who) ? [] : who)),
    // Who was told that a meeting is off is to be told that there is one again.
    moved: review.meeting ? moves === true : review.earlierMeetings !== undefined,
    ...(noLongerInvited.length > 0 && { noLongerInvited }),
    ...(moves && { whyMoved }),
    ...(annual && { annual }),
  };
}

function checkEvidenceBy(
  { review, today }: Given,
  { evidenceBy, date, asked }: MeetingPlanned,
): Refusal | undefined {
  const field = 'evidenceBy';
  if (evidenceBy > date) {
    return refusal('date-order', 'Evidence is wanted by the day of the meeting at the latest.', { field });
  }
  // A meeting can be moved after the day for evidence has passed, as long as nobody is asked anew for that day.
  const asBefore = review.evidence.some(({ dueBy }) => dueBy === evidenceBy) && asked.length === 0;
  return asBefore ? undefined : checkAhead(evidenceBy, today, field);
}

function checkSomebodyAsked({ review }: Given, { asked, noLongerAsked }: MeetingPlanned) {
  if (review.evidence.length + asked.length > noLongerAsked.length) return undefined;
  return refusal('nobody-asked', 'Choose at least one colleague to ask for evidence.', { field: 'ask' });
}

const meetingOf = ({ date, time, where, invitees }: MeetingPlanned): NonNullable<Review['meeting']> => ({
  ...{ date, time, invitees },
  ...(where && { where }),
});

function changesNothing({ review }: Given, planned: MeetingPlanned): boolean {
  return (
    isDeepStrictEqual(review.meeting, meetingOf(planned)) &&
    planned.asked.length + planned.noLongerAsked.length === 0 &&
    review.evidence.every(({ dueBy }) => dueBy === planned.evidenceBy) &&
    invitesNobodyElse(review, planned.annual)
  );
}

/** The review with its meeting as it is now set, and those asked for evidence; one set before and moved is kept. */
function withMeeting(before: Review, planned: MeetingPlanned, actor: Actor): Review {
  const { evidenceBy: dueBy, asked, noLongerAsked, annual } = planned;
  const review = planned.moved ? withEarlierMeeting(before, 'moved', planned.whyMoved ?? '', actor) : before;
  const stillAsked = review.evidence.filter(({ who }) => !noLongerAsked.includes(who));
  const set: Review = {
    ...review,
    stage: 'gathering',
    meeting: meetingOf(planned),
    evidence: [
      ...stillAsked.map((request) => ({ ...request, dueBy })),
      ...asked.map((who) => ({ who, askedAt: actor.at, dueBy, revision: 0 })),
    ],
  };
  return annual ? withAnnual(set, (part) => ({ ...invited(part, annual, actor), adviceBy: dueBy })) : set;
}
