/** "Target": a word or sentence of ours with a capital, for the head of a line. */
export function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

/** "target": the same words where they go on in a sentence. */
export function uncapitalised(text: string): string {
  return `${text.charAt(0).toLowerCase()}${text.slice(1)}`;
}

/** "a target", "an outcome". */
export const withArticle = (word: string): string => `${/^[aeiou]/.test(word) ? 'an' : 'a'} ${word}`;

/** "1 pupil", "2 pupils". */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}

/** Several things in a sentence: "tea, coffee and cake". */
export const listed = (all: readonly string[]): string =>
  all.length < 2 ? all.join('') : `${all.slice(0, -1).join(', ')} and ${all.at(-1)}`;

/**
 * `text` without the characters at its end that match `mark`. They are looked for from the end: a pattern would begin
 * again at each of them, which takes time by the square of how many there are.
 */
export function withoutAtEnd(text: string, mark: RegExp): string {
  let end = text.length;
  while (end > 0 && mark.test(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

// What Slack takes; a list with longer lines can't be read anywhere.
const LONGEST_CHOICE = 75;
const SEGMENTER = new Intl.Segmenter('en-GB');

/** The title of a choice: what is too long for a list ends in "…", at a whole character. */
export function choiceTitle(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  if (line.length <= LONGEST_CHOICE) return line;
  let cut = '';
  for (const { segment } of SEGMENTER.segment(line)) {
    if (cut.length + segment.length >= LONGEST_CHOICE) break;
    cut += segment;
  }
  return `${cut.trimEnd()}…`;
}

/** Names in a row, as many as fit in a box; the others are counted. */
export function namesThatFit(names: readonly string[], longest: number): string {
  for (let many = names.length; many >= 0; many -= 1) {
    const more = names.length - many;
    const text = [...names.slice(0, many), ...(more ? [`and ${more} more`] : [])].join('; ');
    if (text.length <= longest) return text;
  }
  return '';
}
