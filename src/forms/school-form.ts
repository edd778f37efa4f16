import type { z } from 'zod';
import { press, type SchoolFormName } from '../cards/buttons.ts';
import type { OpenAction } from '../domain/overview.ts';
import type { PersonId, School } from '../domain/school.ts';
import type { LocalDate } from '../domain/time.ts';
import { type Asking, byTemplate } from './asking.ts';
import { type FormAbout, type FormAboutDefinition, type Lined, makeFormAbout } from './form-about.ts';

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

/** A form about a school, for its SENCOs only. */
export type SchoolForm = FormAbout<SchoolFormName, SchoolSubject, SchoolCommand>;

/** A form about a school, from its definition; `line` says which, or whom of it, under the title. */
export const makeSchoolForm = <Schema extends z.ZodObject>(
  definition: FormAboutDefinition<SchoolFormName, z.output<Schema>, SchoolSubject, SchoolCommand> &
    Lined<SchoolSubject> &
    Asking<Schema, SchoolSubject>,
): SchoolForm =>
  makeFormAbout(definition, byTemplate(definition), (subject, once) => ({
    line: definition.line(subject),
    submit: press.submitSchool(definition.name, subject.school.id, once, subject.about),
    open: press.schoolForm(definition.name, subject.school.id, subject.about),
  }));
