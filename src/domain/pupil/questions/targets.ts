import { choiceTitle } from '../../language/words.ts';
import { planRow } from '../../plans/index.ts';
import { oneOf } from '../../questions/choice.ts';
import { day, pastDay } from '../../questions/days.ts';
import type { Option, Sent } from '../../questions/question.ts';
import { longText } from '../../questions/text.ts';
import { type Refusal, refusal } from '../../review/decision.ts';
import { TARGET } from '../../review/questions/target.ts';
import type { Plan, Pupil } from '../../school/pupil.ts';
import { planDayFault } from '../../school/pupil-values.ts';
import { isLocalDate, type LocalDate } from '../../time.ts';

interface OfPlan {
  readonly pupil: Pupil;
  readonly plan: Plan;
  readonly today: LocalDate;
}

/** A target or outcome that the plan has. */
export const NEW_TARGET = {
  text: TARGET.text,
  measure: TARGET.measure,
  setOn: pastDay<OfPlan>({ label: 'Set on', needed: 'Please choose the day it was set.' }),
} as const;

/** As a list of targets is checked: the same one stands in a plan once. `but`: the id of the one that is changed. */
export function checkNewTarget({ kind, targets }: Plan, text: string, but?: string): Refusal | undefined {
  if (!targets.some((one) => one.id !== but && one.text === text)) return undefined;
  const { goal } = planRow(kind);
  return refusal(
    'number-taken',
    `The plan has this very ${goal} already. Change that one, or write another.`,
    {
      field: 'text',
    },
  );
}

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
      sent.what === 'change' && !['text', 'measure', 'setOn'].some((id) => said(sent, id))
        ? 'Please write the new wording, how it is measured now, or the day it was set.'
        : undefined,
  }),
  measure: longText<OfPlan>({
    label: 'How is it measured?',
    hint: 'Leave it empty, and it stays',
    longest: 1000,
  }),
  setOn: day<OfPlan>({
    label: 'Set on another day? Leave it empty, and it stays',
    rule({ setOn = '' }, { pupil, today }) {
      const fault = isLocalDate(setOn) ? planDayFault(setOn, pupil.dateOfBirth, today) : undefined;
      return fault && `That can’t be right: ${fault}.`;
    },
  }),
} as const;
