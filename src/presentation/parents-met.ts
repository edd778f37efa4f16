import { dayWords } from '../domain/language/days.ts';
import type { PupilDetails } from '../domain/school/school.ts';
import { familyOf } from '../domain/school/young-person.ts';
import type { MeetingsWanted, ParentsMet } from '../domain/statute/parents-met.ts';
import type { LocalDate } from '../domain/time.ts';
import { type Run, reason, subtle, urgent } from './parts.ts';

const NUMBERS = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine'];

const inWords = (number: number) => NUMBERS[number] ?? String(number);
const meetings = (number: number) => (number === 1 ? 'meeting' : 'meetings');

/** "One meeting with parents or carers this school year". */
function metWords({ days }: ParentsMet, pupil: PupilDetails, today: LocalDate): string {
  const { length } = days;
  const yet = length === 0 ? 'yet ' : '';
  return `${inWords(length)} ${meetings(length)} with ${familyOf(pupil.dateOfBirth, today)} ${yet}this school year`;
}

/** Where the year began without the plan: that only the terms after count. */
const sinceWords = ({ since }: ParentsMet): string =>
  since ? ` The plan began on ${dayWords(since)}, so the terms after that count.` : '';

/** " · three a year wanted, two by the end of the spring term": in short what `expectedWords` explains. */
function wantedWords({ wanted, behind }: ParentsMet): string {
  const year = wanted.at(-1);
  if (!year) return '';
  const whole = ` · ${inWords(year.rule.times ?? 1).toLowerCase()} a year wanted`;
  if (!behind || behind.rule === year.rule) return whole;
  return `${whole}, ${inWords(behind.times).toLowerCase()} ${behind.rule.counted}`;
}

/** "the Code expects at least three a year (Code of Practice 6.65)": that, and no more, is what it says. */
const theCode = ({ rule: { times = 1, source } }: MeetingsWanted): string =>
  `the Code expects at least ${inWords(times).toLowerCase()} a year (${source})`;

/** What it says of the year and, of part of one, that how many are wanted by then is our own reading. */
function expectedWords({ wanted, behind }: ParentsMet): string {
  const year = wanted.at(-1);
  if (!year) return '';
  if (!behind || behind.rule === year.rule) return theCode(year);
  return `${theCode(year)}; ${inWords(behind.times).toLowerCase()} ${behind.rule.counted} is our own reading of that`;
}

/** That parents were met less often than they were to be by now, or in the year that has ended; nothing where they were not. */
export function behindRuns(met: ParentsMet | undefined, pupil: PupilDetails, today: LocalDate): Run[][] {
  if (!met) return [];
  const now = `: ${expectedWords(met)}.${sinceWords(met)}`;
  return [
    ...(met.lastYear ? [lastYearRuns(met.lastYear, pupil, today)] : []),
    ...(met.behind ? [[urgent(metWords(met, pupil, today)), subtle(wantedWords(met)), reason(now)]] : []),
  ];
}

function lastYearRuns(
  { met, wanted }: NonNullable<ParentsMet['lastYear']>,
  pupil: PupilDetails,
  today: LocalDate,
): Run[] {
  const words = `${inWords(met)} ${meetings(met)} with ${familyOf(pupil.dateOfBirth, today)} in the school year that has ended`;
  return [
    urgent(words),
    reason(`: ${theCode(wanted)}`),
    subtle('. One that was held can still be recorded.'),
  ];
}

/** How often they were met, on which days, and how often they are to be over the year. */
export function metRuns(met: ParentsMet, pupil: PupilDetails, today: LocalDate): Run[][] {
  const behind = behindRuns(met, pupil, today);
  const year = met.wanted.at(-1);
  if (met.behind || !year) return behind;
  const expects = year.times > 0 ? theCode(year) : 'none is expected before the next';
  const now = `${metWords(met, pupil, today)}${year.times > 0 ? wantedWords(met) : ''}`;
  return [...behind, [subtle(now), reason(`: ${expects}.${sinceWords(met)}`)]];
}
