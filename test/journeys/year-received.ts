import type { PersonId } from '../../src/domain/school/school.ts';
import type { LocalDate } from '../../src/domain/time.ts';
import type { CardElement, CardMessage } from '../../src/presentation/message.ts';
import { openCard, wordsOf } from '../support/card-hands.ts';
import type { Thing } from './year-facts.ts';
import type { Expected } from './year-oracle.ts';

/** A digest as it can be read: what a locked phone shows, its rows by pupil, each as "what: which", and how many more there are. */
export interface Received {
  readonly notification: string;
  readonly groups: readonly (readonly string[])[];
  readonly rows: readonly string[];
  readonly moreOwn: number;
  readonly moreLate: number;
}

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

/** What is said in few words. */
const BRIEF: Readonly<Record<string, string>> = {
  'Set the meeting': 'Set the meeting, and ask for evidence',
  'Find a new owner': 'Find a new owner for an action',
  'Decide on': 'Decide what becomes of an action',
};

/** Reads a digest off its card. */
export function readDigest({ card, notification }: CardMessage): Received {
  const places = card.body.filter(({ type }) => type === 'Container');
  const groups = places.map((place) => rowsIn(card, place)).filter((rows) => rows.length > 0);
  const said = wordsOf(openCard(card));
  const number = (words: RegExp) => Number(words.exec(said)?.[1] ?? 0);
  return {
    ...{ notification, groups, rows: groups.flat() },
    moreOwn: number(/And (\d+) more\./),
    moreLate: number(/And (\d+) more a colleague/),
  };
}

/** A pupil, and below them a line for each thing: "what · when", "what: which action · when". */
function rowsIn(card: CardMessage['card'], place: CardElement): string[] {
  const [name = '', ...lines] = wordsOf(openCard({ ...card, body: [place] })).split('\n');
  const pupil = PUPIL.exec(name)?.[1];
  if (pupil === undefined) return [];
  return lines.filter((line) => line.includes(' · ')).map((line) => rowOf(line, pupil));
}

function rowOf(line: string, pupil: string): string {
  const subject = SUBJECT.exec(line)?.[1] ?? pupil;
  const [, who, needs = ''] = /(\S+) may need a hand with ([^:·]*)/.exec(line) ?? [];
  if (who !== undefined) return `${who} is late: ${NEEDS[needs.trim()] ?? needs}: ${subject}`;
  const [what = ''] = line.split(/: | · /);
  return `${SUBJECT.test(what) ? 'Your action' : (BRIEF[what] ?? what)}: ${subject}`;
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

const isSorted = (dues: readonly string[]) => dues.join() === [...dues].sort().join();

function wrongIn(
  must: Expected,
  { notification, groups, rows, moreOwn, moreLate }: Received,
  day: LocalDate,
) {
  const own = must.own.map(ownRow);
  const late = must.late.map(lateRow);
  const too = rows.filter((row) => ![...own, ...late].includes(row));
  // A card has room for so many words: the most urgent, and it says how many more there are.
  // By their day; a meeting of today before all that is late, which can be done after it.
  const standsBy = ({ what, due }: Thing) => (what === 'Hold the meeting' && due === day ? '' : due);
  const dueOf = new Map([
    ...must.own.map((thing) => [ownRow(thing), standsBy(thing)] as const),
    ...must.late.map((thing) => [lateRow(thing), thing.due] as const),
  ]);
  const due = (row: string) => dueOf.get(row) ?? '';
  const lastShown =
    rows
      .filter((row) => own.includes(row))
      .map(due)
      .sort()
      .at(-1) ?? '';
  const missingOwn = own.filter((row) => !rows.includes(row));
  const missingLate = late.filter((row) => !rows.includes(row));
  const lacks = [
    ...(missingOwn.length === moreOwn ? missingOwn.filter((row) => due(row) < lastShown) : missingOwn),
    ...(missingLate.length === moreLate ? [] : missingLate),
  ];
  const words = notificationOf(must, day);
  const isInOrder =
    isSorted(groups.map(([first = '']) => due(first))) && groups.every((group) => isSorted(group.map(due)));
  return [
    ...(too.length > 0 ? [`lists ${too.join(', ')}`] : []),
    ...(lacks.length > 0 ? [`lacks ${lacks.join(', ')}`] : []),
    ...(new Set(rows).size < rows.length ? ['lists something twice'] : []),
    ...(isInOrder ? [] : ['is not the most urgent first']),
    ...(notification === words ? [] : [`shows “${notification}”, not “${words}”`]),
  ];
}
