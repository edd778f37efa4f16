import type { Answers, Questions } from '../../domain/questions/question.ts';
import { kindToSay, type Plan, type Pupil } from '../../domain/school/pupil.ts';
import type { Asker, PersonId, School } from '../../domain/school/school.ts';
import type { LocalDate } from '../../domain/time.ts';
import { press } from '../buttons.ts';
import { type AskingQuestions, byQuestions } from './asking.ts';
import { type FormAbout, type FormAboutDefinition, type Lined, makeFormAbout } from './form-about.ts';

/** What a form about a pupil is about, and who fills it in. */
export interface PupilSubject {
  readonly pupil: Pupil;
  /** The plan of theirs that it is about. */
  readonly plan: Plan;
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
export type PupilForm = FormAbout<PupilSubject, PupilCommand>;

/** A form about a pupil, from its definition; `line` says whom it is about, under the title. */
export const makePupilForm = <Q extends Questions<PupilSubject>>(
  definition: FormAboutDefinition<Answers<Q>, PupilSubject, PupilCommand> &
    Lined<PupilSubject> &
    AskingQuestions<Q, PupilSubject>,
): PupilForm =>
  makeFormAbout(
    definition,
    byQuestions<Q, PupilSubject, PupilSubject>(
      definition.questions,
      (subject) => subject,
      () => ({}),
    ),
    (subject, once) => {
      const { pupil, plan } = subject;
      const kind = kindToSay(pupil, plan);
      return {
        line: definition.line(subject),
        submit: press.submitPupil(definition.name, pupil.id, once, kind),
        open: press.pupilForm(definition.name, pupil.id, kind),
      };
    },
  );
