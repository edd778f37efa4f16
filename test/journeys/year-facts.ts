import type { PersonId } from '../../src/domain/school/school.ts';
import type { LocalDate } from '../../src/domain/time.ts';
import { LEADER, SENCO } from '../support/builders.ts';
import { schoolDayAfter } from './year-calendar.ts';

export const LEADERS: readonly PersonId[] = [LEADER, 'lou.leader@oakfield.example'];
export const COLLEAGUES: readonly PersonId[] = Array.from({ length: 37 }, (_, n) => `c${n}@oakfield.example`);

/** Away from the first day until the day they are back; known to the bot from `marked` on. */
export const AWAY = {
  who: 'c3@oakfield.example',
  marked: '2026-11-16',
  from: '2026-11-19',
  until: '2026-12-09',
} as const;
/** Works until the end of that day. */
export const LEAVER = { who: 'c5@oakfield.example', on: '2027-02-10' } as const;

export interface ActionFact {
  readonly id: string;
  readonly review: string;
  owner: PersonId;
  due: LocalDate;
  /** Since when it waits for the SENCO: the owner says it is not theirs, or that it can't be done. */
  notMine?: LocalDate | undefined;
  cannot?: LocalDate | undefined;
  over: boolean;
}

export interface ReviewFact {
  readonly pupil: string;
  stage: 'preparing' | 'gathering' | 'meeting' | 'decided';
  readonly startedOn: LocalDate;
  planBy: LocalDate;
  meeting: LocalDate;
  readonly evidence: { readonly who: PersonId; readonly due: LocalDate; answered: boolean }[];
  parents: boolean;
  child: boolean;
}

/** What has happened so far, as the journey itself knows it: nothing of it is read from the bot. */
export interface Facts {
  readonly actions: ActionFact[];
  readonly reviews: ReviewFact[];
}

/** Something owed, by what a digest calls it: which action ("A0007") or which pupil ("N007") it is about. */
export interface Thing {
  readonly what: string;
  readonly subject: string;
  readonly who: PersonId;
  readonly due: LocalDate;
}

const earlier = (a: LocalDate, b: LocalDate) => (a < b ? a : b);
const later = (a: LocalDate, b: LocalDate) => (a > b ? a : b);

export const isAway = (who: PersonId, day: LocalDate) =>
  who === AWAY.who && AWAY.from <= day && day < AWAY.until;
export const hasLeft = (who: PersonId, day: LocalDate) => who === LEAVER.who && day > LEAVER.on;

/** Whether the SENCO is to find another for what is due then: known on `day`, they will not be there for it. */
const missedAt = (who: PersonId, due: LocalDate, day: LocalDate) =>
  who === AWAY.who &&
  AWAY.marked < day &&
  day < AWAY.until &&
  due < AWAY.until &&
  (due >= AWAY.from || day >= AWAY.from);

function ofAction({ id, owner, due, notMine, cannot }: ActionFact, day: LocalDate): Thing[] {
  const senco = (what: string, by: LocalDate) => ({ what, subject: id, who: SENCO, due: by });
  if (cannot) return [senco('Decide what becomes of an action', schoolDayAfter(cannot))];
  if (notMine) return [senco('Find a new owner for an action', schoolDayAfter(notMine))];
  if (hasLeft(owner, day)) return [senco('Find a new owner for an action', earlier(LEAVER.on, due))];
  const theirs = { what: 'Your action', subject: id, who: owner, due };
  return missedAt(owner, due, day)
    ? [theirs, senco('Find a new owner for an action', later(AWAY.from, due))]
    : [theirs];
}

function ofReview(review: ReviewFact, day: LocalDate): Thing[] {
  const { pupil, stage, evidence, meeting, planBy } = review;
  const senco = (what: string, due: LocalDate) => ({ what, subject: pupil, who: SENCO, due });
  if (stage === 'decided') return [];
  if (stage === 'preparing') return [senco('Set the meeting, and ask for evidence', planBy)];
  const views = [
    ...(review.parents ? [] : [senco('Record the parents’ or carers’ views', meeting)]),
    ...(review.child ? [] : [senco('Record the pupil’s views', meeting)]),
  ];
  if (stage === 'meeting') return [...views, senco('Decide the outcome', meeting)];
  const asked = evidence
    .filter(({ who, answered }) => !answered && !hasLeft(who, day) && day <= meeting)
    .flatMap(({ who, due }) => [
      { what: 'Give your evidence', subject: pupil, who, due },
      ...(missedAt(who, due, day) ? [senco('Ask somebody else for evidence', later(AWAY.from, due))] : []),
    ]);
  return [...asked, ...views, senco('Hold the meeting', meeting)];
}

/** All that anybody owes on the morning of `day`. */
export function owedOn({ actions, reviews }: Facts, day: LocalDate): readonly Thing[] {
  const open = actions.filter(({ over }) => !over);
  return [...open.flatMap((one) => ofAction(one, day)), ...reviews.flatMap((one) => ofReview(one, day))];
}
