import type { LaDecided, PlanContent } from '../school/school.ts';

/** The decision that the SENCO recorded on a meeting which only the school's data has; undefined where a later one is known. */
export function decisionSaid({ laDecided = [], lastDecision }: PlanContent): LaDecided | undefined {
  const last = laDecided.at(-1);
  return last?.on === lastDecision ? last : undefined;
}
