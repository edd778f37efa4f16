import { z } from 'zod';
import { ATTENDANCE, SECTION } from '../cards/annual-words.ts';
import { choices, dayWords } from '../cards/words.ts';
import type { Attendance, PlanSection } from '../domain/annual.ts';
import { heldOn } from '../domain/held.ts';
import { preparesForAdulthood } from '../domain/plans/agenda.ts';
import { neededText, oneOf, text } from './fields.ts';
import { type FormSubject, makeForm } from './form.ts';
import { annualOf, invitedTo } from './invited.ts';
import { outcomeTitles } from './outcome-titles.ts';
import { voiceIn } from './voice.ts';

/** Who took part, and how: one choice for each person invited. */
export const attendance = makeForm({
  name: 'attendance',
  does: 'record-attendance',
  title: 'Who took part',
  open: 'Record who took part',
  send: 'Save who took part',
  ask: () => 'One choice for each person invited. The record goes by it.',
  notification: ({ review }) => `Who took part: review ${review.ref}`,
  data: (subject) => ({
    people: invitedTo(subject).map((one, at) => ({ ...one, number: at + 1 })),
    ways: choices(ATTENDANCE),
  }),
  values: (subject) => {
    const before = annualOf(subject).attendance;
    const said = (key: string) => (Object.hasOwn(before, key) ? before[key] : undefined) ?? '';
    return Object.fromEntries(invitedTo(subject).map(({ key, input }) => [input, said(key)]));
  },
  schema: (subject) =>
    z.object(
      Object.fromEntries(
        invitedTo(subject).map(({ input }) => [
          input,
          oneOf(ATTENDANCE, 'Please choose how they took part.'),
        ]),
      ),
    ),
  command: (answer, subject) => ({
    type: 'record-attendance',
    attendance: Object.fromEntries(
      invitedTo(subject).map(({ key, input }): [string, Attendance] => [key, answer[input] as Attendance]),
    ),
  }),
  freeText: false,
});

/** A change to a section of the plan, and what speaks for it (SEND Regulations 2014, reg 12). */
export const sectionChange = makeForm({
  name: 'section-change',
  does: 'add-section-change',
  title: 'Change a section',
  open: 'Change a section of the plan',
  send: 'Add the change',
  ask: () => 'One section at a time, worded as the plan should have it: the local authority goes by it.',
  notification: ({ review }) => `Change a section of the plan: review ${review.ref}`,
  data: () => ({ sections: choices(SECTION) }),
  schema: () =>
    z.object({
      section: oneOf<PlanSection>(SECTION, 'Please choose the section.'),
      change: neededText('Please write what should change.'),
      evidence: neededText('Please say what shows that it should change.'),
    }),
  command: (answer, _subject, newId) => ({ type: 'add-section-change', change: { id: newId(), ...answer } }),
});

const childOf = (subject: FormSubject) => {
  const { child } = voiceIn(subject);
  return child === 'pupil' ? 'child' : child;
};

/** What the meeting recommends to the local authority, which decides; and what its report has besides. */
export const recommendation = makeForm({
  name: 'recommendation',
  does: 'decide-outcome',
  title: 'Recommendation',
  open: 'Record the recommendation',
  send: 'Record it',
  ask: ({ review }) =>
    `This ends the meeting of ${dayWords(heldOn(review))}. The local authority decides, and goes by what is written here.`,
  notification: ({ review }) => `The recommendation: review ${review.ref}`,
  data: (subject) => ({
    recommendations: choices(outcomeTitles(subject)),
    child: childOf(subject),
    adulthood: preparesForAdulthood(subject.pupil),
  }),
  schema: (subject) => {
    const fields = {
      kind: oneOf(outcomeTitles(subject), 'Please choose what the meeting recommends.'),
      inWords: neededText('Please say why the meeting recommends it.'),
      whatWillChange: neededText(`Please say what will change for the ${childOf(subject)}.`),
      healthAndCare: text(),
      personalBudget: text(),
    };
    return preparesForAdulthood(subject.pupil)
      ? z.object({ ...fields, adulthood: text() })
      : z.object(fields);
  },
  command: (answer) => {
    const { kind, inWords, whatWillChange, healthAndCare, adulthood, personalBudget } = {
      adulthood: '',
      ...answer,
    };
    return {
      type: 'decide-outcome',
      kind,
      inWords,
      reasons: [],
      topUpFunding: false,
      whatWillChange,
      report: { healthAndCare, adulthood, personalBudget },
    };
  },
});
