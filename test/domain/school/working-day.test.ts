import { expect, it } from 'vitest';
import { workingDayAfter } from '../../../src/domain/school/working-day.ts';

it.each([
  ['a Monday', '2026-11-23', '2026-11-24'],
  ['a Friday', '2026-11-27', '2026-11-30'],
  ['a Saturday', '2026-11-28', '2026-11-30'],
  ['Christmas Eve, before two bank holidays and a weekend', '2026-12-24', '2026-12-29'],
  ['New Year’s Day, before a weekend', '2027-01-01', '2027-01-04'],
  ['the Thursday before Easter', '2027-03-25', '2027-03-30'],
])('the first working day after %s', (_, date, next) => {
  expect(workingDayAfter(date)).toBe(next);
});
