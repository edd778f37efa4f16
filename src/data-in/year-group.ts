import { cell } from './cells.ts';

function readYearGroup(text: string): string | undefined {
  const year = text
    .toUpperCase()
    .replace(/^(YEAR|YR|Y)\s*/, '')
    .replace(/^0+(?=\d)/, '');
  if (year === 'NURSERY') return 'N';
  if (year === 'RECEPTION' || year === 'REC') return 'R';
  return /^(N[12]?|R|[1-9]|1[0-4])$/.test(year) ? year : undefined;
}

/** A year group, as N2, R or 6, however it is written ("Year 6", "y06", "Reception"). */
export const yearGroup = cell(readYearGroup, 'not a year group', 'write N1, N2, R, or the year from 1 to 14');
