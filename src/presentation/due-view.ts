import { PLAN_KINDS } from '../domain/plans/index.ts';
import { type DueWanted, isPeriod } from '../domain/statute/due-wanted.ts';
import { isLocalDate } from '../domain/time.ts';

/** How the reviews that are due are looked at. */
export interface DueView extends DueWanted {
  /** Only where parents are to be met. */
  readonly only?: 'parents';
  /** With every date and the reason for it. */
  readonly why?: true;
}

/** A view as a button carries it along. */
export function dueData({ only, why, kinds, years, by }: DueView): Record<string, string> {
  return {
    ...(only && { only }),
    ...(why && { why: 'yes' }),
    ...(kinds && { plan: kinds.join(',') }),
    ...(years && { year: years.join(',') }),
    ...(by && { by }),
  };
}

/** A year group as it is asked for. */
const A_YEAR = /^(?:Nursery|Reception|Year \d{1,2})$/;

/** The view a button carries; what it names that is not known any more is left out. */
export function dueViewIn(data: Readonly<Record<string, string>>): DueView {
  const named = data.plan?.split(',') ?? [];
  const kinds = PLAN_KINDS.filter((kind) => named.includes(kind));
  const years = [...new Set(data.year?.split(','))].filter((year) => A_YEAR.test(year));
  const by = data.by !== undefined && (isPeriod(data.by) || isLocalDate(data.by)) ? data.by : undefined;
  return {
    ...(data.only === 'parents' && { only: data.only }),
    ...(data.why === 'yes' && { why: true as const }),
    ...(kinds.length > 0 && { kinds }),
    ...(years.length > 0 && { years }),
    ...(by && { by }),
  };
}
