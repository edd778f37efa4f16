import { dayWords } from '../../domain/language/days.ts';
import { nameOf } from '../../domain/language/people.ts';
import { count } from '../../domain/language/words.ts';
import { addressOf } from '../../domain/school/membership.ts';
import type { PeopleNotice } from '../../domain/school/people-notices.ts';
import { roleOf, STAFF_ROLES } from '../../domain/school/questions/staff-roles.ts';
import type { MaybeSame } from '../../domain/school/same-person.ts';
import type { School, SecondAccount, StaffMember } from '../../domain/school/school.ts';
import { localDate } from '../../domain/time.ts';
import { button, press } from '../buttons.ts';
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
import { type AboutStaff, noticeWords } from './digest-people.ts';

/** Somebody on a school's staff list, or who was. */
export interface StaffRow {
  readonly member: StaffMember;
  readonly school: School;
  /** The chats they have been seen in, as people call them. */
  readonly chats: readonly string[];
  /** Whether a message to them could not be delivered, and none has been since. */
  readonly unreachable: boolean;
  /** Whether it is the reader themselves, who can't cut themselves off. */
  readonly self: boolean;
}

/** What a SENCO is asked about who is who. */
export interface WhoIsWho {
  readonly seconds: readonly {
    readonly school: School;
    readonly second: SecondAccount;
    readonly chat: string;
  }[];
  readonly same: readonly (MaybeSame & { readonly school: School })[];
  /** What else there is to look at: who left, or can't be found in the chat as the list has them. */
  readonly others?: readonly AboutStaff[];
}

const ROWS_A_PAGE = 10;

function standsWords({ member, school, chats, unreachable }: StaffRow) {
  const { cutOff, left } = member;
  if (cutOff) {
    const by = cutOff.by ? ` by ${nameOf(school, cutOff.by)}` : ' at the command line';
    return [urgent(`Cut off on ${dayWords(localDate(cutOff.at))}${by}`)];
  }
  if (left) return [subtle(`Left ${dayWords(left)}`)];
  const seen = chats.length ? `seen in ${chats.join(' and ')}` : 'not seen in a chat yet';
  const missed = unreachable ? [subtle(' · '), urgent('can’t be reached')] : [];
  return [plain(STAFF_ROLES[roleOf(member)].title), subtle(` · ${seen}`), ...missed];
}

function rowPart(row: StaffRow, manySchools: boolean): Part {
  const { member, school, self } = row;
  const where = manySchools ? ` · ${school.name}` : '';
  const out = button('Cut off', press.cutOff(school.id, member.email), 'destructive');
  const change = button('Change', press.schoolForm('change-colleague', school.id, member.email));
  const back = button('Let back in', press.letIn(school.id, member.email));
  return part([[bold(member.name), subtle(` · ${addressOf(member)}${where}`)], standsWords(row)], {
    beside: [member.left ? back : self ? change : out],
    below: member.left || self ? [] : [change],
  });
}

function secondPart({ school, second, chat }: WhoIsWho['seconds'][number]): Part {
  const say = ` has another account in ${chat}, with the same address. It was not let in. Is it theirs?`;
  if (second.yes)
    return part(
      [
        [bold(nameOf(school, second.person)), plain(` has another account in ${chat}. `)],
        [subtle('You would let it in. The SENCO of their other school is still asked.')],
      ],
      { below: [button('Leave it out', press.secondAccount(school.id, second.account, 'leave-out'))] },
    );
  return part([[bold(nameOf(school, second.person)), plain(say)]], {
    below: [
      button('Let the new account in', press.secondAccount(school.id, second.account, 'let-in')),
      button('Leave it out', press.secondAccount(school.id, second.account, 'leave-out')),
    ],
  });
}

function samePart({ school, now, before }: WhoIsWho['same'][number]): Part {
  const was = `${before.name}, who left on ${dayWords(before.left ?? '')}`;
  const say = ` (${addressOf(now)}) is new on the list. Is this ${was}? Then what was asked of them comes along.`;
  const answer = (is: 'same' | 'another') => press.samePerson(school.id, now.email, before.email, is);
  return part([[bold(now.name), plain(say)]], {
    below: [button('The same person', answer('same')), button('Another person', answer('another'))],
  });
}

function otherPart({ school, notice }: AboutStaff): Part {
  const noted =
    notice.is === 'left' ? [button('Noted', press.leftNoted(school.id, notice.member.email))] : [];
  return part([[plain(noticeWords({ school, notice }))], [subtle(ADVICE[notice.is] ?? '')]], {
    below: noted,
  });
}

const ADVICE: Partial<Readonly<Record<PeopleNotice['is'], string>>> = {
  left: 'What they owned is among all actions, to give to somebody else.',
  'other-address': 'They are let in all the same. Put the new address on the staff list.',
  gone: 'Cut them off if so; what was asked of them comes to you then.',
};

function summary(rows: readonly StaffRow[], name: string | undefined): string {
  const here = rows.filter(({ member }) => !member.left).length;
  const gone = rows.length - here;
  const left = gone ? `, and ${gone} who left or ${gone === 1 ? 'is' : 'are'} cut off` : '';
  const named = name ? ' of that name' : '';
  return `${count(here, 'colleague')}${named}${left}. Whoever is cut off is shown and sent nothing from that moment.`;
}

/** Who is on the staff list, and who left; first, what is to be said about who is who. */
export function staffCard(given: {
  readonly rows: readonly StaffRow[];
  readonly who: WhoIsWho;
  readonly page: number;
  /** Only those whose name has this in it are among the rows. */
  readonly name?: string | undefined;
  readonly notice?: Notice | undefined;
}): CardMessage {
  const { rows, who, name } = given;
  const { page, pages, shown, showing } = rowsOnPage(rows, given.page, ROWS_A_PAGE);
  const schools = [...new Map(rows.map(({ school }) => [school.id, school])).values()];
  const manySchools = schools.length > 1;
  const asked =
    page === 1
      ? [...who.seconds.map(secondPart), ...who.same.map(samePart), ...(who.others ?? []).map(otherPart)]
      : [];
  const sections: Section[] = [
    ...(asked.length ? [section('Who is who', asked)] : []),
    ...(shown.length
      ? [
          section(
            '',
            shown.map((row) => rowPart(row, manySchools)),
          ),
        ]
      : []),
  ];
  const card = sheetCard({
    frame: { title: 'The staff', ask: `${summary(rows, name)}${showing}`, ...noticed(given.notice) },
    sections,
    buttons: [
      ...pageButtons(page, pages, (to) => press.staff(to, name)),
      ...(name ? [button('Everybody', press.staff(1))] : []),
      ...schools.map(({ id, name: called }) =>
        button(
          manySchools ? `Add a colleague at ${called}` : 'Add a colleague',
          press.schoolForm('add-colleague', id),
        ),
      ),
      button('Who is away', press.absent(1)),
    ],
  });
  return { card, notification: 'SEND reviews: the staff' };
}
