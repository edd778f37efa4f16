import { oneOf } from '../../questions/choice.ts';
import { longText } from '../../questions/text.ts';

/** What can be answered on whether the plan names the next place. Codes are stored in forms that are open: only added. */
const NEXT_PLACE_ANSWER = {
  named: 'The plan names the next school or college',
  'not-named': 'It does not, or not yet: take this back',
} as const;

/** The plan names the place for the next transfer, in the SENCO's word, and how that is known. */
export const NEXT_PLACE_NAMED = {
  answer: oneOf({ options: NEXT_PLACE_ANSWER, label: 'How it stands', needed: 'Please choose one.' }),
  why: longText({
    label: 'Which place, and how do you know? Or why is it taken back?',
    hint: 'The final plan of 10 February names Hill School',
    needed: 'Please write how it is known.',
  }),
} as const;
