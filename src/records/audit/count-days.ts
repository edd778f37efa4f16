import type { LocalDate } from '../../domain/time.ts';
import { daysIn } from './places.ts';
import type { Standing } from './standing.ts';

/** How many days' files a chain has after its last cut, up to a day. */
export async function daysThere(
  audit: string,
  chain: string,
  cut: LocalDate | undefined,
  to: LocalDate,
): Promise<number> {
  const { days } = await daysIn(audit, chain);
  return days.filter((day) => day > (cut ?? '') && day <= to).length;
}

/** Notes how many there are, for the next start to compare. One that was removed since is not forgotten: there were more. */
export async function countDays(
  audit: string,
  standing: Standing,
  heads: Readonly<Record<string, { readonly day: LocalDate }>>,
): Promise<void> {
  for (const [chain, { day }] of Object.entries(heads)) {
    const { cut, days = 0 } = standing.daysOf(chain);
    standing.setDays(chain, Math.max(days, await daysThere(audit, chain, cut, day)));
  }
}
