import { dayWords } from '../../language/days.ts';
import { listed } from '../../language/words.ts';
import { nextSchoolDay, schoolDayBy, schoolDayFrom } from '../../school/calendar.ts';
import { headsOf, presentStaff } from '../../school/membership.ts';
import type { PersonId } from '../../school/school.ts';
import { clockOf, type Step } from '../../statute/clock.ts';
import { dayAndWhy } from '../../statute/date-reasons.ts';
import { type Due, dueWith } from '../../statute/due.ts';
import { type RuleDate, reckon, ruleOn } from '../../statute/statute.ts';
import { daysBetween, type LocalDate, type LocalTime, later, localDate, plusDays } from '../../time.ts';
import { staffAmong } from '../invitees.ts';
import type { FormSubject } from './step-form.ts';
import { evidenceFrom, freeDay, schoolDayBeforeIt, soonestAnswer } from './suggested-days.ts';

/** Long enough for four weeks of advice to be asked, and to be sent round two weeks before. */
const MEETING_IN_DAYS = 35;

/** By when the review is due and its meeting safe: by all reviews of the pupil, with this one as it stands. */
const dueOf = ({ pupil, review, reviews = [], today, school }: FormSubject): Due | undefined =>
  dueWith(review, pupil, reviews, today, school);

/** A space and the last safe day; '' where it is not known. */
export function lastSafeInShort(subject: FormSubject): string {
  const last = dueOf(subject)?.meetWhy;
  if (!last) return '';
  const day = dayWords(last.date);
  return last.date < subject.today
    ? ` The last safe day, ${day}, has passed.`
    : ` The last safe day is ${day}${schoolDayBeforeIt(subject, last.date)}.`;
}

/** A space and the last safe day with its reason; and where it can't be kept, by when all is to be done, and which day is suggested. */
export function lastSafeWords(subject: FormSubject): string {
  const due = dueOf(subject);
  const last = due?.meetWhy;
  if (!last) return '';
  const why = `${dayAndWhy(last)}${nextYearWords(due)}`;
  const instead = () => `${completeWords(due, subject.today)}${insteadOfIt(subject)}`;
  if (last.date < subject.today)
    return ` The last safe day, ${why}, has passed${schoolDayBeforeIt(subject, last.date, 'was')}.${instead()}`;
  const before = schoolDayBeforeIt(subject, last.date);
  const tooNear = schoolDayBy(subject.school, last.date) < firstSentRound(subject);
  return ` The last safe day is ${why}${before}.${tooNear ? instead() : ''}`;
}

/** Of the review after one that is not decided on: what its last safe day counts back from, which is not the day that one is due. */
function nextYearWords({ nextComplete, dueBy }: Due): string {
  if (!nextComplete || nextComplete.date === dueBy) return '';
  return `, which counts back from ${dayAndWhy(nextComplete)} as the last meeting is not decided on`;
}

/** A space and the last day for all of it, and that for a move where that is another. */
function completeWords({ why, transfer }: Due, today: LocalDate): string {
  const days = [why, ...(transfer && transfer.deadline.date !== why.date ? [transfer.deadline] : [])];
  return days
    .map((day) => ` The review ${day.date < today ? 'was' : 'is'} to be complete by ${dayAndWhy(day)}.`)
    .join('');
}

/** A space and what can be done where the last safe day can't be kept. */
function insteadOfIt(subject: FormSubject): string {
  const [soonest, suggested] = [soonestDay(subject), meetingDay(subject)];
  const words = ` Two weeks’ notice allows ${dayWords(soonest)} at the earliest`;
  if (subject.review.meeting || suggested === soonest) return `${words}.`;
  return `${words}; ${dayWords(suggested)} leaves time for everybody’s advice.`;
}

/** The first school day for which everybody invited today has the notice that the law gives them. */
function soonestDay({ review, school, today }: FormSubject): LocalDate {
  const notice = daysBetween(reckon(ruleOn('invite', localDate(review.startedAt)), today).date, today);
  return schoolDayFrom(school, plusDays(today, notice));
}

/** The first school day for a meeting two weeks before which what is had by `advice` can be sent round, as the law wants it. */
function sentRoundFrom({ review, school }: FormSubject, advice: LocalDate): LocalDate {
  const lead = daysBetween(reckon(ruleOn('circulate', localDate(review.startedAt)), advice).date, advice);
  return schoolDayFrom(school, plusDays(advice, lead));
}

/** The first one before which there is a school day to send anything round in time: today's is no day to give anybody. */
const firstSentRound = (subject: FormSubject): LocalDate =>
  later(soonestDay(subject), sentRoundFrom(subject, nextSchoolDay(subject.school, subject.today)));

/** The time to suggest: that of one which was called off, else after lunch. */
export const timeOf = ({ review }: FormSubject): LocalTime => review.earlierMeetings?.at(-1)?.time ?? '14:00';

