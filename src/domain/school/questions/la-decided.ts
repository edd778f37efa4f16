import { oneOf } from '../../questions/choice.ts';
import { pastDay } from '../../questions/days.ts';
import { LA_DECISION } from '../../review/questions/annual-options.ts';

/** What the local authority decided after a meeting that only the school's data has. */
export const LA_DECIDED = {
  kind: oneOf({
    options: LA_DECISION,
    label: 'What did the local authority decide?',
    needed: 'Please choose what was decided.',
  }),
  on: pastDay({ label: 'The day on the letter', needed: 'Please choose the day on the letter.' }),
} as const;
