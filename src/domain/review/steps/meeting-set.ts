import { dayWords } from '../../language/days.ts';
import { nameOf } from '../../language/people.ts';
import { count } from '../../language/words.ts';
import { planRow } from '../../plans/index.ts';
import type { PersonId } from '../../school/school.ts';
import { clockOf } from '../../statute/clock.ts';
import type { LocalDate } from '../../time.ts';
import { annualPartOf } from '../annual-part.ts';
import { inviteesOf, staffAmong } from '../invitees.ts';
import type { Review } from '../review.ts';
import { untoldOutside } from '../untold-outside.ts';
import { sentences, type Taken } from './step-form.ts';

/* What is said once a meeting was set or moved, whatever the kind of review. */

const are = (number: number) => `${count(number, 'colleague')} ${number === 1 ? 'is' : 'are'}`;

/** The day it is set for, and who is asked or told because of it. */
export function meetingSet(taken: Taken): string {
  const { review, told, whenTold, today } = taken;
  const { evidence, meeting } = review;
  const {
    'evidence-request': asked,
    'meeting-set': invited,
    'meeting-moved': moved,
    'meeting-without-you': without,
    'no-longer-asked': off,
  } = told;
  return [
    meeting ? `The meeting is set for ${dayWords(meeting.date)} at ${meeting.time}.` : 'Saved.',
    sentRoundLate(review, today),
    ...(asked && evidence[0]
      ? [`${are(asked)} asked for evidence ${whenTold}, by ${dayWords(evidence[0].dueBy)}.`]
      : []),
    ...(invited ? [`${are(invited)} invited ${whenTold}.`] : []),
    ...(without ? [`${are(without)} told ${whenTold} that they need not come.`] : []),
    ...(off ? [`${are(off)} told ${whenTold} that their evidence is no longer asked for.`] : []),
    takenOff(taken),
    ...(moved ? [`${are(moved)} told ${whenTold} that it has moved.`] : []),
    ...(planRow(review.kind).decidedElsewhere && meeting ? ['The dates that follow from it are below.'] : []),
  ]
    .filter(Boolean)
    .join(' ');
}

/** Who was asked for evidence, or invited, and is not any more, by name; '' for nobody. */
function takenOff({ review, before, school }: Taken): string {
  if (!before) return '';
  const named = (head: string, peopleOf: (one: Review) => readonly PersonId[]) => {
    const off = peopleOf(before).filter((who) => !peopleOf(review).includes(who));
    return off.length > 0 ? `${head}: ${off.map((who) => nameOf(school, who)).join(', ')}.` : '';
  };
  return sentences(
    named('No longer asked', (one) => one.evidence.map(({ who }) => who)),
    named('No longer invited', (one) => staffAmong(inviteesOf(one))),
  );
}

/** Of a meeting so near that the day to send all advice round has passed: '' where it has not. */
function sentRoundLate(review: Review, today: LocalDate): string {
  const by = clockOf(review).circulate;
  if (!by || by.date >= today || review.noSchool || annualPartOf(review).circulated) return '';
  return `All advice was to be sent round by ${dayWords(by.date)}: send what comes on as soon as it is there.`;
}

/** That those whom an annual review invites from outside are to be told of what is set; of a change they are told once, and that is owed until it is said. */
export function tellsOfMeeting(review: Review): string | undefined {
  const { meeting } = review;
  // Without a school the local authority invites, and tells them of any change (SEND Regulations 2014, reg 21).
  if (review.noSchool) return undefined;
  if (!meeting || !planRow(review.kind).invitesOutsiders || untoldOutside(review)) return undefined;
  return `They are not in this chat: please invite them to ${dayWords(meeting.date)} at ${meeting.time}.`;
}
