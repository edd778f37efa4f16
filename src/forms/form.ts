import type { z } from 'zod';
import { type FormName, press, type Said } from '../cards/buttons.ts';
import type { CardMessage } from '../cards/message.ts';
import { lineOf } from '../cards/words.ts';
import type { Command, CommandType } from '../domain/commands.ts';
import type { Answers, Questions } from '../domain/questions/question.ts';
import type { Review } from '../domain/review.ts';
import type { PersonId, Pupil, School } from '../domain/school.ts';
import type { LocalDate } from '../domain/time.ts';
import {
  type About,
  type Asking,
  type AskingQuestions,
  byQuestions,
  byTemplate,
  type Contents,
  type Refilled,
  type Saying,
  showForm,
} from './asking.ts';
import { voiceIn } from './voice.ts';

export { NotThere } from './asking.ts';

/** What a form is about, and who fills it in. */
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

/** What a form about a review becomes. */
interface Becoming<Answer> {
  readonly name: FormName;
  /** The command it ends in: who may give that, and when, is who may open the form, and when. */
  readonly does: CommandType;
  /** The command an answer becomes. `newId` names what it adds. */
  command(answer: Answer, subject: FormSubject, newId: () => string): Command;
  /** How many times this person had answered when the form was shown, where an answer may be changed. */
  revision?(subject: FormSubject): number;
}
/** What a form about a review says, asks and becomes. */
type FormDefinition<Schema extends z.ZodObject> = Asking<Schema, FormSubject> & Becoming<z.output<Schema>>;
/** The same, where what it asks is a list of questions. */
type QuestionForm<Q extends Questions<FormSubject>> = AskingQuestions<Q, FormSubject> & Becoming<Answers<Q>>;

/** What a form answer is read as: the command, or a sentence for each input at fault. */
type Reading =
  | { readonly ok: true; readonly command: Command }
  | { readonly ok: false; readonly errors: Record<string, string> };

export interface Form {
  readonly name: FormName;
  readonly does: CommandType;
  readonly title: string;
  /** The title in the words of what it is about: "Review an outcome" where that is what a target is. */
  titleFor(subject: FormSubject): string;
  /** The form, new (`once` is its token) or with what was typed and what is at fault. */
  show(subject: FormSubject, once: string, again?: Refilled): CardMessage;
  read(values: Readonly<Record<string, string>>, subject: FormSubject, newId: () => string): Reading;
  /** The ids of its inputs. */
  keys(subject: FormSubject): string[];
  /** Whether an input's id is that of a box for text: what stands there was typed, not chosen. */
  isTyped(id: string): boolean;
}

function aboutReview<Answer>(
  { name, revision }: Becoming<Answer>,
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

/** A form, from its definition. */
export const makeForm = <Schema extends z.ZodObject>(definition: FormDefinition<Schema>): Form =>
  formOf(definition, byTemplate(definition));

/** A form of questions, from its definition. */
export const questionForm = <Q extends Questions<FormSubject>>(definition: QuestionForm<Q>): Form =>
  formOf(
    definition,
    byQuestions<Q, FormSubject>(definition.questions, (subject) => ({ ...voiceIn(subject) })),
  );

function formOf<Answer>(
  definition: Saying<FormSubject> & Becoming<Answer>,
  contents: Contents<Answer, FormSubject>,
): Form {
  return {
    name: definition.name,
    does: definition.does,
    title: definition.title,
    titleFor: (subject) => definition.words?.(subject).title ?? definition.title,
    show: (subject, once, again) =>
      showForm(definition, contents, aboutReview(definition, subject, once), subject, once, again),
    read: (values, subject, newId) => {
      const read = contents.read(values, subject);
      return read.ok ? { ok: true, command: definition.command(read.answer, subject, newId) } : read;
    },
    keys: contents.keys,
    isTyped: contents.isTyped,
  };
}
