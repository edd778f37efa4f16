import { describe, expect, it } from 'vitest';
import { putOff } from '../../../src/domain/statute/put-off.ts';

const AUGUST = { from: '08-01', until: '08-31' };
/** Longer than the Tribunal's, which ends on a bank holiday anyway. */
const CHRISTMAS = { from: '12-24', until: '01-05' };

/* 31 August 2027 is a Tuesday and no bank holiday; 5 January 2027 is a Tuesday. */
describe('a last day that is put off', () => {
  it.each([
    ['the day before the part', '2027-07-30', '2027-07-30'],
    ['its first day, a Sunday', '2027-08-01', '2027-09-01'],
    ['a working day within it', '2027-08-17', '2027-09-01'],
    ['its last day, a working day', '2027-08-31', '2027-09-01'],
    ['the day after it', '2027-09-01', '2027-09-01'],
    ['a part that began last year', '2027-01-04', '2027-01-06'],
    ['the last day of that', '2027-01-05', '2027-01-06'],
    ['the day after that', '2027-01-06', '2027-01-06'],
    ['its first day', '2026-12-24', '2027-01-06'],
    ['the day before', '2026-12-23', '2026-12-23'],
  ])('%s: %s goes to %s', (_, date, to) => {
    expect(putOff(date, [AUGUST, CHRISTMAS])).toBe(to);
  });

  it('by no part of the year, a Saturday goes to the Monday', () => {
    expect(putOff('2027-07-31', [])).toBe('2027-08-02');
  });
});
