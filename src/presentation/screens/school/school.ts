import { dayWords } from '../../../domain/language/days.ts';
import { pupilName } from '../../../domain/language/people.ts';
import type { MeetingOnClosedDay } from '../../../domain/review/meetings-on-closed-days.ts';
import { whyNoSchoolDay } from '../../../domain/school/no-school-day.ts';
import type { Pupil } from '../../../domain/school/pupil.ts';
import type { School } from '../../../domain/school/school.ts';
import { yearToGive } from '../../../domain/school/settings/terms-of-year.ts';
import type { LocalDate } from '../../../domain/time.ts';
import { button, press } from '../../buttons.ts';
import type { CardMessage } from '../../message.ts';
import {
  bold,
  type Notice,
  noticed,
  part,
  plain,
  type Section,
  section,
  sheetCard,
  subtle,
} from '../../parts.ts';
import {
  authoritiesSection,
  daysSection,
  remindersSection,
  retentionSection,
  safeguardingSection,
  termsSection,
  yearsSection,
} from './sections.ts';

/** A meeting set for a day without school, with whose it is. */
export interface ClosedDayRow extends MeetingOnClosedDay {
  readonly pupil: Pupil;
}

const MOST_MEETINGS = 6;

function meetingSections(rows: readonly ClosedDayRow[], school: School): Section[] {
  if (rows.length === 0) return [];
  const parts = rows.slice(0, MOST_MEETINGS).map(({ pupil, on, review }) =>
    part(
      [[bold(pupilName(pupil)), plain(` ${dayWords(on)}`), subtle(` · it is ${whyNoSchoolDay(school, on)}`)]],
      {
        beside: [button('See the review', press.show('status', review.id))],
      },
    ),
  );
  const left = rows.length - parts.length;
  const more = left > 0 ? [part([[subtle(`And ${left} more.`)]])] : [];
  return [section('Meetings on a day without school', [...parts, ...more])];
}

/** What is set of a school, in short sections with the button to the form of each; for its SENCOs. */
export function schoolCard(given: {
  readonly school: School;
  readonly today: LocalDate;
  /** The next first. */
  readonly meetings: readonly ClosedDayRow[];
  readonly notice?: Notice | undefined;
}): CardMessage {
  const { school, today, meetings } = given;
  const card = sheetCard({
    frame: {
      title: 'The school',
      line: school.name,
      ask: 'A change holds at once.',
      ...noticed(given.notice),
    },
    sections: [
      ...meetingSections(meetings, school),
      termsSection(school, today, yearToGive(school, today)),
      daysSection(school, today),
      remindersSection(school),
      safeguardingSection(school),
      authoritiesSection(school),
      yearsSection(school),
      retentionSection(school),
    ],
    buttons: [
      button('A new school year', press.movingUp(school.id, 1)),
      button('The staff', press.staff(1)),
      button('Who is away', press.absent(1)),
    ],
  });
  return { card, notification: 'SEND reviews: the school' };
}

/** Which of several schools is meant. */
export function chooseSchoolCard(schools: readonly School[]): CardMessage {
  const parts = schools.map((school) =>
    part([[bold(school.name)]], { beside: [button('Look', press.school(school.id))] }),
  );
  const card = sheetCard({
    frame: { title: 'The school', ask: 'You run reviews in several schools. Which is it?' },
    sections: [section('', parts)],
    buttons: [],
  });
  return { card, notification: 'SEND reviews: the school' };
}
