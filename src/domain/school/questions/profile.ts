import { oneOf } from '../../questions/choice.ts';
import type { Sent } from '../../questions/question.ts';
import { longText } from '../../questions/text.ts';

/** In whose words a one-page profile is written. Codes are stored: they are only ever added. */
const PROFILE_WORDS = {
  own: 'Their own words',
  helped: 'Their own words, with help',
  family: 'Their family’s words',
  staff: 'The words of staff who know them well',
} as const;

const SECTIONS = ['like', 'matters', 'support'] as const;
const saysNothing = (sent: Sent) => SECTIONS.every((id) => (sent[id] ?? '').trim() === '');
const NOTHING_SAID = 'Please write something in at least one of these three.';

/** A one-page profile (Guide to SEND review meetings): the three things it says, and in whose words. */
export const PROFILE = {
  like: longText({
    label: 'What people like and admire about me',
    hint: 'What others see in them: kind, funny, good with animals',
    rule: (sent) => (saysNothing(sent) ? NOTHING_SAID : undefined),
  }),
  matters: longText({
    label: 'What matters to me',
    hint: 'People, places, interests, routines; what makes a good day',
  }),
  support: longText({
    label: 'How best to support me',
    hint: 'What helps, what does not, what to do when things are hard',
  }),
  words: oneOf({
    options: PROFILE_WORDS,
    label: 'In whose words is this?',
    called: 'In',
    needed: 'Please say in whose words it is.',
  }),
} as const;
