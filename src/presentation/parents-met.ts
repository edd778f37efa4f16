import { dayWords } from '../domain/language/days.ts';
import type { PupilDetails } from '../domain/school/school.ts';
import { familyOf } from '../domain/school/young-person.ts';
import type { MeetingsWanted, ParentsMet } from '../domain/statute/parents-met.ts';
import type { LocalDate } from '../domain/time.ts';
import { type Run, subtle, urgent } from './parts.ts';

const NUMBERS = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine'];

const inWords = (number: number) => NUMBERS[number] ?? String(number);
const meetings = (number: number) => (number === 1 ? 'meeting' : 'meetings');

/** "One meeting with parents or carers this school year". */
function metWords({ days }: ParentsMet, pupil: PupilDetails, today: LocalDate): string {
  const { length } = days;
  return `${inWords(length)} ${meetings(length)} with ${familyOf(pupil.dateOfBirth, today)} this school year`;
}

/** Where the year began without the plan: that only the terms after count. */
const sinceWords = ({ since }: ParentsMet): string =>
  since ? ` The plan began on ${dayWords(since)}, so the terms after that count.` : '';

/** "the Code expects two by the end of the spring term (Code of Practice 6.65)". */
function expectedWords({ times, rule }: MeetingsWanted, atLeast = ''): string {
  return `the Code expects ${atLeast}${inWords(times).toLowerCase()} ${rule.counted} (${rule.source})`;
}

/** That parents were met less often than they were to be by now; nothing where they were not. */
export function behindRuns(met: ParentsMet | undefined, pupil: PupilDetails, today: LocalDate): Run[][] {
  if (!met?.behind) return [];
  const { behind } = met;
  const why = `: ${expectedWords(behind)}.${sinceWords(met)}`;
  return [[urgent(metWords(met, pupil, today)), subtle(why)]];
}

/** How often they were met, on which days, and how often they are to be over the year. */
export function metRuns(met: ParentsMet, pupil: PupilDetails, today: LocalDate): Run[][] {
  const behind = behindRuns(met, pupil, today);
  const year = met.wanted.at(-1);
  if (behind.length > 0 || !year) return behind;
  const expects = year.times > 0 ? expectedWords(year, 'at least ') : 'none is expected before the next';
  return [[subtle(`${metWords(met, pupil, today)}: ${expects}.${sinceWords(met)}`)]];
}
