import { forOverseers } from '../../questions/said.ts';
import { longText, shortText } from '../../questions/text.ts';

const DISAGREEMENT_ROWS = {
  who: shortText({
    label: 'Who disagrees?',
    hint: 'For example: Mum',
    needed: 'Please say who.',
    longest: 300,
    called: '',
  }),
  words: longText({
    label: 'What they said, in their own words',
    needed: 'Please write what they said.',
    called: '',
  }),
} as const;
/** A disagreement: who disagrees, as they are to be named in the record, and in their own words. */
export const DISAGREEMENT = forOverseers(DISAGREEMENT_ROWS);
