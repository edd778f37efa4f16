import type { z } from 'zod';
import { type Button, button, type FormName, press } from '../cards/buttons.ts';
import type { CardMessage } from '../cards/message.ts';
import { type Frame, fill, isTextBox, markErrors, render } from '../cards/render.ts';
import { lineOf } from '../cards/words.ts';
import type { Command, CommandType } from '../domain/commands.ts';
import type { Review } from '../domain/review.ts';
import type { PersonId, Pupil, School } from '../domain/school.ts';
import type { LocalDate } from '../domain/time.ts';

/** What a form is about, and who fills it in. */
export interface FormSubject {
  readonly review: Review;
  readonly pupil: Pupil;
  readonly school: School;
  readonly who: PersonId;
  readonly today: LocalDate;
  /** The target, action or side ('parent', 'pupil') it is about, for forms that need one. */
  readonly about?: string;
  /** How many times they had answered when the form was shown, as the form itself says. */
  readonly revision?: number;
}

/** What a form says, asks and becomes. */
export interface FormDefinition<Schema extends z.ZodObject> {
  readonly name: FormName;
  /** The command it ends in: who may give that, and when, is who may open the form, and when. */
  readonly does: CommandType;
  /** Heads the window it opens in: at most 24 characters. */
  readonly title: string;
  /** The button to it: at most 75 characters. */
  readonly open: string;
  /** The button that sends it: at most 24 characters. */
  readonly send: string;
  /** What is asked, and by when: our own words only. */
  ask(subject: FormSubject): string;
  /** What a locked phone shows; names no pupil. */
  notification(subject: FormSubject): string;
  /** What the template `cards/form-<name>.json` needs. Throws `NotThere` when what it is about is gone. */
  data(subject: FormSubject): object;
  /** What stands in the inputs at first, by input id. */
  values?(subject: FormSubject): Record<string, string>;
  /** Its keys are the card's input ids: a test says so. */
  schema(subject: FormSubject): Schema;
  /** The command an answer becomes. `newId` names what it adds. */
  command(answer: z.output<Schema>, subject: FormSubject, newId: () => string): Command;
  /** How many times this person had answered when the form was shown, where an answer may be changed. */
  revision?(subject: FormSubject): number;
  /** Other ways on, beside sending it. */
  side?(subject: FormSubject, once: string): readonly Button[];
  /** False where nothing is typed at length, so that the note about what to write is not needed. */
  readonly freeText?: false;
}

/** What a form answer is read as: the command, or a sentence for each input at fault. */
export type Reading =
  | { readonly ok: true; readonly command: Command }
  | { readonly ok: false; readonly errors: Record<string, string> };

/** What is shown again when an answer was not taken. */
export interface Refilled {
  readonly values: Readonly<Record<string, string>>;
  readonly errors: Readonly<Record<string, string>>;
  readonly notice: string;
  /** The way to put right what stands in the way, where it is not in the form itself. */
  readonly offer?: Button;
}

export interface Form {
  readonly name: FormName;
  readonly does: CommandType;
  readonly title: string;
  /** The form, new (`once` is its token) or with what was typed and what is at fault. */
  show(subject: FormSubject, once: string, again?: Refilled): CardMessage;
  read(values: Readonly<Record<string, string>>, subject: FormSubject, newId: () => string): Reading;
  /** The ids of its inputs. */
  keys(subject: FormSubject): string[];
  /** Whether an input's id is that of a box for text: what stands there was typed, not chosen. */
  isTyped(id: string): boolean;
}

/** The target, action or person a form is about is no longer in the review. */
export class NotThere extends Error {}

function frameOf(definition: FormDefinition<z.ZodObject>, subject: FormSubject, again?: Refilled): Frame {
  return {
    title: definition.open,
    line: lineOf(subject.review, subject.pupil),
    ask: definition.ask(subject),
    ...(again ? { notice: { text: again.notice, style: 'attention' as const } } : {}),
  };
}

function show<Schema extends z.ZodObject>(
  definition: FormDefinition<Schema>,
  subject: FormSubject,
  once: string,
  again?: Refilled,
): CardMessage {
  const { review, about } = subject;
  const main = button(
    definition.send,
    press.submit(definition.name, review.id, once, about, definition.revision?.(subject)),
    'positive',
  );
  const side = [...(again?.offer ? [again.offer] : []), ...(definition.side?.(subject, once) ?? [])];
  const buttons = [{ ...main, inputs: 'auto' }, ...side.map((one) => ({ ...one, inputs: 'none' }))];
  const frame = frameOf(definition as unknown as FormDefinition<z.ZodObject>, subject, again);
  const inputs = render(`form-${definition.name}`, frame, definition.data(subject));
  const foot = render('form-foot', { title: '' }, { buttons, freeText: definition.freeText !== false });
  const card = { ...inputs, body: [...inputs.body, ...foot.body.slice(1)], actions: foot.actions ?? [] };
  const values = again?.values ?? definition.values?.(subject) ?? {};
  return {
    card: markErrors(fill(card, values), again?.errors ?? {}),
    notification: definition.notification(subject),
    form: {
      title: definition.title,
      open: definition.open,
      data: press.form(definition.name, review.id, about),
    },
  };
}

/** What stands in an input: '' where nothing came for it, for a client leaves out what was left empty. */
const valueIn = (values: Readonly<Record<string, unknown>>) => (key: string) => {
  const value = Object.hasOwn(values, key) ? values[key] : '';
  return [key, typeof value === 'string' ? value : ''];
};

function read<Schema extends z.ZodObject>(
  definition: FormDefinition<Schema>,
  values: Readonly<Record<string, string>>,
  subject: FormSubject,
  newId: () => string,
): Reading {
  const schema = definition.schema(subject);
  const result = schema.safeParse(Object.fromEntries(Object.keys(schema.shape).map(valueIn(values))));
  if (result.success) return { ok: true, command: definition.command(result.data, subject, newId) };
  const errors: Record<string, string> = {};
  for (const issue of result.error.issues) errors[String(issue.path[0])] ??= issue.message;
  return { ok: false, errors };
}

/** A form, from its definition. */
export function makeForm<Schema extends z.ZodObject>(definition: FormDefinition<Schema>): Form {
  return {
    name: definition.name,
    does: definition.does,
    title: definition.title,
    show: (subject, once, again) => show(definition, subject, once, again),
    read: (values, subject, newId) => read(definition, values, subject, newId),
    keys: (subject) => Object.keys(definition.schema(subject).shape),
    isTyped: (id) => isTextBox(`form-${definition.name}`, id),
  };
}
