import type { Filling } from '../../domain/language/terms.ts';
import { blocksOf, inputsAmong, readAnswers } from '../../domain/questions/form-answers.ts';
import type { Answers, Questions } from '../../domain/questions/question.ts';
import { type Button, button, type Said } from '../buttons.ts';
import type { ActionData, CardElement, CardMessage } from '../message.ts';
import { questionElements } from '../questions.ts';
import { cardOf, fill, markErrors, render } from '../render.ts';

export { NotThere } from '../../domain/questions/not-there.ts';

/** What a form says besides its questions, whatever it is about. */
export interface Saying<Subject> {
  readonly name: string;
  /** Heads the window it opens in: at most 24 characters. */
  readonly title: string;
  /** The button to it: at most 75 characters. */
  readonly open: string;
  /** The button that sends it: at most 24 characters. */
  readonly send: string;
  /** Other words for these three, where they go by what it is about. */
  words?(subject: Subject): Partial<Record<'title' | 'open' | 'send', string>>;
  /** What is asked, and by when: our own words only. */
  ask(subject: Subject): string;
  /** What a locked phone shows; names no pupil. */
  notification(subject: Subject): string;
  /** What stands in the inputs at first, by input id. */
  values?(subject: Subject): Record<string, string>;
  /** Other ways on, beside sending it. */
  side?(subject: Subject, once: string): readonly Button[];
  /** False where nothing is typed at length, so that the note about what to write is not needed. */
  readonly freeText?: false;
}

/** What a form asks, by its questions. */
export interface AskingQuestions<Q extends Questions<Asked>, Asked, Subject = Asked> extends Saying<Subject> {
  /** Throws `NotThere` when what it is about is gone. */
  readonly questions: Q;
}

/** What is on a form's card, and how what is sent is read. */
export interface Contents<Answer, Subject> {
  body(subject: Subject): readonly CardElement[];
  read(
    values: Readonly<Record<string, string>>,
    subject: Subject,
  ):
    | { readonly ok: true; readonly answer: Answer }
    | { readonly ok: false; readonly errors: Record<string, string> };
  /** The ids of its inputs. */
  keys(subject: Subject): string[];
  /** Whether an input's id is that of a box for text: what stands there was typed, not chosen. */
  isTyped(id: string): boolean;
}

/** The contents of a form made of questions: what they are asked about, and the words of it. */
export function byQuestions<Q extends Questions<Asked>, Subject, Asked>(
  questions: Q,
  asked: (subject: Subject) => Asked,
  terms: (subject: Subject) => Filling,
): Contents<Answers<Q>, Subject> {
  const blocks = (subject: Subject) => blocksOf<Asked>(questions, asked(subject), terms(subject));
  return {
    body: (subject) => questionElements(blocks(subject)),
    read: (values, subject) => {
      const read = readAnswers<Asked, Q>(questions, values, asked(subject), terms(subject));
      return read.ok ? { ok: true, answer: read.answers } : { ok: false, errors: { ...read.errors } };
    },
    keys: (subject) => inputsAmong(blocks(subject)).map(({ id }) => id),
    isTyped: (id) => Object.entries(questions).some(([own, question]) => question.isTyped(own, id)),
  };
}

/** What a form shows and carries because of what it is about. */
export interface About {
  /** Under the title: whom it is about. */
  readonly line: string;
  /** Sends it. */
  readonly submit: ActionData;
  /** Opens it afresh. */
  readonly open: ActionData;
  /** What has been typed for it already, by input id. */
  readonly said?: Said;
}

/** What is shown again when an answer was not taken. */
export interface Refilled {
  readonly values: Readonly<Record<string, string>>;
  readonly errors: Readonly<Record<string, string>>;
  readonly notice: string;
  /** The way to put right what stands in the way, where it is not in the form itself. */
  readonly offer?: Button;
}

/** The form's card: new, with the token `once`, or with what was typed and what is at fault. */
export function showForm<Answer, Subject>(
  asking: Saying<Subject>,
  contents: Contents<Answer, Subject>,
  about: About,
  subject: Subject,
  once: string,
  again?: Refilled,
): CardMessage {
  const { title = asking.title, open = asking.open, send = asking.send } = asking.words?.(subject) ?? {};
  const main = button(send, about.submit, 'positive');
  const side = [...(again?.offer ? [again.offer] : []), ...(asking.side?.(subject, once) ?? [])];
  const buttons = [{ ...main, inputs: 'auto' }, ...side.map((one) => ({ ...one, inputs: 'none' }))];
  const frame = {
    title: open,
    line: about.line,
    ask: asking.ask(subject),
    ...(again ? { notice: { text: again.notice, style: 'attention' as const } } : {}),
  };
  const foot = render('form-foot', { title: '' }, { buttons, freeText: asking.freeText !== false });
  const asked = cardOf(frame, [...contents.body(subject), ...foot.body.slice(1)]);
  const card = { ...asked, actions: foot.actions ?? [] };
  const values = again?.values ?? { ...asking.values?.(subject), ...about.said };
  return {
    card: markErrors(fill(card, values), again?.errors ?? {}),
    notification: asking.notification(subject),
    form: { title, open, data: about.open },
  };
}
