import { count } from '../../domain/language/words.ts';
import type { School } from '../../domain/school/school.ts';
import type { DueList, DuePupil } from '../../domain/statute/due.ts';
import { parentsToMeet } from '../../domain/statute/parents-to-meet.ts';
import type { LocalDate } from '../../domain/time.ts';
import { button, press } from '../buttons.ts';
import type { CardMessage } from '../message.ts';
import { pageButtons, rowsOnPage } from '../paging.ts';
import { behindRuns } from '../parents-met.ts';
import { withoutReasons } from '../parts.ts';
import { render } from '../render.ts';
import { type DueRow, dueRowOf } from './due-row.ts';

const ROWS_A_PAGE = 8;

/** A school's plans as `dueList` has them, and whether the person runs reviews there or only looks. */
interface ToMeetIn {
  readonly school: School;
  readonly list: DueList;
  readonly mayRun: boolean;
}

/** The button to those of the list whose parents are to be met; none where there are none. */
export function parentsButtons(schools: readonly ToMeetIn[]) {
  const number = schools.reduce((sum, { list }) => sum + parentsToMeet(list).length, 0);
  return number ? [button(`Parents to meet (${number})`, press.due(1, { only: 'parents' }))] : [];
}

function rowOf({ pupil, due }: DuePupil, { mayRun }: ToMeetIn, today: LocalDate) {
  const record = button('Record a meeting', press.pupilForm('met', pupil.id));
  return dueRowOf({ pupil, kind: due.kind }, behindRuns(due.parents, pupil, today), mayRun ? [record] : []);
}

const inShort = <Group extends { readonly rows: readonly DueRow[] }>(group: Group): Group => ({
  ...group,
  rows: group.rows.map((row) => ({ ...row, lines: withoutReasons(row.lines) })),
});

/** Whose parents were met less often than the Code expects by now, in each of the person's schools; `page` counts from 1. */
export function parentsToMeetCard(given: {
  readonly schools: readonly ToMeetIn[];
  readonly today: LocalDate;
  readonly page: number;
}): CardMessage {
  const { schools, today } = given;
  const all = schools.flatMap((here) => parentsToMeet(here.list).map((one) => ({ one, here })));
  const { page, pages, shown } = rowsOnPage(all, given.page, ROWS_A_PAGE);
  const groups = [...Map.groupBy(shown, ({ here }) => here)].map(([here, some]) => ({
    school: schools.length > 1 ? here.school.name : '',
    heading: 'Not met as often as the Code expects',
    rows: some.map(({ one }) => rowOf(one, here, today)),
  }));
  const many = count(all.length, 'pupil');
  const ask = all.length
    ? `${many}. A review in which the family has its say counts; another meeting counts once it is recorded.`
    : 'Parents were met as often as is expected by now.';
  const buttons = [
    ...pageButtons(page, pages, (to) => press.due(to, { only: 'parents' })),
    button('Reviews that are due', press.due(1)),
  ];
  const card = (some: typeof groups) =>
    render('due', { title: 'Parents to meet', ask }, { groups: some, more: '', buttons });
  return {
    card: card(groups.map(inShort)),
    ...(all.length > 0 && { inFull: card(groups) }),
    notification: `SEND reviews: parents to meet: ${all.length}`,
  };
}
