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

/**
 * Words that begin a sentence and are what it is about, or stand in capitals, and name nobody: a list of our own, of the words that the
 * forms and what schools write begin with. One that is missing points at a sentence too many, and at none too few.
 */
const BEGINNINGS = new Set(
  `he she it we they you who what which that this these those there here the a an his her its our their my your both each either neither
  all some most many few several other others another someone everyone nobody everything something nothing anything one two three four
  five six ten if when whenever while where after before since until once because although though as at by for from in into of on over
  to under with within without during and but or so yet also then now today yesterday tomorrow currently recently often sometimes always
  usually never still just only even overall generally
  progress attendance behaviour writing spelling handwriting maths concentration attention confidence communication language speech
  vocabulary homework provision target targets outcome outcomes evidence intervention group groups class lessons lesson work support
  playtime playtimes lunch lunchtime lunchtimes break breaktime mornings morning afternoon afternoons evenings nights night sleep food
  noise staff pupils children adults people everybody family parents home things time transitions transition change changes friendships
  friendship relationships movement visits medication hearing vision toileting anxiety mood routine routines pictures books stories
  numbers words sounds sentences letters more less
  asc adhd add pda ocd dld eal sal salt slt ot ep pp fsm lac cin cp pep sats ks1 ks2 ks3 ks4 gcse gcses ict it pshe rwi uk usa tv spld
  mld sld pmld semh slcn hi vi msi pd ds oth nsa iep isp eyfs mis cpd ok na wrat bpvs aet rag smart ehcna annual review yes no not
  uses reads writes attends needs likes loves enjoys finds shows works plays joins follows knows helps takes gives makes gets goes comes
  keeps talks speaks asks tries struggles responds understands recognises counts spells completes manages holds sits listens looks
  use read write attend need like find show work play ask try think feel please see look keep give make take`.split(
    /\s+/,
  ),
);

/** What follows a name that begins a sentence: what they do, did or are. */
const DOES = new Set(
  'is was has had will would can could may might does did do and or said says told asked hit hits cannot never always often sometimes also still who'.split(
    ' ',
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
  /** All of it is in capitals, and more than two of them. */
  readonly loud: boolean;
  readonly possessive: boolean;
}

function wordsWithCapitals(sentence: string): readonly Word[] {
  const found = [...sentence.matchAll(/[\p{L}\p{N}][\p{L}\p{N}'’]*/gu)];
  return found.map(([word], at) => ({
    plain: nameWords(word.replace(/['’]s$/u, '')).join(''),
    capital: /^\p{Lu}/u.test(word) && word !== word.toUpperCase(),
    first: at === 0,
    loud: word === word.toUpperCase() && /^\p{Lu}{3}/u.test(word),
    possessive: /['’]s$/iu.test(word),
  }));
}

/** Why a sentence may be about somebody else; undefined where nothing in it says so. */
export function whySomebody(sentence: string, names: KnownNames): WhySomebody | undefined {
  if (speaksOfHarm(sentence)) return 'somebody’s safety';
  // In a script without capitals a name looks like any other word.
  if (/\p{Lo}{2}/u.test(sentence)) return 'a name';
  const words = wordsWithCapitals(sentence);
  if (beginsWithName(words, names) || words.some((word) => isLoudName(word, names))) return 'a name';
  if (words.some((word, at) => isSomebody(word, words[at - 1], names) || isNamesake(words, at, names)))
    return 'a name';
  const plain = wordsIn(sentence);
  const others = plain.some((_, at) =>
    SOMEBODY_ELSE.some((pattern) => pattern.every((word, next) => plain[at + next] === word)),
  );
  return others ? 'another child or adult' : undefined;
}

const isNoName = ({ plain }: Word, { theirs }: KnownNames) =>
  [plain, plain.replace(/s$/, '')].some((one) => NOBODY.has(one) || BEGINNINGS.has(one)) ||
  theirs.has(plain) ||
  TITLES.has(plain);

/** Whether a sentence begins with what may be a name that nobody knows here: "Kevin shouts", "Kevin's mum", "Kevin and". */
function beginsWithName([word, next]: readonly Word[], names: KnownNames): boolean {
  if (!word || !(word.capital || word.loud) || isNoName(word, names) || EVERYDAY.has(word.plain))
    return false;
  if (word.possessive) return true;
  // What somebody did, or how, without saying who.
  if (/(ing|ed|ly)$/.test(word.plain)) return false;
  return next !== undefined && !next.capital && (DOES.has(next.plain) || /[^s]s$|ed$/.test(next.plain));
}

/** Whether a word in capitals throughout may be a name. */
const isLoudName = (word: Word, names: KnownNames): boolean =>
  word.loud && !/\p{N}/u.test(word.plain) && !isNoName(word, names);

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
