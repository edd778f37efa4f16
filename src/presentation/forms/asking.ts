import type { Filling } from '../../domain/language/terms.ts';
import { blocksOf, inputsAmong, readAnswers } from '../../domain/questions/form-answers.ts';
import type { Answers, Input, Questions, Sent, ShownLine } from '../../domain/questions/question.ts';
import type { Saying } from '../../domain/questions/saying.ts';
import type { School } from '../../domain/school/school.ts';
import { isLocalDate } from '../../domain/time.ts';
import { type Button, button, press } from '../buttons.ts';
import type { ActionData, CardElement, CardMessage } from '../message.ts';
import { withPointedOut } from '../pointed-out.ts';
import { cardOf, fill, markErrors, render, withoutInsisting } from '../render.ts';
import { asProposed, proposalPrint, type Standing, withMoreBelow } from './folded.ts';
import { type Stored, withShown } from './prints.ts';
import { withChosen } from './search.ts';

/** What a form asks, by its questions. */
export interface AskingQuestions<Q extends Questions<Asked>, Asked, Subject = Asked> extends Saying<Subject> {
  /** Throws `NotThere` when what it is about is gone. */
  readonly questions: Q;
}

/** A day, a choice or a few words that are taken, with what there is to say about them: that it is no school day, say. */
export interface PointedOut {
  /** The id of its input. */
  readonly input: string;
  readonly value: string;
  readonly say: string;
}

/** What is pointed out, as a sentence at each input. */
export const saidAt = (some: readonly PointedOut[]): Record<string, string> =>
  Object.fromEntries(some.map(({ input, say }) => [input, say]));

function sayOf(input: Input, value: string, sent: Sent): string | undefined {
  if (input.kind === 'time' || value === '') return undefined;
  if (input.kind === 'day' && !isLocalDate(value)) return undefined;
  return input.pointsOut?.(value, sent);
}

function pointedOutAt(input: Input, sent: Sent): readonly PointedOut[] {
  const value = (sent[input.id] ?? '').trim();
  const say = sayOf(input, value, sent);
  return say === undefined ? [] : [{ input: input.id, value, say }];
}

/** What of a form is in sight: what is proposed in the place of its questions, else those that matter by what stands in them. */
interface InSight {
  readonly proposed?: readonly ShownLine[] | undefined;
  readonly standing: Standing;
}

/** What is on a form's card, and how what is sent is read. */
export interface Contents<Answer, Subject> {
  body(subject: Subject, shown: InSight): readonly CardElement[];
  read(
    values: Readonly<Record<string, string>>,
    subject: Subject,
  ):
    | { readonly ok: true; readonly answer: Answer }
    | { readonly ok: false; readonly errors: Record<string, string> };
  /** What there is to point out about what stands in its inputs, though it can be taken. */
  pointedOut(values: Sent, subject: Subject): readonly PointedOut[];
  inputs(subject: Subject): readonly Input[];
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
    body: (subject, { proposed, standing }) =>
      proposed ? asProposed(proposed, blocks(subject), standing) : withMoreBelow(blocks(subject), standing),
    read: (values, subject) => {
      const read = readAnswers<Asked, Q>(questions, values, asked(subject), terms(subject));
      return read.ok ? { ok: true, answer: read.answers } : { ok: false, errors: { ...read.errors } };
    },
    pointedOut: (values, subject) =>
      inputsAmong(blocks(subject)).flatMap((input) => pointedOutAt(input, values)),
    inputs: (subject) => inputsAmong(blocks(subject)),
    isTyped: (id) => Object.entries(questions).some(([own, question]) => question.isTyped(own, id)),
  };
}

/** A way on beside sending a form. One that is an answer itself takes along what was typed, so that it is not lost unseen. */
interface SideButton extends Button {
  readonly isAnswer?: boolean;
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
  readonly said?: Sent;
  /** The school it is about: its safeguarding lead is named where something is written at length. */
  readonly school?: Pick<School, 'safeguardingLead'>;
  /** Other ways on, beside sending it. */
  readonly side?: readonly SideButton[];
  /** The form's token, where others may change what it shows while it is open. */
  readonly once?: string;
}

/** What is shown again when an answer was not taken. */
export interface Refilled {
  readonly values: Readonly<Record<string, string>>;
  readonly errors: Readonly<Record<string, string>>;
  /** Why it is shown again; left out where its person only opens what stood under “Add more”: then all is in sight. */
  readonly notice?: string;
  /** What is stored now in the inputs that others have changed, by input id. */
  readonly now?: Readonly<Record<string, string>>;
  /** What the person has been shown of what is stored; left out: what is stored now. */
  readonly shown?: string;
  /** The way to put right what stands in the way, where it is not in the form itself. */
  readonly offer?: Button;
  /** They have been told that what they typed would be lost by another answer: pressed once more, that is meant. */
  readonly warned?: true;
}

