import { describe, expect, it } from 'vitest';
import { obligationsOf, owedBy } from '../../../src/domain/nudges/obligations.ts';
import {
  horizon,
  inDigest,
  listedOn,
  mayBeNudged,
  missingSince,
  nudgesToday,
  policyOf,
} from '../../../src/domain/nudges/policy.ts';
import type { NudgeSettings, School } from '../../../src/domain/school/school.ts';
import type { LocalDate } from '../../../src/domain/time.ts';
import { plusDays } from '../../../src/domain/time.ts';
import {
  ASSISTANT,
  anAction,
  aProvision,
  aReview,
  aSchool,
  SENCO,
  STAFF,
  STRANGER,
  TEACHER,
} from '../../support/builders.ts';

const owed = (due: LocalDate) => obligationsOf(aReview({ stage: 'acting', actions: [anAction({ due })] }));
const withNudges = (nudges: NudgeSettings, given: Partial<School> = {}) => aSchool({ nudges, ...given });
/** Only the day itself and what is overdue, so that what is announced before does not stand in the way. */
const ON_THE_DAY = { before: [] };

/** The days from `from` to `to` on which an action due on `due` is mentioned. */
function mentioned(due: LocalDate, from: LocalDate, to: LocalDate, school = aSchool()): LocalDate[] {
  const days: LocalDate[] = [];
  for (let day = from; day <= to; day = plusDays(day, 1)) {
    if (nudgesToday(owed(due), school, day).length > 0) days.push(day);
  }
  return days;
}

describe('an open action is mentioned', () => {
  it('seven and two school days before, on the day it is due, then on Tuesdays and Thursdays', () => {
    expect(mentioned('2026-11-13', '2026-10-01', '2026-11-30')).toEqual([
      '2026-11-04',
      '2026-11-11',
      '2026-11-13',
      '2026-11-17',
      '2026-11-19',
      '2026-11-24',
      '2026-11-26',
    ]);
  });

  it('once on a Tuesday on which it is due', () => {
    expect(mentioned('2026-11-10', '2026-11-09', '2026-11-13')).toEqual(['2026-11-10', '2026-11-12']);
  });

  it('given a half-term in between, the days before are school days', () => {
    // Half-term is from 26 to 30 October.
    expect(mentioned('2026-11-03', '2026-10-01', '2026-11-03')).toEqual([
      '2026-10-16',
      '2026-10-23',
      '2026-11-03',
    ]);
  });

  it.each([
    ['a Sunday', '2026-11-15', '2026-11-13', '2026-11-17'],
    ['half-term', '2026-10-28', '2026-10-23', '2026-11-03'],
    ['the Christmas holidays', '2027-01-02', '2026-12-18', '2027-01-05'],
    ['an INSET day', '2027-01-04', '2026-12-18', '2027-01-05'],
    ['a bank holiday', '2027-05-03', '2027-04-30', '2027-05-04'],
  ])('when due in %s: on the last school day before, and again after', (_, due, before, after) => {
    expect(mentioned(due, plusDays(due, -20), after, withNudges(ON_THE_DAY))).toEqual([before, after]);
  });

  it('when due in a holiday: seven and two school days before that last school day, too', () => {
    expect(mentioned('2027-01-02', '2026-12-01', '2027-01-05')).toEqual([
      '2026-12-09',
      '2026-12-16',
      '2026-12-18',
      '2027-01-05',
    ]);
  });

  it.each([
    ['Monday', '2026-11-16'],
    ['Tuesday', '2026-11-17'],
    ['Wednesday', '2026-11-18'],
    ['Thursday', '2026-11-19'],
    ['Friday', '2026-11-20'],
  ] as const)('given only a %s is set for what is overdue: that week on %s', (name, day) => {
    const school = withNudges({ ...ON_THE_DAY, whileOverdue: [name] });
    expect(mentioned('2026-11-06', '2026-11-16', '2026-11-20', school)).toEqual([day]);
  });

  it('in August of a year whose next terms nobody imported: before the holidays, and again in September', () => {
    expect(mentioned('2027-08-18', '2027-07-20', '2027-09-03')).toEqual([
      '2027-07-21',
      '2027-09-01',
      '2027-09-02',
    ]);
  });

  describe('while overdue, in a week', () => {
    const week = (...closures: LocalDate[]) =>
      mentioned('2026-11-06', '2026-11-09', '2026-11-15', aSchool({ closures }));
    it.each([
      ['without Tuesday: on Wednesday instead', ['2026-11-10'], ['2026-11-11', '2026-11-12']],
      ['without Tuesday and Wednesday: once, on Thursday', ['2026-11-10', '2026-11-11'], ['2026-11-12']],
      ['without Thursday: on Friday instead', ['2026-11-12'], ['2026-11-10', '2026-11-13']],
      ['without Thursday and Friday: on Tuesday only', ['2026-11-12', '2026-11-13'], ['2026-11-10']],
      ['without Monday: as ever', ['2026-11-09'], ['2026-11-10', '2026-11-12']],
      [
        'with Monday only: on Monday, rather than not at all',
        ['2026-11-10', '2026-11-11', '2026-11-12', '2026-11-13'],
        ['2026-11-09'],
      ],
    ])('%s', (_, closures, days) => {
      expect(week(...closures)).toEqual(days);
    });

    it('without a school day: not at all', () => {
      expect(week('2026-11-09', '2026-11-10', '2026-11-11', '2026-11-12', '2026-11-13')).toEqual([]);
    });
  });

  it('on the days and so many days before that the school has set', () => {
    const school = withNudges({ before: [10, 1], whileOverdue: ['Monday'] });
    expect(mentioned('2026-11-13', '2026-10-01', '2026-11-27', school)).toEqual([
      '2026-10-23',
      '2026-11-12',
      '2026-11-13',
      '2026-11-16',
      '2026-11-23',
    ]);
  });

  it('given only Fridays are set, on Thursday in the week of Good Friday', () => {
    const school = withNudges(
      { whileOverdue: ['Friday'] },
      { terms: [{ name: 'Spring 2027', start: '2027-01-04', end: '2027-04-09' }] },
    );
    expect(mentioned('2027-03-15', '2027-03-16', '2027-04-02', school)).toEqual([
      '2027-03-19',
      '2027-03-25',
      '2027-04-02',
    ]);
  });
});

