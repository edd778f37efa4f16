import { dayWords } from '../../domain/language/days.ts';
import { nameOf } from '../../domain/language/people.ts';
import { count } from '../../domain/language/words.ts';
import { addressOf } from '../../domain/school/membership.ts';
import type { PeopleNotice } from '../../domain/school/people-notices.ts';
import type { School } from '../../domain/school/school.ts';
import { button, press } from '../buttons.ts';
import type { Note } from './digest-note.ts';

/** Something about a school's staff that its SENCO is to look at. */
export interface AboutStaff {
  readonly school: School;
  readonly notice: PeopleNotice;
}

/** "2 things about the staff to look at"; nothing where there are none. */
export function aboutStaffWords(all: readonly AboutStaff[]): string[] {
  return all.length ? [`${count(all.length, 'thing')} about the staff to look at`] : [];
}

/** What each is about, in words of ours: names of people stand where they are shown to the letter. */
const ABOUT: Readonly<Record<PeopleNotice['is'], string>> = {
  'second-account': 'a second account',
  'maybe-same': 'somebody new on the list',
  left: 'somebody who left',
  'other-address': 'another address',
  gone: 'somebody who can’t be reached',
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

/** All of them in one line, with the way to the list of staff: "About the staff: a second account, and 2 more". */
export function aboutStaffNotes(all: readonly AboutStaff[]): Note[] {
  const [first, ...more] = all.map(({ notice }) => ABOUT[notice.is]);
  if (!first) return [];
  const others = more.length ? `, and ${more.length} more` : '';
  return [{ text: `About the staff: ${first}${others}`, open: button('See the staff', press.staff(1)) }];
}
