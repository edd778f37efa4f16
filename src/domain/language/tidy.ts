/**
 * Text as it was meant, of a cell or a box on one line: composed characters, one ordinary space between words (never a non-breaking one or a line
 * end), none around, and none of the invisible spaces that come with copying from a web page.
 */
export function tidy(cell: string): string {
  return cell
    .normalize('NFC')
    .replace(/[\u200b\u2060\ufeff\u00ad]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
