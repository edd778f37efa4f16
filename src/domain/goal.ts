import type { PlanKind } from './school.ts';

/** What is worked towards: an EHC plan has longer-term outcomes, the others short-term targets. */
export function goalOf(kind: PlanKind): 'outcome' | 'target' {
  return kind === 'ehcp' ? 'outcome' : 'target';
}
