import { oneOf } from '../../questions/choice.ts';
import { shortText } from '../../questions/text.ts';

/** Whether it has. Codes are stored: they are only ever added. */
const LA_WROTE_ANSWER = {
  wrote: 'Yes, it has written',
  'not-waited': 'No, and we wait for it no longer',
} as const;

/** Whether the local authority that took a plan over has written to the family (SEND Regulations 2014, reg 15(4)). */
export const LA_WROTE = {
  answer: oneOf({
    options: LA_WROTE_ANSWER,
    label: 'Has the new local authority written to the family?',
    needed: 'Please choose whether it has written.',
  }),
  words: shortText({
    label: 'In a few words: what it said, or why you wait no longer',
    longest: 300,
    needed: 'Please say it in a few words.',
  }),
} as const;
