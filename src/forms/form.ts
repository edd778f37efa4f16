import type { z } from 'zod';
import { type FormName, press, type Said } from '../cards/buttons.ts';
import { lineOf } from '../cards/words.ts';
import type { Command, CommandType } from '../domain/commands.ts';
import type { Pupil } from '../domain/pupil.ts';
import type { Answers, Questions } from '../domain/questions/question.ts';
import type { Review } from '../domain/review.ts';
import type { PersonId, School } from '../domain/school.ts';
import type { LocalDate } from '../domain/time.ts';
import {
  type About,
  type Asking,
  type AskingQuestions,
  byQuestions,
  byTemplate,
  type Contents,
} from './asking.ts';
import { type FormAbout, type FormAboutDefinition, makeFormAbout } from './form-about.ts';
import { voiceIn } from './voice.ts';

export { NotThere } from './asking.ts';

/** What a form about a review is about, and who fills it in. */
export interface FormSubject {
  readonly review: Review;
  readonly pupil: Pupil;
  readonly school: School;
  /** All reviews of the pupil; left out, only this one is known. */
  readonly reviews?: readonly Review[];
  readonly who: PersonId;
  readonly today: LocalDate;
  /** The target, action or side ('parent', 'pupil') it is about, for forms that need one. */
  readonly about?: string;
  /** How many times they had answered when the form was shown, as the form itself says. */
  readonly revision?: number;
  /** What the person has typed for it already, by input id. */
  readonly said?: Said;
}

/** What a form about a review says and becomes. */
interface ReviewForm<Answer> extends FormAboutDefinition<FormName, Answer, FormSubject, Command> {
  /** The command it ends in: who may give that, and when, is who may open the form, and when. */
  readonly does: CommandType;
}

/** A form about a review. */
export interface Form extends FormAbout<FormName, FormSubject, Command> {
  readonly does: CommandType;
}

function aboutReview<Answer>(
  { name, revision }: ReviewForm<Answer>,
  subject: FormSubject,
  once: string,
): About {
  const { review, pupil, about, said } = subject;
  return {
    line: lineOf(review, pupil),
    submit: press.submit(name, review.id, once, about, revision?.(subject)),
    open: press.form(name, review.id, about, said),
    ...(said ? { said } : {}),
  };
}

function formOf<Answer>(definition: ReviewForm<Answer>, contents: Contents<Answer, FormSubject>): Form {
  const form = makeFormAbout(definition, contents, (subject, once) => aboutReview(definition, subject, once));
  return { ...form, does: definition.does };
}

/** A form about a review, from its definition. */
export const makeForm = <Schema extends z.ZodObject>(
  definition: ReviewForm<z.output<Schema>> & Asking<Schema, FormSubject>,
): Form => formOf(definition, byTemplate(definition));

/** A form of questions about a review, from its definition. */
export const questionForm = <Q extends Questions<FormSubject>>(
  definition: ReviewForm<Answers<Q>> & AskingQuestions<Q, FormSubject>,
): Form =>
  formOf(
    definition,
    byQuestions<Q, FormSubject>(definition.questions, (subject) => ({ ...voiceIn(subject) })),
  );
