import { nameWords } from '../../language/name-words.ts';

/** What can be told from one line about support; '' for what it does not say. */
export interface LineParts {
  /** What is left when what says one thing only is taken away: what is provided. */
  readonly what: string;
  readonly who: string;
  readonly howOften: string;
  readonly howLong: string;
  readonly groupSize: string;
}

const ONE = '(?:\\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty)';
/** What makes an amount a limit or a guess belongs to it: "up to 3" is not 3. */
const HEDGE =
  '(?:(?:up to|at least|at most|about|around|a minimum of|a maximum of|no more than|not more than|no less than) )?';
/** One number or a span of them: "20", "up to 3", "20-30", "2 to 3". */
const NUMBER = `${HEDGE}(?:${ONE} ?(?:-|–|to|or) ?)?${ONE}`;
const SPAN = '(?:day|week|fortnight|month|half-term|half term|term|year|morning|afternoon|lesson|break)';

const HOW_OFTEN = new RegExp(
  `\\b(?:(?:${HEDGE}(?:once or twice|once|twice)|${NUMBER} (?:${NUMBER}[ -]minute )?(?:times|sessions)|${NUMBER}x)(?: (?:(?:a|per|each|every) ${SPAN}|daily|weekly))?|${HEDGE}(?:daily|weekly|fortnightly)|(?:every|each) (?:${SPAN}|school day|monday|tuesday|wednesday|thursday|friday))\\b`,
  'giu',
);
const HOW_LONG = new RegExp(
  `\\b(?:${NUMBER}[ -](?:minutes?|mins?|hours?|hrs?)|half an hour|(?:for|over) ${NUMBER} (?:weeks?|months?|half-terms?|half terms?|terms?)|(?:for|over) (?:a|the|this|next) (?:half-term|half term|term|year)|${NUMBER} (?:weeks|half-terms|half terms|terms))\\b`,
  'giu',
);
const GROUP = new RegExp(
  `\\b(?:(?:a )?(?:small )?groups? of ${NUMBER}|one[ -]to[ -]one|1 ?(?::|to) ?1|in (?:a )?pairs?|the whole class|whole class)(?!\\p{L})`,
  'giu',
);
/** What may stand between the words that say how much, and says nothing itself. */
const JOINING =
  /\b(?:for|of|in|a|an|and|by|with|at|each|sessions?|small|time|run|led|given|from)\b|[^\p{L}\p{N}]/giu;
const GIVER = /^(?:by|with|from|led by|run by|given by) +/iu;
const ROLE =
  /\b(?:teachers?|assistants?|tas?|hltas?|senco|therapists?|tutors?|mentors?|key person|elsa|keyworkers?|practitioners?|coach)\b/iu;

const said = (text: string, what: RegExp): readonly string[] => text.match(what) ?? [];
const without = (text: string): string =>
  text.replace(HOW_OFTEN, ' ').replace(HOW_LONG, ' ').replace(GROUP, ' ').replace(JOINING, '');

const plain = (name: string) => nameWords(name).join(' ');

// As staff speak of each other before families: "Ms Khan".
const TITLED = /^(?:mr|mrs|ms|miss|mx|dr) (?=\S)/u;

/** The colleague whose whole name stands there, or a title and the surname ("Ms Khan, teaching assistant"), where that is one only. */
export function colleagueNamed<P extends { readonly name: string; readonly left?: unknown }>(
  text: string,
  staff: readonly P[],
): P | undefined {
  const wanted = plain(text);
  const surname = nameWords(text.split(',')[0] ?? '').join(' ');
  const titled = TITLED.test(surname) && ` ${surname.replace(TITLED, '')}`;
  const isMeant = (name: string) => name === wanted || (titled !== false && name.endsWith(titled));
  const [one, another] = staff.filter(({ name, left }) => !left && isMeant(plain(name)));
  return another ? undefined : one;
}

function giverIn(piece: string, staff: readonly { readonly name: string }[]): string {
  const bare = piece.replace(GIVER, '');
  if (colleagueNamed(bare, staff)) return bare;
  const isGiver = bare !== piece || ROLE.test(bare);
  return isGiver && without(piece) !== '' && without(piece) === piece.replace(JOINING, '') ? bare : '';
}

/**
 * One line about support by its parts: "Talk Boost, 3 times a week, 20 minutes for 10 weeks, a group of 4, with Ruth Adeyemi". A
 * piece between commas that says only how much, or who, is taken out of what is provided; all else stays in it, so that nothing
 * that was typed is lost. `staff` are those whose name says that they provide it.
 */
export function partsOf(line: string, staff: readonly { readonly name: string }[]): LineParts {
  const pieces = line.split(/[,;\n]/u).map((piece) => piece.trim());
  const [first = '', ...more] = pieces.filter(Boolean);
  const who = more.map((piece) => giverIn(piece, staff)).find(Boolean) ?? '';
  const kept = more.filter((piece) => without(piece) !== '' && !(who && giverIn(piece, staff) === who));
  return {
    what: kept.length === more.length ? line : [first, ...kept].join(', '),
    who,
    howOften: said(line, HOW_OFTEN).join(', '),
    howLong: said(line, HOW_LONG).join(', '),
    groupSize: said(line, GROUP).join(', '),
  };
}
