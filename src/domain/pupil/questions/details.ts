import { tidy } from '../../language/tidy.ts';
import { yearWords } from '../../language/year-words.ts';
import { oneOf } from '../../questions/choice.ts';
import { day, pointingOut } from '../../questions/days.ts';
import type { Option, Sent } from '../../questions/question.ts';
import { shortText } from '../../questions/text.ts';
import { birthFault, isCheckedUpn, NAME, REF, UPN, type Written } from '../../school/pupil-values.ts';
import { isTooYoung, usualYearInstead, YEARS } from '../../school/year-by-birth.ts';
import { isLocalDate, type LocalDate } from '../../time.ts';

interface OnDay {
  readonly today: LocalDate;
}

const sentence = (fault: string) => `That can’t be right: ${fault}.`;

/** A box for what lists have in a column, checked as that is. */
const checkedAs =
  ({ read, wrong, right }: Written) =>
  (text: string) =>
    read(tidy(text)) === undefined ? `That is ${wrong}. Please ${right}.` : undefined;

/** What is wrong with a name that is to be shown; undefined for nothing. */
export const checkedName = checkedAs(NAME);

/** As `birthFault` has it for an import; '' is for the question itself to miss. */
function birthRule(sent: Sent, id: string, today: LocalDate): string | undefined {
  const born = sent[id] ?? '';
  const fault = isLocalDate(born) ? birthFault(born, today) : undefined;
  return fault && sentence(fault);
}

/** Out of their year are some, and rightly so: it is pointed out, as in an import. */
function pointsOutYear(year: string, { today }: OnDay, sent: Sent): string | undefined {
  const born = sent.dateOfBirth ?? '';
  const usual = isLocalDate(born) ? usualYearInstead(year, born, today) : undefined;
  return usual
    ? `${yearWords(usual)} is usual for that date of birth. If the pupil is taught out of their year, send as it stands.`
    : undefined;
}

// Schools that say no more than "nursery" have it as it is.
const NURSERY = { N: 'Nursery', N1: 'Nursery 1', N2: 'Nursery 2' };

const yearOptions = (): readonly Option[] => [
  ...Object.entries(NURSERY).map(([value, title]) => ({ value, title })),
  ...YEARS.filter((year) => !Object.hasOwn(NURSERY, year)).map((year) => ({
    value: year,
    title: yearWords(year),
  })),
];

/** Who a pupil is, and where in the school: what a list of pupils says of each. */
export const DETAILS = {
  firstName: shortText<OnDay>({
    label: 'First name',
    longest: 100,
    check: checkedName,
    rule: (sent) =>
      (sent.firstName ?? '').trim() === '' && (sent.lastName ?? '').trim() === ''
        ? 'Please write a name. One of the two is enough.'
        : undefined,
  }),
  lastName: shortText<OnDay>({ label: 'Last name', longest: 100, check: checkedName }),
  dateOfBirth: pointingOut(
    day<OnDay>({
      label: 'Date of birth',
      needed: 'Please choose the date of birth.',
      rule: (sent, { today }) => birthRule(sent, 'dateOfBirth', today),
    }),
    (born, { today }: OnDay) =>
      born <= today && isTooYoung(born, today)
        ? 'A child of that date of birth is too young for any year group. If it is right, send as it stands.'
        : undefined,
  ),
  ref: shortText<OnDay>({
    label: 'The school’s own number for the pupil',
    hint: 'The admission number, as in your records system',
    needed: 'Please write the school’s own number for the pupil.',
    longest: 100,
    check: checkedAs(REF),
  }),
  upn: shortText<OnDay>({
    label: 'UPN, where it is known',
    longest: 100,
    check: checkedAs(UPN),
    pointsOut(text) {
      const upn = UPN.read(tidy(text));
      return upn && !isCheckedUpn(upn)
        ? 'The letter of this UPN does not go with its numbers. If it is as you have it, send as it stands.'
        : undefined;
    },
  }),
  yearGroup: oneOf<string, OnDay>({
    options: yearOptions,
    label: 'Year group',
    list: 'compact',
    needed: 'Please choose the year group.',
    pointsOut: pointsOutYear,
  }),
  className: shortText<OnDay>({
    label: 'Class or tutor group, where there is one',
    longest: 100,
    check: checkedName,
  }),
} as const;
