import type { RegisterStepName } from '../../../src/domain/pupil/register/index.ts';
import type { OfRegister } from '../../../src/domain/pupil/register/step.ts';
import { REGISTER_FORMS } from '../../../src/presentation/forms/index.ts';
import type { RegisterForm } from '../../../src/presentation/forms/register-form.ts';
import { aPupil, aSchool, SENCO } from '../../support/builders.ts';

const TODAY = '2026-11-10';
const number = (n: number) => String(n).padStart(2, '0');

/** So many pupils of whom no list has said whether they have SEN, or when their EHC plan was made and who keeps it. */
export const pupils = (many: number) =>
  Array.from({ length: many }, (_, n) => ({
    ...aPupil({
      id: `oakfield-s${n}`,
      ref: `20${number(n)}`,
      firstName: 'Ada',
      lastName: `Example${number(n)}`,
    }),
    plans: n % 2 ? [{ kind: 'ehcp' as const, targets: [] }] : [],
    ...(n % 2 ? {} : { senNotSaid: true as const }),
  }));

export const subject = (more: Partial<OfRegister> = {}): OfRegister => ({
  ...{ school: aSchool(), pupils: pupils(24), reviews: [], who: SENCO, today: TODAY, typed: {}, page: 1 },
  ...more,
});

const KOFI = {
  ...{ firstName: 'Kofi', lastName: 'Boateng', dateOfBirth: '2015-09-19', ref: '1002', upn: 'A123456789012' },
  ...{ yearGroup: '6', className: '6 Oak', status: 'ehcp' },
};
const ada = aPupil({ id: 'oakfield-p1', ref: '1002', firstName: 'Ada', lastName: 'Example' });

/** A form about the pupils of a school, what it is about, and answers that are taken. */
interface RegisterSample {
  readonly form: RegisterForm;
  readonly about: OfRegister;
  readonly answered: Readonly<Record<string, string>>;
}

/** The forms about the pupils of a school, by the name of their golden page: one of each form at least. */
export const REGISTER_SAMPLES: Readonly<
  Record<RegisterStepName | 'add-pupil-alike' | 'missing-authority-known', RegisterSample>
> = {
  'add-pupil': { form: REGISTER_FORMS['add-pupil'], about: subject({ pupils: [] }), answered: KOFI },
  'add-pupil-alike': {
    form: REGISTER_FORMS['add-pupil'],
    about: subject({ pupils: [ada], typed: KOFI }),
    answered: { ...KOFI, whose: 'another:oakfield-p1' },
  },
  'missing-status': {
    form: REGISTER_FORMS['missing-status'],
    about: subject(),
    answered: { 'status_oakfield-s0': 'sen-support', others: 'none' },
  },
  'nobody-else': {
    form: REGISTER_FORMS['nobody-else'],
    about: subject(),
    answered: { sure: 'yes' },
  },
  'missing-dates': {
    form: REGISTER_FORMS['missing-dates'],
    about: subject(),
    answered: { 'made_oakfield-s1.ehcp': '2025-11-03', 'last_oakfield-s3.ehcp': '2026-02-10' },
  },
  'missing-authority': {
    form: REGISTER_FORMS['missing-authority'],
    about: subject(),
    answered: { 'otherLa_oakfield-s1.ehcp': 'Northshire' },
  },
  'missing-authority-known': {
    form: REGISTER_FORMS['missing-authority'],
    about: subject({ school: aSchool({ localAuthorities: [{ name: 'Northshire' }, { name: 'Elmshire' }] }) }),
    answered: { 'la_oakfield-s1.ehcp': 'Elmshire' },
  },
};