describe('every kind of obligation is mentioned', () => {
  it.each([
    ['evidence', '2026-11-13', TEACHER],
    ['parent-views', '2026-11-24', SENCO],
    ['pupil-views', '2026-11-24', SENCO],
    ['hold-meeting', '2026-11-24', SENCO],
  ] as const)('%s, on the day it is due', (kind, day, who) => {
    const { parentViews: _, pupilViews: __, ...review } = aReview();
    const mention = nudgesToday(obligationsOf(review), aSchool(), day);
    expect(mention.filter((one) => one.due === day && one.who === who).map((one) => one.kind)).toContain(
      kind,
    );
  });

  it.each(['preparing', 'meeting'] as const)('and what the SENCO owes while %s', (stage) => {
    const obligations = obligationsOf(aReview({ stage }));
    const [first] = obligations;
    expect(first).toBeDefined();
    expect(nudgesToday(obligations, aSchool(), first?.due ?? '')).toEqual(obligations);
  });
});

describe('what is asked from its day on', () => {
  it('is mentioned on that day and while it is overdue, not before', () => {
    // Two weeks after the support starts on 25 November: Wednesday 9 December.
    const asked = obligationsOf(
      aReview({ stage: 'acting', actions: [], provision: [aProvision()] }),
      aSchool(),
    );
    const days = ['2026-11-30', '2026-12-07', '2026-12-08', '2026-12-09', '2026-12-10', '2026-12-11'];
    expect(days.filter((day) => nudgesToday(asked, aSchool(), day).length > 0)).toEqual([
      '2026-12-09',
      '2026-12-10',
    ]);
  });
});

describe('nothing is mentioned on a day without school', () => {
  it.each(['2026-11-14', '2026-10-27', '2027-01-04', '2027-05-03'])('%s', (day) => {
    expect(nudgesToday([...owed(day), ...owed('2026-09-10')], aSchool(), day)).toEqual([]);
  });
});

