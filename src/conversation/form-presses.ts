import type { Option } from '../domain/questions/question.ts';
import { type FormKind, whatFormIsAbout } from '../presentation/forms/index.ts';
import type { Deps } from './deps.ts';
import { FormLife } from './form-life.ts';
import { pupilForms } from './pupil-forms.ts';
import { registerForms } from './register-forms.ts';
import { reviewForms } from './review-forms.ts';
import { schoolForms } from './school-forms.ts';
import type { Asked, Handler } from './turn.ts';
import { whyIn } from './why.ts';

/** What the buttons that open and send a form do. */
interface Life {
  readonly open: Handler;
  readonly send: Handler;
  readonly unfold: Handler;
  offers(deps: Deps, asked: Asked, typed: string): Promise<readonly Option[]>;
}

const LIVES: Readonly<Record<FormKind, Life>> = {
  review: new FormLife(reviewForms),
  pupil: new FormLife(pupilForms),
  register: new FormLife(registerForms),
  school: new FormLife(schoolForms),
};

const lifeOf = ({ data }: Asked): Life => LIVES[whatFormIsAbout(data.form ?? '')];

/** Opens a form afresh, whatever it is about. */
export const openForm: Handler = (deps, asked) => lifeOf(asked).open(deps, asked);

/** Shows a form that is being filled in with all of its questions. */
export const unfoldForm: Handler = (deps, asked) => lifeOf(asked).unfold(deps, asked);

const WHY: Readonly<Record<FormKind, Handler>> = {
  review: whyIn(reviewForms),
  pupil: whyIn(pupilForms),
  register: whyIn(registerForms),
  school: whyIn(schoolForms),
};

/** Says why a form asks what it asks, whatever it is about. */
export const whyPressed: Handler = (deps, asked) => WHY[whatFormIsAbout(asked.data.form ?? '')](deps, asked);

/** Takes a form that was sent, whatever it is about. */
export const sendForm: Handler = (deps, asked) => lifeOf(asked).send(deps, asked);

/** Who is offered for what is typed into a search of a form, whatever the form is about. */
export const offersIn = (deps: Deps, asked: Asked, typed: string): Promise<readonly Option[]> =>
  lifeOf(asked).offers(deps, asked, typed);
