import { type PlanKindRow, planRow } from '../../domain/plans/index.ts';
import type { Answers, Questions } from '../../domain/questions/question.ts';
import { vagueAnswers } from '../../domain/questions/vague.ts';
import type { Review } from '../../domain/review/review.ts';
import type { Command, CommandType } from '../../domain/review/steps/index.ts';
import type { Vagueness } from '../../domain/review/vague-wording.ts';
import type { Pupil } from '../../domain/school/pupil.ts';
import type { PersonId, School } from '../../domain/school/school.ts';
import type { LocalDate } from '../../domain/time.ts';
import { type Button, type FormName, press, type Said } from '../buttons.ts';
import { lineOf } from '../labels.ts';
import { type About, type AskingQuestions, byQuestions, type Contents } from './asking.ts';
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
  /** What an answer has just left in the review, where its wording is looked at. `about` as of the form. */
  written?(review: Review, about: string | undefined): Written<Answer> | undefined;
}

/** What somebody has just written, and how they can change it. */
interface Written<Answer> {
  readonly answers: Readonly<Partial<Answer>>;
  /** The vague phrases in it, where its parts are looked at together; left out: each answer by itself. */
  readonly vague?: readonly Vagueness[];
  /** In a sentence, or by a button. */
  readonly change: string | Button;
}
/** How what was noted at a meeting is changed, where it can only be taken back. */
export const TAKE_BACK = 'To change it, take it back and add it anew.';
/** The vague phrases in what was just written, and how it is changed. */
export interface Wording {
  readonly vague: readonly Vagueness[];
  readonly change: string | Button;
}

/** A form about a review. */
export interface Form extends FormAbout<FormName, FormSubject, Command> {
  readonly does: CommandType;
  /** What is vague in what this form has just left in the review; undefined where its wording is not looked at. */
  wording(review: Review, about: string | undefined): Wording | undefined;
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

function formOf<Answer>(
  definition: ReviewForm<Answer>,
  contents: Contents<Answer, FormSubject>,
  wordingOf: (written: Written<Answer>) => Wording | undefined = () => undefined,
): Form {
  const form = makeFormAbout(definition, contents, (subject, once) => aboutReview(definition, subject, once));
  return {
    ...form,
    does: definition.does,
    wording: (review, about) => {
      const written = definition.written?.(review, about);
      return written && wordingOf(written);
    },
  };
}

/** What the questions of a form are asked about: the review, and the kind of plan it is of. */
export interface AskedSubject extends FormSubject {
  readonly plan: PlanKindRow;
}

/** A form of questions about a review, from its definition. */
export const questionForm = <Q extends Questions<AskedSubject>>(
  definition: ReviewForm<Answers<Q>> & AskingQuestions<Q, AskedSubject, FormSubject>,
): Form =>
  formOf(
    definition,
    byQuestions<Q, FormSubject, AskedSubject>(
      definition.questions,
      (subject) => ({ ...subject, plan: planRow(subject.review.kind) }),
      (subject) => ({ ...voiceIn(subject) }),
    ),
    ({ answers, vague = vagueAnswers(definition.questions, answers), change }) => ({ vague, change }),
  );