/** The colleagues to suggest: those invited to one which was called off, else who is likely to be; each once, of those still here. */
export function peopleOf({ school, pupil, who, review }: FormSubject): readonly PersonId[] {
  const off = review.earlierMeetings?.at(-1);
  const likely = [who, ...(review.noSchool ? [] : headsOf(school)), ...pupil.keyStaff];
  const here = presentStaff(school);
  return [...new Set(off ? staffAmong(off.invitees) : likely)].filter((one) => here.includes(one));
}

/** The day to suggest for the meeting: `likelyDay`, or one beside it where a meeting of this review was called off on that, or `people` are in another at `time`. */
export function meetingDay(subject: FormSubject): LocalDate {
  const slot = { time: timeOf(subject), people: peopleOf(subject) };
  const [day, last] = [likelyDay(subject), dueOf(subject)?.meetBy];
  const limits = { first: firstSentRound(subject), last: last && day <= last ? last : undefined };
  return freeDay(subject, day, limits, slot);
}

/**
 * The first school day five weeks on; no later than the last school day that is safe, where that allows the notice the law
 * gives, and advice to be sent round in time. Where that can't be, the last one that still leaves the local authority its four weeks
 * to decide; and for a move, or where that can't be either, the first day for which advice can be had and sent round in time.
 */
function likelyDay(subject: FormSubject): LocalDate {
  const { school, today } = subject;
  const wanted = nextSchoolDay(school, plusDays(today, MEETING_IN_DAYS - 1));
  const due = dueOf(subject);
  if (!due?.meetBy || wanted <= due.meetBy) return wanted;
  const [latest, first] = [schoolDayBy(school, due.meetBy), firstSentRound(subject)];
  if (latest >= first) return latest;
  const soonest = later(first, sentRoundFrom(subject, soonestAnswer(subject)));
  if (due.transfer && !due.transfer.met) return soonest;
  const decidable = lastDecidable(subject, due);
  if (wanted <= decidable) return wanted;
  const lastOne = schoolDayBy(school, decidable);
  return lastOne >= first ? lastOne : soonest;
}

/** The last day for a meeting after which the local authority has its four weeks before the review is to be complete. */
const lastDecidable = ({ review }: FormSubject, { dueBy }: Due): LocalDate =>
  reckon(ruleOn('meeting-lead-least', localDate(review.startedAt)), dueBy).date;

/** By when all advice is to be sent round for a meeting on `date`; undefined where the law does not say. */
const circulateBy = ({ review }: FormSubject, date: LocalDate): RuleDate | undefined =>
  clockOf({ ...review, meeting: { date, time: '', invitees: [] } }).circulate;

/** Early enough to be sent round with all advice; or as soon as can be, where that has passed. */
export function evidenceDay(subject: FormSubject, meeting: LocalDate): LocalDate {
  const wanted = reckon(ruleOn('advice', localDate(subject.review.startedAt)), meeting).date;
  return evidenceFrom(subject, wanted, meeting, circulateBy(subject, meeting)?.date);
}

/** That advice had by `day` comes after it is to be sent round for a meeting on `meeting`, while that is still ahead. */
export function tooLateToSendRound(
  day: LocalDate,
  meeting: LocalDate,
  subject: FormSubject,
): string | undefined {
  const sendBy = circulateBy(subject, meeting);
  if (!sendBy || sendBy.date < subject.today || day <= sendBy.date) return undefined;
  return `For a meeting on ${dayWords(meeting)} all advice is sent round by ${dayWords(sendBy.date)}: ${dayWords(day)} is after that. To keep it, send as it stands.`;
}

const FOLLOWS: readonly (readonly [step: Step, what: string])[] = [
  ['invite', 'everybody invited'],
  ['circulate', 'the advice sent round'],
  ['report', 'the report sent'],
  ['la-decision', 'the local authority’s decision'],
];

const PARAGRAPH = /–?\(\d+\)$/;

/** "reg 20(2)–(3)" is of regulation 20. */
function withoutParagraphs(source: string): string {
  let whole = source;
  while (PARAGRAPH.test(whole)) whole = whole.replace(PARAGRAPH, '');
  return whole;
}

/** Where the days come from, each regulation or guidance once. */
function sourcesOf(dates: readonly RuleDate[]): string {
  return [...new Set(dates.flatMap(({ rule }) => rule.source.split('; ').map(withoutParagraphs)))].join('; ');
}

/** What the law has follow from a meeting on `date`, what is due on one day together. */
export function lawfully({ review }: FormSubject, date: LocalDate): string {
  const clock = clockOf({ ...review, meeting: { date, time: '', invitees: [] } });
  const wanted = FOLLOWS.flatMap(([step, what]) => {
    const due = clock[step];
    return due ? [{ due, what }] : [];
  });
  const byDay = Map.groupBy(wanted, ({ due }) => due.date);
  const said = [...byDay].map(([day, some]) => `${listed(some.map(({ what }) => what))} by ${dayWords(day)}`);
  return `For ${dayWords(date)} the regulations require ${listed(said)} (${sourcesOf(wanted.map(({ due }) => due))}).`;
}
