import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { movedBack, movesBack } from '../../../src/domain/pupil/moves-back.ts';
import {
  movedUp,
  notTold,
  schoolYearFitting,
  schoolYearSaid,
  yearMoves,
} from '../../../src/domain/pupil/year-moves.ts';
import type { Pupil } from '../../../src/domain/school/pupil.ts';
import { dueTransfer } from '../../../src/domain/statute/transfer.ts';
import { anEhcPlan } from '../../support/annual-builders.ts';
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
  expect(schoolYearFitting([late], '2026-11-23')).toBeUndefined();
  expect(schoolYearFitting(everybody, '2026-11-23')).toBe(2026);
  expect(schoolYearFitting(everybody, TODAY)).toBe(2026);
});

it('in August records systems have moved on: a list of the next school year is known for that', () => {
  const rolledOver = [0, 1, 2, 3, 4, 5].map((year) =>
    inYear(year + 1, { id: `oakfield-n${year}`, dateOfBirth: `${2021 - year}-11-20` }),
  );
  expect(schoolYearFitting(rolledOver, '2027-08-24')).toBe(2027);
  expect(yearMoves(rolledOver, school, 2027, '2027-08-24')).toEqual([]);
  expect(yearMoves(rolledOver, school, 2027, TODAY)).toEqual([]);
  // Born in November 2016: Year 5 in 2026/27, Year 6 in 2027/28.
  const said = (yearGroup: string, today: string) => schoolYearSaid(inYear(5, { yearGroup }), today);
  expect([said('5', '2027-08-24'), said('6', '2027-08-24'), said('6', '2027-03-01')]).toEqual([
    2026, 2027, 2026,
  ]);
});

describe('fewer than five of whom it is not kept of which school year their year group is', () => {
  const few = [3, 5].map((year) => inYear(year));

  it('are not moved by their birth dates, and are shown to a person who knows', () => {
    for (const today of ['2027-07-12', TODAY]) {
      expect(yearMoves(few, school, 2027, today)).toEqual([]);
      expect(notTold(few, 2027, today).map(({ pupil, usual }) => [pupil.yearGroup, usual])).toEqual([
        ['3', '4'],
        ['5', '6'],
      ]);
    }
    expect(notTold(few, 2026, '2027-03-01')).toEqual([]);
  });

  it('do not hold back the others, of whom it is kept', () => {
    const known = everybody.map((pupil) => ({ ...pupil, id: `${pupil.id}-k`, yearOf: 2026 }));
    expect(yearMoves([...few, ...known], school, 2027, TODAY)).toHaveLength(8);
    expect(notTold([...few, ...known], 2027, TODAY)).toHaveLength(2);
  });

  it('are five or more: then their birth dates tell', () => {
    expect(notTold(everybody, 2027, TODAY)).toEqual([]);
  });
});

describe('a phase transfer follows the year group', () => {
  const transferOn = (pupil: Pupil, today: string, of = school) =>
    dueTransfer({ pupil, plan: anEhcPlan(), reviews: [], today, school: of });

  it('a Year 5 pupil of July is in Year 6 in September: their final plan is to name the next school before 15 February', () => {
    const inJuly = inYear(5, { yearOf: 2026 });
    // Not moved up, it would stay a year off for ever.
    expect(transferOn(inJuly, '2027-10-01')).toBeUndefined();
    const [moved = inJuly] = begun([inJuly]);
    expect(moved.yearGroup).toBe('6');
    expect(transferOn(moved, '2027-10-01')).toMatchObject({
      ...{ kind: 'primary-secondary', year: 2028 },
      deadline: { date: '2028-02-14' },
    });
  });

  it('a Year 2 pupil of an infant school likewise', () => {
    const infants = { ...school, leavingYears: ['2'] };
    const inJuly = inYear(1, { yearOf: 2026 });
    const [move] = yearMoves([inJuly], infants, 2027, TODAY);
    const moved = move ? movedUp(move, 2027, actor) : inJuly;
    expect(moved.yearGroup).toBe('2');
    expect(transferOn(inJuly, '2027-10-01', infants)).toBeUndefined();
    expect(transferOn(moved, '2027-10-01', infants)).toMatchObject({
      ...{ kind: 'infant-junior', year: 2028 },
      deadline: { date: '2028-02-14' },
    });
  });
});

describe('moving up by mistake', () => {
  it('is put back whole: as before, for everybody whose year group nobody has said since', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }), (isSaid) => {
        const moved = begun(everybody);
        const now = moved.map((pupil, at) => (isSaid[at] ? { ...pupil, yearGroup: '9' } : pupil));
        const { back, touched } = movesBack(now, 2027);
        expect(touched.map(({ id }) => id)).toEqual(
          everybody.filter((_, at) => isSaid[at]).map(({ id }) => id),
        );
        for (const pupil of back) {
          const put = movedBack(pupil, 2027, actor);
          const before = everybody.find(({ id }) => id === pupil.id);
          expect([put?.yearGroup, put?.yearOf, put?.movedUp]).toEqual([
            before?.yearGroup,
            undefined,
            undefined,
          ]);
        }
        for (const pupil of touched) expect(movedBack(pupil, 2027, actor)).toBeUndefined();
      }),
    );
  });

  it('keeps which school year the year group was of before, and is of that year alone', () => {
    const [once] = begun([inYear(4, { yearOf: 2026 })]);
    const [twice] = once ? begun([once], 2028, '2028-09-04') : [];
    expect(twice && movedBack(twice, 2027, actor), 'a year ago').toBeUndefined();
    expect(twice && movedBack(twice, 2028, actor)).toMatchObject({ yearGroup: '5', yearOf: 2027 });
    expect(movesBack(twice ? [twice] : [], 2027)).toEqual({ back: [], touched: [] });
    // Said again for the same school year, as it was: nothing to put back is left of who was never moved.
    expect(movesBack([inYear(4)], 2027)).toEqual({ back: [], touched: [] });
    expect(twice && movedBack({ ...twice, yearOf: 2029 }, 2028, actor)).toBeUndefined();
  });
});
