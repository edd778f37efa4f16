/** As long as what is pressed or chosen may be called in each chat. */
const LONGEST_TITLE = 70;

/** Text from outside as the title of a button or a choice, cut where it is too long: then it stands whole beside it. */
export function shortTitle(text: string): string {
  if (text.length <= LONGEST_TITLE) return text;
  // Not between the halves of one character.
  return `${text.slice(0, LONGEST_TITLE - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
