import { nameOf, staffChoices } from '../../language/people.ts';
import type { Filling } from '../../language/terms.ts';
import { askedLater } from '../../questions/asked-later.ts';
import { oneOf } from '../../questions/choice.ts';
import { schoolDay } from '../../questions/days.ts';
import type { Answers, Option, SaidAnswer } from '../../questions/question.ts';
import { longText, shortText } from '../../questions/text.ts';
import type { PersonId, School } from '../../school/school.ts';
import type { Instant } from '../../time.ts';
import type { IS_HAPPENING } from './options.ts';

type OfStaff = { readonly school: School };

/** The day support starts. */
export const STARTS = schoolDay({
  label: 'When does it start?',
  needed: 'Please choose the day it starts.',
  called: 'Starts',
});

/** Who sees to it that support happens: one colleague, who is asked about it. */
export const SEES_TO_IT = oneOf({
  options: ({ school }: OfStaff): readonly Option[] => staffChoices(school),
  label: 'Who sees to it that it happens?',
  hint: 'One colleague: they are asked how it goes',
  list: 'compact',
  needed: 'Please choose one colleague from the staff list.',
  called: 'Seen to by',
  reads: (who: PersonId, { school }: OfStaff): SaidAnswer => ({ is: 'chosen', title: nameOf(school, who) }),
});

/** Provision by its parts (Code of Practice 9.69: detailed, specific and normally quantified). */
export const PROVISION = {
  what: longText({
    label: 'What will be provided?',
    hint: 'For example: Talk Boost',
    needed: 'Please say what.',
    longest: 1000,
    called: '',
    vague: true,
  }),
  who: shortText({
    label: 'Who provides it?',
    hint: (_subject, { setting }: Filling) =>
      `For example: Ms Khan, ${setting === 'nursery' ? 'key person' : 'teaching assistant'}`,
    needed: 'Please say who.',
    longest: 300,
    called: 'Who gives it',
    vague: true,
  }),
  howOften: shortText({
    label: 'How often?',
    hint: 'For example: 3 times a week',
    needed: 'Please say how often.',
    longest: 300,
    called: 'How often',
    vague: true,
  }),
  howLong: shortText({
    label: 'How long is each session, and for how many weeks?',
    hint: 'For example: 20 minutes, for 10 weeks',
    needed: 'Please say how long.',
    longest: 300,
    called: 'How long',
    vague: true,
  }),
  groupSize: shortText({
    label: 'One to one, or a group of how many?',
    hint: 'For example: a group of 4',
    needed: 'Please say how many.',
    longest: 300,
    called: 'Group',
    vague: true,
  }),
  howReviewed: longText({
    label: 'How and when will it be checked?',
    needed: 'Please say how it will be checked.',
    longest: 1000,
    called: 'How it is checked',
    vague: true,
  }),
  starts: askedLater(STARTS),
  owner: askedLater(SEES_TO_IT),
} as const;

/** Support as it was agreed, as a form shows it: `Provision` says how all of it is kept. */
export interface ShownProvision extends Answers<typeof PROVISION> {
  readonly id: string;
  readonly happening?: readonly {
    readonly by: PersonId;
    readonly at: Instant;
    readonly is: keyof typeof IS_HAPPENING;
  }[];
}

/** Support in one line below what it is: "Ann Assistant · 3 times a week · 20 minutes, for 10 weeks · A group of 4". */
export const provisionInBrief = ({ who, howOften, howLong, groupSize }: ShownProvision): string =>
  [who, howOften, howLong, groupSize].filter((text) => text.trim() !== '').join(' · ');
