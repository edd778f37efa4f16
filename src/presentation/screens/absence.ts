import { daysWords, dayWords } from '../../domain/language/days.ts';
import { count } from '../../domain/language/words.ts';
import type { School, StaffMember } from '../../domain/school/school.ts';
import type { LocalDate } from '../../domain/time.ts';
import { type Button, button, press } from '../buttons.ts';
import type { CardMessage } from '../message.ts';
import { pageButtons, rowsOnPage } from '../paging.ts';
import {
  bold,
  type Notice,
  noticed,
  type Part,
  part,
  plain,
  type Section,
  section,
  sheetCard,
  subtle,
  urgent,
} from '../parts.ts';

/** A colleague who is away or about to be, or has left, and what they owe. */
export interface AwayRow {
  readonly member: StaffMember;
  readonly school: School;
  /** How many open actions they have, and how many of these fall due before they are back. */
  readonly actions: number;
  readonly meanwhile: number;
  /** How many answers for evidence fall due before they are back. */
  readonly evidence: number;
  /** How much support they see to and how many requests they are to send, together. */
  readonly charges: number;
  /** Whether the person runs reviews in the school. */
  readonly mayRun: boolean;
}

/** A school whose absences the person may see, and whether they may say who is away. */
export interface AwaySchool {
  readonly school: School;
  readonly mayRun: boolean;
}

const ROWS_A_PAGE = 10;

function owesWords({ member, actions, meanwhile, evidence, charges }: AwayRow): string {
  if (member.left) {
    const open = actions
      ? [`${count(actions, 'action')} still open, with nobody to do ${actions === 1 ? 'it' : 'them'}`]
      : [];
    const also = charges ? [`${count(charges, 'thing')} they saw to or were to send`] : [];
    return [...open, ...also].join('; ');
  }
  const due = [
    ...(meanwhile ? [count(meanwhile, 'action')] : []),
    ...(evidence ? [count(evidence, 'answer')] : []),
  ];
  const one = meanwhile + evidence === 1;
  const before = due.length ? `${due.join(' and ')} ${one ? 'falls' : 'fall'} due before they are back` : '';
  const later = actions - meanwhile;
  const others = later ? `${count(later, 'action')} of theirs ${later === 1 ? 'is' : 'are'} due later` : '';
  return [before, others].filter(Boolean).join('; ') || 'Nothing of theirs is open';
}

function whenWords({ left, absent }: StaffMember, today: LocalDate): string {
  if (left) return `Left ${dayWords(left)}`;
  if (!absent) return '';
  const back = `${dayWords(absent.until)} (${daysWords(today, absent.until)})`;
  return absent.from > today ? `Away from ${dayWords(absent.from)}, back ${back}` : `Away, back ${back}`;
}

function buttonsOf({ member, school, actions, charges, mayRun }: AwayRow): Button[] {
  if (!mayRun) return [];
  const give = button('Give to another', press.schoolForm('bulk-reassign', school.id, member.email));
  const change = button('Change the day', press.schoolForm('absence', school.id, member.email));
  return [
    ...(member.left ? [] : [button('Back now', press.back(school.id, member.email)), change]),
    ...(actions || charges ? [give] : []),
  ];
}

function rowPart(row: AwayRow, today: LocalDate, manySchools: boolean): Part {
  const where = manySchools ? [subtle(` · ${row.school.name}`)] : [];
  const owes = owesWords(row);
  const line = row.member.left || row.meanwhile + row.evidence > 0 ? urgent(owes) : plain(owes);
  return part(
    [
      [bold(row.member.name), ...where],
      [subtle(`${whenWords(row.member, today)} · `), line],
    ],
    { below: buttonsOf(row) },
  );
}

/** The way to say who is away, in each school that is theirs to run. */
function markSections(schools: readonly AwaySchool[]): Section[] {
  const mine = schools.filter(({ mayRun }) => mayRun);
  const mark = (school: School) => button('Mark somebody away', press.schoolForm('absence', school.id));
  const [only, ...others] = mine;
  if (!only) return [];
  if (!others.length) {
    return [section('', [part([], { below: [{ ...mark(only.school), style: 'positive' }] })])];
  }
  return [
    section(
      '',
      mine.map(({ school }) => part([[bold(school.name)]], { beside: [mark(school)] })),
    ),
  ];
}

function summary(rows: readonly AwayRow[]): string {
  const away = rows.filter(({ member }) => !member.left).length;
  const left = rows.length - away;
  const gone = left
    ? ` ${count(left, 'colleague')} who left ${left === 1 ? 'has' : 'have'} something open.`
    : '';
  return `${away ? count(away, 'colleague') : 'Nobody'} ${away > 1 ? 'are' : 'is'} away or about to be.${gone}`;
}

/** Who is away, or about to be, and what of theirs falls due meanwhile; and who left with something still open. */
export function absenceCard(given: {
  readonly schools: readonly AwaySchool[];
  /** The one back last comes last; those who left come first. */
  readonly rows: readonly AwayRow[];
  readonly today: LocalDate;
  readonly page: number;
  readonly notice?: Notice | undefined;
}): CardMessage {
  const { rows, today, schools } = given;
  const { page, pages, shown, showing } = rowsOnPage(rows, given.page, ROWS_A_PAGE);
  const parts = shown.map((row) => rowPart(row, today, schools.length > 1));
  const card = sheetCard({
    frame: { title: 'Who is away', ask: `${summary(rows)}${showing}`, ...noticed(given.notice) },
    sections: [...markSections(schools), ...(parts.length ? [section('', parts)] : [])],
    buttons: [
      ...pageButtons(page, pages, press.absent),
      button('All actions', press.actions({ which: 'open', by: 'owner', page: 1 })),
    ],
  });
  return { card, notification: 'SEND reviews: who is away' };
}
