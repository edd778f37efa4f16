import { describe, expect, it } from 'vitest';
import { day, isMonthFirst } from '../../src/data-in/days.ts';
import { planCell } from '../../src/data-in/plan-cell.ts';

describe('a day in a list', () => {
  it.each([
    ['21/11/2026', '2026-11-21'],
    ['1/9/2018', '2018-09-01'],
    ['21.11.2026', '2026-11-21'],
    ['21-11-2026', '2026-11-21'],
    ['21-Nov-2026', '2026-11-21'],
    ['21 November 2026', '2026-11-21'],
    ['2026-11-21', '2026-11-21'],
    ['2026-11-21T00:00:00', '2026-11-21'],
    ['2026-11-21 00:00:00', '2026-11-21'],
    ['21/11/2026 00:00', '2026-11-21'],
    ['21/11/2026 12:00:00 AM', '2026-11-21'],
    ['2026-11-21T00:00:00+00:00', '2026-11-21'],
    ['2026/11/21', '2026-11-21'],
    ['20261121', '2026-11-21'],
    ['21st November 2026', '2026-11-21'],
    // The year in two digits, as Excel shows days: no pupil was born before 2000.
    ['21/11/26', '2026-11-21'],
    ['21.11.26', '2026-11-21'],
    ['21-Nov-26', '2026-11-21'],
    ['1/9/08', '2008-09-01'],
    // Excel's own count of days, where a column lost its format.
    ['42655', '2016-10-12'],
    ['42655.0', '2016-10-12'],
    ['36526', '2000-01-01'],
  ])('written as %j is %s', (written, meant) => {
    expect(day.parse(written)).toBe(meant);
  });

  it.each([
    '',
    '11/21/2026',
    '30/02/2026',
    '31/11/26',
    // The year or the day may come first.
    '14-03-17',
    '21 Nevember 2026',
    '2026',
    '20261321',
    // Before 2000, and after 2049: a number, and no day of a pupil's.
    '36525',
    '54789',
    '21/11/2026 09:30',
    'soon',
  ])('is not written as %j', (written) => {
    expect(day.safeParse(written).success).toBe(false);
  });

  it.each([
    [['03/14/2017', '01/02/2018'], true],
    [['3/14/17'], true],
    // One that is mistyped among days that are right.
    [['03/14/2017', '25/02/2018'], false],
    [['01/02/2018', '2017-03-14', ''], false],
    [[], false],
  ])('in the column %j has the month first: %s', (column, monthFirst) => {
    expect(isMonthFirst(column)).toBe(monthFirst);
  });
});

describe('what provision a pupil has, in a list', () => {
  it.each([
    ['K', 'sen-support'],
    ['k', 'sen-support'],
    ['SEN Support', 'sen-support'],
    ['K - SEN Support', 'sen-support'],
    ['E', 'ehcp'],
    ['EHCP', 'ehcp'],
    ['EHC Plan', 'ehcp'],
    ['Education, Health and Care Plan', 'ehcp'],
    ['E - Education, Health and Care Plan', 'ehcp'],
    ['N', 'none'],
    ['No SEN', 'none'],
    ['No Special Educational Need', 'none'],
  ])('written as %j is %s', (written, meant) => {
    expect(planCell.parse(written)).toBe(meant);
  });

  it.each(['Statement', 'A', 'Z - something', 'maybe'])('is not written as %j', (written) => {
    expect(planCell.safeParse(written).success).toBe(false);
  });
});
