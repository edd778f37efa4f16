import { plainText } from './name-words.ts';

/*
 * Words that people use when a child may not be safe. What is written to the bot is no report: whoever uses one of these is
 * told whom to tell (Keeping Children Safe in Education, part one). The list is for the asking of one calm question, so a
 * word that is sometimes harmless may stand in it, and an everyday word ("hit", "hurt") only beside another.
 */

/** Each a word, or words that follow one another; one that ends in * stands for all that begin so. */
const HARM_WORDS: readonly string[] = [
  // What is seen.
  ...[
    'bruis*',
    'brused',
    'bruses',
    'burn mark*',
    'burn marks',
    'cigarette burn*',
    'bite mark*',
    'belt mark*',
  ],
  ...['marks on his', 'marks on her', 'marks on their', 'marks on the child*', 'unexplained injur*'],
  // What is said.
  ...['disclos*', 'scared to go home', 'afraid to go home', 'frightened to go home', 'not safe', 'unsafe'],
  ...['scared of dad', 'scared of mum', 'scared of his', 'scared of her', 'told me a secret'],
  // What is done to a child.
  ...['abus*', 'neglect*', 'assault*', 'molest*', 'rape', 'raped', 'sexual*', 'groomed', 'being groomed'],
  ...['exploit*', 'traffick*', 'fgm', 'forced marriage', 'county lines', 'radicali*', 'domestic violence'],
  ...['strangl*', 'chok*', 'punch* him', 'punch* her', 'punch* them', 'slap* him', 'slap* her', 'slap* them'],
  ...[
    'hits him',
    'hits her',
    'hits them',
    'hits me',
    'hit by',
    'hurts him',
    'hurts her',
    'hurts them',
    'hurts me',
  ],
  ...['hitting him', 'hitting her', 'hitting them', 'hurting him', 'hurting her', 'hurting them'],
  ...[
    'beats him',
    'beats her',
    'beats them',
    'beats me',
    'touched him',
    'touched her',
    'touches him',
    'touches her',
  ],
  // What a child does to themselves.
  ...['self harm*', 'selfharm*', 'suicid*', 'overdos*', 'kill himself', 'kill herself', 'kill themsel*'],
  ...[
    'hurt himself',
    'hurt herself',
    'hurting himself',
    'hurting herself',
    'cutting himself',
    'cutting herself',
  ],
  ...['cutting themsel*', 'wants to die', 'want to die', 'end his life', 'end her life', 'end their life'],
  // What adults call it.
  ...[
    'safeguard*',
    'safegard*',
    'safegaurd*',
    'child protection',
    'dsl',
    'cpoms',
    'myconcern',
    'nspcc',
    'childline',
  ],
];

type Begins = (word: string) => boolean;

const matcher = (word: string): Begins => {
  const stem = word.replace(/\*$/, '');
  return stem === word ? (said) => said === word : (said) => said.startsWith(stem);
};

const PATTERNS: readonly (readonly Begins[])[] = HARM_WORDS.map((entry) => entry.split(' ').map(matcher));

/** The words of a text, in small plain letters; "self-harm" is two. */
export const wordsIn = (text: string): readonly string[] => plainText(text).match(/[\p{L}\p{N}]+/gu) ?? [];

/** Whether `text` has one of the words in it that people use when a child may not be safe. */
export function speaksOfHarm(text: string): boolean {
  const words = wordsIn(text);
  return words.some((_, at) =>
    PATTERNS.some((pattern) => pattern.every((fits, next) => fits(words[at + next] ?? ''))),
  );
}
