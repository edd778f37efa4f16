import type { PersonId } from '../../src/domain/school/school.ts';
import type { LocalDate } from '../../src/domain/time.ts';
import type { CardElement, CardMessage } from '../../src/presentation/message.ts';
import { openCard, wordsOf } from '../support/card-hands.ts';
import type { Thing } from './year-facts.ts';
import type { Expected } from './year-oracle.ts';

/** A digest as it can be read: what a locked phone shows, and its rows, each as "what: which". */
export interface Received {
  readonly notification: string;
  readonly rows: readonly string[];
}

const ROWS = 12;
const HEADINGS = ['Somebody may need a hand', 'What’s yours'];
const SUBJECT = /\b(A\d{4})\b/;
const PUPIL = /\b(N\d{3})\b/;

/** The words for what is late, as a digest has them. */
const NEEDS: Readonly<Record<string, string>> = {
  'setting the meeting': 'Set the meeting, and ask for evidence',
  'giving evidence': 'Give your evidence',
  'recording the parents’ or carers’ views': 'Record the parents’ or carers’ views',
  'recording the pupil’s views': 'Record the pupil’s views',
  'holding the meeting': 'Hold the meeting',
  'deciding the outcome': 'Decide the outcome',
  'this action': 'Your action',
  'finding a new owner for this action': 'Find a new owner for an action',
  'deciding what becomes of this action': 'Decide what becomes of an action',
  'asking somebody else for evidence': 'Ask somebody else for evidence',
};

/** Reads a digest off its card. */
export function readDigest({ card, notification }: CardMessage): Received {
  const places = card.body.filter(({ type }) => type === 'Container');
  return { notification, rows: places.flatMap((place) => rowIn(card, place)) };
}

function rowIn(card: CardMessage['card'], place: CardElement): string[] {
  const lines = wordsOf(openCard({ ...card, body: [place] })).split('\n');
  const [what = '', ...rest] = lines.filter((line) => !HEADINGS.includes(line));
  const said = rest.join('\n');
  const subject = SUBJECT.exec(said)?.[1] ?? PUPIL.exec(said)?.[1];
  if (subject === undefined) return [];
  const [, who, needs = ''] = /(\S+) may need a hand with (.*)/.exec(said) ?? [];
  return [who === undefined ? `${what}: ${subject}` : `${who} is late: ${NEEDS[needs] ?? needs}: ${subject}`];
}

const ownRow = ({ what, subject }: Thing) => `${what}: ${subject}`;
// The staff list has their addresses for names.
const lateRow = (thing: Thing) => `${thing.who} is late: ${ownRow(thing)}`;
const things = (n: number) => `${n} ${n === 1 ? 'thing' : 'things'}`;

/** What a locked phone must show of it. */
function notificationOf({ own, late, staff }: Expected, day: LocalDate): string {
  const overdue = own.filter(({ due }) => due < day).length;
  const mine = own.length > 0 ? [`${things(own.length)}${overdue > 0 ? `, ${overdue} overdue` : ''}`] : [];
  const others = late.length > 0 ? [`${things(late.length)} a colleague may need a hand with`] : [];
  const people = staff > 0 ? [`${things(staff)} about the staff to look at`] : [];
  return `SEND reviews: ${[...mine, ...others, ...people].join(', and ')}`;
}

/** How a morning differs from what it must be: a line a person, with the day, and what is missing and too much. */
export function differences(
  day: LocalDate,
  expected: ReadonlyMap<PersonId, Expected>,
  received: ReadonlyMap<PersonId, readonly Received[]>,
): string[] {
  const people = [...new Set([...expected.keys(), ...received.keys()])];
  return people.flatMap((person) => {
    const must = expected.get(person);
    const [first, ...more] = received.get(person) ?? [];
    const wrong = [
      ...(more.length > 0 ? [`${more.length} more that day`] : []),
      ...(must && first ? wrongIn(must, first, day) : []),
      ...(must && !first ? [`nothing came; expected ${allRows(must).join(', ')}`] : []),
      ...(!must && first ? [`came, but should not: ${first.rows.join(', ')}`] : []),
    ];
    return wrong.map((each) => `${day} ${person}: ${each}`);
  });
}

const allRows = ({ own, late }: Expected) => [...late.map(lateRow), ...own.map(ownRow)];

function wrongIn(must: Expected, { notification, rows }: Received, day: LocalDate): string[] {
  const all = allRows(must);
  const too = rows.filter((row) => !all.includes(row));
  // A card has room for so many: the most urgent. Of some due on one day any may be left to the next page.
  const dueOf = new Map(must.own.map((thing) => [ownRow(thing), thing.due]));
  const lastShown = rows.reduce(
    (last, row) => ((dueOf.get(row) ?? '') > last ? (dueOf.get(row) ?? '') : last),
    '',
  );
  const mayMiss = (row: string) =>
    rows.length === ROWS - must.staff && all.length > rows.length && (dueOf.get(row) ?? '') >= lastShown;
  const missing = all.filter((row) => !rows.includes(row) && !mayMiss(row));
  const dues = rows.flatMap((row) => dueOf.get(row) ?? []);
  const words = notificationOf(must, day);
  return [
    ...(too.length > 0 ? [`lists ${too.join(', ')}`] : []),
    ...(missing.length > 0 ? [`lacks ${missing.join(', ')}`] : []),
    ...(new Set(rows).size < rows.length ? ['lists something twice'] : []),
    ...(dues.join() === [...dues].sort().join() ? [] : ['is not the most urgent first']),
    ...(notification === words ? [] : [`shows “${notification}”, not “${words}”`]),
  ];
}
