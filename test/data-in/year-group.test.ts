import { describe, expect, it } from 'vitest';
import { yearGroup } from '../../src/data-in/year-group.ts';

/** How schools' records systems write year groups (DOMAIN: data as schools have it), and what each is. */
const SPELLINGS: Readonly<Record<string, string>> = {
  YR: 'R',
  'Year R': 'R',
  R: 'R',
  '0': 'R',
  Reception: 'R',
  Rec: 'R',
  FS2: 'R',
  EYFS: 'R',
  FS1: 'N2',
  N1: 'N1',
  N2: 'N2',
  Nursery: 'N',
  '5': '5',
  '05': '5',
  '5.0': '5',
  'Year 5': '5',
  'year 5': '5',
  Y5: '5',
  y05: '5',
  'Yr 5': '5',
  'Year Group 5': '5',
  'NC Year 5': '5',
  '14': '14',
  'Year 5 / 5B': '5',
  'Year 5 (Oak)': '5',
  'Reception / RB': 'R',
  '5 - Willow': '5',
};

describe('a year group', () => {
  it.each(Object.entries(SPELLINGS))('written as %j is %s', (written, meant) => {
    expect(yearGroup.parse(written)).toBe(meant);
  });

  it.each([
    '',
    '15',
    'Year',
    'Oak class',
    '-1',
    '5.5',
    'Year 5 and 6',
    'Year 5 / 6',
    '5/6B',
    'R/1',
    '5/5/2016',
    'Oak / 5',
    'yesterday',
    '__proto__',
  ])('is not written as %j', (written) => {
    expect(yearGroup.safeParse(written).success).toBe(false);
  });
});
