import { oneOf } from '../../questions/choice.ts';
import { pastDay } from '../../questions/days.ts';
import { LA_AMENDED } from '../../review/questions/annual-options.ts';

/** What came from the local authority after its decision to amend, on a meeting that only the school's data has. */
export const LA_AMENDED_CAME = {
  what: oneOf({
    options: LA_AMENDED,
    label: 'What has come?',
    needed: 'Please choose what has come.',
  }),
  on: pastDay({ label: 'The day on the letter or plan', needed: 'Please choose the day on it.' }),
} as const;
