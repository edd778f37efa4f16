import { allInSight } from './in-sight.ts';
import type { ActionData, CardElement, CardMessage } from './message.ts';
import { inputsOf } from './render.ts';

/*
 * A form that a chat can't show as one card is shown in parts: each asks some of its questions, with what was typed in their boxes,
 * and is sent by itself. What sends a part says which inputs are in it, so that it is known which have come, whatever a client
 * leaves out. How large a card may be is the chat's to say; which parts come of that is the same for all.
 */

/** Which inputs are in the part that was sent; undefined where it was a whole form. */
export const partIn = ({ part }: Readonly<Record<string, string>>): readonly string[] | undefined =>
  part === undefined || part === '' ? undefined : part.split(',');

/** What was sent, as if it had been the whole form. */
export function asWhole({ part: _, ...data }: Readonly<Record<string, string>>) {
  return data;
}

const sendsPart = 'Send this part';

/** A question with what is said above it; `asks`: the ids of its inputs. */
interface Asked {
  readonly elements: readonly CardElement[];
  readonly asks: readonly string[];
}

interface Taken {
  readonly head: readonly CardElement[];
  readonly questions: readonly Asked[];
  readonly foot: readonly CardElement[];
}

const asksIn = (elements: readonly CardElement[]): readonly string[] =>
  inputsOf({ type: 'AdaptiveCard', version: '1.5', body: elements }).map(({ id }) => String(id));

/** Whether it is said of the very input below it: that it is at fault, or what is stored there now. */
const isSaidOfNext = ({ type, color, spacing }: CardElement) =>
  (type === 'TextBlock' && color === 'Attention') || (type === 'RichTextBlock' && spacing === 'None');

/** A form's card, with all in sight, taken into what stands above its questions, those, and what stands below. */
function takenApart({ card }: CardMessage): Taken {
  const body = allInSight(card.body);
  const isAsking = body.map((one) => asksIn([one]).length > 0);
  let first = isAsking.indexOf(true);
  while (first > 0 && isSaidOfNext(body[first - 1] as CardElement)) first--;
  const last = isAsking.lastIndexOf(true);
  const questions: Asked[] = [];
  let above: CardElement[] = [];
  for (let at = Math.max(first, 0); at <= last; at++) {
    above.push(body[at] as CardElement);
    if (!isAsking[at]) continue;
    questions.push({ elements: above, asks: asksIn(above) });
    above = [];
  }
  return { head: body.slice(0, Math.max(first, 0)), questions, foot: body.slice(last + 1) };
}

/** The card's first button, which sends its inputs, changed. */
const withMain = (form: CardMessage, change: (main: CardElement) => CardElement): CardMessage => {
  const [main, ...side] = form.card.actions ?? [];
  return main ? { ...form, card: { ...form.card, actions: [change(main), ...side] } } : form;
};

const sendOf = ({ data }: CardElement) => (data as { readonly send: ActionData }).send;

/** A form with some of its questions alone; `say` stands above them. */
function asking(form: CardMessage, { head, questions, foot }: Taken, say?: string): CardMessage {
  const part = questions.flatMap(({ asks }) => asks).join(',');
  const said: CardElement[] = say ? [{ type: 'TextBlock', text: say, wrap: true, weight: 'Bolder' }] : [];
  const body = [...head, ...said, ...questions.flatMap(({ elements }) => elements), ...foot];
  const parted = withMain({ ...form, card: { ...form.card, body } }, (main) => ({
    ...main,
    title: sendsPart,
    data: { ...(main.data as object), send: { ...sendOf(main), part } },
  }));
  return parted.form ? { ...parted, form: { ...parted.form, data: { ...parted.form.data, part } } } : parted;
}

const partWords = (at: number, many: number) =>
  `Part ${at} of ${many}: this form is too long for one card. It is saved once each part is sent.`;

/**
 * The form in as few parts as `fits` allows, their questions in order; undefined where it fits as it is, or where even a question
 * alone does not.
 */
export function inParts(
  form: CardMessage,
  fits: (card: CardMessage) => boolean,
): readonly [CardMessage, ...CardMessage[]] | undefined {
  if (!form.form || fits(form)) return undefined;
  const taken = takenApart(form);
  const parts: Asked[][] = [];
  for (const question of taken.questions) {
    const open = [...(parts.at(-1) ?? []), question];
    // With the longest that may stand above it.
    const isRoom = parts.length > 0 && fits(asking(form, { ...taken, questions: open }, partWords(99, 99)));
    if (isRoom) parts.splice(-1, 1, open);
    else parts.push([question]);
  }
  const [first, ...more] = parts.map((questions, at) =>
    asking(form, { ...taken, questions }, partWords(at + 1, parts.length)),
  );
  return first && [first, ...more].every(fits) ? [first, ...more] : undefined;
}

/** The form with only the questions of these inputs, as the part of it that is sent next; what it showed is `shown`. */
export function onlyAsking(form: CardMessage, ids: readonly string[], shown?: string): CardMessage {
  const taken = takenApart(form);
  const questions = taken.questions.filter(({ asks }) => asks.some((id) => ids.includes(id)));
  const only = asking(form, { ...taken, questions });
  if (shown === undefined) return only;
  return withMain(only, (main) => ({
    ...main,
    data: { ...(main.data as object), send: { ...sendOf(main), shown } },
  }));
}
