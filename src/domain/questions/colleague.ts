import { z } from 'zod';
import { beginsNames, isWholeName } from '../language/name-fits.ts';
import { namesLike } from '../language/names-like.ts';
import { chosenIn } from './choice.ts';
import type { Block, Input, Option, Question, Sent } from './question.ts';

/** So many colleagues can be listed in a form with two such lists, in every chat; of more, the others are looked up by typing. */
const MOST_LISTED = 200;
/** So many stand below each other to be ticked, wherever several can be; in a form with two such lists more would fill a phone. */
const MOST_TICKED = 8;

const mostListed = ({ several }: { readonly several: boolean }) => (several ? MOST_TICKED : MOST_LISTED);
/** Characters of names and addresses, joined. */
const LONGEST_ADDED = 4000;

interface OfStaff {
  readonly school: {
    readonly staff: readonly {
      readonly email: string;
      readonly role?: string | undefined;
      readonly left?: unknown;
    }[];
  };
}

type Choice = Extract<Input, { kind: 'choice' }>;
const isChoice = (block: Block): block is Choice => block.kind === 'choice';

const ONE_ONLY = 'Please choose one colleague.';

const boxOf = (id: string) => `${id}_named`;

/** Of the options those that a name, the beginning of its words, or an address means: one in full before all others. */
function meantBy(name: string, options: readonly Option[]): readonly Option[] {
  const inFull = options.filter(
    ({ title, value }) => value === name.toLowerCase() || isWholeName(name, title),
  );
  return inFull.length > 0 ? inFull : options.filter(({ title }) => beginsNames(name, title));
}

const namesIn = (text: string) =>
  text
    .split(/[\n,;]/)
    .map((name) => name.trim())
    .filter(Boolean);

/** What is said of a name that is nobody’s, or several people’s; undefined where it is one colleague’s. */
function faultIn(name: string, options: readonly Option[]): string | undefined {
  const meant = meantBy(name, options);
  if (meant.length === 1) return undefined;
  if (meant.length === 0)
    return 'No colleague on the staff list has that name. Please check how it is spelt.';
  return `That could be ${meant.length} colleagues. Please type the whole name, or the e-mail address.`;
}

type Searched = Pick<Choice, 'options'>;

/** So many are offered at a time for what is typed: Teams shows no more. */
const MOST_OFFERED = 15;

/**
 * Who is offered for what is typed into an input so far, those whose name begins with it first; nobody where nothing that could be
 * a name was typed, or where the input is no search.
 */
export function offeredFor(input: Input | undefined, typed: string): readonly Option[] {
  if (input?.kind !== 'choice' || input.list !== 'search') return [];
  const address = typed.trim().toLowerCase();
  const byAddress = address.includes('@')
    ? input.options.filter(({ value }) => value.startsWith(address))
    : [];
  const named = byAddress.length > 0 ? byAddress : namesLike(typed, input.options, ({ title }) => title);
  return named.slice(0, MOST_OFFERED);
}

/** What stands in a search, one by one: the option that is chosen or meant, or what was typed and is no one’s name. */
export function standingIn({ options }: Searched, text: string): readonly (Option | string)[] {
  return namesIn(text).map((name) => {
    const meant = meantBy(name, options);
    const [one] = meant;
    return one && meant.length === 1 ? one : name;
  });
}

/** The colleagues who are named in something that is stored, whatever it is; a staff list by itself names nobody. */
function namedIn(value: unknown, staff: ReadonlySet<string>, found: Set<string> = new Set()): Set<string> {
  if (typeof value === 'string' && staff.has(value)) found.add(value);
  else if (typeof value === 'object' && value !== null)
    for (const [key, inner] of Object.entries(value)) if (key !== 'email') namedIn(inner, staff, found);
  return found;
}

