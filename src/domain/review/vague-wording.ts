import type { Provision } from './review-content.ts';

/** What a vague phrase leaves open. */
type Asks = 'who' | 'what' | 'how-often' | 'how-long' | 'how-many' | 'start' | 'measure';

/** One phrase that is too vague for provision unless something beside it says how much, as data. */
export interface VaguePhrase {
  /** As it is shown: "regular", also where it stands as "regularly". */
  readonly phrase: string;
  /** How it is found: a regular expression that matches whole words, whatever their case and the spaces between them. */
  readonly found: string;
  readonly asks: Asks;
  /** The question to answer instead. */
  readonly question: string;
  readonly source: string;
  /** Fine where it says itself how many. */
  readonly fineWith?: 'number';
  /** Vague only where it is all that is said. */
  readonly alone?: true;
}

/** A vague phrase that stands in a text, and the question to answer. */
export type Vagueness = Pick<VaguePhrase, 'phrase' | 'question'>;

const CODE = 'Code of Practice 9.69: provision is “detailed and specific and should normally be quantified”';
const NODDY = 'Noddy no-nonsense Guide 8.15, after Worcestershire v SE [2020] UKUT 217 (AAC)';
const TRIBUNAL = '[2025] UKUT 187 (AAC), 39–40';
const FORUMS = 'parents’ forums and guides to section F';
const GUIDE = 'Guide to SEND review meetings for parents, “How are targets, outcomes and support reviewed?”';

const NUMBER = '(?:\\d{1,4}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)';
const PEOPLE = '(?:children|pupils|students|peers|learners|people|others)';
const TIMES = '(?:times?|x|hours?|hrs?|minutes?|mins?|days?|weeks?|sessions?|lessons?|terms?|%)';

const NOT_A_MONTH =
  '(?<!(?:in|by|until|till|of|from|since|before|after|late|early|mid|this|next|last|\\d(?:st|nd|rd|th)?)[ -]{1,3})';

const WHEN = 'When exactly, and how often? Who decides?';
const row = (
  phrase: string,
  asks: Asks,
  question: string,
  source: string,
  more: Partial<VaguePhrase> = {},
): VaguePhrase => ({ phrase, found: phrase, asks, question, source, ...more });

