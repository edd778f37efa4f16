import { formOf } from '../src/presentation/forms/index.ts';
import type { CardMessage } from '../src/presentation/message.ts';
import { PUPIL_SAMPLES } from './presentation/forms/pupil-samples.ts';
import { REGISTER_SAMPLES } from './presentation/forms/register-samples.ts';
import { SAMPLES as FORM_SAMPLES } from './presentation/forms/samples.ts';
import { SCHOOL_SAMPLES } from './presentation/forms/school-samples.ts';
import { SAMPLES as CARDS } from './presentation/screens/samples.ts';

const named = <One>(samples: Readonly<Record<string, One>>, show: (one: One) => CardMessage) =>
  Object.entries(samples).map(([name, one]) => [`form-${name}`, show(one)] as const);

/** Every screen and every form, in each of the ways it can look, by the name of its golden page. */
export const GOLDENS: readonly (readonly [name: string, message: CardMessage])[] = [
  ...Object.entries(CARDS),
  ...named(FORM_SAMPLES, ({ form, subject }) => formOf(form).show(subject, 'once1')),
  ...named(PUPIL_SAMPLES, ({ form, about }) => form.show(about, 'once1')),
  ...named(REGISTER_SAMPLES, ({ form, about }) => form.show(about, 'once1')),
  ...named(SCHOOL_SAMPLES, ({ form, about }) => form.show(about, 'once1')),
];
