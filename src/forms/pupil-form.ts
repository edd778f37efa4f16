import type { z } from 'zod';
import { type PupilFormName, press } from '../cards/buttons.ts';
import type { Pupil } from '../domain/pupil.ts';
import type { Asker, PersonId, School } from '../domain/school.ts';
import type { LocalDate } from '../domain/time.ts';
import { type Asking, byTemplate } from './asking.ts';
import { type FormAbout, type FormAboutDefinition, type Lined, makeFormAbout } from './form-about.ts';

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

/** A form about a pupil, for the SENCOs of the school only. */
export type PupilForm = FormAbout<PupilFormName, PupilSubject, PupilCommand>;

/** A form about a pupil, from its definition; `line` says whom it is about, under the title. */
export const makePupilForm = <Schema extends z.ZodObject>(
  definition: FormAboutDefinition<PupilFormName, z.output<Schema>, PupilSubject, PupilCommand> &
    Lined<PupilSubject> &
    Asking<Schema, PupilSubject>,
): PupilForm =>
  makeFormAbout(definition, byTemplate(definition), (subject, once) => ({
    line: definition.line(subject),
    submit: press.submitPupil(definition.name, subject.pupil.id, once),
    open: press.pupilForm(definition.name, subject.pupil.id),
  }));
