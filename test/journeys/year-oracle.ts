import type { PersonId } from '../../src/domain/school/school.ts';
import { type LocalDate, plusDays } from '../../src/domain/time.ts';
import { SENCO } from '../support/builders.ts';
import { daysAhead, dueAtSchool, isSchool, remindsOfOverdue, schoolDaysIn } from './year-calendar.ts';
import { AWAY, type Facts, hasLeft, isAway, LEADERS, LEAVER, owedOn, type Thing } from './year-facts.ts';

/** What a person's digest must be about: what is their own, the most urgent first, and what of others they are told. */
export interface Expected {
  readonly own: readonly Thing[];
  readonly late: readonly Thing[];
  /** How many things about the staff they are to look at. */
  readonly staff: number;
}

/** Says which digests must come, from the policy's words alone. It is asked on each morning on which the bot runs. */
export interface Oracle {
  morning(facts: Facts, day: LocalDate): ReadonlyMap<PersonId, Expected>;
}

const ANNOUNCED = [7, 2, 0];
const ESCALATED = [
  { step: 'senco', after: 5, to: [SENCO] },
  { step: 'leader', after: 10, to: LEADERS },
] as const;

/** Whether something is mentioned on one school day: 7 and 2 school days before, on the day, and now and then once overdue. */
const isMentioned = ({ due }: Thing, day: LocalDate) =>
  due < day ? remindsOfOverdue(day) : ANNOUNCED.includes(daysAhead(day, dueAtSchool(due)));

/** A digest lists all whose announcing has begun; what is overdue only on days on which that is mentioned. */
const isListed = (thing: Thing, day: LocalDate, days: readonly LocalDate[]) =>
  thing.due < day
    ? days.some((each) => isMentioned(thing, each))
    : daysAhead(day, dueAtSchool(thing.due)) <= 7;

/** That a colleague left is news for two weeks: nobody notes it here. It comes with what there is each day anyway. */
const leftLately = (day: LocalDate) => (hasLeft(LEAVER.who, day) && day < plusDays(LEAVER.on, 14) ? 1 : 0);

export function makeOracle(): Oracle {
  /** The last school day on which the bot ran. */
  let last: LocalDate | undefined;
  const told = new Set<string>();

  /** Today, with the school days missed: those the bot was down; for who is back today, those they were away. */
  const mornings = (who: PersonId, day: LocalDate) => {
    const before = last ?? plusDays(day, -1);
    const back = who === AWAY.who && before < AWAY.until && AWAY.until <= day;
    return schoolDaysIn(back && AWAY.from <= before ? plusDays(AWAY.from, -1) : before, day);
  };

  const toldToday = (owed: readonly Thing[], day: LocalDate) =>
    owed.flatMap((thing) => {
      const overdue = schoolDaysIn(thing.due, day).length;
      if (isAway(thing.who, day)) return [];
      return ESCALATED.flatMap(({ step, after, to }) =>
        to.flatMap((person) => {
          const once = [step, person, thing.what, thing.subject, thing.who].join(' ');
          if (overdue < after || person === thing.who || told.has(once)) return [];
          told.add(once);
          return { person, thing };
        }),
      );
    });

  return {
    morning(facts, day) {
      if (!isSchool(day)) return new Map();
      const owed = owedOn(facts, day);
      const late = toldToday(owed, day);
      const digests = new Map<PersonId, Expected>();
      for (const who of new Set([...owed.map((one) => one.who), ...late.map(({ person }) => person)])) {
        if (isAway(who, day) || hasLeft(who, day)) continue;
        const own = owed.filter((one) => one.who === who);
        const days = mornings(who, day);
        const mine = late.filter(({ person }) => person === who).map(({ thing }) => thing);
        if (mine.length === 0 && !own.some((one) => days.some((each) => isMentioned(one, each)))) continue;
        const listed = own.filter((one) => isListed(one, day, days));
        digests.set(who, {
          own: listed.sort((a, b) => (a.due < b.due ? -1 : 1)),
          late: mine,
          staff: who === SENCO ? leftLately(day) : 0,
        });
      }
      last = day;
      return digests;
    },
  };
}
