import type { LocalDate } from '../time.ts';
import type { Rule, RuleDate } from './statute.ts';

/** An Act, regulations (the UK GDPR is one) or rules of procedure, as a source names them: guidance, and what is our own, name none. */
const LAW = /\b(?:Act|Regulations|Rules) \d{4}\b|\bUK GDPR\b/;

/** Whether a rule is law, rather than guidance or what a school or this program has set: by the source it names. */
export const isByLaw = ({ source }: Pick<Rule, 'source'>): boolean => LAW.test(source);

/** Something with a day by which it is due and, where a rule says so, why. */
interface Dated {
  readonly due: LocalDate;
  readonly why?: RuleDate | undefined;
}

/** Whether something is overdue on `today`. By a release from custody nothing is, since the Act sets no day after it. */
export const isOverdue = ({ due, why }: Dated, today: LocalDate): boolean =>
  due < today && why?.rule.from !== 'release';

/**
 * How much something presses on `today`, less being more: 0 what is overdue by law, 1 what the law sets and is to come, 2 what else
 * is overdue, 3 the rest. Within each the day counts.
 */
export function pressing(dated: Dated, today: LocalDate): 0 | 1 | 2 | 3 {
  const late = isOverdue(dated, today);
  const byLaw = dated.why !== undefined && isByLaw(dated.why.rule);
  return byLaw ? (late ? 0 : 1) : late ? 2 : 3;
}

/**
 * Where something stands among what is owed on `today`: 0 what is overdue by law, 1 what else is overdue, 2 what is to come.
 * Within each the day counts.
 */
export function urgency(dated: Dated, today: LocalDate): 0 | 1 | 2 {
  if (!isOverdue(dated, today)) return 2;
  return dated.why && isByLaw(dated.why.rule) ? 0 : 1;
}