/** Those who are concerned already: around the pupil, in the review, and who run reviews. The others are looked up. */
function concerned<S extends OfStaff>(choice: Choice, subject: S): readonly Option[] {
  const { options } = choice;
  const { staff } = subject.school;
  const found = namedIn(subject, new Set(options.map(({ value }) => value)));
  const run = staff.filter(({ role, left }) => role !== 'staff' && !left).map(({ email }) => email);
  const all = new Set([...found, ...run]);
  return options.filter(({ value }) => all.has(value)).slice(0, mostListed(choice));
}

/**
 * A question for one colleague or several, by a list of the staff. Where they are too many for a list in every chat, or to be ticked
 * on a phone, those are listed who are concerned already, and any other is looked up by typing their name, the beginning of it, or their address. A
 * name that was typed, and nobody chosen for it, is taken where it is one colleague’s.
 */
export function orByName<T, S extends OfStaff>(question: Question<T, S>): Question<T, S> {
  const choiceFor = (id: string, subject: S) => question.blocks(id, subject, {}).find(isChoice);
  const isLong = (choice: Choice | undefined): choice is Choice =>
    choice !== undefined && choice.options.length > mostListed(choice);
  /** What is chosen with the names that were typed, as the list alone would send it. */
  const together = ({ several, options }: Choice, listed: string, typed: string): string => {
    const added = namesIn(typed).flatMap((name) => meantBy(name, options).map(({ value }) => value));
    if (!several) return added[0] ?? listed;
    return [...new Set([...chosenIn(listed), ...added])].join(',');
  };
  return {
    ...question,
    blocks: (id, subject, words) =>
      question.blocks(id, subject, words).flatMap((block): readonly Block[] => {
        if (!isChoice(block) || !isLong(block)) return [block];
        return byList(block, concerned(block, subject));
      }),
    answer(id, values, subject) {
      const choice = choiceFor(id, subject);
      if (!isLong(choice)) return question.answer(id, values, subject);
      const listed = [values[id] ?? ''].flat().join(',');
      const value = together(choice, listed, String(values[boxOf(id)] ?? ''));
      return question.answer(id, { ...values, [id]: choice.several ? chosenIn(value) : value }, subject);
    },
    rule(sent: Sent, subject, id = '') {
      const choice = choiceFor(id, subject);
      if (!isLong(choice)) return question.rule?.(sent, subject, id);
      const value = together(choice, sent[id] ?? '', sent[boxOf(id)] ?? '');
      if (value === '' && choice.needed && namesIn(sent[boxOf(id)] ?? '').length === 0) return choice.needed;
      return question.rule?.({ ...sent, [id]: value }, subject, id);
    },
  };
}

/** Those of a long list who are concerned, where there are any, and a search for others. */
function byList(choice: Choice, some: readonly Option[]): readonly Input[] {
  const { id, label, several, options, needed: _, list: __, hint, ...rest } = choice;
  const known = (code: string) => options.some(({ value }) => value === code);
  const listed = z
    .string()
    .refine((text) => chosenIn(text).every(known), 'Please choose from the staff list.')
    .transform((text) => (several ? chosenIn(text) : text));
  const others = several ? `${label}: others, by name` : `${label} Another colleague, by name`;
  const search: Input = {
    ...(rest.more && { more: rest.more }),
    ...(some.length > 0 && { addsTo: id }),
    id: boxOf(id),
    label: some.length > 0 ? others : label,
    hint: 'Type the beginning of a name',
    needed: '',
    kind: 'choice',
    options,
    several,
    list: 'search',
    schema: () =>
      z
        .string()
        .trim()
        .max(LONGEST_ADDED, `That is too long: please keep it to ${LONGEST_ADDED} characters.`)
        .superRefine((text, context) => {
          const names = namesIn(text);
          const message =
            several || names.length < 2
              ? names.map((name) => faultIn(name, options)).find(Boolean)
              : ONE_ONLY;
          if (message) context.addIssue({ code: 'custom', message });
        }),
  };
  if (some.length === 0) return [search];
  const own: Input = {
    ...rest,
    id,
    label,
    hint,
    several,
    needed: '',
    list: 'compact',
    options,
    listed: some,
    schema: () => listed,
  };
  return [own, search];
}
