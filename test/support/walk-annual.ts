import type { Attendance, InviteeRole } from '../../src/domain/review/annual.ts';
import { invitedTo } from '../../src/domain/review/invited.ts';
import type { RequestKind, Review } from '../../src/domain/review/review.ts';
import type { Command } from '../../src/domain/review/steps/index.ts';
import { type LocalDate, plusDays } from '../../src/domain/time.ts';
import { aSchool } from './builders.ts';

type Plan = NonNullable<Extract<Command, { type: 'plan-meeting' }>['annual']>;

/** What a step of a walk says, as `walk.ts` has it. */
export interface Said {
  readonly n: number;
  readonly m: number;
  readonly text: string;
  readonly today: LocalDate;
  /** A day that mostly has been; sometimes long ago, sometimes still to come. */
  readonly on: LocalDate;
}

const ROLES: readonly InviteeRole[] = ['parent', 'la-sen-officer', 'health', 'social-care', 'head'];
const MORE: readonly InviteeRole[] = ['therapist', 'educational-psychologist', 'other'];
const HOW: readonly Attendance[] = ['present', 'apologies', 'sent-advice', 'absent'];

/** Whom a walk invites from outside: mostly everybody the law names. */
export function invitation({ n, m, text, today, on }: Said): Plan {
  const roles = [...ROLES.slice(m % 9 === 0 ? 1 : 0), ...MORE.slice(0, n % 3)];
  return {
    outsiders: roles.map((role, index) => ({ id: `outsider-${index}`, role, name: text })),
    invitedOn: m % 4 ? today : on,
    shortNotice: n % 3 ? text : '',
  };
}

export type AnnualCommand =
  | Exclude<Extract<Command, { on: LocalDate }>, { kind: RequestKind } | { type: 'record-sent-in' }>
  | Extract<Command, { type: 'record-attendance' | 'add-section-change' | 'never-decided' }>;

/** A command of an annual review only, on this review. */
export function annualCommand(type: AnnualCommand['type'], said: Said, review: Review): AnnualCommand {
  const { n, m, text: words, on } = said;
  switch (type) {
    case 'record-advice': {
      const ids = review.annual?.outsiders.map(({ id }) => id) ?? [];
      return { type, id: ids[m % (ids.length + 1)] ?? 'outsider-9', on, given: n % 3 > 0, words };
    }
    case 'record-attendance': {
      const invited = invitedTo({ review, school: aSchool() }).map(({ key }) => key);
      const who = n % 7 ? invited : [`outsider-${n % 9}`];
      return { type, attendance: Object.fromEntries(who.map((one) => [one, HOW[m % 4] ?? 'present'])) };
    }
    case 'add-section-change':
      return {
        type,
        change: { id: `section-change-${n % 6}`, section: 'F', change: words, evidence: words },
      };
    case 'record-la-decision': {
      const kind = (['keep', 'amend', 'amend', 'cease'] as const)[m % 4] ?? 'keep';
      return { type, kind, on, words, whyCorrected: words };
    }
    case 'never-decided':
      return { type, why: words };
    case 'record-appeal':
      return { type, on, words, whyCorrected: words, alone: n % 2 ? 'yes' : 'no' };
    case 'record-appeal-end': {
      const how = (['allowed', 'dismissed', 'agreed', 'withdrawn'] as const)[m % 4] ?? 'allowed';
      return { type, on, words, whyCorrected: words, how };
    }
    case 'record-ordered-plan':
      return { type, on, words, whyCorrected: words, cameBy: n % 2 ? 'tribunal' : 'other' };
    case 'chase-la':
    case 'record-circulation':
      return { type, on, words };
    default:
      return { type, on, words, whyCorrected: words };
  }
}

/** The day that a step of so many days stands for: mostly one that has been, often today. */
export function dayThatWas(today: LocalDate, days: number): LocalDate {
  return plusDays(today, days > 40 ? days : -Math.max(0, (days % 12) - 7));
}
