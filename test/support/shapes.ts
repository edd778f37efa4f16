/**
 * What a pattern that begins again at each place, or tries two ways to part the same run, is slow with. Each is made as long as
 * is wanted, with an end that lets nothing fit.
 */
const PIECES: Readonly<Record<string, readonly [piece: string, end: string]>> = {
  spaces: [' ', 'x'],
  'spaces behind a command': [' ', 'x'],
  'narrow and wide spaces': ['\u00a0\u2003 ', 'x'],
  lines: ['\n', 'x'],
  'lines and spaces': ['\n ', 'x'],
  'tabs and times': ['\t:1', 'x'],
  'a tag that begins': ['<at ', ''],
  'tags that begin, and one end': ['<i ', '>'],
  'tags that end nowhere': ['</p', ''],
  'nested brackets': ['(', 'x'],
  'brackets in and out': ['[(', ')]'],
  'Slack’s links': ['<https://a|', ''],
  mentions: ['<@U1', ''],
  entities: ['&amp;#', ''],
  digits: ['9', 'x'],
  dates: ['29.11', '.'],
  dashes: ['-', 'x'],
  'dashes and spaces': ['- – ', 'x'],
  commas: [',', 'x'],
  'commas before because': [', becaus ', ''],
  'combining marks': ['e\u0301\u0327', 'x'],
  'halves of characters': ['\ud83d', 'x'],
  'quotation marks': ["'a", ''],
  'quotation marks and apostrophes': ["“it's ‘", ''],
  asterisks: ['*', 'x'],
  'full stops': ['.', 'x'],
  letters: ['a', '!'],
  'misspelt days': ['wensdays tommorows ', ''],
  'half a phrase': ['until the end of next ', 'x'],
};

const LEADS: Readonly<Record<string, string>> = { 'spaces behind a command': 'not mine a' };

/** The twenty-nine shapes by their names, each to be had so many characters long. */
export const SHAPES: Readonly<Record<string, (length: number) => string>> = Object.fromEntries(
  Object.entries(PIECES).map(([name, [piece, end]]) => [
    name,
    (length: number) => {
      const lead = LEADS[name] ?? '';
      const room = length - lead.length - end.length;
      return `${lead}${piece.repeat(Math.ceil(room / piece.length)).slice(0, room)}${end}`;
    },
  ]),
);