const leadWords = ({ safeguardingLead: lead }: NonNullable<About['school']> = {}): string =>
  lead ? `${lead.name} (${lead.contact})` : '';

/** What is stored of what a form asks: nothing, where what stands in it is a suggestion; undefined where it only adds to it. */
export function storedFor<Answer, Subject>(
  { values, stored = values, behind, oneThing, isKept }: Saying<Subject>,
  contents: Contents<Answer, Subject>,
  subject: Subject,
): Stored | undefined {
  if (!stored && !behind) return undefined;
  const inputs = contents.inputs(subject).filter(({ id }) => stored || behind?.(subject)[id]);
  const isStored = isKept?.(subject) ?? true;
  return {
    inputs,
    values: (isStored && stored?.(subject)) || {},
    behind: (isStored && behind?.(subject)) || {},
    oneThing: oneThing === true,
  };
}

const notEmpty = (values: Sent): Sent =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''));

/** The form's card: new, or with what was typed and what is at fault. */
export function showForm<Answer, Subject>(
  asking: Saying<Subject>,
  contents: Contents<Answer, Subject>,
  about: About,
  subject: Subject,
  again?: Refilled,
): CardMessage {
  const { title = asking.title, open = asking.open, send = asking.send } = asking.words?.(subject) ?? {};
  const suggested = asking.suggests?.(subject) ?? {};
  const standing = { ...suggested, ...notEmpty(asking.values?.(subject) ?? {}) };
  const values = again?.values ?? { ...standing, ...about.said };
  const pointedOut = contents.pointedOut(values, subject);
  const stored = about.once === undefined ? undefined : storedFor(asking, contents, subject);
  const submit = withPointedOut(
    stored && about.once ? withShown(about.submit, stored, about.once, again?.shown) : about.submit,
    pointedOut.map(({ value }) => value),
  );
  const said: Sent = { ...saidAt(pointedOut), ...again?.errors };
  const isOpened = again !== undefined && again.notice === undefined;
  const typed = again?.values ?? about.said ?? {};
  const isFilled = (id: string) => (values[id] ?? '') !== '';
  const isAnswered = (id: string) => isFilled(id) && values[id] !== suggested[id];
  const isTyped = (id: string) => (typed[id] ?? '') !== '' && isAnswered(id);
  const isInSight = (id: string) => isOpened || said[id] !== undefined || isTyped(id);
  const isAsProposed = !again && !about.said && pointedOut.length === 0;
  // What would not be taken as it stands is no proposal.
  const isProposal = asking.proposes !== undefined && isAsProposed && contents.read(values, subject).ok;
  const proposed = isProposal ? asking.proposes?.(subject) : undefined;
  const proposal = proposed && { proposed: proposalPrint(asking, subject, submit.once) };
  const main = button(send, { ...submit, ...proposal }, 'positive');
  const side: readonly SideButton[] = [
    ...(again?.offer ? [again.offer] : []),
    ...(about.side ?? []),
    ...(asking.why?.(subject) ? [button('Why', press.why(about.open))] : []),
  ];
  const aside = side.map(({ isAnswer = false, send, ...one }) => ({
    ...one,
    send: isAnswer && again?.warned ? { ...send, sure: 'yes' } : send,
    inputs: isAnswer ? 'auto' : 'none',
  }));
  const buttons = [{ ...main, inputs: 'auto' }, ...aside];
  const frame = {
    title: open,
    line: about.line,
    ask: asking.ask(subject),
    ...(again?.notice ? { notice: { text: again.notice, style: 'attention' as const } } : {}),
  };
  const foot = render(
    'form-foot',
    { title: '' },
    {
      ...{ buttons, freeText: asking.freeText !== false, lead: leadWords(about.school) },
    },
  );
  const asked = cardOf(frame, [
    ...contents.body(subject, { proposed, standing: { isInSight, isFilled, isAnswered } }),
    ...foot.body.slice(1),
  ]);
  const chosen = withChosen(
    { ...asked, actions: foot.actions ?? [] },
    contents.inputs(subject),
    values,
    submit,
  );
  const whole = chosen.card;
  // A client that insists on its inputs would not let another answer through.
  const card = side.some(({ isAnswer }) => isAnswer) ? withoutInsisting(whole) : whole;
  return {
    card: markErrors(fill(card, chosen.values), said, again?.now),
    notification: asking.notification(subject),
    form: { title, open, data: about.open },
  };
}
