import { oneOf } from '../../questions/choice.ts';
import { day } from '../../questions/days.ts';
import { longText } from '../../questions/text.ts';
import type { LocalDate } from '../../time.ts';

/** Codes stand in forms that are open: they are only ever added. */
const HOLD_ANSWER = {
  hold: 'Keep everything, whatever the rule says',
  lift: 'The rule may do its work again',
} as const;

/** That all of a child's data stays, for whom and how long. */
export const LEGAL_HOLD = {
  answer: oneOf({ options: HOLD_ANSWER, label: 'What is to be', needed: 'Please choose one.' }),
  why: longText({
    label: 'Who asks for it, and why?',
    hint: 'Our solicitor, because of a claim to the SEND Tribunal',
    longest: 600,
    needed: 'Please write who asks for it, and why.',
  }),
  until: day<{ readonly today: LocalDate }>({
    label: 'To which day, where that is known',
    needed: '',
    from: ({ today }) => ({
      day: today,
      say: 'That day is over. Please choose today or later, or leave it out.',
    }),
  }),
} as const;
