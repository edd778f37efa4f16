import type { Filling } from '../../language/terms.ts';
import { pastDay } from '../../questions/days.ts';
import { longText, shortText } from '../../questions/text.ts';

/** A meeting with parents besides a review: when, who met whom, and what was agreed. */
export const MET = {
  on: pastDay({ label: 'When did you meet?', needed: 'Please choose the day you met.' }),
  who: shortText({
    label: 'Who met whom?',
    hint: (_subject, { family }: Filling) => `Such as: the class teacher and ${family}`,
    called: 'Who met',
    needed: 'Please say who met whom.',
    longest: 300,
  }),
  agreed: longText({
    label: 'What was agreed?',
    hint: 'A line will do',
    called: 'Agreed',
    needed: 'Please write a line on what was agreed.',
  }),
} as const;
