import { oneOf } from '../../questions/choice.ts';
import { pastDay } from '../../questions/days.ts';
import { lines } from '../../questions/groups.ts';
import type { ShownLine } from '../../questions/question.ts';
import { forOverseers } from '../../questions/said.ts';
import { longText } from '../../questions/text.ts';
import { outsiderOf } from '../invited.ts';
import type { ReviewContent } from '../review-content.ts';
import { ADVICE_CAME, ROLE } from './annual-options.ts';

type OfOutsider = { readonly review: ReviewContent; readonly about?: string };

const ADVICE_ROWS = {
  whose: lines((subject: OfOutsider): readonly ShownLine[] => {
    const { name, role } = outsiderOf(subject);
    return [
      [
        { text: `${ROLE[role]}: `, weight: 'subtle' },
        { text: name, weight: 'bold' },
      ],
    ];
  }, 'passage'),
  given: oneOf({
    options: ADVICE_CAME,
    label: 'Their written advice',
    needed: 'Please choose whether it has come.',
  }),
  on: pastDay({
    label: 'The day it came, or they said that there will be none',
    needed: 'Please choose the day it came, or they said so.',
  }),
  words: longText({
    label: 'What it says in short, or where it is kept; if there is none, why',
    hint: 'For example: in the pupil’s folder on the shared drive',
    neededWhen: { question: 'given', is: ['none'], say: 'Please say why there will be none.' },
    called: '',
  }),
} as const;
/** Written advice of somebody outside who was invited, or that none will come (SEND Regulations 2014, reg 20(4)). */
export const ADVICE = forOverseers(ADVICE_ROWS);

const CIRCULATION_ROWS = {
  on: pastDay({
    label: 'The day it was sent to everybody invited',
    needed: 'Please choose the day it was sent.',
    called: 'All advice was sent',
  }),
  words: longText({ label: 'How it was sent, and what was not there yet', called: '' }),
} as const;
/** All advice was sent to everybody invited (SEND Regulations 2014, reg 20(4)). */
export const CIRCULATION = forOverseers(CIRCULATION_ROWS);
