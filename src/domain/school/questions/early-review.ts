import { oneOf } from '../../questions/choice.ts';
import { pastDay } from '../../questions/days.ts';
import { longText } from '../../questions/text.ts';
import { ASKER, EARLY_ANSWER } from './options.ts';

/** A review is asked for before its time: who asked, when and why, and whether it is agreed. */
export const EARLY_REVIEW = {
  asker: oneOf({ options: ASKER, label: 'Who asked?', needed: 'Please choose who asked.' }),
  askedOn: pastDay({ label: 'When did they ask?', needed: 'Please choose the day they asked.' }),
  why: longText({ label: 'Why, in their words?', needed: 'Please write why they asked.' }),
  answer: oneOf({ options: EARLY_ANSWER, label: 'Your answer', needed: 'Please choose your answer.' }),
  refusal: longText({
    label: 'If you refuse: why?',
    neededWhen: { question: 'answer', is: ['refuse'], say: 'Please say why it is refused.' },
  }),
} as const;
