import { type FormKind, whatFormIsAbout } from '../forms/index.ts';
import { type FormLife, formLife } from './form-life.ts';
import { pupilForms } from './pupil-forms.ts';
import { reviewForms } from './review-forms.ts';
import { schoolForms } from './school-forms.ts';
import type { Asked, Handler } from './turn.ts';

const LIVES: Readonly<Record<FormKind, FormLife>> = {
  review: formLife(reviewForms),
  pupil: formLife(pupilForms),
  school: formLife(schoolForms),
};

const lifeOf = ({ data }: Asked): FormLife => LIVES[whatFormIsAbout(data.form ?? '')];

/** Opens a form afresh, whatever it is about. */
export const openForm: Handler = (deps, asked) => lifeOf(asked).open(deps, asked);

/** Takes a form that was sent, whatever it is about. */
export const sendForm: Handler = (deps, asked) => lifeOf(asked).send(deps, asked);
