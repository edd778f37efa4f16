import { dayWords } from '../../language/days.ts';
import { choiceTitle } from '../../language/words.ts';
import { oneOf, oneOrNone } from '../../questions/choice.ts';
import { pastDay } from '../../questions/days.ts';
import { longText, shortText } from '../../questions/text.ts';
import { meetingDay } from '../../review/held.ts';
import type { ReviewContent } from '../../review/review-content.ts';
import type { LocalDate } from '../../time.ts';

/** What of what is held a family can say is wrong. */
const ABOUT = {
  details: 'Name, birth date, year group or class',
  plan: 'The plan, its dates or what it says',
  views: 'What the family or the child is said to have said',
  staff: 'What staff wrote',
  record: 'What a meeting is said to have agreed',
  use: 'That something is held, used or shared at all',
  other: 'Something else',
} as const;

/** What can become of it: whichever, what the family says is kept. Codes are stored: they are only ever added. */
export const DECIDED = {
  'put-right': 'It was put right',
  stays: 'It stays as it was, and what they say stands beside it',
  refused: 'It is refused, and nothing is changed',
} as const;

/** What became of it on the day it was recorded. */
const BECAME = { 'not-yet': 'It isn’t decided yet', ...DECIDED } as const;

/** Those after which the family is owed the reason and their ways to complain (UK GDPR, article 12(4)). */
export const NOT_PUT_RIGHT: readonly (keyof typeof BECAME)[] = ['stays', 'refused'];

/** The reviews there are of the pupil. */
interface OfReviews {
  readonly today: LocalDate;
  readonly reviews: readonly (ReviewContent & { readonly id: string; readonly ref: string })[];
}

/** A family says that something held about their child is wrong (UK GDPR, article 16). */
export const FAMILY_SAYS = {
  about: oneOf<keyof typeof ABOUT, OfReviews>({
    options: ABOUT,
    label: 'What do they say is wrong?',
    list: 'compact',
    needed: 'Please choose what is wrong.',
    called: 'About',
  }),
  review: oneOrNone<string, OfReviews>({
    options: ({ reviews }) =>
      reviews.toReversed().map((review) => {
        const day = meetingDay(review);
        const { id, ref } = review;
        return { value: id, title: choiceTitle(day ? `${ref}, meeting ${dayWords(day)}` : ref) };
      }),
    label: 'In a review’s record? Which?',
    list: 'compact',
    asked: ({ reviews }) => reviews.length > 0,
    called: 'Review',
  }),
  wrong: longText<OfReviews>({
    label: 'What does it say now that is wrong?',
    hint: 'Or what they object to',
    needed: 'Please write what is wrong.',
    called: 'What is wrong',
  }),
  says: longText<OfReviews>({
    label: 'What do they ask for, in their words?',
    needed: 'Please write what they say.',
    called: 'What the family says',
  }),
  saidBy: shortText<OfReviews>({
    label: 'Who says so?',
    hint: 'A parent, carer, or the young person',
    needed: 'Please write who says so.',
    called: 'Said by',
  }),
  saidOn: pastDay<OfReviews>({
    label: 'When did they say so?',
    needed: 'Please choose the day they said so.',
    called: 'Said on',
  }),
  became: oneOf<keyof typeof BECAME, OfReviews>({
    options: BECAME,
    label: 'What became of it?',
    needed: 'Please choose what became of it.',
    called: 'What became of it',
  }),
  why: longText<OfReviews>({
    label: 'If it stays or is refused: why?',
    neededWhen: { question: 'became', is: NOT_PUT_RIGHT, say: 'Please say why: they are to be told.' },
    called: 'Why',
  }),
} as const;