describe('given mornings that were missed', () => {
  const since = (due: LocalDate, last: LocalDate, today: LocalDate) =>
    nudgesToday(owed(due), aSchool(), today, { since: last }).length === 1;

  it('what was to be mentioned on one of them is mentioned today, and not again tomorrow', () => {
    // The Thursday was missed: dealt with up to Wednesday, back on Friday.
    expect(since('2026-11-06', '2026-11-11', '2026-11-13')).toBe(true);
    expect(since('2026-11-06', '2026-11-13', '2026-11-16')).toBe(false);
  });

  it('what was to be announced on one of them is, though it is no day for it today', () => {
    expect(since('2026-11-13', '2026-11-10', '2026-11-12')).toBe(true);
    expect(since('2026-11-13', '2026-11-11', '2026-11-12')).toBe(false);
  });

  it('on a day without school nothing is, and on the next it is', () => {
    // The Thursday and the Friday were missed.
    expect(since('2026-11-06', '2026-11-11', '2026-11-14')).toBe(false);
    expect(since('2026-11-06', '2026-11-11', '2026-11-16')).toBe(true);
  });

  it('over a holiday, and over a whole year', () => {
    expect(since('2026-12-17', '2026-12-16', '2027-01-05')).toBe(true);
    expect(since('2026-09-10', '2025-09-10', '2026-11-11')).toBe(true);
  });

  it('what somebody was told since is not mentioned again to them, and is to others', () => {
    const told = { since: '2026-11-09', toldOn: new Map([[TEACHER, '2026-11-10']]) };
    const theirs = nudgesToday(owed('2026-11-06'), aSchool(), '2026-11-11', told);
    const review = aReview({ stage: 'acting', actions: [anAction({ due: '2026-11-06', owner: ASSISTANT })] });
    expect(theirs).toEqual([]);
    expect(nudgesToday(obligationsOf(review), aSchool(), '2026-11-11', told)).toHaveLength(1);
  });

  it('what was dealt with is not mentioned again to somebody who was last told before', () => {
    // Tuesday and Thursday were dealt with.
    const told = { since: '2026-11-12', toldOn: new Map([[TEACHER, '2026-11-09']]) };
    expect(nudgesToday(owed('2026-11-06'), aSchool(), '2026-11-13', told)).toEqual([]);
  });

  it('nothing is mentioned that was not to be', () => {
    expect(since('2026-11-30', '2026-11-10', '2026-11-13')).toBe(false);
  });
});

describe('given somebody has come back', () => {
  const away = (from: LocalDate, until: LocalDate) =>
    aSchool({
      staff: STAFF.map((one) => (one.email === TEACHER ? { ...one, absent: { from, until } } : one)),
    });
  const on = (today: LocalDate, due: LocalDate) =>
    nudgesToday(owed(due), away('2026-11-09', '2026-11-13'), today).length === 1;

  it('what was to be mentioned while they were away is, on the day they are back, and not on the next', () => {
    expect(on('2026-11-13', '2026-11-10')).toBe(true);
    expect(on('2026-11-16', '2026-11-10')).toBe(false);
  });

  it('and are back in the middle of a day that was dealt with: on the next, unless they were told on that', () => {
    const school = away('2026-11-09', '2026-11-12');
    const next = (toldOn: Map<string, LocalDate>) =>
      nudgesToday(owed('2026-11-10'), school, '2026-11-13', { since: '2026-11-12', toldOn }).length === 1;
    expect(next(new Map())).toBe(true);
    expect(next(new Map([[TEACHER, '2026-11-06']]))).toBe(true);
    expect(next(new Map([[TEACHER, '2026-11-12']]))).toBe(false);
  });

  it('and while the bot was off before they went: from the last day that was dealt with', () => {
    const school = away('2026-11-12', '2026-11-13');
    expect(missingSince(school, TEACHER, '2026-11-06', undefined, '2026-11-13')).toBe('2026-11-06');
  });

  it('and nothing that was mentioned before they went', () => {
    const oneDay = away('2026-11-12', '2026-11-13');
    expect(nudgesToday(owed('2026-11-20'), oneDay, '2026-11-13')).toEqual([]);
    expect(nudgesToday(owed('2026-11-23'), oneDay, '2026-11-13')).toHaveLength(1);
  });
});

describe('given somebody who has not come back', () => {
  const from = (absent: { readonly from: LocalDate; readonly until: LocalDate } | undefined, who = TEACHER) =>
    missingSince(
      aSchool({
        staff: STAFF.map((one) => (one.email === TEACHER && absent ? { ...one, absent } : one)),
      }),
      who,
      '2026-11-12',
      undefined,
      '2026-11-13',
    );

  it('is away still, is to go, or never was: nothing is made up for', () => {
    expect(from({ from: '2026-11-09', until: '2026-11-16' })).toBe('2026-11-12');
    expect(from({ from: '2026-11-09', until: '2026-11-13' })).toBe('2026-11-08');
    expect(from({ from: '2026-11-30', until: '2026-12-04' })).toBe('2026-11-12');
    expect(from(undefined)).toBe('2026-11-12');
  });

  it('nor for somebody who is on the list no more', () => {
    expect(from(undefined, STRANGER)).toBe('2026-11-12');
  });
});

