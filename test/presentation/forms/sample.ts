import { asOfPupil } from '../../../src/domain/review/as-of-pupil.ts';
import type { Review } from '../../../src/domain/review/review.ts';
import type { Command, CommandType } from '../../../src/domain/review/steps/index.ts';
import type { FormSubject } from '../../../src/domain/review/steps/step-form.ts';
import type { Form } from '../../../src/presentation/forms/form.ts';
import { anEhcpPupil } from '../../support/annual-builders.ts';
import { aPupil, aSchool, SENCO, TEACHER } from '../../support/builders.ts';

/** A form as somebody is shown it, and everything in it answered. */
export interface Sample {
  readonly form: string;
  readonly subject: FormSubject;
  /** Something in every input, such that leaving out what may be left out is no fault. */
  readonly answered: Readonly<Record<string, string>>;
  readonly becomes: Command;
}

/** The day it is in each sample's stage. */
export const TODAY = { gathering: '2026-11-10', meeting: '2026-11-24', acting: '2026-12-01' };

/** What a form is about, as the SENCO has it in the review's stage. */
export function subject(
  review: Review,
  more: Partial<Pick<FormSubject, 'about' | 'who' | 'school' | 'today' | 'pupil' | 'reviews'>> = {},
): FormSubject {
  const { stage } = review;
  const today = stage === 'meeting' || stage === 'acting' ? TODAY[stage] : TODAY.gathering;
  const pupil = review.kind === 'ehcp' ? anEhcpPupil() : aPupil();
  return {
    ...{ pupil, school: aSchool(), who: SENCO, today, ...more },
    review: asOfPupil(review, more.pupil ?? pupil),
  };
}

export const of = (
  form: string,
  about: FormSubject,
  answered: Sample['answered'],
  becomes: Command,
): Sample => ({ form, subject: about, answered, becomes });

/** The commands an answer to a form can become. */
export const canBecome = ({ row: { step, becomes = [step] } }: Form): readonly CommandType[] => becomes;

/** Gives ids: "new", then "new-2", "new-3", … */
export function newIds(): () => string {
  let given = 0;
  return () => {
    given += 1;
    return given === 1 ? 'new' : `new-${given}`;
  };
}

/** An annual review set with nobody but whom the law names, one from the staff. */
export const A_PLAN: Readonly<Record<string, string>> = {
  date: '2026-12-10',
  time: '14:00',
  invitees: SENCO,
  parents: 'Bea Sample',
  laOfficer: 'Olu Officer',
  health: 'Dr Hana Health',
  socialCare: 'Social care duty team',
  head: '',
  others: '',
  ask: TEACHER,
  evidenceBy: '2026-11-23',
  invitedOn: '2026-11-10',
  shortNotice: '',
};
