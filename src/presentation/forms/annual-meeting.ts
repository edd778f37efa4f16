import { dayWords } from '../../domain/language/days.ts';
import { filledFrom } from '../../domain/questions/form-answers.ts';
import { annualPartOf } from '../../domain/review/annual-part.ts';
import { heldOn } from '../../domain/review/held.ts';
import { invitedTo } from '../../domain/review/invited.ts';
import { TOOK_PART } from '../../domain/review/questions/attendance.ts';
import { RECOMMENDATION } from '../../domain/review/questions/recommendation.ts';
import { SECTION_CHANGE } from '../../domain/review/questions/section-change.ts';
import { type FormSubject, questionForm, TAKE_BACK } from './form.ts';
import { annualOf } from './invited.ts';

/** Who took part, and how: one choice for each person invited. */
export const attendance = questionForm({
  name: 'attendance',
  does: 'record-attendance',
  title: 'Who took part',
  open: 'Record who took part',
  send: 'Save who took part',
  ask: () => 'One choice for each person invited. The record goes by it.',
  notification: ({ review }) => `Who took part: review ${review.ref}`,
  questions: TOOK_PART,
  values: (subject) => {
    const before = annualOf(subject).attendance;
    const people = invitedTo(subject).flatMap(({ key }) => {
      const how = Object.hasOwn(before, key) ? before[key] : undefined;
      return how ? [{ who: key, how }] : [];
    });
    return filledFrom<FormSubject, typeof TOOK_PART>(TOOK_PART, { people }, subject);
  },
  command: ({ people }) => ({
    type: 'record-attendance',
    attendance: Object.fromEntries(people.map(({ who, how }) => [who, how])),
  }),
  freeText: false,
});

/** A change to a section of the plan, and what speaks for it (SEND Regulations 2014, reg 12). */
export const sectionChange = questionForm({
  name: 'section-change',
  does: 'add-section-change',
  title: 'Change a section',
  open: 'Change a section of the plan',
  send: 'Add the change',
  ask: () => 'One section at a time, worded as the plan should have it: the local authority goes by it.',
  notification: ({ review }) => `Change a section of the plan: review ${review.ref}`,
  questions: SECTION_CHANGE,
  written: (review) => {
    const answers = annualPartOf(review).sectionChanges.at(-1);
    return answers && { answers, change: TAKE_BACK };
  },
  command: (answer, _subject, newId) => ({ type: 'add-section-change', change: { id: newId(), ...answer } }),
});

/** What the meeting recommends to the local authority, which decides; and what its report has besides. */
export const recommendation = questionForm({
  name: 'recommendation',
  does: 'decide-outcome',
  title: 'Recommendation',
  open: 'Record the recommendation',
  send: 'Record it',
  ask: ({ review }) =>
    `This ends the meeting of ${dayWords(heldOn(review))}. The local authority decides, and goes by what is written here.`,
  notification: ({ review }) => `The recommendation: review ${review.ref}`,
  questions: RECOMMENDATION,
  command: ({ kind, inWords, whatWillChange, ...report }) => ({
    type: 'decide-outcome',
    ...{ kind, inWords, whatWillChange, reasons: [], topUpFunding: false },
    report,
  }),
});
