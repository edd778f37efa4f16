import { capital, count } from '../../domain/language/words.ts';
import type { PersonId } from '../../domain/school/school.ts';
import { compare, type LocalDate } from '../../domain/time.ts';
import { asMain, type Button, button, press } from '../buttons.ts';
import type { CardMessage } from '../message.ts';
import { part, plain, type Section, section, sheetCard, subtle } from '../parts.ts';
import { asManyAsFit, buttonsFor, fitting, wordsIn, wordsShown } from './digest-fit.ts';
import { type Late, lateLine } from './digest-late.ts';
import { type DigestLine, headOf, ownLine, pupilLine } from './digest-line.ts';
import type { Note } from './digest-note.ts';
import { type AboutStaff, aboutStaffNotes, aboutStaffWords } from './digest-people.ts';
import { type AboutSchool, aboutSchoolNotes, aboutSchoolWords } from './digest-school.ts';
import { type SettledItem, settledLine } from './digest-settled.ts';
import { type ToMeet, toMeetNote, toMeetWords } from './digest-to-meet.ts';
import { type Owed, overdueWords } from './waiting.ts';
import type { PupilOwed } from './waiting-pupil.ts';

interface Given {
  readonly reader: PersonId;
  readonly owed: readonly Owed[];
  /** What they owe for pupils, whatever reviews there are. */
  readonly ofPupils?: readonly PupilOwed[];
  readonly late?: readonly Late[];
  readonly settled?: readonly SettledItem[];
  readonly toMeet?: readonly ToMeet[];
  readonly aboutStaff?: readonly AboutStaff[];
  readonly aboutSchool?: readonly AboutSchool[];
  readonly today: LocalDate;
}

const TITLE = 'What’s due';

/** All there is of it about pupils, the most pressing first. */
function linesOf({ owed, ofPupils = [], late = [], today }: Given): DigestLine[] {
  return [
    ...owed.map((one) => ownLine(one, today)),
    ...ofPupils.map((one) => pupilLine(one, today)),
    ...late.map((one) => lateLine(one, today)),
  ].sort((a, b) => a.rank - b.rank || compare(a.due, b.due) || a.order - b.order);
}

/** The lines, with giving away all of what somebody has offered once. */
function givingAllOnce(lines: readonly DigestLine[]): DigestLine[] {
  const offered = new Set<string>();
  return lines.map((line) => {
    const { givesAll } = line;
    const whose = JSON.stringify(givesAll?.send);
    if (!givesAll || offered.has(whose)) return line;
    offered.add(whose);
    const [all, few, one] = line.buttons;
    return {
      ...line,
      buttons: [
        [...all, givesAll],
        [...few, givesAll],
        [...one, givesAll],
      ],
    };
  });
}

/** What of it is about the school and its staff, and of no one pupil. */
function notesOf({ toMeet = [], aboutStaff = [], aboutSchool = [] }: Given, manySchools: boolean): Note[] {
  return [
    ...aboutSchoolNotes(aboutSchool, manySchools),
    ...aboutStaffNotes(aboutStaff),
    ...toMeet.map((one) => toMeetNote(one, manySchools)),
  ];
}

/** How much there is, as a locked phone may show it. */
function countsOf({
  owed,
  ofPupils = [],
  late = [],
  toMeet = [],
  aboutStaff = [],
  aboutSchool = [],
  today,
}: Given) {
  const all = [...owed, ...ofPupils];
  const own = all.length ? [`${count(all.length, 'thing')}${overdueWords(all, today)}`] : [];
  const colleagues = late.length ? [`${count(late.length, 'thing')} a colleague may need a hand with`] : [];
  const aside = [...toMeetWords(toMeet), ...aboutStaffWords(aboutStaff), ...aboutSchoolWords(aboutSchool)];
  return [...own, ...colleagues, ...aside].join(', and ') || 'all of it is settled';
}

/** The one thing that matters most, and what to press. */
function firstWords(lines: readonly DigestLine[], notes: readonly Note[], settled: number): string {
  const [line] = lines;
  const [note] = notes;
  const done = settled ? ` ${settled} settled since this morning.` : '';
  if (line) {
    const [button] = line.buttons[0];
    const first = lines.length + notes.length > 1 ? `${line.rank === 0 ? 'First, by law' : 'First'}: ` : '';
    const what = first ? `${first}${line.first}` : capital(line.first);
    return `${what}${button ? ` Press “${button.title}”.` : ''}${done}`;
  }
  return note
    ? `${notes.length > 1 ? 'First: ' : ''}${note.text}. Press “${note.open.title}”.${done}`
    : 'All of it is settled. Thank you!';
}

