/*
 * A word as it was meant, without the formatting or the quotation marks it was typed in: people copy “review due” out of
 * the help, and write *due* or `due` as chats have taught them.
 */

/** What stands before a word and what after it. The longer before the shorter that it begins with. */
const MARKS: readonly (readonly [string, string])[] = [
  ['```', '```'],
  ['**', '**'],
  ['__', '__'],
  ['~~', '~~'],
  ['*', '*'],
  ['_', '_'],
  ['~', '~'],
  ['`', '`'],
  ['"', '"'],
  ['“', '”'],
  ['„', '“'],
  ["'", "'"],
  ['‘', '’'],
  ['«', '»'],
];

/** Marks of a quotation or a list, at the beginning of a line. */
const LINE_MARK = /^(?:&gt;|[>•▪◦-]|\d\.)\s+/;

/** Marks inside one another are taken off, too, and no more than this. */
const DEEP = 4;

function once(text: string): string {
  const [open, close] = MARKS.find(([mark]) => text.startsWith(mark)) ?? [];
  if (!open || !close) return text;
  const rest = text.slice(open.length);
  const at = rest.indexOf(close);
  return (at < 0 ? rest : `${rest.slice(0, at)}${rest.slice(at + close.length)}`).trim();
}

/** `text` without the marks around it, or around the word it begins with; what is marked further in stays as it was typed. */
export function unmarked(text: string): string {
  let left = text.trim().replace(LINE_MARK, '').trim();
  for (let deep = 0; deep < DEEP; deep += 1) left = once(left);
  return left;
}
