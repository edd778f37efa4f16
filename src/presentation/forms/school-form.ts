import type { OpenAction } from '../../domain/nudges/overview.ts';
import type { Answers, Questions } from '../../domain/questions/question.ts';
import type { Charge } from '../../domain/review/charges.ts';
import type { ColleagueEntry } from '../../domain/school/colleague.ts';
import type { PersonId } from '../../domain/school/school.ts';
import type { SettingCommand } from '../../domain/school/settings/decide.ts';
import type { SettingName } from '../../domain/school/settings/index.ts';
import type { OfSchool, Setting } from '../../domain/school/settings/setting.ts';
import type { LocalDate } from '../../domain/time.ts';
import { press } from '../buttons.ts';
import { type AskingQuestions, byQuestions } from './asking.ts';
import { type FormAbout, type FormAboutDefinition, type Lined, makeFormAbout } from './form-about.ts';

/** What a form about a school is about, and who fills it in. */
export interface SchoolSubject extends OfSchool {
  /** The colleague it is about, where it is about one; of what is set of the school, as its row says. */
  readonly about?: string;
  /** The open actions of that colleague in the school. */
  readonly actions: readonly OpenAction[];
  /** What else they answer for in it: support they see to, and requests they are to send. */
  readonly charges: readonly Charge[];
}

/** What a SENCO wants done in their school. */
export type SchoolCommand =
  | {
      readonly type: 'mark-absent';
      readonly person: PersonId;
      readonly from: LocalDate;
      readonly until: LocalDate;
    }
  /** All that `from` answers for goes to `to`: open actions with the day `due` or else each with its own, support and requests. */
  | {
      readonly type: 'give-away';
      readonly from: PersonId;
      readonly to: PersonId;
      readonly due?: LocalDate;
    }
  | ({ readonly type: 'add-colleague' } & ColleagueEntry)
  | ({ readonly type: 'change-colleague'; readonly person: PersonId } & ColleagueEntry)
  | ({ readonly type: 'set' } & SettingCommand);

/** A form about a school, for its SENCOs only. */
export type SchoolForm = FormAbout<SchoolSubject, SchoolCommand>;

/** A form about a school, from its definition; `line` says which, or whom of it, under the title. */
export const makeSchoolForm = <Q extends Questions<SchoolSubject>>(
  definition: FormAboutDefinition<Answers<Q>, SchoolSubject, SchoolCommand> &
    Lined<SchoolSubject> &
    AskingQuestions<Q, SchoolSubject>,
): SchoolForm =>
  makeFormAbout(
    definition,
    byQuestions<Q, SchoolSubject, SchoolSubject>(
      definition.questions,
      (subject) => subject,
      () => ({}),
    ),
    (subject, once) => ({
      ...{ line: definition.line(subject), school: subject.school, once },
      submit: press.submitSchool(definition.name, subject.school.id, once, subject.about),
      open: press.schoolForm(definition.name, subject.school.id, subject.about),
    }),
  );

/** The form of something that is set of a school. */
export const settingForm = (setting: SettingName, row: Setting): SchoolForm =>
  makeSchoolForm({
    ...row,
    line: ({ school }) => school.name,
    command: (answers): SchoolCommand => ({ type: 'set', setting, answers }),
  });
