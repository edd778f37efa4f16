import type { z } from 'zod';
import { type PupilFormName, press } from '../cards/buttons.ts';
import type { CardMessage } from '../cards/message.ts';
import { isTextBox } from '../cards/render.ts';
import type { Asker, PersonId, Pupil, School } from '../domain/school.ts';
import type { LocalDate } from '../domain/time.ts';
import { type About, type Asking, type Refilled, readAnswer, showForm } from './asking.ts';

/** What a form about a pupil is about, and who fills it in. */
export interface PupilSubject {
  readonly pupil: Pupil;
  readonly school: School;
  readonly who: PersonId;
  readonly today: LocalDate;
}

/** What a SENCO wants done about a pupil who may have no review. */
export interface PupilCommand {
  readonly type: 'early-review';
  readonly asker: Asker;
  readonly askedOn: LocalDate;
  /** In the words of whoever asked. */
  readonly why: string;
  /** A review is begun; else the request is kept with why it was refused. */
  readonly agree: boolean;
  /** '' where it was agreed. */
  readonly refusal: string;
}

interface PupilFormDefinition<Schema extends z.ZodObject> extends Asking<Schema, PupilSubject> {
  readonly name: PupilFormName;
  /** Whom it is about, under the title. */
  line(subject: PupilSubject): string;
  /** The command an answer becomes. */
  command(answer: z.output<Schema>, subject: PupilSubject): PupilCommand;
}

/** A form about a pupil, for the SENCOs of the school only. */
export interface PupilForm {
  readonly name: PupilFormName;
  readonly title: string;
  /** As of a form about a review. */
  show(subject: PupilSubject, once: string, again?: Refilled): CardMessage;
  read(
    values: Readonly<Record<string, string>>,
    subject: PupilSubject,
  ): { ok: true; command: PupilCommand } | { ok: false; errors: Record<string, string> };
  /** The ids of its inputs. */
  keys(subject: PupilSubject): string[];
  /** Whether an input's id is that of a box for text. */
  isTyped(id: string): boolean;
}

/** A form about a pupil, from its definition. */
export function makePupilForm<Schema extends z.ZodObject>(
  definition: PupilFormDefinition<Schema>,
): PupilForm {
  const { name, title } = definition;
  const around = (subject: PupilSubject, once: string): About => ({
    line: definition.line(subject),
    submit: press.submitPupil(name, subject.pupil.id, once),
    open: press.pupilForm(name, subject.pupil.id),
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
    isTyped: (id) => isTextBox(`form-${name}`, id),
  };
}
