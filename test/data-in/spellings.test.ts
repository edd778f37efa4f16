import { describe, expect, it } from 'vitest';
import { day } from '../../src/data-in/cells.ts';
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
  ])('written as %j is %s', (written, meant) => {
    expect(day.parse(written)).toBe(meant);
  });

  it.each(['', '11/21/2026', '30/02/2026', '21/11/26', '21 Nevember 2026', '42655', 'soon'])(
    'is not written as %j',
    (written) => {
      expect(day.safeParse(written).success).toBe(false);
    },
  );
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
