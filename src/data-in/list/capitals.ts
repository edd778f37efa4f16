import type { ListedPupil } from './list-row.ts';

const NAMES = ['firstName', 'lastName'] as const;

/** Two letters may be initials, or a short name, in any list. */
const LEAST_LETTERS = 3;
/** So many of a column's names are in capitals where the system writes it so; some it writes as McDONALD. */
const MOSTLY = 0.9;

const lettersOf = (name: string) => name.replace(/[^\p{L}]/gu, '');
const isInCapitals = (name: string): boolean => {
  const letters = lettersOf(name).replace(/^Ma?c(?=\p{Lu})/u, '');
  return letters.length > 1 && letters === letters.toUpperCase() && letters !== letters.toLowerCase();
};

/**
 * The rows of a list on which first or last names are all in capitals, as many systems write surnames, with those names as they
 * are written: "O’BRIEN" is "O’Brien". Such rows are marked, for what is here already is better known.
 */
export function withoutCapitals(rows: readonly ListedPupil[]): readonly ListedPupil[] {
  const shouted = NAMES.filter((field) => {
    const names = rows.map((row) => row[field]).filter((name) => lettersOf(name).length >= LEAST_LETTERS);
    return names.length > 0 && names.filter(isInCapitals).length >= MOSTLY * names.length;
  });
  if (shouted.length === 0) return rows;
  return rows.map((row) => {
    const spoken = Object.fromEntries(
      shouted.flatMap((field) => (isInCapitals(row[field]) ? [[field, asWritten(row[field])]] : [])),
    );
    return { ...row, ...spoken, inCapitals: true };
  });
}

/** A name in capitals as it is mostly written: "SMITH-JONES" is "Smith-Jones", "MCDONALD" is "McDonald". */
function asWritten(name: string): string {
  return name
    .toLowerCase()
    .replace(
      /(^|[^\p{L}\p{M}])(\p{L})/gu,
      (_, before: string, letter: string) => before + letter.toUpperCase(),
    )
    .replace(
      /(^|[^\p{L}\p{M}])Mc(\p{L})/gu,
      (_, before: string, letter: string) => `${before}Mc${letter.toUpperCase()}`,
    );
}
