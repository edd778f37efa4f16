import { count } from '../../domain/language/words.ts';
import type { SchoolNotice } from '../../domain/nudges/school-notices.ts';
import type { School } from '../../domain/school/school.ts';
import { yearCalled } from '../../domain/school/settings/terms-of-year.ts';
import { type Button, button, press } from '../buttons.ts';
import type { Note } from './digest-note.ts';

/** Something that is to be seen to for a school. */
export interface AboutSchool {
  readonly school: School;
  readonly notice: SchoolNotice;
}

/** How a kind of notice is said: in a count of what a digest has, as a line of it, and on a screen of something else. */
interface Words<Notice> {
  readonly counted: string;
  what(notice: Notice): string;
  button(school: School, notice: Notice): Button;
  said(notice: Notice): string;
}

type Of<Is extends SchoolNotice['is']> = Extract<SchoolNotice, { is: Is }>;

/** "12 pupils are to move up a year"; or those of whom only a person can say. */
const movesWhat = ({ pupils, untold }: Of<'year-moves'>): string =>
  pupils
    ? `${count(pupils, 'pupil')} ${pupils === 1 ? 'is' : 'are'} to move up a year`
    : `${count(untold, 'pupil')} may have to move up a year`;

const WORDS: { readonly [Is in SchoolNotice['is']]: Words<Of<Is>> } = {
  terms: {
    counted: 'the school’s terms to give',
    what: ({ year, guessed }) =>
      guessed
        ? `The terms of ${yearCalled(year)} are usual days, not your school’s own yet`
        : `The terms of ${yearCalled(year)} are not all given yet`,
    button: ({ id }, { year }) =>
      button('Give the terms', press.schoolForm('school-terms', id, String(year))),
    said: ({ year, guessed }) =>
      guessed
        ? `The terms of ${yearCalled(year)} are usual days, not your school’s own yet. Type “review school” to say them.`
        : `The terms of ${yearCalled(year)} are not all given yet, so every weekday after the holidays counts as a school day. Type “review school” to give them.`,
  },
  'year-moves': {
    counted: 'pupils to move up a year',
    what: movesWhat,
    button: ({ id }) => button('See who moves up', press.movingUp(id, 1)),
    said: (notice) => `${movesWhat(notice)}. Type “review school” and press “A new school year”.`,
  },
};

const wordsOf = <Is extends SchoolNotice['is']>(notice: Of<Is>): Words<Of<Is>> => WORDS[notice.is];

/** "the school’s terms to give", "pupils to move up a year"; nothing where there are none. */
export const aboutSchoolWords = (all: readonly AboutSchool[]): string[] => [
  ...new Set(all.map(({ notice }) => WORDS[notice.is].counted)),
];

/** What is to be seen to, on a screen of something else, and where it is done. */
export const schoolNoticeSaid = (notice: SchoolNotice): string => wordsOf(notice).said(notice);

/** A line each, with the button to where it is done. */
export const aboutSchoolNotes = (all: readonly AboutSchool[], manySchools: boolean): Note[] =>
  all.map(({ school, notice }) => {
    const words = wordsOf(notice);
    const where = manySchools ? `${school.name}: ` : '';
    return { text: `${where}${words.what(notice)}`, open: words.button(school, notice) };
  });
