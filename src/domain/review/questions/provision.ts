import { nameOf, staffChoices } from '../../language/people.ts';
import type { Filling } from '../../language/terms.ts';
import { askedLater } from '../../questions/asked-later.ts';
import { oneOf, oneOrNone } from '../../questions/choice.ts';
import { orByName } from '../../questions/colleague.ts';
import { schoolDay } from '../../questions/days.ts';
import type { Answers, Option, SaidAnswer, Sent } from '../../questions/question.ts';
import { longText, shortText } from '../../questions/text.ts';
import type { PersonId, School } from '../../school/school.ts';
import type { Instant } from '../../time.ts';
import type { IS_HAPPENING } from './options.ts';
import { colleagueNamed, type LineParts, partsOf } from './provision-line.ts';

type OfStaff = { readonly school: School };

const NOT_STAFF = 'Please choose one colleague from the staff list.';
const seenTo = (who: PersonId, { school }: OfStaff): SaidAnswer => ({
  is: 'chosen',
  title: nameOf(school, who),
});

/** The day support starts. */
export const STARTS = schoolDay({
  label: 'When does it start?',
  needed: 'Please choose the day it starts.',
  called: 'Starts',
});

/** Who sees to it that support happens: one colleague, who is asked about it. */
export const SEES_TO_IT = orByName(
  oneOf({
    options: ({ school }: OfStaff): readonly Option[] => staffChoices(school),
    label: 'Who sees to it that it happens?',
    hint: 'One colleague: they are asked how it goes',
    list: 'compact',
    needed: NOT_STAFF,
    called: 'Seen to by',
    reads: seenTo,
  }),
);

/** One of the parts is missed where neither its own box nor the line says it. */
const unlessInLine =
  (part: Exclude<keyof LineParts, 'what'>, say: string) =>
  ({ what = '', [part]: own = '' }: Sent, { school }: OfStaff): string | undefined =>
    own.trim() === '' && partsOf(what, school.staff)[part] === '' ? say : undefined;

/** The colleague who provides it, by what was sent: then they see to it where nobody else is named. */
const provider = ({ what = '', who = '' }: Sent, school: School) =>
  colleagueNamed(who.trim() || partsOf(what, school.staff).who, school.staff)?.email;

/** Who sees to it, where it may be left to whoever provides it. */
const OWNER = orByName(
  oneOrNone({
    options: ({ school }: OfStaff): readonly Option[] => staffChoices(school),
    label: 'Who sees to it that it happens?',
    hint: 'Whoever provides it, where that is a colleague',
    list: 'compact',
    otherwise: NOT_STAFF,
    called: 'Seen to by',
    reads: seenTo,
    more: true,
    rule: (sent, { school }: OfStaff) =>
      (sent.owner ?? '') === '' && provider(sent, school) === undefined ? NOT_STAFF : undefined,
  }),
);

/** Provision by its parts (Code of Practice 9.69: detailed, specific and normally quantified). */
export const PROVISION = {
  what: longText({
    label: 'What will be provided?',
    hint: 'In one line: Talk Boost, 3 times a week, 20 minutes for 10 weeks, a group of 4, with Ms Khan',
    needed: 'Please say what.',
    longest: 1000,
    called: '',
    vague: true,
  }),
  who: shortText({
    label: 'Who provides it?',
    hint: (_subject, { setting }: Filling) =>
      `For example: Ms Khan, ${setting === 'nursery' ? 'key person' : 'teaching assistant'}`,
    more: true,
    rule: unlessInLine('who', 'Please say who.'),
    longest: 300,
    called: 'Who gives it',
    vague: true,
  }),
  howOften: shortText({
    label: 'How often?',
    hint: 'For example: 3 times a week',
    more: true,
    rule: unlessInLine('howOften', 'Please say how often.'),
    longest: 300,
    called: 'How often',
    vague: true,
  }),
  howLong: shortText({
    label: 'How long is each session, and for how many weeks?',
    hint: 'For example: 20 minutes, for 10 weeks',
    more: true,
    rule: unlessInLine('howLong', 'Please say how long.'),
    longest: 300,
    called: 'How long',
    vague: true,
  }),
  groupSize: shortText({
    label: 'One to one, or a group of how many?',
    hint: 'For example: a group of 4',
    more: true,
    rule: unlessInLine('groupSize', 'Please say how many.'),
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
  owner: askedLater(OWNER),
} as const;

interface SaidProvision extends Answers<typeof PROVISION> {}

/** Support by its parts: each from its own box or, where that is empty, from the line. */
export function byParts(
  { owner, ...said }: SaidProvision,
  school: School,
): Omit<SaidProvision, 'owner'> & { readonly owner?: PersonId } {
  const line = partsOf(said.what, school.staff);
  const parts = ['who', 'howOften', 'howLong', 'groupSize'] as const;
  const empty = parts.filter((part) => said[part] === '');
  const sees = owner || provider({ what: said.what, who: said.who }, school);
  return {
    ...said,
    ...Object.fromEntries(empty.map((part) => [part, line[part]])),
    // What stands in a box of its own stays in the line too, where the two may differ.
    what: empty.length === parts.length ? line.what : said.what,
    ...(sees && { owner: sees }),
  };
}

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
