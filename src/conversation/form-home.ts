import type { Reply } from '../channels/channel.ts';
import type { Refusal } from '../domain/review/decision.ts';
import type { Button } from '../presentation/buttons.ts';
import type { FormAbout } from '../presentation/forms/form-about.ts';
import type { CardMessage } from '../presentation/message.ts';
import type { Deps } from './deps.ts';
import type { Sending } from './form-token.ts';
import type { Asked } from './turn.ts';

/** What a form is about has changed since it was looked up: it is to be looked at afresh. Nothing has been changed. */
export class Moved extends Error {
  override readonly name = 'Moved';
}

/** @throws {Moved} where the document is not as it was when the form was read against it */
export function asItWas(now: { readonly version: number }, seen: { readonly version: number }): void {
  if (now.version !== seen.version) throw new Moved();
}

/** A form that somebody concerned opens, with what it is about as that stands now. */
export interface Filling<Subject, Form> {
  readonly deps: Deps;
  readonly asked: Asked;
  readonly form: Form;
  readonly subject: Subject;
}

/** The same form, sent. */
export interface Sent<Subject, Form> extends Filling<Subject, Form> {
  readonly sending: Sending;
}

/** An answer as it is given back. */
export interface Answered {
  readonly label: string;
  readonly text: string;
}

/** Why a form is not shown, and what there is to see in its place. */
export interface Instead {
  readonly say: string;
  readonly show: CardMessage;
  /** What was answered in it, each under its question, where that may be said of it. */
  readonly answered?: readonly Answered[];
}

/** What a form is about, where it is this person's to fill in; else why it is not. */
export type Found<Subject> =
  | { readonly is: 'theirs'; readonly subject: Subject }
  | ({ readonly is: 'not-theirs' } & Instead);

/** Why an answer is not taken, and the way to put that right where it is not in the form itself. */
export interface Refused {
  readonly refusal: Refusal;
  readonly offer?: Button | undefined;
}

/** What became of an answer; `subject` is what it was about as that stands now. */
export type Outcome<Subject> =
  | { readonly is: 'done'; readonly reply: Reply }
  /** This very answer was taken before; or another was, in this very form. */
  | { readonly is: 'repeat' | 'sent-before'; readonly subject: Subject }
  | ({ readonly is: 'refused'; readonly subject: Subject } & Refused)
  /** A newer answer of the same person has come in between; sent once more, `subject` has it take its place. */
  | { readonly is: 'overtaken'; readonly subject: Subject; readonly offer: Button };

/**
 * What forms of one kind are about: a review, a pupil or a school. All else in the life of a form is the same for each
 * of them, and is in form-life.ts.
 */
export interface FormHome<Subject, Command, Form extends FormAbout<Subject, Command>> {
  /** The form of this name, if it is one of these. */
  named(name: string): Form | undefined;
  /**
   * What the form is about and whether this person may fill it in, looked up afresh at every open and every send.
   * Undefined where they are to learn nothing, not even that there is such a thing.
   */
  find(deps: Deps, asked: Asked, form: Form): Promise<Found<Subject> | undefined>;
  /** The form to open in place of this one, where the subject has its own. */
  formFor?(form: Form, subject: Subject): Form;
  /** Why nobody should type in it, for it would be for nothing; undefined where it would not. */
  instead?(filling: Filling<Subject, Form>): Instead | undefined;
  /** What is to be known before it is filled in. */
  note?(filling: Filling<Subject, Form>): string | undefined;
  /** Why it can't be taken, whatever is in it; undefined where that goes by what is in it. */
  refused?(filling: Filling<Subject, Form>): Refused | undefined;
  /** The tokens of the forms about it that were taken. */
  taken(subject: Subject): readonly string[];
  /**
   * Decides the command on what is stored, and commits it.
   * @throws {Moved} when what a form shows has changed since `find`; nothing has changed here then
   * @throws {NotStored} and {Conflict} when it could not be stored; nothing has changed then
   */
  commit(sent: Sent<Subject, Form>, command: Command): Promise<Outcome<Subject>>;
  /** Whether the form is about several documents, so that one that was cut short is completed when it is sent again. */
  completes?(form: Form): boolean;
  /** What came of a form that was taken before. */
  repeated(sent: Sent<Subject, Form>): Promise<Reply> | Reply;
  /** What there is to see where what the form was about is gone. */
  gone(filling: Filling<Subject, Form>): Promise<Instead> | Instead;
  /** What was typed in it, and could not be taken, is kept by this; undefined where others may change what it shows. */
  draft?(filling: Filling<Subject, Form>): string | undefined;
  /** The button to how things stand. */
  stands(subject: Subject): Button;
}
