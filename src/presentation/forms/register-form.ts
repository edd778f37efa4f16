import type { RegisterCommand } from '../../domain/pupil/register/decide.ts';
import type { RegisterStepName } from '../../domain/pupil/register/index.ts';
import { onPage, ROWS_A_PAGE } from '../../domain/pupil/register/missing-rows.ts';
import type { OfRegister, RegisterStep } from '../../domain/pupil/register/step.ts';
import type { Questions } from '../../domain/questions/question.ts';
import { button, press } from '../buttons.ts';
import { type About, byQuestions } from './asking.ts';
import { type FormAbout, makeFormAbout } from './form-about.ts';

/** A form about the pupils of a school together: its card, and the row it is made of. */
export interface RegisterForm extends FormAbout<OfRegister, RegisterCommand> {
  readonly row: RegisterStep;
}

/** The card of such a form. */
export function registerForm(step: RegisterStepName, row: RegisterStep): RegisterForm {
  const contents = byQuestions<Questions<OfRegister>, OfRegister, OfRegister>(
    row.questions,
    (subject) => subject,
    () => ({}),
  );
  const definition = {
    ...row,
    command: (answers: RegisterCommand['answers']): RegisterCommand => ({ step, answers }),
  };
  return { ...makeFormAbout(definition, contents, (subject, once) => around(row, subject, once)), row };
}

const pageName = (page: number) => (page > 1 ? String(page) : undefined);

function around(row: RegisterStep, subject: OfRegister, once: string): About {
  const { school, page } = subject;
  const rows = row.rows?.(subject) ?? [];
  const more = !row.shownAs && rows.length > page * (row.aPage ?? ROWS_A_PAGE);
  const shown = row.shownAs?.(subject) ?? (row.rows && onPage(rows, subject, row.aPage).map(({ id }) => id));
  const skip = press.schoolForm(row.name, school.id, pageName(page + 1));
  return {
    line: school.name,
    submit: press.submitRegister(row.name, school.id, once, pageName(page), shown),
    open: press.schoolForm(row.name, school.id, pageName(page)),
    side: more ? [button('Leave these for now', skip)] : [],
  };
}
