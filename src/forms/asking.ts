import type { z } from 'zod';
import { type Button, button, type Said } from '../cards/buttons.ts';
import type { ActionData, CardMessage } from '../cards/message.ts';
import { fill, markErrors, render } from '../cards/render.ts';

/** What a form says and asks, whatever it is about. */
export interface Asking<Schema extends z.ZodObject, Subject> {
  /** Its template is `cards/form-<name>.json`. */
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
  /** What the template `cards/form-<name>.json` needs. Throws `NotThere` when what it is about is gone. */
  data(subject: Subject): object;
  /** What stands in the inputs at first, by input id. */
  values?(subject: Subject): Record<string, string>;
  /** Its keys are the card's input ids: a test says so. */
  schema(subject: Subject): Schema;
  /** Other ways on, beside sending it. */
  side?(subject: Subject, once: string): readonly Button[];
  /** False where nothing is typed at length, so that the note about what to write is not needed. */
  readonly freeText?: false;
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

/** What a form is about is no longer there: its target, action or person. */
export class NotThere extends Error {}

/** The form's card: new, with the token `once`, or with what was typed and what is at fault. */
export function showForm<Schema extends z.ZodObject, Subject>(
  asking: Asking<Schema, Subject>,
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
  const inputs = render(`form-${asking.name}`, frame, asking.data(subject));
  const foot = render('form-foot', { title: '' }, { buttons, freeText: asking.freeText !== false });
  const card = { ...inputs, body: [...inputs.body, ...foot.body.slice(1)], actions: foot.actions ?? [] };
  const values = again?.values ?? { ...asking.values?.(subject), ...about.said };
  return {
    card: markErrors(fill(card, values), again?.errors ?? {}),
    notification: asking.notification(subject),
    form: { title, open, data: about.open },
  };
}

/** What stands in an input: '' where nothing came for it, for a client leaves out what was left empty. */
const valueIn = (values: Readonly<Record<string, unknown>>) => (key: string) => {
  const value = Object.hasOwn(values, key) ? values[key] : '';
  return [key, typeof value === 'string' ? value : ''];
};

/** The answer as the schema has it, or a sentence for each input at fault. */
export function readAnswer<Schema extends z.ZodObject>(
  schema: Schema,
  values: Readonly<Record<string, string>>,
): { ok: true; answer: z.output<Schema> } | { ok: false; errors: Record<string, string> } {
  const result = schema.safeParse(Object.fromEntries(Object.keys(schema.shape).map(valueIn(values))));
  if (result.success) return { ok: true, answer: result.data };
  const errors: Record<string, string> = {};
  for (const issue of result.error.issues) errors[String(issue.path[0])] ??= issue.message;
  return { ok: false, errors };
}