describe('a digest lists', () => {
  const due = (date: LocalDate, today: LocalDate) => listedOn(owed(date), aSchool(), today).length === 1;

  it('what is overdue, due today, and due within seven school days, with the days without school after them', () => {
    expect(due('2026-09-10', '2026-11-13')).toBe(true);
    expect(due('2026-11-13', '2026-11-13')).toBe(true);
    // The seventh school day after Friday 13 is Tuesday 24.
    expect(due('2026-11-24', '2026-11-13')).toBe(true);
    expect(due('2026-11-25', '2026-11-13')).toBe(false);
    // From Wednesday 9 December, the seventh is the last of term.
    expect(due('2027-01-04', '2026-12-09')).toBe(true);
    expect(due('2027-01-05', '2026-12-09')).toBe(false);
    expect(horizon(aSchool(), '2026-12-09')).toBe('2027-01-04');
  });

  it('whatever is mentioned on the day', () => {
    for (let day = '2026-09-01'; day < '2027-08-01'; day = plusDays(day, 1)) {
      for (const ahead of [-9, 0, 3, 9, 12, 25]) {
        const mention = nudgesToday(owed(plusDays(day, ahead)), aSchool(), day);
        if (mention.length > 0) expect(due(plusDays(day, ahead), day)).toBe(true);
      }
    }
  });

  it('what the person owes, and of what is overdue only what is mentioned, the most urgent first', () => {
    const acting = (id: string, day: LocalDate, owner = TEACHER) =>
      aReview({ id, stage: 'acting', actions: [anAction({ due: day, owner })] });
    const reviews = [
      acting('today', '2026-11-13'),
      acting('monday', '2026-11-16'),
      acting('next term', '2027-02-16'),
      acting('overdue', '2026-11-02'),
      acting('not theirs', '2026-11-02', ASSISTANT),
    ];
    const school = aSchool();
    const owes = owedBy(TEACHER, reviews, [school], '2026-11-13');
    const items = (mentioned: readonly string[]) =>
      inDigest(owes, school, '2026-11-13', mentioned).map(({ reviewId }) => reviewId);
    expect(items([`overdue/action/action-1/${TEACHER}`])).toEqual(['overdue', 'today', 'monday']);
    // A Friday is no day on which what is overdue is mentioned: it stands in no digest that goes for what falls due.
    expect(items([])).toEqual(['today', 'monday']);
  });

  it('on each day of term, of what is overdue just what is mentioned on it', () => {
    for (let day = '2026-11-02'; day < '2026-12-12'; day = plusDays(day, 1)) {
      const late = owed(plusDays(day, -3));
      const mention = nudgesToday(late, aSchool(), day);
      expect(
        inDigest(
          late,
          aSchool(),
          day,
          mention.map(({ id }) => id),
        ),
      ).toEqual(mention);
    }
  });
});

describe('a digest of the SENCO', () => {
  it('lists what a colleague who has left owed, to give to somebody else', () => {
    const left = STAFF.map((one) => (one.email === TEACHER ? { ...one, left: '2026-11-09' } : one));
    const review = aReview({ stage: 'acting', actions: [anAction({ due: '2026-11-13' })] });
    const items = (school: School) =>
      inDigest(owedBy(SENCO, [review], [school], '2026-11-13'), school, '2026-11-13', [
        `review-1/reassign/action-1/${SENCO}`,
      ]).map(({ kind, about }) => [kind, about]);
    expect(items(aSchool({ staff: left }))).toEqual([['reassign', 'action-1']]);
    expect(items(aSchool())).toEqual([]);
  });
});

describe('who may be nudged', () => {
  const absent = { from: '2026-11-10', until: '2026-11-12' };
  const school = aSchool({
    staff: STAFF.map((one) => {
      if (one.email === TEACHER) return { ...one, absent };
      return one.email === ASSISTANT ? { ...one, left: '2026-11-01' } : one;
    }),
  });

  it.each([
    ['somebody who is there', SENCO, '2026-11-11', true],
    ['somebody before they are away', TEACHER, '2026-11-09', true],
    ['somebody who is away', TEACHER, '2026-11-11', false],
    ['somebody on the day they are back', TEACHER, '2026-11-12', true],
    ['somebody who has left', ASSISTANT, '2026-11-11', false],
    ['anybody on a Saturday', SENCO, '2026-11-14', false],
  ] as const)('%s: %s on %s: %s', (_, person, day, may) => {
    expect(mayBeNudged(school, person, day)).toBe(may);
  });
});

describe('a school’s policy', () => {
  it('is the usual one but for what the school has set', () => {
    expect(policyOf(aSchool())).toEqual({
      hour: '08:00',
      before: [7, 2],
      whileOverdue: ['Tuesday', 'Thursday'],
      sencoAfter: 5,
      leaderAfter: 10,
    });
    expect(policyOf(withNudges({ hour: '09:15', sencoAfter: 3 }))).toMatchObject({
      hour: '09:15',
      before: [7, 2],
      sencoAfter: 3,
      leaderAfter: 10,
    });
  });
});
