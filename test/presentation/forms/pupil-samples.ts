import { PUPIL_FORMS } from '../../../src/presentation/forms/index.ts';
import type { PupilSubject } from '../../../src/presentation/forms/pupil-form.ts';
import { anEhcPlan, anEhcpPupil } from '../../support/annual-builders.ts';
import { aSchool, SENCO } from '../../support/builders.ts';

export const TODAY = '2026-11-10';

/** What a form about a pupil is about. */
export const subject = (more: Partial<PupilSubject> = {}): PupilSubject => ({
  pupil: anEhcpPupil(),
  plan: anEhcPlan(),
  school: aSchool(),
  who: SENCO,
  today: TODAY,
  ...more,
});

/** The forms about a pupil who may have no review, by the name of their golden page. */
export const PUPIL_SAMPLES = {
  'early-review': { form: PUPIL_FORMS['early-review'], about: subject() },
} as const;
