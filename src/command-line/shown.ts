/**
 * What nobody sees but a screen obeys: control characters (which move a terminal's cursor, rename its window), line ends, and
 * marks that turn the direction of text or hide between letters.
 */
const OBEYED = /[\p{Cc}\u200B\u200E\u200F\u2028-\u202E\u2060-\u2069\uFEFF]/gu;

/** Text from outside (a heading, the name of a file) as it may stand in a line: what a screen would obey is spelled out. */
export const shown = (text: string): string =>
  text.replace(OBEYED, (one) => `\\u${(one.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`);
