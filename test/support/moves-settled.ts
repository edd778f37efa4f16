import type { School } from '../../src/domain/school/school.ts';
import { transferOf } from '../../src/domain/statute/next-transfer.ts';
import { type Instant, localDate } from '../../src/domain/time.ts';
import type { Store } from '../../src/store/store.ts';
import { SENCO } from './builders.ts';

/** Has the SENCO’s word that every move of the school’s pupils is settled, so that a story of something else hears of none. */
export async function settleMoves(store: Store, school: School, at: Instant): Promise<void> {
  for (const pupil of await store.pupilsOf(school.id)) {
    const plans = pupil.plans.map((plan) => {
      const transfer = transferOf(pupil, plan, localDate(at), school);
      if (!transfer || !plan.la) return plan;
      const why = 'The final plan names it';
      return { ...plan, transferSettled: { year: transfer.year, why, by: SENCO, at } };
    });
    await store.put('pupils', { ...pupil, plans });
  }
}
