import type { Filling } from '../../language/terms.ts';
import { capital } from '../../language/words.ts';
import { oneOf } from '../../questions/choice.ts';
import type { Answers } from '../../questions/question.ts';
import { longText } from '../../questions/text.ts';

/** The kind of plan a review is of: what its record has besides. */
interface OfPlan {
  readonly plan: {
    readonly words: { readonly conclusion: string };
    readonly proposesChanges: boolean;
    readonly decidedElsewhere: boolean;
  };
}

/** The parts of a review's record that can be corrected, as the record has them, by the code a form sends. */
export function recordParts(
  { plan }: OfPlan,
  { child = '', goals = '' }: Filling,
): Readonly<Record<string, string>> {
  return {
    outcome: `The ${plan.words.conclusion}`,
    'what-will-change': `What will change for the ${child === 'pupil' ? 'child' : child}`,
    targets: `${capital(goals)} and progress`,
    provision: 'Provision',
    'parent-views': child === 'young person' ? 'Parent or representative views' : 'Parent or carer views',
    'pupil-views': `The ${child}’s views`,
    disagreement: 'A disagreement',
    actions: 'Actions',
    attendance: 'Who was there',
    ...(plan.proposesChanges ? { sections: 'Changes to sections of the plan' } : {}),
    ...(plan.decidedElsewhere ? { dates: 'A date' } : {}),
    other: 'Something else',
  };
}

/** A correction to the record. */
export const CORRECTION = {
  part: oneOf({
    options: (subject: OfPlan, words: Filling) =>
      Object.entries(recordParts(subject, words)).map(([value, title]) => ({ value, title })),
    label: 'Which part of the record?',
    hint: 'Choose a part',
    list: 'compact',
    needed: 'Please choose the part.',
  }),
  words: longText({ label: 'What it should say', needed: 'Please write what it should say.' }),
} as const;

export interface CorrectionAnswer extends Answers<typeof CORRECTION> {}