/** The phrases, in the order in which they are pointed out. `found` is the phrase itself where nothing else is said. */
export const VAGUE: readonly VaguePhrase[] = [
  row('access to', 'how-often', 'What is given, and how often?', `${GUIDE}; ${FORUMS}`),
  row('opportunities for', 'how-often', 'What is planned, and how often?', NODDY, {
    found: 'opportunit(?:y|ies) (?:for|to)',
  }),
  row('would benefit from', 'start', 'Will it be given, and from which day?', FORUMS),
  row('regular', 'how-often', 'How often: how many times a day or a week?', `${GUIDE}; ${FORUMS}`, {
    found: 'regular(?:ly)?',
  }),
  row('frequent', 'how-often', 'How often: how many times a day or a week?', FORUMS, {
    found: 'frequent(?:ly)?',
  }),
  row('as required', 'how-often', WHEN, FORUMS),
  row('as needed', 'how-often', WHEN, FORUMS),
  row('if needed', 'how-often', WHEN, FORUMS),
  row('when needed', 'how-often', WHEN, FORUMS),
  row('as appropriate', 'how-often', WHEN, FORUMS),
  row('where appropriate', 'how-often', WHEN, FORUMS),
  row('where possible', 'how-often', 'What happens where it is not possible?', FORUMS),
  row('as advised', 'what', 'What was advised: who does what, and how often?', FORUMS),
  row('up to', 'how-long', 'At least how much, or how many?', CODE, {
    // Something is up to date.
    found: 'up to(?![ -]+date)',
  }),
  row('or equivalent', 'what', 'What exactly will it be?', CODE),
  row('such as', 'what', 'Which exactly?', CODE),
  row('e.g.', 'what', 'Which exactly?', CODE, { found: 'e\\.\\s?g\\.?|eg\\.?' }),
  row('etc.', 'what', 'What else? Name it.', CODE, { found: 'etc\\.?|et\\s?cetera' }),
  row('small group', 'how-many', 'A group of how many?', `${GUIDE}; ${FORUMS}`, {
    found: 'small(?:er)? groups?',
    fineWith: 'number',
  }),
  row('high level of', 'how-long', 'How many hours a week?', TRIBUNAL, { found: 'high levels? of' }),
  row('key adult', 'who', 'Who: which person, or which post with what training?', FORUMS, {
    found: 'key adults?',
  }),
  row('school staff', 'who', 'Who: which person, or which post with what training?', FORUMS),
  row('support with', 'what', 'What exactly is done, by whom?', NODDY),
  row('support from', 'what', 'What exactly does this person do, and how often?', NODDY),
  row('input', 'what', 'What exactly is done, by whom and how often?', NODDY, { found: 'inputs?' }),
  row('encouraged to', 'what', 'Who does what, so that it happens?', FORUMS),
  row('consider', 'what', 'Will it be done? If so: what, by whom, and from which day?', FORUMS, {
    found: 'consider(?:s|ed|ing)?|considerations? (?:of|to)',
  }),
  row('may', 'start', 'Will it happen, and from which day?', FORUMS, {
    // The month: in May, 3 May, May 2027, May half-term.
    found: `${NOT_A_MONTH}may(?! (?:\\d|half|term))`,
  }),
  row('ongoing', 'how-long', 'For how long, and when is it looked at again?', FORUMS, {
    found: 'on-?going',
  }),
  row('bespoke', 'what', 'What exactly is in it?', FORUMS),
  row('flexible', 'what', 'What is the least that is always given?', FORUMS, {
    found: 'flexib(?:le|ly|ility)',
  }),
  row('monitor', 'measure', 'Who looks at what, on which days, and what happens then?', FORUMS, {
    found: 'monitor(?:s|ed|ing)?',
  }),
  row('improve …', 'measure', 'What will they be able to do, and how will it be measured?', GUIDE, {
    found: '(?:to )?improv(?:e|es|ed|ing)(?: [^ .:;!?]+){1,7}[.!]?',
    alone: true,
  }),
];

const WORD = '[\\p{L}\\p{N}]';

function pattern({ found, alone, fineWith }: VaguePhrase): RegExp {
  if (alone) return new RegExp(`^\\P{L}*(?:${found}) ?$`, 'giu');
  const whole = `(?<!${WORD})(?:${found})(?!${WORD})`;
  if (!fineWith) return new RegExp(whole, 'giu');
  // "a small group of 4", "small groups (three children)": not "3 times a week".
  const about = '(?:up to|about|at most|no more than|max(?:imum)?\\.?(?: of)?)? ?';
  const after = `(?!(?: \\p{L}+)? ?(?:of|with|[(,:–-]) ?${about}${NUMBER}(?!${WORD})(?! ?${TIMES}(?!${WORD})))`;
  return new RegExp(`${whole}${after}`, 'giu');
}

const PATTERNS = VAGUE.map((phrase) => ({ phrase, pattern: pattern(phrase) }));

const A_NUMBER = new RegExp(`(?<!${WORD})${NUMBER}$`, 'iu');
const SOME_PEOPLE = new RegExp(`^${PEOPLE}$`, 'iu');
/** So many words may stand between the people and the phrase: "with two others in a (small group)". */
const BETWEEN = 3;
/** As long as that can be, so that looking back takes no longer in a long text. */
const LOOKED_BACK = 130;

function saysHowMany(text: string, at: number): boolean {
  const words = text.slice(Math.max(0, at - LOOKED_BACK), at).split(' ');
  if (words.pop() !== '') return false;
  for (let skipped = 0; skipped <= BETWEEN; skipped += 1) {
    const people = words.pop() ?? '';
    const before = words.at(-1)?.toLowerCase() === 'other' ? words.at(-2) : words.at(-1);
    if (SOME_PEOPLE.test(people) && A_NUMBER.test(before ?? '')) return true;
    if (!/^\p{L}+$/u.test(people)) return false;
  }
  return false;
}

