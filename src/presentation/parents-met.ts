import { dayWords } from '../domain/language/days.ts';
import type { PupilDetails } from '../domain/school/school.ts';
import { isYoungPerson } from '../domain/school/young-person.ts';
import { whyWords } from '../domain/statute/date-reasons.ts';
import type { ParentsMet } from '../domain/statute/parents-met.ts';
import type { LocalDate } from '../domain/time.ts';
import { type Run, subtle, urgent } from './parts.ts';

const NUMBERS = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine'];

/** Whom the school meets: over compulsory school age the young person, with parents where they wish. */
export function familyWords({ dateOfBirth }: PupilDetails, today: LocalDate): string {
  return isYoungPerson(dateOfBirth, today) ? 'the young person (and parents)' : 'parents or carers';
}

const inWords = (number: number) => NUMBERS[number] ?? String(number);
const meetings = (number: number) => (number === 1 ? 'meeting' : 'meetings');

/** "One meeting with parents or carers this school year". */
export function metWords({ days }: ParentsMet, pupil: PupilDetails, today: LocalDate): string {
  const { length } = days;
  return `${inWords(length)} ${meetings(length)} with ${familyWords(pupil, today)} this school year`;
}

/** Where the year began without the plan: that only the terms after count. */
const sinceWords = ({ since }: ParentsMet): string =>
  since ? ` The plan began on ${dayWords(since)}, so the terms after that count.` : '';

/** "The Code expects two by Thu 25 Mar 2027: by the end of the spring term; Code of Practice 6.65". */
function expectedWords({ times, date }: NonNullable<ParentsMet['behind']>): string {
  return `the Code expects ${inWords(times).toLowerCase()} by ${dayWords(date)}`;
}

/** That parents were met less often than they were to be by now; nothing where they were not. */
export function behindRuns(met: ParentsMet | undefined, pupil: PupilDetails, today: LocalDate): Run[][] {
  if (!met?.behind) return [];
  const { behind } = met;
  const why = `: ${expectedWords(behind)} (${whyWords(behind)}).${sinceWords(met)}`;
  return [[urgent(metWords(met, pupil, today)), subtle(why)]];
}

/** How often they were met, on which days, and how often they are to be over the year. */
export function metRuns(met: ParentsMet, pupil: PupilDetails, today: LocalDate): Run[][] {
  const behind = behindRuns(met, pupil, today);
  const year = met.wanted.at(-1);
  if (behind.length > 0 || !year) return behind;
  const expects =
    year.times > 0
      ? `: the Code expects at least ${inWords(year.times).toLowerCase()}`
      : ': none is expected before the next';
  const why = year.times > 0 ? ` (${whyWords(year)}).` : ' school year.';
  return [[subtle(`${metWords(met, pupil, today)}${expects}${why}${sinceWords(met)}`)]];
}
