import { choiceTitle } from '../../language/words.ts';
import { oneOf } from '../../questions/choice.ts';
import { pastDay } from '../../questions/days.ts';
import type { Option, Sent } from '../../questions/question.ts';
import { longText } from '../../questions/text.ts';
import { TARGET } from '../../review/questions/target.ts';
import type { Plan } from '../../school/pupil.ts';
import type { LocalDate } from '../../time.ts';

interface OfPlan {
  readonly plan: Plan;
  readonly today: LocalDate;
}

/** A target or outcome that the plan has. */
export const NEW_TARGET = {
  text: TARGET.text,
  measure: TARGET.measure,
  setOn: pastDay<OfPlan>({ label: 'Set on', needed: 'Please choose the day it was set.' }),
} as const;

const CHANGES = { change: 'Change its wording', 'take-out': 'Take it out of the plan' } as const;

const said = (sent: Sent, id: string) => (sent[id] ?? '').trim() !== '';

/** A target or outcome is put right, or taken out. */
export const TARGET_AGAIN = {
  which: oneOf<string, OfPlan>({
    options: ({ plan }): readonly Option[] =>
      plan.targets.map(({ id, text }) => ({ value: id, title: choiceTitle(text) })),
    label: 'Which {goal}?',
    list: 'compact',
    needed: 'Please choose one.',
  }),
  what: oneOf({ options: CHANGES, label: 'What is to be done with it?' }),
  text: longText<OfPlan>({
    label: 'New wording',
    hint: 'Leave it empty, and it stays',
    longest: 1000,
    rule: (sent) =>
      sent.what === 'change' && !said(sent, 'text') && !said(sent, 'measure')
        ? 'Please write the new wording, or how it is measured now.'
        : undefined,
  }),
  measure: longText<OfPlan>({
    label: 'How is it measured?',
    hint: 'Leave it empty, and it stays',
    longest: 1000,
  }),
} as const;
