import { dayWords } from '../../domain/language/days.ts';
import { nameOf } from '../../domain/language/people.ts';
import type { Terms } from '../../domain/language/terms.ts';
import { capital, count } from '../../domain/language/words.ts';
import { annualPartOf } from '../../domain/review/annual-part.ts';
import { heldOn } from '../../domain/review/held.ts';
import { rowNamed } from '../../domain/review/obligations/index.ts';
import type { Review } from '../../domain/review/review.ts';
import type { Pupil } from '../../domain/school/pupil.ts';
import type { PersonId, School } from '../../domain/school/school.ts';
import { isYoungPerson } from '../../domain/school/young-person.ts';
import type { Step } from '../../domain/statute/clock.ts';
import { dayAndWhy } from '../../domain/statute/date-reasons.ts';
import type { WaitingInData } from '../../domain/statute/waiting-in-data.ts';
import type { LocalDate } from '../../domain/time.ts';
import { owedInDataWords } from '../due-labels.ts';
import type { StepStands } from './steps.ts';

/** What the local authority owes, in the middle of a sentence. */
export const laOwesWords = (review: Review, step: Step): string =>
  rowNamed(step)?.ofTheLa?.(review) ?? 'what the local authority is to send';

const initial = (name: string) => [...name.trim()].slice(0, 1).join('').toUpperCase();

/** "A.E.": what stands for a name in what leaves the school. */
export const initialsOf = ({ firstName, lastName }: Pupil): string =>
  [firstName, lastName].flatMap((name) => (name ? [`${initial(name)}.`] : [])).join('');

function stands(review: Review, { step, date, late }: StepStands): string {
  const owed = laOwesWords(review, step);
  const which = capital(owed);
  return late > 0
    ? `${which} was due by ${dayAndWhy(date)}. It is now ${count(late, 'day')} late.`
    : `${which} is due by ${dayAndWhy(date)}.`;
}

const signed = (from: PersonId, school: School) => `${nameOf(school, from)}, ${school.name}`;
const about = (pupil: Pupil) =>
  `Annual review of the EHC plan of ${initialsOf(pupil)}, our reference ${pupil.ref}`;
const pleaseSend = (whom: string) =>
  `Please send it to ${whom} and to us, or tell us by return what stands in the way and on what day it will come.`;

/** That it is due, or was and how late it is. */
function standsInData({ step, by, daysLate, ...one }: WaitingInData): string {
  const what = step === 'la-decision' ? 'Your decision' : capital(owedInDataWords({ step, ...one }));
  const late = daysLate > 0 ? ` It is now ${count(daysLate, 'day')} late.` : '';
  return `${what} ${daysLate > 0 ? 'was' : 'is'} due by ${dayAndWhy(by)}.${late}`;
}

/** As `chaseText`, for what is owed of a plan and in no review here: all of one meeting. */
export function chaseTextInData(given: {
  readonly pupil: Pupil;
  readonly school: School;
  readonly owed: readonly [WaitingInData, ...WaitingInData[]];
  /** What else is to be done by a day, in sentences; '' for nothing. */
  readonly also: string;
  readonly from: PersonId;
  readonly today: LocalDate;
}): readonly string[] {
  const { pupil, school, owed, also, from, today } = given;
  return [
    about(pupil),
    `The review meeting was held on ${dayWords(owed[0].meetingOn)}.`,
    ...owed.map(standsInData),
    ...(also ? [also] : []),
    pleaseSend(isYoungPerson(pupil.dateOfBirth, today) ? 'the young person' : 'the parents or carers'),
    signed(from, school),
  ];
}

/**
 * A letter that asks the local authority for what it owes, a paragraph each. It has initials and the school's reference
 * in place of the name, since nobody knows what way it will be sent. Text that people typed may stand in it.
 */
export function chaseText(given: {
  readonly review: Review;
  readonly pupil: Pupil;
  readonly school: School;
  readonly owed: readonly StepStands[];
  readonly terms: Terms;
  /** What else is to be done by a day, in sentences; '' for nothing. */
  readonly also: string;
  readonly from: PersonId;
}): readonly string[] {
  const { review, pupil, school, owed, terms, also, from } = given;
  const report = annualPartOf(review).report;
  const sent = report ? ` The report was sent to everybody invited on ${dayWords(report.on)}.` : '';
  const whom = terms.addressed.startsWith('the ') ? terms.addressed : `the ${terms.addressed}`;
  return [
    about(pupil),
    `The review meeting was held on ${dayWords(heldOn(review))}.${sent}`,
    ...owed.map((one) => stands(review, one)),
    ...(also ? [also] : []),
    pleaseSend(whom),
    signed(from, school),
  ];
}
