import { planRow } from '../../domain/plans/index.ts';
import type { Questions } from '../../domain/questions/question.ts';
import { vagueAnswers } from '../../domain/questions/vague.ts';
import type { KnownForm } from '../../domain/review/forms.ts';
import type { Review } from '../../domain/review/review.ts';
import type { Command } from '../../domain/review/steps/index.ts';
import type {
  Alternative,
  AskedSubject,
  ChangedBy,
  FormSubject,
  Written,
} from '../../domain/review/steps/step-form.ts';
import { termsIn } from '../../domain/review/terms-of.ts';
import type { Vagueness } from '../../domain/review/vague-wording.ts';
import { type Button, button, press } from '../buttons.ts';
import { lineOf } from '../labels.ts';
import type { ActionData } from '../message.ts';
import { type About, byQuestions } from './asking.ts';
import { type FormAbout, makeFormAbout } from './form-about.ts';

/** The vague phrases in what was just written, and how it is changed: in a sentence, or by a button. */
export interface Wording {
  readonly vague: readonly Vagueness[];
  readonly change: string | Button;
}

/** A form about a review: its card, and the row it is made of. */
export interface Form extends FormAbout<FormSubject, Command> {
  readonly row: KnownForm;
  /** What is vague in what this form has just left in the review; undefined where its wording is not looked at. */
  wording(review: Review, about: string | undefined): Wording | undefined;
}

/** The card of a form of a step. */
export function reviewForm(row: KnownForm): Form {
  const { questions } = row;
  const contents = byQuestions<Questions<AskedSubject>, FormSubject, AskedSubject>(
    questions,
    (subject) => ({ ...subject, plan: planRow(subject.review.kind) }),
    (subject) => ({ ...termsIn(subject) }),
  );
  return {
    ...makeFormAbout(row, contents, (subject, once) => aboutReview(row, subject, once)),
    row,
    wording: (review, about) => {
      const written = row.written?.(review, about);
      return written && wordingOf(questions, written, review.id);
    },
  };
}

function aboutReview(row: KnownForm, subject: FormSubject, once: string): About {
  const { name, alternatives = [] } = row;
  const { review, pupil, about, said, school, begins } = subject;
  const revision = row.revision?.(subject);
  const ofNone = begins ? { pupil: pupil.id, plan: review.kind } : {};
  return {
    ...{ line: lineOf(review, pupil), school, ...(row.isKept && { once }) },
    submit: { ...press.submit(name, review.id, once, about, revision), ...ofNone },
    open: { ...press.form(name, review.id, about, said), ...ofNone },
    ...(said ? { said } : {}),
    side: alternatives
      .filter((one) => one.when(subject))
      .map((one) => ({
        ...button(one.title(subject), pressOf(one, { row, review: review.id, once, revision })),
        isAnswer: 'sends' in one || one.inItsPlace === true,
      })),
  };
}

interface From {
  readonly row: KnownForm;
  readonly review: string;
  readonly once: string;
  readonly revision?: number | undefined;
}

function pressOf(one: Alternative<Command>, { row, review, once, revision = 0 }: From): ActionData {
  if ('sends' in one) return press.special(one.sends, review, once, revision);
  const opens = press.form(one.opens, review, one.about);
  return one.inItsPlace ? press.inPlaceOf(row.name, once, opens) : opens;
}

function wordingOf(
  questions: Questions<AskedSubject>,
  { answers, vague = vagueAnswers(questions, answers), change }: Written<object>,
  review: string,
): Wording {
  return { vague, change: typeof change === 'string' ? change : changeButton(change, review) };
}

const changeButton = ({ title, opens, about }: ChangedBy, review: string) =>
  button(title, press.form(opens, review, about));
