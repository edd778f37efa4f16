import { dayWords } from '../../domain/language/days.ts';
import { nameOf, pupilName } from '../../domain/language/people.ts';
import { capital, count } from '../../domain/language/words.ts';
import { obligationNamed } from '../../domain/nudges/obligation-id.ts';
import type { Settled } from '../../domain/nudges/settled.ts';
import { rowNamed, rowOfKind } from '../../domain/review/obligations/index.ts';
import { termsOf } from '../../domain/review/terms-of.ts';
import { membership } from '../../domain/school/membership.ts';
import type { Pupil } from '../../domain/school/pupil.ts';
import type { PersonId, School } from '../../domain/school/school.ts';
import type { LocalDate } from '../../domain/time.ts';
import { button, press } from '../buttons.ts';
import { type Whose, whoseWords } from '../labels.ts';
import type { CardMessage } from '../message.ts';
import { type Run, subtle, typed } from '../parts.ts';
import { render } from '../render.ts';
import { type Late, lateRow } from './digest-late.ts';
import { type AboutStaff, aboutStaffRows, aboutStaffWords } from './digest-people.ts';
import { type AboutSchool, aboutSchoolRows, aboutSchoolWords } from './digest-school.ts';
import { type ToMeet, toMeetRow, toMeetWords } from './digest-to-meet.ts';
import { pagesOfRows, plainRow, type Row, withMain } from './rows.ts';
import { actionOf, type Owed, overdueWords, rowOf, sorted, thingNamed } from './waiting.ts';
import { inOneList, type PupilOwed, pupilRow } from './waiting-pupil.ts';

type AnyOwed = Owed | PupilOwed;

/** Something that the digest listed and that is settled since. */
export interface SettledItem {
  /** The obligation's id. */
  readonly id: string;
  readonly settled: Settled;
  /** What it was about, to somebody who may still see that. */
  readonly of?: (Whose & { readonly school: School }) | undefined;
  /** Whom it was about, where it was owed for a pupil and in no review. */
  readonly pupil?: Pupil;
}

/** "✓ Done": what became of it, in words, to `reader`. */
function settledWords({ settled }: SettledItem): string {
  switch (settled.is) {
    case 'done':
      return '✓ Done';
    case 'withdrawn':
      return '✓ Not to be done any more';
    case 'given':
      return '✓ It is with a colleague now';
    case 'moved':
      return `✓ Moved to ${dayWords(settled.to)}`;
    case 'disowned':
      return '✓ Handed back: the SENCO finds it an owner';
    case 'cannot-be-done':
      return '✓ Can’t be done: the SENCO decides';
    case 'answered':
      return '✓ Answered';
    case 'planned':
      return '✓ The meeting is set';
    case 'recorded':
      return '✓ Recorded';
    case 'opened':
      return '✓ The meeting is open';
    case 'decided':
      return '✓ The outcome is recorded';
    case 'over':
      return '✓ No longer needed';
  }
}

/** Who has done it or has it now, where that is not the reader. */
function whoSettled({ settled }: SettledItem, school: School, reader: PersonId): Run[] {
  if ('by' in settled && settled.by !== reader) return [subtle(` · by ${nameOf(school, settled.by)}`)];
  if (settled.is === 'given') return [subtle(` · with ${nameOf(school, settled.to)}`)];
  return [];
}

/** What was to be done; nothing for a kind that is not known any more. */
const owedOnce = (
  kind: string,
  { review, pupil }: NonNullable<SettledItem['of']>,
  today: LocalDate,
): string => rowNamed(kind)?.words(termsOf(review, pupil, today), review) ?? '';

function settledRow(item: SettledItem, reader: PersonId, today: LocalDate): Row {
  const { of, id, pupil } = item;
  if (!of) return plainRow(settledWords(item), pupil ? [[subtle(pupilName(pupil))]] : []);
  const { review, school } = of;
  const { kind, about } = obligationNamed(id);
  const action = review.actions.find((one) => one.id === about);
  const thing = thingNamed(review, kind, about);
  const what = thing ? typed(thing.text) : [[subtle(owedOnce(kind, of, today))]];
  const line = [subtle(whoseWords(of)), ...whoSettled(item, school, reader)];
  const row = plainRow(settledWords(item), [...what, line]);
  // Moved, it is still theirs.
  const look = action && item.settled.is === 'moved';
  return look ? { ...row, buttons: [button('Open', press.show('action', review.id, action.id))] } : row;
}

/** To a SENCO, beside finding one action a new owner: giving away all of somebody's who left or is away. */
function withGiveAll(rows: readonly Row[], owed: readonly Owed[], today: LocalDate): Row[] {
  const offered = new Set<string>();
  return rows.map((row, at) => {
    const one = owed[at];
    const action = one && rowOfKind(one.obligation.kind).action === 'needs-owner' ? actionOf(one) : undefined;
    if (!one || !action || action.disowned) return row;
    const key = `${one.school.id} ${action.owner}`;
    const absent = membership(one.school, action.owner)?.absent;
    const gone = !membership(one.school, action.owner) || (absent && absent.until > today);
    if (!gone || offered.has(key)) return row;
    offered.add(key);
    const all = press.schoolForm('bulk-reassign', one.school.id, action.owner);
    return { ...row, buttons: [...row.buttons, button('Give all of theirs', all)] };
  });
}

