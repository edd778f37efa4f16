import { speaksOfHarm, wordsIn } from '../../domain/language/harm-words.ts';
import { nameWords } from '../../domain/language/name-words.ts';

/*
 * Which passages may say something of somebody else: another child, or an adult who is neither of the family nor there in their
 * work. It is for a person to look at, and never cuts anything, so it rather points at too much than at too little.
 */

/** Whose names are known, each in plain words. */
export interface KnownNames {
  /** The child, the family as it is recorded, staff, and whoever is invited in their work. */
  readonly theirs: ReadonlySet<string>;
  /** The school's other pupils: all words of their names, and those of their first names. */
  readonly otherPupils: ReadonlySet<string>;
  readonly otherFirstNames: ReadonlySet<string>;
  /** First names of other pupils that somebody of staff has, too: of theirs, but for the child's own family. */
  readonly namesakes: ReadonlySet<string>;
}

/** Names that begin sentences as everyday words: by themselves they point at nobody. */
const EVERYDAY = new Set(
  'will may mark grace hope joy rose summer april june august dawn art bill rob pat drew faith miles chase autumn holly ivy lily daisy poppy ruby amber pearl max jack frank sunny rich'.split(
    ' ',
  ),
);

/** Words for people who are somebody else, whatever they are called. Each is one word, or words that follow one another. */
const SOMEBODY_ELSE = [
  ...'brother brothers sister sisters sibling siblings twin cousin stepfather stepmother stepdad stepmum boyfriend girlfriend'.split(
    ' ',
  ),
  ...'uncle aunt auntie neighbour classmate classmates mate boy girl boys girls'.split(' '),
  ...[
    'another pupil',
    'another child',
    'other child',
    'other children',
    'other pupil',
    'other pupils',
    'another boy',
    'another kid',
    'other kid',
    'other kids',
    'other student',
    'other students',
  ],
  ...[
    'another girl',
    'another student',
    'best friend',
    'her friend',
    'his friend',
    'their friend',
    'partner of',
  ],
  ...['mums partner', 'dads partner', 'new partner', 'ex partner', 'ex husband', 'ex wife'],
].map((words) => words.split(' '));

/** Words with a capital inside a sentence that name nobody. */
const NOBODY = new Set(
  `i im ive ill id monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
  september october november december english maths math mathematics science history geography music art pe french german spanish
  latin computing phonics reading year reception nursery key stage autumn spring summer winter christmas easter ramadan eid diwali
  term senco senior teacher assistant head headteacher school academy college ehcp ehc plan plans support send sen section sections
  mum mummy mam dad daddy nan nana gran grandma grandad grandpa parent parents carer carers god british england wales london
  north south east west microsoft teams slack google lego minecraft roblox pecs makaton makaton elsa nhs camhs la ta lsa tas dsl
  speech language therapy therapist occupational educational psychologist social worker doctor nurse gp adhd asd`.split(
    /\s+/,
  ),
);

const TITLES = new Set(['mr', 'mrs', 'ms', 'miss', 'mx', 'dr', 'sir', 'madam']);

/** Why a passage is pointed at. */
export type WhySomebody =
  | 'a name'
  | 'another child or adult'
  | 'somebody’s safety'
  /** Why something is held may be what a lawyer was told (DPA 2018, schedule 2, paragraph 19). */
  | 'a legal matter';

interface Word {
  readonly plain: string;
  readonly capital: boolean;
  readonly first: boolean;
}

function wordsWithCapitals(sentence: string): readonly Word[] {
  const found = [...sentence.matchAll(/[\p{L}\p{N}][\p{L}\p{N}'’]*/gu)];
  return found.map(([word], at) => ({
    plain: nameWords(word.replace(/['’]s$/u, '')).join(''),
    capital: /^\p{Lu}/u.test(word) && word !== word.toUpperCase(),
    first: at === 0,
  }));
}

/** Why a sentence may be about somebody else; undefined where nothing in it says so. */
export function whySomebody(sentence: string, names: KnownNames): WhySomebody | undefined {
  if (speaksOfHarm(sentence)) return 'somebody’s safety';
  const words = wordsWithCapitals(sentence);
  if (words.some((word, at) => isSomebody(word, words[at - 1], names) || isNamesake(words, at, names)))
    return 'a name';
  const plain = wordsIn(sentence);
  const others = plain.some((_, at) =>
    SOMEBODY_ELSE.some((pattern) => pattern.every((word, next) => plain[at + next] === word)),
  );
  return others ? 'another child or adult' : undefined;
}

/** Whether a first name is another pupil's rather than a colleague's: those are written with a title, or with their surname. */
function isNamesake(words: readonly Word[], at: number, { namesakes, theirs }: KnownNames): boolean {
  const [before, word, next] = [words[at - 1], words[at], words[at + 1]];
  if (!word || !namesakes.has(word.plain)) return false;
  const isEveryday = EVERYDAY.has(word.plain) && (word.first || !word.capital);
  const isColleague = TITLES.has(before?.plain ?? '') || (next?.capital === true && theirs.has(next.plain));
  return !isEveryday && !isColleague;
}

function isSomebody(word: Word, before: Word | undefined, names: KnownNames): boolean {
  const { plain, capital, first } = word;
  if (names.theirs.has(plain) || plain === '') return false;
  const isEveryday = EVERYDAY.has(plain) || NOBODY.has(plain);
  // Many type names without a capital. A surname is too often an everyday word (Green, King) to be known so.
  if (!capital) return names.otherFirstNames.has(plain) && !isEveryday;
  if (before && TITLES.has(before.plain)) return true;
  if (first) return names.otherPupils.has(plain) && !isEveryday;
  return !NOBODY.has(plain) && !NOBODY.has(plain.replace(/s$/, '')) && !TITLES.has(plain);
}

/** A text in its sentences, each with all that stands around it, so that together they are the text. */
export function sentencesOf(text: string): readonly string[] {
  const found: string[] = [];
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const ends = text[at] === '\n' || ('.!?'.includes(text[at] ?? '') && /\s/.test(text[at + 1] ?? ' '));
    if (!ends) continue;
    found.push(text.slice(from, at + 1));
    from = at + 1;
  }
  if (from < text.length) found.push(text.slice(from));
  return found;
}
