import { birthday } from '../../school/birthday.ts';
import type { Pupil } from '../../school/pupil.ts';
import { CEASING_RULES } from '../../statute/rules/ceasing.ts';
import type { LocalDate } from '../../time.ts';

/** What the law says of ceasing the plan of somebody of that age who leaves education, with its source. */
export function ceasingRule({ pupil, today }: { readonly pupil: Pupil; readonly today: LocalDate }): string {
  const age = CEASING_RULES.findLast(({ from }) => birthday(pupil.dateOfBirth, from) <= today);
  return age ? `${age.words} (${age.source}).` : '';
}
