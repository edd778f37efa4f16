const YEAR: Readonly<Record<string, string>> = {
  N: 'Nursery',
  N1: 'Nursery',
  N2: 'Nursery',
  R: 'Reception',
};

/** "Year 4", "Reception"; anything else as the school writes it. */
export function yearWords(yearGroup: string): string {
  return YEAR[yearGroup.toUpperCase()] ?? (/^\d+$/.test(yearGroup) ? `Year ${yearGroup}` : yearGroup);
}
