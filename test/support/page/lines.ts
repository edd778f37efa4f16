import { z } from 'zod';

/** Words in one look. */
export interface Run {
  readonly text: string;
  readonly bold?: boolean | undefined;
  readonly italic?: boolean | undefined;
}

/** A question of a form, as any chat asks it. */
export interface Question {
  readonly id: string;
  readonly label: string;
  readonly needed: boolean;
  /** What kind of answer: "a day", "one line, up to 300 characters". */
  readonly kind: string;
  /** What stands in the box until somebody types. */
  readonly placeholder?: string | undefined;
  /** What stands below it. */
  readonly hint?: string | undefined;
  readonly value?: string | undefined;
  /** What a search carries, to be asked with. */
  readonly asks?: string | undefined;
  readonly options?: readonly Option[] | undefined;
  /** What the chat itself says when a needed answer is left out. */
  readonly error?: string | undefined;
}

interface Option {
  readonly title: string;
  readonly value: string;
  readonly chosen: boolean;
}

export interface Button {
  readonly title: string;
  /** What the button carries: what to do, and to what. */
  readonly send: unknown;
  /** Whether it stands out, as the one to press or as one to think about before. */
  readonly style?: 'main' | 'destructive' | undefined;
  /** What is read out for it in the place of its title. */
  readonly label?: string | undefined;
  /** What else is to be known about it: "with the answers". */
  readonly notes?: readonly string[] | undefined;
}

/** @throws {Error} when `rest`, what is left of something on a card after all that is known of it, holds anything */
export function nothingLeft(of: string, rest: object): void {
  const left = Object.entries(rest).filter(([, value]) => value !== undefined);
  if (left.length > 0)
    throw new Error(`${of} has ${left.map(([key]) => key).join(', ')}: no page shows that`);
}

/** A mark that is meant as itself has a backslash before it. */
const escaped = (text: string) => text.replaceAll(/[\\*_]/g, '\\$&');

function marked({ text, bold, italic }: Run): string {
  const [, before = '', inner = '', after = ''] = text.match(/^(\s*)(.*?)(\s*)$/s) ?? [];
  if (inner === '') return text;
  const marks = `${bold ? '*' : ''}${italic ? '_' : ''}`;
  return `${before}${marks}${escaped(inner)}${[...marks].reverse().join('')}${after}`;
}

const alike = (one: Run, other: Run) => !one.bold === !other.bold && !one.italic === !other.italic;

/** What runs of words read as, a line each: *bold*, _italic_. In how many stretches words came is nothing one sees. */
export function textLines(runs: readonly Run[]): string[] {
  const lines: Run[][] = [[]];
  for (const run of runs) {
    for (const [at, text] of run.text.split('\n').entries()) {
      if (at > 0) lines.push([]);
      const line = lines.at(-1) ?? [];
      const last = line.at(-1);
      if (last && alike(last, run)) line.splice(-1, 1, { ...last, text: last.text + text });
      else line.push({ ...run, text });
    }
  }
  return lines.map((line) => line.map(marked).join(''));
}

export const headingLines = (text: string) => text.split('\n').map((line) => `# ${escaped(line)}`);

/** A heavy line between what stands above and below. */
export const SEPARATOR = '---';

/** Text on one line, its line breaks shown. */
const onOneLine = (text: string) => text.replaceAll('\n', ' ⏎ ');

const dataOf = z.looseObject({ do: z.string() }).catchall(z.string());
const quoted = (text: string) => (/^[\w.,@-]+$/.test(text) ? text : JSON.stringify(text));

/** What a button carries: what to do, and to what. "form evidence" is short for the form of that name. */
function carried(send: unknown): string {
  const { do: what, ...to } = dataOf.parse(send);
  const told = Object.entries(to).map(([key, value]) =>
    key === what ? quoted(value) : `· ${key} ${quoted(value)}`,
  );
  return [quoted(what), ...told].join(' ');
}

/** A button: its title, how it stands out, and what it carries. */
export function buttonLine({ title, send, style, label, notes = [] }: Button): string {
  const looks = [...(style ? [style] : []), ...notes].join(', ');
  return `[${title}]${looks ? ` ${looks}` : ''}${label === undefined ? '' : ` read as ${quoted(label)}`} → ${carried(send)}`;
}

/** How long a text may be, as part of its kind. */
export const textKind = (isLong: boolean, longest: number | undefined) =>
  `${isLong ? 'several lines' : 'one line'}, ${longest === undefined ? 'of any length' : `up to ${longest} characters`}`;

/** How choices are offered, as a kind of question. */
export const choiceKind = (several: boolean, inMenu: boolean) =>
  `choose ${several ? 'any' : 'one'}${inMenu ? ' from a menu' : ''}`;

/** Who fits is looked up once so many characters are typed, as a kind of question. */
export const searchKind = (several: boolean, from = 0) =>
  `choose ${several ? 'any' : 'one'}, looked up as one types${from === 1 ? '' : ` (from ${from} characters on)`}`;

function optionLine(several: boolean, { title, value, chosen }: Option): string {
  const [open, close, mark] = several ? ['[', ']', 'x'] : ['(', ')', '•'];
  return `${open}${chosen ? mark : ' '}${close} ${title} = ${value}`;
}

/** A question: its label, the id of its answer, and below it all that stands about it. */
export function questionLines(question: Question): string[] {
  const { id, label, needed, kind, placeholder, hint, value, asks, options = [], error } = question;
  const several = kind.startsWith('choose any');
  const about = [
    kind,
    ...(placeholder ? [`placeholder: ${onOneLine(placeholder)}`] : []),
    ...(value ? [`filled in: ${onOneLine(value)}`] : []),
    ...(asks ? [`asks with: ${asks}`] : []),
    ...options.map((option) => optionLine(several, option)),
    ...(hint ? [`hint: ${onOneLine(hint)}`] : []),
    ...(error ? [`if left out: ${onOneLine(error)}`] : []),
  ];
  return [`? ${onOneLine(label)}${needed ? ' (needed)' : ''} {${id}}`, ...about.map((line) => `    ${line}`)];
}
