import { forOverseers } from '../../questions/said.ts';
import { longText } from '../../questions/text.ts';

const CONSIDERED_ROWS = {
  tried: longText({
    label: 'What was tried, and what it did',
    hint: 'Support given, for how long, and the progress made with it',
    needed: 'Please say what was tried, and what it did.',
    called: 'What was tried, and what it did',
  }),
  advice: longText({
    label: 'Advice from outside, and what came of it',
    hint: 'Who advised what, when, and whether it was done',
    called: 'Advice from outside',
  }),
  notEnough: longText({
    label: 'Why what a mainstream school can usually give is not enough',
    needed: 'Please say why what a school can usually give is not enough.',
    called: 'Why that is not enough',
  }),
} as const;
/** What was considered and tried before an EHC needs assessment is asked for (Code of Practice 9.14). */
export const CONSIDERED = forOverseers(CONSIDERED_ROWS);
