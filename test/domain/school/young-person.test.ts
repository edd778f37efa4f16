import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isYoungPerson, schoolLeavingDate } from '../../../src/domain/school/young-person.ts';
import { plusDays, weekday } from '../../../src/domain/time.ts';

describe('the last day of compulsory school age', () => {
  it.each([
    ['16 in the autumn', '2010-09-01', '2027-06-25'],
    ['16 in the winter', '2010-12-31', '2027-06-25'],
    ['16 in the spring', '2011-03-10', '2027-06-25'],
    ['16 on the last day of the school year', '2011-08-31', '2027-06-25'],
    ['a day younger: a year later, where 30 June is a Friday', '2011-09-01', '2028-06-30'],
    ['born on a leap day', '2012-02-29', '2028-06-30'],
    ['30 June is a Sunday', '2007-11-05', '2024-06-28'],
    ['30 June is a Thursday', '2006-01-15', '2022-06-24'],
  ])('%s: born %s, until %s', (_, born, last) => {
    expect(schoolLeavingDate(born)).toBe(last);
  });

  it('is a Friday in the last seven days of a June, in the school year of the sixteenth birthday', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 9000 }).map((n) => plusDays('2000-01-01', n)),
        (born) => {
          const last = schoolLeavingDate(born);
          expect(weekday(last)).toBe(5);
          expect(last.slice(5) >= '06-24' && last.slice(5) <= '06-30').toBe(true);
          const september = Number(last.slice(0, 4)) - 17;
          expect(born >= `${september}-09-01` && born <= `${september + 1}-08-31`).toBe(true);
        },
      ),
    );
  });
});

describe('who is addressed', () => {
  it('the parents up to and on the last day of compulsory school age, from the day after the young person', () => {
    expect(isYoungPerson('2010-12-31', '2027-06-25')).toBe(false);
    expect(isYoungPerson('2010-12-31', '2027-06-26')).toBe(true);
  });

  it('the parents of a sixteen-year-old who is still in Year 11', () => {
    expect(isYoungPerson('2010-09-15', '2027-03-01')).toBe(false);
  });

  it('the young person of fifteen, in the summer after Year 11', () => {
    expect(isYoungPerson('2011-08-31', '2027-07-10')).toBe(true);
  });
});
