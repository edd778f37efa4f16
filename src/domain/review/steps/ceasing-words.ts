import { birthday } from '../../school/birthday.ts';
import type { Pupil } from '../../school/pupil.ts';
import { CEASING_RULES } from '../../statute/rules/ceasing.ts';
import type { LocalDate } from '../../time.ts';

/** What comes before a decision to cease a plan. */
export const CONSULTED_FIRST =
  'The regulations require the local authority to tell the family that it considers ceasing the plan, and to consult them and the head, before it decides (SEND Regulations 2014, reg 31).';

interface Whose {
  readonly pupil: Pupil;
  readonly today: LocalDate;
}

/** The rule on ceasing the plan of somebody of that age who leaves education; undefined for whom there is none. */
export const ceasingRuleFor = ({ pupil, today }: Whose) =>
  CEASING_RULES.findLast(({ from }) => birthday(pupil.dateOfBirth, from) <= today);

/** What it says, in a sentence; '' where there is none. Its source stands behind “Why”: `ceasingRule` has it. */
export function ceasingWords(whose: Whose): string {
  const rule = ceasingRuleFor(whose);
  return rule ? `${rule.words}.` : '';
}

/** As `ceasingWords`, with its source. */
export function ceasingRule(whose: Whose): string {
  const rule = ceasingRuleFor(whose);
  return rule ? `${rule.words} (${rule.source}).` : '';
}
