import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { movedUp, schoolYearFitting, yearMoves } from '../../../src/domain/pupil/year-moves.ts';
import type { Pupil } from '../../../src/domain/school/pupil.ts';
import { aPupil, aSchool, SENCO } from '../../support/builders.ts';

const school = aSchool();
const actor = { who: SENCO, at: '2027-09-02T09:00:00.000Z' };
const TODAY = '2027-09-02';

/** A pupil who is in their usual year group, `year`, in 2026/27: Year 5 is for those born from 1 September 2016. */
const inYear = (year: number, more: Partial<Pupil> = {}): Pupil =>
  aPupil({
    ...{ id: `oakfield-n${year}`, ref: `${year}`, yearGroup: year === 0 ? 'R' : `${year}` },
    ...{ dateOfBirth: `${2021 - year}-11-20`, ...more },
  });
const everybody = [0, 1, 2, 3, 4, 5, 6, 7].map((year) => inYear(year));
const begun = (pupils: readonly Pupil[], year = 2027, today = TODAY) => {
  const moves = new Map(yearMoves(pupils, school, year, today).map((one) => [one.pupil.id, one]));
  return pupils.map((pupil) => {
    const move = moves.get(pupil.id);
    return move ? movedUp(move, year, actor) : pupil;
  });
};
const groups = (pupils: readonly Pupil[]) => pupils.map(({ yearGroup }) => yearGroup);

describe('in September', () => {
  it('everybody moves up from the year that their birth dates say the list was of', () => {
    expect(groups(begun(everybody))).toEqual(['1', '2', '3', '4', '5', '6', '7', '8']);
  });

  it('nobody moves who is in the year group of the new school year already', () => {
    const rolledOver = [0, 1, 2, 3, 4, 5, 6].map((year) =>
      inYear(year + 1, { dateOfBirth: `${2021 - year}-11-20` }),
    );
    expect(yearMoves(rolledOver, school, 2027, TODAY)).toEqual([]);
  });

  it('those at the end of a phase or of this school, and out of their year, are pointed out', () => {
    const late = inYear(4, { id: 'oakfield-late', dateOfBirth: '2016-11-20' });
    const looks = yearMoves([...everybody, late], { ...school, leavingYears: ['2'] }, 2027, TODAY)
      .filter(({ look }) => look)
      .map(({ pupil, to, look }) => [pupil.id, to, look]);
    expect(looks).toEqual([
      ['oakfield-n2', '3', 'last-year'],
      ['oakfield-n6', '7', 'last-year'],
      ['oakfield-late', '5', 'not-usual'],
    ]);
  });

  it('who has left stays as they were', () => {
    const left = {
      ...{ place: 'left' as const, since: '2027-07-20', school: '', releasedOn: '', passOn: '' as const },
      ...{ by: SENCO, at: '2027-07-20T09:00:00.000Z' },
    } as const;
    const pupils = [...everybody.slice(1), inYear(0, { places: [left] })];
    expect(yearMoves(pupils, school, 2027, TODAY).map(({ pupil }) => pupil.yearGroup)).not.toContain('R');
  });

  it('a second time moves nobody, whoever is out of their year; and a year later each goes up by one', () => {
    const anyYear = fc.integer({ min: 0, max: 12 });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(anyYear, fc.integer({ min: 2008, max: 2021 })), { maxLength: 12 }),
        (all) => {
          const pupils = all.map(([year, born], at) =>
            inYear(year, { id: `oakfield-n${at}`, dateOfBirth: `${born}-11-20`, yearOf: 2026 }),
          );
          const once = begun(pupils);
          expect(yearMoves(once, school, 2027, TODAY)).toEqual([]);
          expect(begun(once)).toEqual(once);
          const next = begun(once, 2028, '2028-09-04');
          expect(groups(next)).toEqual(all.map(([year]) => String(year + 2)));
        },
      ),
    );
  });

  it('the highest year group stays', () => {
    const top = inYear(14, { yearOf: 2026 });
    expect(yearMoves([top], school, 2027, TODAY)).toMatchObject([{ to: '14', look: 'no-higher' }]);
    expect(yearMoves(begun([top]), school, 2027, TODAY)).toEqual([]);
  });
});

it('a few birth dates do not say of which year a list is', () => {
  const late = inYear(4, { dateOfBirth: '2016-11-20' });
  expect(schoolYearFitting([late], '2026-11-23')).toBe(2026);
  expect(schoolYearFitting(everybody, '2026-11-23')).toBe(2026);
  expect(schoolYearFitting(everybody, TODAY)).toBe(2026);
});
