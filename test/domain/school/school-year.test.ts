import { describe, expect, it } from 'vitest';
import { halfTermStarts } from '../../../src/domain/school/half-terms.ts';
import { schoolYearAt } from '../../../src/domain/school/school-year.ts';
import { aSchool } from '../../support/builders.ts';

describe('a school year', () => {
  it('given the school’s terms, ends autumn on the last school day before Christmas, spring before Easter', () => {
    expect(schoolYearAt(aSchool(), '2026-11-10')).toEqual({
      start: '2026-09-01',
      end: '2027-08-31',
      autumnEnd: '2026-12-18',
      springEnd: '2027-03-25',
      // 1 September and 4 January are INSET days.
      termStarts: ['2026-09-02', '2027-01-05', '2027-04-12'],
    });
  });

  it('given 31 August and 1 September, they are of two school years', () => {
    expect(schoolYearAt(aSchool(), '2027-08-31').start).toBe('2026-09-01');
    expect(schoolYearAt(aSchool(), '2027-09-01').start).toBe('2027-09-01');
  });

  it('given an INSET day at the end of a term, the term ends the school day before', () => {
    const school = aSchool({ insetDays: ['2026-12-18'] });
    expect(schoolYearAt(school, '2026-11-10').autumnEnd).toBe('2026-12-17');
  });

  it('given a school that begins in late August, its year does too, and the one before ends the day before', () => {
    const autumn = { name: 'Autumn 2026', start: '2026-08-26', end: '2026-12-18' };
    const school = aSchool({ terms: [autumn, ...aSchool().terms.slice(1)], insetDays: [] });
    expect(schoolYearAt(school, '2026-08-27')).toMatchObject({ start: '2026-08-26', end: '2027-08-31' });
    expect(schoolYearAt(school, '2026-08-25')).toMatchObject({ start: '2025-09-01', end: '2026-08-25' });
    expect(schoolYearAt(school, '2026-09-15').start).toBe('2026-08-26');
  });

  it('given six terms, their ends before Christmas and before Easter count', () => {
    const terms = [
      { name: 'Term 1', start: '2026-09-02', end: '2026-10-23' },
      { name: 'Term 2', start: '2026-11-02', end: '2026-12-18' },
      { name: 'Term 3', start: '2027-01-05', end: '2027-02-12' },
      { name: 'Term 4', start: '2027-02-22', end: '2027-03-25' },
      { name: 'Term 5', start: '2027-04-12', end: '2027-05-28' },
      { name: 'Term 6', start: '2027-06-07', end: '2027-07-21' },
    ];
    const school = aSchool({ terms, insetDays: [] });
    expect(schoolYearAt(school, '2027-01-20')).toMatchObject({
      autumnEnd: '2026-12-18',
      springEnd: '2027-03-25',
    });
    expect(halfTermStarts(school, '2027-01-20')).toEqual(terms.map(({ start }) => start));
  });

  it('given no terms of that year, usual days stand in', () => {
    expect(schoolYearAt(aSchool({ terms: [] }), '2026-11-10')).toMatchObject({
      autumnEnd: '2026-12-20',
      springEnd: '2027-03-31',
    });
    expect(schoolYearAt(undefined, '2027-05-01')).toMatchObject({ start: '2026-09-01', end: '2027-08-31' });
    // 1 November and 5 June 2027 are no school days; nor is 6 January a weekend.
    expect(halfTermStarts(aSchool({ terms: [], insetDays: [] }), '2026-11-10')).toEqual([
      '2026-09-01',
      '2026-11-02',
      '2027-01-06',
      '2027-02-22',
      '2027-04-19',
      '2027-06-07',
    ]);
  });
});

describe('half-terms', () => {
  it('given three terms, begin on the first school day after each holiday', () => {
    expect(halfTermStarts(aSchool(), '2027-03-01')).toEqual([
      '2026-09-02',
      '2026-11-02',
      '2027-01-05',
      '2027-02-22',
      '2027-04-12',
      '2027-06-07',
    ]);
  });
});
