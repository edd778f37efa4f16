import { dayWords } from '../../domain/language/days.ts';
import { nameOf } from '../../domain/language/people.ts';
import { count } from '../../domain/language/words.ts';
import { addressOf } from '../../domain/school/membership.ts';
import type { PeopleNotice } from '../../domain/school/people-notices.ts';
import type { School } from '../../domain/school/school.ts';
import { button, press } from '../buttons.ts';
import { plain, subtle } from '../parts.ts';
import type { Row } from './rows.ts';

/** Something about a school's staff that its SENCO is to look at. */
export interface AboutStaff {
  readonly school: School;
  readonly notice: PeopleNotice;
}

/** More would hide what is due: the rest is on the list of staff. */
const AT_MOST = 3;

/** "2 things about the staff to look at"; nothing where there are none. */
export function aboutStaffWords(all: readonly AboutStaff[]): string[] {
  return all.length ? [`${count(all.length, 'thing')} about the staff to look at`] : [];
}

/** What each is about, in words of ours: names of people stand where they are shown to the letter. */
const ABOUT: Readonly<Record<PeopleNotice['is'], string>> = {
  'second-account': 'A second account',
  'maybe-same': 'Somebody new on the list',
  left: 'Somebody who left',
  'other-address': 'Another address',
  gone: 'Somebody who can’t be reached',
};

/** What it is, in a line. */
export function noticeWords({ school, notice }: AboutStaff): string {
  switch (notice.is) {
    case 'second-account':
      return `${nameOf(school, notice.second.person)}: another account with their address was not let in. Is it theirs?`;
    case 'maybe-same':
      return `${notice.now.name} is new on the list. Is this ${notice.before.name}, who left on ${dayWords(notice.before.left ?? '')}?`;
    case 'left':
      return `${notice.member.name} is off the list since ${dayWords(notice.member.left ?? '')}. What was asked of them comes to you.`;
    case 'other-address':
      return `${notice.member.name} is ${notice.address} in the chat now; the staff list has ${addressOf(notice.member)}.`;
    case 'gone':
      return `${notice.member.name} is on the list and can’t be reached: the chat says they have left.`;
  }
}

/** The first of them, a line each, with the way to the list of staff; then how many more there are. */
export function aboutStaffRows(all: readonly AboutStaff[], manySchools: boolean): Row[] {
  const rows = all.slice(0, AT_MOST).map(
    (one, at): Row => ({
      heading: '',
      what: ABOUT[one.notice.is],
      lines: [
        { runs: [plain(noticeWords(one))] },
        ...(manySchools ? [{ runs: [subtle(one.school.name)] }] : []),
      ],
      buttons: at === 0 ? [button('See the staff', press.staff(1))] : [],
    }),
  );
  const more = all.length - rows.length;
  return more > 0
    ? [...rows, { heading: '', what: `And ${more} more on the list of staff`, lines: [], buttons: [] }]
    : rows;
}
