import { offeredFor } from '../../domain/questions/colleague.ts';
import type { Option, Sent } from '../../domain/questions/question.ts';
import type { Saying } from '../../domain/questions/saying.ts';
import type { CardMessage } from '../message.ts';
import { type About, type Contents, type PointedOut, type Refilled, showForm, storedFor } from './asking.ts';
import { proposalPrint } from './folded.ts';
import { type Merged, merge, mergeWithNone } from './overtaken.ts';

/** What a form says, asks and becomes; `Subject` is what it is about. */
export interface FormAboutDefinition<Answer, Subject, Command> extends Saying<Subject> {
  /** The command an answer becomes. `newId` names what it adds. */
  command(answer: Answer, subject: Subject, newId: () => string): Command;
  /** How many times this person had answered when the form was shown, where an answer may be changed. */
  revision?(subject: Subject): number;
}

/** A form that says for itself whom it is about, under its title. */
export interface Lined<Subject> {
  line(subject: Subject): string;
}

/** What a form answer is read as: the command, or a sentence for each input at fault. */
type Reading<Command> =
  | { readonly ok: true; readonly command: Command }
  | { readonly ok: false; readonly errors: Record<string, string> };

/** A form, whatever it is about: a review, a pupil or a school. */
export interface FormAbout<Subject, Command> {
  readonly name: string;
  readonly title: string;
  /** Whether sending it anew changes the answer that was given, rather than giving a second one. */
  readonly changesAnswer: boolean;
  /** Whether something is written at length in it. */
  readonly freeText: boolean;
  /** The title in the words of what it is about: "Review an outcome" where that is what a target is. */
  titleFor(subject: Subject): string;
  /**
   * The form, new (`once` is its token) or with what was typed and what is at fault.
   * @throws {NotThere} when what it is about is gone
   */
  show(subject: Subject, once: string, again?: Refilled): CardMessage;
  /** Why the days it speaks of, and what it asks, are what they are; '' where there is nothing to say of that. */
  why(subject: Subject): string;
  /**
   * What an answer comes to; `newId` names what it adds.
   * @throws {NotThere} when what it is about is gone
   */
  read(values: Readonly<Record<string, string>>, subject: Subject, newId: () => string): Reading<Command>;
  /** What there is to point out about what was sent, though it can be taken: the card says it of what stands there. */
  pointedOut(values: Readonly<Record<string, string>>, subject: Subject): readonly PointedOut[];
  /**
   * What was sent brought together with what is stored now, by what the form showed (`shown`, as it was carried). `folded`: what
   * stood under “Add more” or “Change” was never opened, and did not come with the rest: it is as the form has it.
   * @throws {NotThere} when what it is about is gone
   */
  merge(values: Sent, subject: Subject, once: string, shown: string | undefined, folded?: boolean): Merged;
  /** Whether it would propose something else by now than what was read and sent. */
  proposesElse(data: Readonly<Record<string, string>>, subject: Subject): boolean;
  /** The ids of its inputs. */
  keys(subject: Subject): string[];
  /**
   * Who is offered for what is typed into the input `id` so far.
   * @throws {NotThere} when what it is about is gone
   */
  offers(id: string, typed: string, subject: Subject): readonly Option[];
  /** Whether an input's id is that of a box for text: what stands there was typed, not chosen. */
  isTyped(id: string): boolean;
}

/** A form, from its definition and what is asked; `around` is what it shows and carries because of what it is about. */
export function makeFormAbout<Answer, Subject, Command>(
  definition: FormAboutDefinition<Answer, Subject, Command>,
  contents: Contents<Answer, Subject>,
  around: (subject: Subject, once: string) => About,
): FormAbout<Subject, Command> {
  const { name, title } = definition;
  return {
    name,
    title,
    changesAnswer: definition.revision !== undefined,
    freeText: definition.freeText !== false,
    titleFor: (subject) => definition.words?.(subject).title ?? title,
    show: (subject, once, again) => showForm(definition, contents, around(subject, once), subject, again),
    why: (subject) => definition.why?.(subject) ?? '',
    read: (values, subject, newId) => {
      const read = contents.read(values, subject);
      return read.ok ? { ok: true, command: definition.command(read.answer, subject, newId) } : read;
    },
    pointedOut: contents.pointedOut,
    merge: (sent, subject, once, shown, folded = false) => {
      const absent = contents.inputs(subject).filter(({ id }) => folded && sent[id] === undefined);
      const own = { ...definition.suggests?.(subject), ...definition.values?.(subject) };
      const values = { ...Object.fromEntries(absent.map(({ id }) => [id, own[id] ?? ''])), ...sent };
      const nothing = { inputs: [], values: {}, behind: {}, oneThing: false };
      const stored = storedFor(definition, contents, subject) ?? nothing;
      const isKept = definition.isKept?.(subject) ?? true;
      const carriesPrints = around(subject, once).once !== undefined;
      return isKept && carriesPrints
        ? merge(values, stored, once, shown)
        : mergeWithNone(values, stored, once);
    },
    proposesElse: ({ proposed, once }, subject) =>
      proposed !== undefined && proposed !== proposalPrint(definition, subject, once),
    keys: (subject) => contents.inputs(subject).map(({ id }) => id),
    offers: (id, typed, subject) =>
      offeredFor(
        contents.inputs(subject).find((input) => input.id === id),
        typed,
      ),
    isTyped: contents.isTyped,
  };
}
