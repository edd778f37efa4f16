import type { InviteeRole, Outsider } from './annual.ts';
import { ROLE } from './questions/annual-options.ts';

/** Somebody outside the staff list who is invited, as a form has them. */
export interface Guest {
  readonly role: InviteeRole;
  readonly name: string;
}

const folded = (text: string) => text.trim().toLocaleLowerCase('en-GB');
const TITLES = new Map(Object.entries(ROLE).map(([role, title]) => [folded(title), role as InviteeRole]));

/** The role that the words before a colon mean, the first that fits: "Speech and language therapist: Sam". */
const MEANT: readonly (readonly [RegExp, InviteeRole])[] = [
  [/psychologist/, 'educational-psychologist'],
  [/therap/, 'therapist'],
  [/young person/, 'young-person'],
  [/\b(?:representative|attorney)\b/, 'representative'],
  [/virtual (?:school|head)/, 'virtual-school'],
  [/\b(?:advocate|supporter|sendiass?)\b/, 'supporter'],
  [/\b(?:interpret|translat)/, 'interpreter'],
  [/\b(?:mother|father|mum|dad|parents?|carers?|guardian)\b/, 'parent'],
  [/social (?:care|work)/, 'social-care'],
  [/\b(?:nurse|doctor|paediatrician|health|camhs)/, 'health'],
  [/\b(?:sen|ehc|send) (?:case ?work(?:er)?|officer)/, 'la-sen-officer'],
  [/\bhead ?teacher\b/, 'head'],
  [/next|college|new school|secondary school|placement/, 'next-placement'],
];

/** Whether a line of people to invite is of the family, by the first word in it that stands for somebody. */
export const isFamily = (line: string): boolean =>
  MEANT.find(([words]) => words.test(folded(line)))?.[1] === 'parent';

/** Parents who are not named. */
const PARENTS = /^(?:the )?(?:parents?(?: (?:or|and) carers?)?|carers?|mother|father|mum|dad)$/;

/**
 * One line of people to invite. "Therapist: Sam" is a therapist, Sam; what is more exact than our own word for a role
 * stays in the name as it was typed.
 */
export function guestIn(line: string): Guest {
  const at = line.indexOf(':');
  const [role, name] = at < 0 ? ['', ''] : [folded(line.slice(0, at)), line.slice(at + 1).trim()];
  const exact = name ? TITLES.get(role) : undefined;
  if (exact) return { role: exact, name };
  const meant = PARENTS.test(folded(line)) ? 'parent' : MEANT.find(([words]) => words.test(role))?.[1];
  return { role: meant ?? 'other', name: line.trim() };
}

/** The line that `guestIn` reads as this guest. */
export function guestLine({ role, name }: Guest): string {
  const read = guestIn(name);
  return read.role === role && read.name === name ? name : `${ROLE[role]}: ${name}`;
}

/** The lines of a box that say something. */
export const linesOf = (text: string): string[] =>
  text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');

const same = (a: Guest, b: Guest) => a.role === b.role && folded(a.name) === folded(b.name);

/** Nobody twice. */
export const onceEach = (guests: readonly Guest[]): Guest[] =>
  guests.filter((guest, at) => guests.findIndex((one) => same(one, guest)) === at);

/**
 * The guests with ids: who was invited before keeps theirs, and so their advice. One who alone has a role, and was
 * alone in it before, keeps it under another name, too: a name put right must not lose what was said.
 */
export function withIds(
  guests: readonly Guest[],
  before: readonly Outsider[],
  newId: () => string,
): { id: string; role: InviteeRole; name: string }[] {
  const byName = (guest: Guest) => before.find((one) => same(one, guest));
  const left = before.filter((one) => !guests.some((guest) => same(one, guest)));
  const bySeat = (guest: Guest) => {
    const old = left.filter(({ role }) => role === guest.role);
    const fresh = guests.filter((one) => one.role === guest.role && !byName(one));
    return old.length === 1 && fresh.length === 1 && guest.role !== 'other' ? old[0] : undefined;
  };
  return guests.map(({ role, name }) => {
    const known = byName({ role, name }) ?? bySeat({ role, name });
    return { id: known?.id ?? newId(), role, name };
  });
}
