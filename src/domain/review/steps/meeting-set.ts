import { dayWords } from '../../language/days.ts';
import { count } from '../../language/words.ts';
import { planRow } from '../../plans/index.ts';
import { clockOf } from '../../statute/clock.ts';
import { dayAndWhy } from '../../statute/date-reasons.ts';
import type { LocalDate } from '../../time.ts';
import { annualPartOf } from '../annual-part.ts';
import type { Review } from '../review.ts';
import type { Taken } from './step-form.ts';

/* What is said once a meeting was set or moved, whatever the kind of review. */

const are = (number: number) => `${count(number, 'colleague')} ${number === 1 ? 'is' : 'are'}`;

/** The day it is set for, and who is asked or told because of it. */
export function meetingSet({ review, told, whenTold, today }: Taken): string {
  const { evidence, meeting } = review;
  const {
    'evidence-request': asked,
    'meeting-set': invited,
    'meeting-moved': moved,
    'meeting-without-you': without,
  } = told;
  return [
    meeting ? `The meeting is set for ${dayWords(meeting.date)} at ${meeting.time}.` : 'Saved.',
    sentRoundLate(review, today),
    ...(asked && evidence[0]
      ? [`${are(asked)} asked for evidence ${whenTold}, by ${dayWords(evidence[0].dueBy)}.`]
      : []),
    ...(invited ? [`${are(invited)} invited ${whenTold}.`] : []),
    ...(without ? [`${are(without)} told ${whenTold} that they need not come.`] : []),
    ...(moved ? [`${are(moved)} told ${whenTold} that it has moved.`] : []),
    ...(planRow(review.kind).decidedElsewhere && meeting ? ['The dates that follow from it are below.'] : []),
  ]
    .filter(Boolean)
    .join(' ');
}

/** Of a meeting so near that the day to send all advice round has passed: '' where it has not. */
function sentRoundLate(review: Review, today: LocalDate): string {
  const by = clockOf(review).circulate;
  if (!by || by.date >= today || review.noSchool || annualPartOf(review).circulated) return '';
  return `All advice was to be sent round by ${dayAndWhy(by)}: send what comes on as soon as it is there.`;
}

/** Whether what was done last moved the meeting or called it off. */
function lastMoved({ earlierMeetings, history }: Review): boolean {
  return earlierMeetings !== undefined && earlierMeetings.at(-1)?.at === history.at(-1)?.at;
}

/** Whether what was done last put a meeting that was set in another place; nobody is told that it is set for the first time. */
function lastElsewhere({ history }: Review): boolean {
  const settings = history.filter(({ what }) => what === 'meeting-planned');
  const last = history.at(-1);
  return settings.length > 1 && last === settings.at(-1) && last?.fields.includes('meeting.where') === true;
}

/** What those invited from outside must hear: of a meeting that moved, or is elsewhere, and, where they must be invited, of every change. */
export function tellsOfMeeting(review: Review): string | undefined {
  const { meeting } = review;
  const moved = lastMoved(review) || lastElsewhere(review);
  // Without a school the local authority invites, and tells them of any change (SEND Regulations 2014, reg 21).
  if (review.noSchool) return undefined;
  if (!meeting || (!planRow(review.kind).invitesOutsiders && !moved)) return undefined;
  const say = moved ? 'The meeting is now on' : 'They are not in this chat: please invite them to';
  return `${say} ${dayWords(meeting.date)} at ${meeting.time}.`;
}
