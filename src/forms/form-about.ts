import type { z } from 'zod';
import type { CardMessage } from '../cards/message.ts';
import { type About, type Asking, byTemplate, type Refilled, showForm } from './asking.ts';

/** What a form that is about no review says, asks and becomes. */
export interface FormAboutDefinition<Name extends string, Schema extends z.ZodObject, Subject, Command>
  extends Asking<Schema, Subject> {
  readonly name: Name;
  /** Whom it is about, under the title. */
  line(subject: Subject): string;
  /** The command an answer becomes. */
  command(answer: z.output<Schema>, subject: Subject): Command;
}

/** A form about a school or a pupil, for the SENCOs of the school only. */
export interface FormAbout<Name extends string, Subject, Command> {
  readonly name: Name;
  readonly title: string;
  /** As of a form about a review. @throws {NotThere} when what it is about is gone */
  show(subject: Subject, once: string, again?: Refilled): CardMessage;
  /** @throws {NotThere} when what it is about is gone */
  read(
    values: Readonly<Record<string, string>>,
    subject: Subject,
  ): { ok: true; command: Command } | { ok: false; errors: Record<string, string> };
  /** The ids of its inputs. */
  keys(subject: Subject): string[];
  /** Whether an input's id is that of a box for text: what stands there was typed, not chosen. */
  isTyped(id: string): boolean;
}

/** A form, from its definition; `buttons` are what sends it and what opens it afresh. */
export function makeFormAbout<Name extends string, Schema extends z.ZodObject, Subject, Command>(
  definition: FormAboutDefinition<Name, Schema, Subject, Command>,
  buttons: (subject: Subject, once: string) => Pick<About, 'submit' | 'open'>,
): FormAbout<Name, Subject, Command> {
  const { name, title } = definition;
  const contents = byTemplate(definition);
  const around = (subject: Subject, once: string): About => ({
    line: definition.line(subject),
    ...buttons(subject, once),
  });
  return {
    name,
    title,
    show: (subject, once, again) =>
      showForm(definition, contents, around(subject, once), subject, once, again),
    read: (values, subject) => {
      const read = contents.read(values, subject);
      return read.ok ? { ok: true, command: definition.command(read.answer, subject) } : read;
    },
    keys: contents.keys,
    isTyped: contents.isTyped,
  };
}
