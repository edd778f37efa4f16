import { isDeepStrictEqual } from 'node:util';
import type { Command, Refusal } from '../commands.ts';
import type { ReviewEvent } from '../events.ts';
import { missingBefore } from '../guards.ts';
import { staffAmong } from '../invitees.ts';
import type { Invitee } from '../review.ts';
import { annualPlan, checkAnnual, invitesNobodyElse } from './annual-planning.ts';
import { checkAhead, checkStaff, checkWords } from './checks.ts';
import { ASITIS, type Decider, type Given, refusal, unless } from './decision.ts';

type Plan = Extract<Command, { type: 'plan-meeting' }>;
type Planned = Extract<ReviewEvent, { type: 'meeting-planned' }>;

/** Sets the meeting, who is invited and who is asked for evidence; later, moves it or asks others. */
export const planMeeting: Decider<'plan-meeting'> = (given, command) => {
  const event = planned(given, command);
  const refused =
    checkAhead(command.date, given.today, 'date') ??
    checkEvidenceBy(given, event) ??
    checkStaff(command.ask, given.school, 'ask') ??
    checkStaff(staffAmong(event.invitees), given.school, 'invitees') ??
    checkSomebodyAsked(given, event) ??
    checkAnnual(given, command, event);
  return !refused && changesNothing(given, event) ? ASITIS : unless(refused, event);
};

/** Calls the meeting off, with no new date yet. */
export const cancelMeeting: Decider<'cancel-meeting'> = ({ review }, { why }) => {
  const say = 'The meeting has been called off already. Set its new date when there is one.';
  return unless(
    (review.meeting ? undefined : refusal('already-done', say, { offer: { what: 'plan-meeting' } })) ??
      checkWords(why, 'why', 'Please say why the meeting is called off.'),
    { type: 'meeting-called-off', why },
  );
};

/** Opens the meeting; unless `anyway`, only when nothing is missing. A meeting without a date can't be opened. */
export const openMeeting: Decider<'open-meeting'> = ({ review, school }, { anyway }) => {
  if (!review.meeting) {
    const say = 'The meeting was called off. Set its new date first; then it can be opened.';
    return unless(refusal('not-now', say, { offer: { what: 'plan-meeting' } }));
  }
  const [first, ...more] = anyway ? [] : missingBefore('openMeeting', review, school);
  if (!first) return unless(undefined, { type: 'meeting-opened' });
  const say = `Before the meeting opens: ${[first, ...more].map((missing) => missing.say).join(' ')}`;
  return unless(refusal('things-missing', say, { offer: { what: first.offer } }));
};

function planned(given: Given, command: Plan): Planned {
  const { review } = given;
  const { date, time, invitees, ask, evidenceBy, whyMoved = '' } = command;
  const before = new Set(review.evidence.map(({ who }) => who));
  const annual = annualPlan(given, command);
  const moves = review.meeting && (review.meeting.date !== date || review.meeting.time !== time);
  return {
    type: 'meeting-planned',
    ...{ date, time, evidenceBy },
    invitees: eachStaffOnce(invitees),
    asked: [...new Set(ask)].filter((who) => !before.has(who)),
    // Who has answered keeps their answer, and their sight of the record.
    noLongerAsked: review.evidence.flatMap(({ who, answer }) => (answer || ask.includes(who) ? [] : who)),
    // Who was told that a meeting is off is to be told that there is one again.
    moved: review.meeting ? moves === true : review.earlierMeetings !== undefined,
    ...(moves && { whyMoved }),
    ...(annual && { annual }),
  };
}

function eachStaffOnce(invitees: readonly Invitee[]): readonly Invitee[] {
  const firstOf = (who: string) => invitees.find((one) => one.kind === 'staff' && one.who === who);
  return invitees.filter((one) => one.kind !== 'staff' || one === firstOf(one.who));
}

function checkEvidenceBy(
  { review, today }: Given,
  { evidenceBy, date, asked }: Planned,
): Refusal | undefined {
  const field = 'evidenceBy';
  if (evidenceBy > date) {
    return refusal('date-order', 'Evidence is wanted by the day of the meeting at the latest.', { field });
  }
  // A meeting can be moved after the day for evidence has passed, as long as nobody is asked anew for that day.
  const asBefore = review.evidence.some(({ dueBy }) => dueBy === evidenceBy) && asked.length === 0;
  return asBefore ? undefined : checkAhead(evidenceBy, today, field);
}

function checkSomebodyAsked({ review }: Given, { asked, noLongerAsked }: Planned): Refusal | undefined {
  if (review.evidence.length + asked.length > noLongerAsked.length) return undefined;
  return refusal('nobody-asked', 'Choose at least one colleague to ask for evidence.', { field: 'ask' });
}

function changesNothing(given: Given, event: Planned): boolean {
  const { review } = given;
  const { date, time, invitees } = event;
  return (
    isDeepStrictEqual(review.meeting, { date, time, invitees }) &&
    event.asked.length + event.noLongerAsked.length === 0 &&
    review.evidence.every(({ dueBy }) => dueBy === event.evidenceBy) &&
    invitesNobodyElse(given, event)
  );
}
