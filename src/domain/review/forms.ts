import { COMMAND_TYPES, type Command, type CommandType, STEPS } from './steps/index.ts';
import type { SpecialAnswer, StepForm } from './steps/step-form.ts';

/** A form, and the step it stands in: who may give that, and when, is who may open the form, and when. */
export interface KnownForm extends StepForm<Command> {
  readonly step: CommandType;
}

/** The forms of a step, in its order; none where it is given at one press. */
export function formsOf(step: CommandType): readonly KnownForm[] {
  const forms: readonly StepForm<Command>[] = STEPS[step].forms ?? [];
  return forms.map((form) => ({ ...form, step }));
}

/** Every form about a review, in the order of their steps. */
export const FORMS: readonly KnownForm[] = COMMAND_TYPES.flatMap(formsOf);

/** A special answer, and the form in whose place it is sent. */
export interface KnownSpecialAnswer extends SpecialAnswer<Command> {
  readonly form: KnownForm;
}

/** Every special answer that can be sent in the place of a form. */
export const SPECIAL_ANSWERS: readonly KnownSpecialAnswer[] = FORMS.flatMap((form) =>
  (form.alternatives ?? []).flatMap((one) => ('sends' in one ? [{ ...one, form }] : [])),
);