/** Each pupil once, in the order of what presses most, with what is owed for them below. */
function pupilSections(
  lines: readonly DigestLine[],
  buttons: ReadonlyMap<DigestLine, readonly Button[]>,
  manySchools: boolean,
): Section[] {
  const groups = Map.groupBy(lines, ({ pupil }) => pupil.id);
  return [...groups.values()].map((group) => {
    const parts = group.map((line) => {
      const own = buttons.get(line) ?? [];
      return part([line.runs], isOneAndShort(own) ? { beside: own } : { below: own });
    });
    return section('', parts, group[0] ? headOf(group[0], manySchools) : '');
  });
}

/** What there was no room for, in words. */
function moreWords(left: readonly DigestLine[], doneLeft: number): string[] {
  const own = left.filter(({ once }) => !once).length;
  const others = left.length - own;
  return [
    ...(own ? [`And ${own} more.`] : []),
    ...(others ? [`And ${others} more a colleague may need a hand with.`] : []),
    ...(doneLeft > 0 ? [`${doneLeft} more settled.`] : []),
  ];
}

const sumOfWords = (texts: readonly string[]) => texts.reduce((sum, text) => sum + wordsIn(text), 0);

/**
 * A day's reminder to `reader`, in at most 120 words: first the one thing that matters most, then what is owed and due, by pupil,
 * what colleagues may need a hand with, what is to be seen to for the school; and, once some of it is settled, what became of
 * that. What there is no room for is counted, with a button to all of it.
 */
export function digestCard(given: Given): CardMessage {
  const { today, reader, settled = [], toMeet = [], aboutStaff = [], aboutSchool = [] } = given;
  const lines = givingAllOnce(linesOf(given));
  const schools = [...lines, ...toMeet, ...aboutStaff, ...aboutSchool].map(({ school }) => school.id);
  const manySchools = new Set(schools).size > 1;
  const notes = notesOf(given, manySchools);
  const ask = firstWords(lines, notes, settled.length);
  // Alone, a note is the first thing that is said, and is not said again.
  const alone = lines.length === 0 && notes.length === 1;
  const below = alone ? [] : notes;
  const taken = sumOfWords([TITLE, ask, ...below.map(({ text }) => text)]);
  const { shown, left } = fitting(lines, taken, manySchools);
  const done = asManyAsFit(
    settled.map((one) => settledLine(one, reader, today)),
    taken + wordsShown(shown, manySchools),
  );
  const fitted = buttonsFor(shown, notes.length);
  const buttons = new Map(shown.map((line, at) => [line, mainFirst(fitted[at] ?? [], at === 0)]));
  // Of none that is shown, the first line has the number.
  const more = moreWords(left, done.shown.length ? done.left.length : 0);
  const card = sheetCard({
    frame: { title: TITLE, ask },
    sections: [
      ...pupilSections(shown, buttons, manySchools),
      ...(below.length
        ? [
            section(
              '',
              below.map((note, at) => notePart(note, lines.length === 0 && at === 0)),
            ),
          ]
        : []),
      ...(done.shown.length
        ? [
            section(
              'Settled',
              done.shown.map((one) => part([one.runs], { beside: one.buttons })),
            ),
          ]
        : []),
      ...(more.length ? [section('', [part([[subtle(more.join(' '))]])])] : []),
    ],
    buttons: endButtons(
      lines,
      notes,
      left,
      [...buttons.values()].some((some) => some.length === 0),
    ),
  });
  return { card, notification: `SEND reviews: ${countsOf(given)}` };
}

/** A wider button beside a line leaves it three words a row on a phone. */
const WIDEST_BESIDE = 12;
const isOneAndShort = (buttons: readonly Button[]) =>
  buttons.length === 1 && buttons.every(({ title }) => title.length <= WIDEST_BESIDE);

const notePart = ({ text, open }: Note, isMain: boolean) => {
  const own = mainFirst([open], isMain);
  return part([[plain(text)]], isOneAndShort(own) ? { beside: own } : { below: own });
};

const mainFirst = ([first, ...rest]: readonly Button[], isMain: boolean): readonly Button[] =>
  first ? [isMain ? asMain(first) : first, ...rest] : [];

/** The button of what is said first where that is of no pupil; and those to all of what does not stand here, or has no button. */
function endButtons(
  lines: readonly DigestLine[],
  notes: readonly Note[],
  left: readonly DigestLine[],
  bare: boolean,
): Button[] {
  const own = bare || left.some(({ once }) => !once);
  const overdue = { which: 'overdue', by: 'owner', page: 1 } as const;
  return [
    ...(lines.length === 0 && notes.length === 1 ? notes.map(({ open }) => asMain(open)) : []),
    ...(own ? [button('What’s waiting on me', press.mine(1))] : []),
    ...(left.some(({ once }) => once) ? [button('All that is overdue', press.actions(overdue))] : []),
  ];
}
