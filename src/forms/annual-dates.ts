import { dayWords } from '../cards/words.ts';
import { addSchoolDays, isSchoolDay, nextSchoolDay } from '../domain/calendar.ts';
import { type Clock, clockOf, type Step } from '../domain/clock.ts';
import { dueOf } from '../domain/due.ts';
import { reckon, ruleOn } from '../domain/statute.ts';
import { type LocalDate, localDate, plusDays } from '../domain/time.ts';
import type { FormSubject } from './form.ts';

/** Long enough for four weeks of advice to be asked, and to be sent round two weeks before. */
const MEETING_IN_DAYS = 35;

/** The last day on which the meeting is safe, going by this review and what the pupil's data has. */
const lastSafeDay = ({ pupil, review, today, school }: FormSubject): LocalDate | undefined =>
  dueOf(pupil, [review], today, school)?.meetBy;

/** A space and that day with its reason, while it is to come. */
export function lastSafeWords({ pupil, review, today, school }: FormSubject): string {
  const { meetBy, meetWhy } = dueOf(pupil, [review], today, school) ?? {};
  if (!meetBy || !meetWhy || meetBy < today) return '';
  return ` The last safe day is ${dayWords(meetBy)} (${meetWhy.rule.counted}; ${meetWhy.rule.source}).`;
}

/** The first school day five weeks on; no later than the last safe day, where that allows the notice the law gives. */
export function meetingDay(subject: FormSubject): LocalDate {
  const { review, school, today } = subject;
  const wanted = nextSchoolDay(school, plusDays(today, MEETING_IN_DAYS - 1));
  const last = lastSafeDay(subject);
  if (!last || wanted <= last) return wanted;
  const latest = isSchoolDay(school, last) ? last : addSchoolDays(school, last, -1);
  const inviteBy = reckon(ruleOn('invite', localDate(review.startedAt)), latest).date;
  return inviteBy >= today ? latest : wanted;
}

/** Early enough to be sent round with all advice; or today, where that has passed. */
export function evidenceDay({ review, school, today }: FormSubject, meeting: LocalDate): LocalDate {
  const wanted = reckon(ruleOn('advice', localDate(review.startedAt)), meeting).date;
  const atSchool = isSchoolDay(school, wanted) ? wanted : addSchoolDays(school, wanted, -1);
  const day = atSchool < today ? wanted : atSchool;
  return day < today ? today : day;
}

/** Where the days come from, each source once. */
function sourcesOf(clock: Clock): string {
  const steps: readonly Step[] = ['invite', 'circulate', 'report', 'la-decision'];
  return [...new Set(steps.flatMap((step) => clock[step]?.rule.source ?? []))].join('; ');
}

/** What the law has follow from a meeting on `date`. */
export function lawfully({ review }: FormSubject, date: LocalDate): string {
  const clock = clockOf({ ...review, meeting: { date, time: '', invitees: [] } });
  const by = (step: Step) => dayWords(clock[step]?.date ?? date);
  return `For ${dayWords(date)} the law wants everybody invited by ${by('invite')}, the advice sent round by ${by('circulate')}, the report sent by ${by('report')} and the local authority’s decision by ${by('la-decision')} (${sourcesOf(clock)}).`;
}