const headedBy = (heading: string, rows: readonly Row[]): Row[] =>
  rows.map((row, at) => (at === 0 ? { ...row, heading } : row));

const DIGEST_ROWS = 12;

/**
 * A day's reminder to `reader`: what they owe and is due, each with the buttons that settle it, the most urgent first; what
 * colleagues may need a hand with; and, once some of it is settled, what became of that.
 */
export function digestCard(given: {
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
}): CardMessage {
  const {
    today,
    reader,
    ofPupils = [],
    late = [],
    settled = [],
    toMeet = [],
    aboutStaff = [],
    aboutSchool = [],
  } = given;
  const ofReviews = sorted(given.owed, today);
  const owed = [...ofReviews, ...ofPupils];
  const manySchools =
    new Set([...owed, ...toMeet, ...aboutStaff, ...aboutSchool].map(({ school }) => school.id)).size > 1;
  const reviewRows = withGiveAll(
    ofReviews.map((one) => rowOf(one, today, manySchools, true)),
    ofReviews,
    today,
  );
  const own = inOneList(
    reviewRows.map((row, at) => ({ of: ofReviews[at]?.obligation ?? { due: today }, row })),
    ofPupils.map((one) => ({ of: one.obligation, row: pupilRow(one, today, manySchools) })),
    today,
  );
  // Told once, so first: what does not fit is only of their own, and stands in the list of it.
  const open = [
    ...headedBy(
      'Somebody may need a hand',
      late.map((one) => lateRow(one, today)),
    ),
    ...headedBy(
      'Once a half-term',
      toMeet.map((one) => toMeetRow(one, manySchools)),
    ),
    ...headedBy('About the staff', aboutStaffRows(aboutStaff, manySchools)),
    ...headedBy('About the school', aboutSchoolRows(aboutSchool, manySchools)),
    ...headedBy(late.length || isAside({ toMeet, aboutStaff, aboutSchool }) ? 'What’s yours' : '', own),
  ];
  const done = headedBy(
    'Settled',
    settled.map((one) => settledRow(one, reader, today)),
  );
  const [rows = []] = pagesOfRows([...open, ...done], DIGEST_ROWS);
  const left = Math.max(0, open.length - rows.length);
  const doneLeft = done.length - Math.max(0, rows.length - open.length);
  const buttons = left ? [button('What’s waiting on me', press.mine(1))] : [];
  return {
    card: render(
      'waiting',
      { title: 'What’s due', ask: askOf({ owed, late, settled, toMeet, aboutStaff, aboutSchool, today }) },
      {
        rows: withMain(rows),
        more: moreWords(left, doneLeft),
        buttons,
      },
    ),
    notification: `SEND reviews: ${countsOf({ owed, late, toMeet, aboutStaff, aboutSchool, today })}`,
  };
}

/** What a SENCO is told of besides what anybody owes. */
interface Aside {
  readonly toMeet: readonly ToMeet[];
  readonly aboutStaff: readonly AboutStaff[];
  readonly aboutSchool: readonly AboutSchool[];
}

const isAside = ({ toMeet, aboutStaff, aboutSchool }: Aside): boolean =>
  [toMeet, aboutStaff, aboutSchool].some((some) => some.length > 0);

interface Counted extends Aside {
  readonly owed: readonly AnyOwed[];
  readonly late: readonly Late[];
  readonly today: LocalDate;
}

function countsOf({ owed, late, toMeet, aboutStaff, aboutSchool, today }: Counted): string {
  const own = owed.length ? [`${count(owed.length, 'thing')}${overdueWords(owed, today)}`] : [];
  const colleagues = late.length ? [`${count(late.length, 'thing')} a colleague may need a hand with`] : [];
  const aside = [...toMeetWords(toMeet), ...aboutStaffWords(aboutStaff), ...aboutSchoolWords(aboutSchool)];
  return [...own, ...colleagues, ...aside].join(', and ') || 'all of it is settled';
}

function askOf(given: Counted & { readonly settled: readonly SettledItem[] }): string {
  const { owed, late, settled } = given;
  if (!owed.length && !late.length && !isAside(given)) return 'All of it is settled. Thank you!';
  const order = owed.length + late.length ? ', the most urgent first' : '';
  const done = settled.length ? ` ${settled.length} settled since this morning.` : '';
  return `${capital(countsOf(given))}${order}.${done}`;
}

function moreWords(left: number, doneLeft: number): string {
  const open = left ? [`And ${left} more: type “review mine”, or press the button.`] : [];
  const done = doneLeft > 0 ? [`${doneLeft} more ${doneLeft === 1 ? 'is' : 'are'} settled.`] : [];
  return [...open, ...done].join(' ');
}
