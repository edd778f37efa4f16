import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { horizon } from '../../../src/domain/nudges/policy.ts';
import { owedForPupil } from '../../../src/domain/pupil/owed.ts';
import { owedSoon, pupilsMaybeOwed } from '../../../src/domain/pupil/owed-soon.ts';
import type { PhaseKind } from '../../../src/domain/school/school.ts';
import { daysBetween, plusDays } from '../../../src/domain/time.ts';
import { anAnnualReview, anEhcpPupil } from '../../support/annual-builders.ts';
import { aPupil, aSchool } from '../../support/builders.ts';

const school = aSchool();
const inYear = (yearGroup: string, more: Parameters<typeof anEhcpPupil>[0] = {}) =>
  anEhcpPupil({ id: `in-${yearGroup}`, yearGroup, ...more });
const near = (
  ...[pupils, on, at = school]: [Parameters<typeof pupilsMaybeOwed>[0], string, typeof school?]
) => pupilsMaybeOwed(pupils, at, on, horizon(at, on)).map(({ id }) => id);

describe('the pupils a morning looks at', () => {
  it('are those whose move must be met for soon: Year 6 by 22 November, Year 11 by 5 January', () => {
    const pupils = [inYear('5'), inYear('6'), inYear('8'), inYear('11'), aPupil({ yearGroup: '6' })];
    expect(near(pupils, '2026-10-12')).toEqual([]);
    expect(near(pupils, '2026-11-12')).toEqual(['in-6']);
    expect(near(pupils, '2026-12-18')).toEqual(['in-6', 'in-11']);
  });

  it('are the Year 5 of last year a school year later, of the same list', () => {
    const pupils = [inYear('5', { phaseTransfer: { kind: 'primary-secondary', year: 2028 } })];
    expect(near(pupils, '2026-11-12')).toEqual([]);
    expect(near(pupils, '2027-11-12')).toEqual(['in-5']);
  });

  it('are others as soon as pupils leave the school after another year group', () => {
    const pupils = [inYear('2')];
    expect(near(pupils, '2026-11-12')).toEqual([]);
    expect(near(pupils, '2026-11-12', aSchool({ leavingYears: ['2'] }))).toEqual(['in-2']);
  });

  it('are nobody for whom the SENCO has said that the next place is named', () => {
    const transferSettled = { year: 2027, why: 'Hill', by: 'x', at: '2026-10-01T09:00:00.000Z' };
    expect(near([inYear('6', { transferSettled })], '2026-11-12')).toEqual([]);
  });

  it('leave out nobody for whom something is owed, whatever their year, move, review and the day', () => {
    const kind = fc.constantFrom<PhaseKind>(
      'infant-junior',
      'primary-secondary',
      'secondary-post-16',
      'post-16-post-16',
    );
    const on = (year: number) => fc.nat(364).map((n) => plusDays(`${year}-01-01`, n));
    const transfer = fc
      .record({ kind, year: fc.integer({ min: 2026, max: 2029 }) })
      .chain((one) =>
        fc.option(on(one.year), { nil: undefined }).map((day) => ({ ...one, ...(day && { on: day }) })),
      );
    const day = fc.nat(900).map((n) => plusDays('2026-09-01', n));
    fc.assert(
      fc.property(
        fc.constantFrom('N2', '2', '5', '6', '10', '11', '13', 'x'),
        fc.option(transfer, { nil: undefined }),
        fc.boolean(),
        fc.tuple(day, day),
        (yearGroup, phaseTransfer, hasMet, days) => {
          const pupils = [inYear(yearGroup, phaseTransfer && { phaseTransfer })];
          const reviews = hasMet ? [anAnnualReview({ stage: 'closed' })] : [];
          // The second look is at the list as it was known on the first.
          for (const today of days.toSorted((a, b) => daysBetween(b, a))) {
            const last = horizon(school, today);
            const all = pupils.flatMap((pupil) => owedForPupil({ pupil, reviews, school, today }));
            const found = pupilsMaybeOwed(pupils, school, today, last).map((pupil) => ({ pupil, reviews }));
            expect(owedSoon(found, school, today, last)).toEqual(all.filter(({ due }) => due <= last));
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});
