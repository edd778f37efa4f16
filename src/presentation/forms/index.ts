import { REGISTER_STEPS, type RegisterStepName } from '../../domain/pupil/register/index.ts';
import { PUPIL_STEPS, type PupilStepName } from '../../domain/pupil/steps/index.ts';
import { FORMS } from '../../domain/review/forms.ts';
import { SETTINGS, type SettingName } from '../../domain/school/settings/index.ts';
import { absence } from './absence.ts';
import { bulkReassign } from './bulk-reassign.ts';
import { addColleague, changeColleague } from './colleague.ts';
import { type Form, reviewForm } from './form.ts';
import { type PupilForm, pupilForm } from './pupil-form.ts';
import { type RegisterForm, registerForm } from './register-form.ts';
import { type SchoolForm, settingForm } from './school-form.ts';

/** Every form about a school, by name. */
export const SCHOOL_FORMS = {
  absence,
  'bulk-reassign': bulkReassign,
  'add-colleague': addColleague,
  'change-colleague': changeColleague,
  ...(Object.fromEntries(
    Object.entries(SETTINGS).map(([name, row]) => [name, settingForm(name as SettingName, row)]),
  ) as Readonly<Record<SettingName, SchoolForm>>),
};

/** Every form about a pupil, by name: those of what can be said about one. */
export const PUPIL_FORMS = Object.fromEntries(
  Object.entries(PUPIL_STEPS).map(([name, row]) => [name, pupilForm(name as PupilStepName, row)]),
) as Readonly<Record<PupilStepName, PupilForm>>;

/** Every form about the pupils of a school together, by name. */
export const REGISTER_FORMS = Object.fromEntries(
  Object.entries(REGISTER_STEPS).map(([name, row]) => [name, registerForm(name as RegisterStepName, row)]),
) as Readonly<Record<RegisterStepName, RegisterForm>>;

/** Every form about a review: those of its steps. */
export const REVIEW_FORMS: readonly Form[] = FORMS.map(reviewForm);

const among = <One extends { readonly name: string }>(
  forms: readonly One[],
): ((name: string) => One | undefined) => {
  const byName = new Map(forms.map((form) => [form.name, form]));
  return (name) => byName.get(name);
};

/** The form about a review of this name, if there is one. */
export const formNamed = among(REVIEW_FORMS);
/** The form about a pupil of this name, if there is one. */
export const pupilFormNamed = among(Object.values(PUPIL_FORMS));
/** The form about the pupils of a school of this name, if there is one. */
export const registerFormNamed = among(Object.values(REGISTER_FORMS));
/** The form about a school of this name, if there is one. */
export const schoolFormNamed = among(Object.values(SCHOOL_FORMS));

/** The form about a review of a name that a row says. @throws {Error} for none: a test looks at every row */
export function formOf(name: string): Form {
  const form = formNamed(name);
  if (!form) throw new Error(`there is no form called ${name}`);
  return form;
}

/** What a form can be about. */
export type FormKind = 'review' | 'pupil' | 'register' | 'school';

/** What the form of this name is about; a review, as most are, where there is no such form. */
export function whatFormIsAbout(name: string): FormKind {
  if (pupilFormNamed(name)) return 'pupil';
  if (registerFormNamed(name)) return 'register';
  return schoolFormNamed(name) ? 'school' : 'review';
}
