import { staffChoices } from '../../language/people.ts';
import { severalOf } from '../../questions/choice.ts';
import { orByName } from '../../questions/colleague.ts';
import type { PersonId, School } from '../../school/school.ts';

/** Colleagues who work with the pupil: they are offered first when evidence is asked for. */
export const KEY_STAFF = {
  keyStaff: orByName(
    severalOf<PersonId, { readonly school: School }>({
      options: ({ school }) => staffChoices(school),
      label: 'Colleagues who work with the pupil',
      hint: 'Choose colleagues',
      list: 'compact',
      otherwise: 'Please choose colleagues from the staff list.',
    }),
  ),
} as const;
