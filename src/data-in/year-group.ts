import { cell } from './cells.ts';

/** What nursery and Reception are called in records systems, folded as `fold` does. */
const WORDS: Readonly<Record<string, string>> = {
  n: 'N',
  nursery: 'N',
  nur: 'N',
  fs1: 'N2',
  f1: 'N2',
  n1: 'N1',
  nursery1: 'N1',
  n2: 'N2',
  nursery2: 'N2',
  r: 'R',
  rec: 'R',
  reception: 'R',
  fs2: 'R',
  f2: 'R',
  eyfs: 'R',
  kg: 'R',
  pk: 'N2',
};

const LAST_YEAR = 14;

/** "Year 5", "yr05", "Y 5", "5.0" are all "5"; "Year R" is "r". */
const fold = (text: string) =>
  text
    .toLowerCase()
    .replace(/^(year group|year|yr|nc year|ncy|grade|y)(?=[\s\dr])[\s:]*/, '')
    .replace(/\s/g, '')
    .replace(/^0+(?=\d)/, '')
    .replace(/\.0$/, '');

/** "Year 5 / 5B" is the year group and the class; of a class of two years, "Year 5 / 6", nobody knows which. */
function readYearGroup(text: string): string | undefined {
  const whole = readYear(text);
  if (whole !== undefined) return whole;
  const [first = '', ...classes] = text.split(/[/(,;]| [-–] /).map((part) => part.replace(')', '').trim());
  const year = classes.length > 0 ? readYear(first) : undefined;
  const isOther = (part: string) => {
    const number = /^\d+/.exec(fold(part))?.[0];
    return (readYear(part) ?? year) !== year || (number !== undefined && number !== year);
  };
  return classes.some(isOther) ? undefined : year;
}

function readYear(text: string): string | undefined {
  const year = fold(text);
  if (year === '0') return 'R';
  if (Object.hasOwn(WORDS, year)) return WORDS[year];
  return /^\d{1,2}$/.test(year) && Number(year) >= 1 && Number(year) <= LAST_YEAR ? year : undefined;
}

/** A year group, as N2, R or 6, however it is written ("Year 6", "y06", "6.0", "FS2", "YR"). */
export const yearGroup = cell(readYearGroup, 'not a year group', 'write N1, N2, R, or the year from 1 to 14');
