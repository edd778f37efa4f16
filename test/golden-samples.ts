import { expect } from 'vitest';
import { formOf } from '../src/presentation/forms/index.ts';
import type { CardMessage } from '../src/presentation/message.ts';
import { PUPIL_SAMPLES } from './presentation/forms/pupil-samples.ts';
import { REGISTER_SAMPLES } from './presentation/forms/register-samples.ts';
import { SAMPLES as FORM_SAMPLES } from './presentation/forms/samples.ts';
import { SCHOOL_SAMPLES } from './presentation/forms/school-samples.ts';
import { SAMPLES as CARDS } from './presentation/screens/samples.ts';

const named = <One>(samples: Readonly<Record<string, One>>, show: (one: One) => CardMessage) =>
  Object.entries(samples).map(([name, one]) => [`form-${name}`, show(one)] as const);

const MEETING = FORM_SAMPLES['plan-meeting'];
const many = Array.from({ length: 200 }, (_, at) => ({
  ...{ email: `asha.bell.${at}@oakfield.example`, name: `Asha Bell ${at}`, role: 'staff' as const },
}));
/** Where so many work that those who are not concerned are looked up; one of them was. */
const inBigSchool = (): CardMessage => {
  const { form, subject } = MEETING ?? expect.fail('there is no such sample');
  const school = { ...subject.school, staff: [...subject.school.staff, ...many] };
  const values = { ask_named: 'asha.bell.7@oakfield.example' };
  return formOf(form).show({ ...subject, school }, 'once1', { values, errors: {} });
};

/** Every screen and every form, in each of the ways it can look, by the name of its golden page. */
export const GOLDENS: readonly (readonly [name: string, message: CardMessage])[] = [
  ...Object.entries(CARDS),
  ...named(FORM_SAMPLES, ({ form, subject }) => formOf(form).show(subject, 'once1')),
  ['form-plan-meeting-many-staff', inBigSchool()],
  ...named(PUPIL_SAMPLES, ({ form, about }) => form.show(about, 'once1')),
  ...named(REGISTER_SAMPLES, ({ form, about }) => form.show(about, 'once1')),
  ...named(SCHOOL_SAMPLES, ({ form, about }) => form.show(about, 'once1')),
];
