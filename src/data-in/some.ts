/** So many are named; of more, how many there are. */
const NAMED = 12;

/** "1001, 1002 and 3 more". */
export function some(refs: readonly string[]): string {
  const more = refs.length - NAMED;
  return more > 0 ? `${refs.slice(0, NAMED).join(', ')} and ${more} more` : refs.join(', ');
}
