import { day } from '../../questions/days.ts';
import type { Answers } from '../../questions/question.ts';
import { longText } from '../../questions/text.ts';
import type { LocalDate } from '../../time.ts';

/** That views were asked for and not given: when, and how. */
export const VIEWS_NOT_GIVEN = {
  soughtOn: day({
    label: 'When were they last asked?',
    needed: 'Please choose the day they were last asked.',
    until: ({ today }: { readonly today: LocalDate }) => ({
      day: today,
      say: 'That day is still to come. When were they last asked?',
    }),
  }),
  howSought: longText({
    label: 'How were they asked, and what happened?',
    hint: 'For example: two letters and a phone call; no views received',
    needed: 'Please say how they were asked.',
  }),
} as const;

export interface ViewsNotGivenAnswer extends Answers<typeof VIEWS_NOT_GIVEN> {}