/** Whether it stands in a text that has one space between its words. */
const stands = ({ phrase, pattern }: (typeof PATTERNS)[number], text: string) =>
  [...text.matchAll(pattern)].some(({ index }) => !phrase.fineWith || !saysHowMany(text, index));

/** Something that says how much: "3 times a week", "daily", "in each lesson". */
const QUANTITY = new RegExp(
  `(?<!${WORD})(?:${NUMBER}|one|once|twice|thrice|daily|weekly|fortnightly|monthly|half-?termly|termly|every|each)(?!\\p{L})|\\d`,
  'iu',
);
const ONE_TO_ONE =
  /one[\s-]to[\s-]one|(?<!\d)1\s?(?::|to)\s?1(?!\d)|individual|alone|by (?:him|her|them)sel/iu;

// Neither a space nor a letter: what stands on either side of a quotation is no phrase.
const GAP = '\uFFFC';
const QUOTED = [
  /“[^“]*”/gu,
  /"[^"]*"/gu,
  // The closing mark is also an apostrophe: as far as it can be one, everything up to the last is quoted.
  /‘[^‘]*’(?!\p{L})/gu,
];
const OPENS = /(?<![\p{L}\p{N}])'(?=\S)/gu;
const CLOSES = /'(?!\p{L})/gu;

const from = (at: number, mark: RegExp, text: string): number | undefined => {
  mark.lastIndex = at;
  return mark.exec(text)?.index;
};

/** A gap for each stretch between straight single marks; one before a letter is an apostrophe. */
function withoutSingles(text: string): string {
  let left = '';
  let at = 0;
  for (;;) {
    const open = from(at, OPENS, text);
    const close = open === undefined ? undefined : from(open + 1, CLOSES, text);
    if (open === undefined || close === undefined) return left + text.slice(at);
    left += text.slice(at, open) + GAP;
    at = close + 1;
  }
}

/** The text without what is quoted: words of parents and pupils are theirs. */
const unquoted = (text: string) =>
  withoutSingles(QUOTED.reduce((left, quote) => left.replace(quote, GAP), text));

function found(text: string): readonly VaguePhrase[] {
  const own = unquoted(text).replaceAll(/\s+/g, ' ');
  const vague = PATTERNS.filter((one) => stands(one, own)).map(({ phrase }) => phrase);
  return vague.filter(({ alone }) => !alone || !QUANTITY.test(own));
}

const shown = (phrases: readonly VaguePhrase[]): readonly Vagueness[] =>
  phrases.map(({ phrase, question }) => ({ phrase, question }));

/**
 * The vague phrases in a text that somebody wrote (of a target, say), each once, with the question to answer. What is
 * quoted in it is left out. It is advice: nothing is refused for it.
 */
export function vagueIn(text: string): readonly Vagueness[] {
  return shown(found(text));
}

/**
 * The vague phrases in provision. One whose question another part answers is not: "regular" where it says how often,
 * "a small group" where it says how many.
 */
export function vagueInProvision(provision: Omit<Provision, 'id'>): readonly Vagueness[] {
  const { what, who, howOften, howLong, groupSize, howReviewed } = provision;
  const answered = answeredBy(provision);
  const inAny = new Set([what, who, howOften, howLong, groupSize, howReviewed].flatMap(found));
  return shown(VAGUE.filter((phrase) => inAny.has(phrase) && !answered.has(phrase.asks)));
}

/** What the parts that are there to say it do say. */
function answeredBy({ who, howOften, howLong, groupSize }: Omit<Provision, 'id'>): ReadonlySet<Asks> {
  const named = who.trim() !== '' && !found(who).some(({ asks }) => asks === 'who');
  const answers: readonly (readonly [Asks, boolean])[] = [
    ['who', named],
    ['how-often', QUANTITY.test(howOften)],
    ['how-long', QUANTITY.test(howLong) && !isAtMost(howLong)],
    ['how-many', QUANTITY.test(groupSize) || ONE_TO_ONE.test(groupSize)],
  ];
  return new Set(answers.flatMap(([asks, is]) => (is ? [asks] : [])));
}

/** "Up to an hour" may be nothing at all, whatever number it names. */
const isAtMost = (text: string) => found(text).some(({ phrase }) => phrase === 'up to');
