import { expect, it } from 'vitest';
import { birthday } from '../../../src/domain/school/birthday.ts';

it.each([
  ['an ordinary day', '2022-06-10', 5, '2027-06-10'],
  ['29 February, in a year without it: 1 March', '2024-02-29', 5, '2029-03-01'],
  ['29 February, in a leap year', '2008-02-29', 16, '2024-02-29'],
  ['29 February, at 25', '2004-02-29', 25, '2029-03-01'],
  ['28 February', '2023-02-28', 5, '2028-02-28'],
  ['the last day of a year', '2001-12-31', 25, '2026-12-31'],
])('a birthday: born on %s', (_, born, age, day) => {
  expect(birthday(born, age)).toBe(day);
});
