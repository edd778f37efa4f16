import type { z } from 'zod';
import { press, type SchoolFormName } from '../cards/buttons.ts';
import type { CardMessage } from '../cards/message.ts';
import type { OpenAction } from '../domain/overview.ts';
import type { PersonId, School } from '../domain/school.ts';
import type { LocalDate } from '../domain/time.ts';
import { type About, type Asking, type Refilled, readAnswer, showForm } from './asking.ts';

/** What a form about a school is about, and who fills it in. */
export interface SchoolSubject {
  readonly school: School;
  readonly who: PersonId;
  readonly today: LocalDate;
  /** The colleague it is about, where it is about one. */
  readonly about?: string;
  /** The open actions of that colleague in the school. */
  readonly actions: readonly OpenAction[];
}

/** What a SENCO wants done in their school. */
export type SchoolCommand =
  | {
      readonly type: 'mark-absent';
      readonly person: PersonId;
      readonly from: LocalDate;
      readonly until: LocalDate;
    }
  /** All open actions of `from` go to `to`, with the day `due` or else each with its own. */
  | {
      readonly type: 'give-away';
      readonly from: PersonId;
      readonly to: PersonId;
      readonly due?: LocalDate;
    };

interface SchoolFormDefinition<Schema extends z.ZodObject> extends Asking<Schema, SchoolSubject> {
  readonly name: SchoolFormName;
  /** Whom it is about, under the title. */
  line(subject: SchoolSubject): string;
  /** The command an answer becomes. */
  command(answer: z.output<Schema>, subject: SchoolSubject): SchoolCommand;
}

/** A form about a school, for its SENCOs only. */
export interface SchoolForm {
  readonly name: SchoolFormName;
  readonly title: string;
  /** As of a form about a review. @throws {NotThere} when what it is about is gone */
  show(subject: SchoolSubject, once: string, again?: Refilled): CardMessage;
  /** @throws {NotThere} when what it is about is gone */
  read(
    values: Readonly<Record<string, string>>,
    subject: SchoolSubject,
  ): { ok: true; command: SchoolCommand } | { ok: false; errors: Record<string, string> };
  /** The ids of its inputs. */
  keys(subject: SchoolSubject): string[];
}

/** A form about a school, from its definition. */
export function makeSchoolForm<Schema extends z.ZodObject>(
  definition: SchoolFormDefinition<Schema>,
): SchoolForm {
  const { name, title } = definition;
  const around = (subject: SchoolSubject, once: string): About => ({
    line: definition.line(subject),
    submit: press.submitSchool(name, subject.school.id, once, subject.about),
    open: press.schoolForm(name, subject.school.id, subject.about),
  });
  return {
    name,
    title,
    show: (subject, once, again) => showForm(definition, around(subject, once), subject, once, again),
    read: (values, subject) => {
      const read = readAnswer(definition.schema(subject), values);
      return read.ok ? { ok: true, command: definition.command(read.answer, subject) } : read;
    },
    keys: (subject) => Object.keys(definition.schema(subject).shape),
  };
}
