import { pupilName } from '../../domain/language/people.ts';
import { planRow } from '../../domain/plans/index.ts';
import type { PupilCommand } from '../../domain/pupil/decide.ts';
import type { OfPupil, PupilStep } from '../../domain/pupil/step.ts';
import type { PupilStepName } from '../../domain/pupil/steps/index.ts';
import type { Questions } from '../../domain/questions/question.ts';
import { kindToSay } from '../../domain/school/pupil.ts';
import { press } from '../buttons.ts';
import { planWords } from '../labels.ts';
import { pupilFormPress } from '../pupil-form-press.ts';
import { type About, byQuestions } from './asking.ts';
import { type FormAbout, makeFormAbout } from './form-about.ts';

/** A form about a pupil: its card, and the row it is made of. */
export interface PupilForm extends FormAbout<OfPupil, PupilCommand> {
  readonly row: PupilStep;
}

/** The card of a form about a pupil or one of their plans. */
export function pupilForm(step: PupilStepName, row: PupilStep): PupilForm {
  const contents = byQuestions<Questions<OfPupil>, OfPupil, OfPupil>(
    row.questions,
    (subject) => subject,
    ({ plan }) => (plan ? { goal: planRow(plan.kind).goal } : {}),
  );
  const definition = {
    ...row,
    command: (answers: PupilCommand['answers']): PupilCommand => ({ step, answers }),
  };
  return { ...makeFormAbout(definition, contents, (subject, once) => aboutPupil(row, subject, once)), row };
}

function aboutPupil(row: PupilStep, subject: OfPupil, once: string): About {
  const { pupil, plan, school } = subject;
  const kind = row.ofPlan && plan && kindToSay(pupil, plan);
  return {
    line: `${pupilName(pupil)} · ${plan ? planRow(plan.kind).name : planWords(pupil)}`,
    school,
    once,
    submit: press.submitPupil(row.name, pupil.id, once, kind),
    open: pupilFormPress(row, subject),
  };
}
