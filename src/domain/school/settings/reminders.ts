import { NUDGE_POLICY, policyOf } from '../../nudges/policy.ts';
import { severalOf } from '../../questions/choice.ts';
import { time } from '../../questions/days.ts';
import { shortText } from '../../questions/text.ts';
import type { NudgeSettings, SchoolWeekday } from '../school.ts';
import {
  DAYS_BEFORE,
  DAYS_OVERDUE,
  DIGEST_HOURS,
  isDigestHour,
  MOST_DAYS_BEFORE,
  WEEKDAYS,
  wholeIn,
} from './limits.ts';
import { type OfSchool, setting } from './setting.ts';

const WEEKDAY = Object.fromEntries(WEEKDAYS.map((day) => [day, day])) as Readonly<
  Record<SchoolWeekday, string>
>;

const numbersIn = (text: string): (number | undefined)[] =>
  text
    .split(/[,;\s]|and/)
    .filter(Boolean)
    .map((one) => wholeIn(one, DAYS_BEFORE));

function beforeFault(text: string): string | undefined {
  const numbers = numbersIn(text);
  if (numbers.includes(undefined))
    return `Please write whole numbers of school days from ${DAYS_BEFORE.from} to ${DAYS_BEFORE.to}, as “7, 2”.`;
  if (numbers.length > MOST_DAYS_BEFORE)
    return `Please write at most ${MOST_DAYS_BEFORE} numbers: more reminders than that help nobody.`;
  return undefined;
}

const overdue = (label: string) =>
  shortText<OfSchool>({
    label,
    longest: 2,
    needed: `Please write a number of school days from ${DAYS_OVERDUE.from} to ${DAYS_OVERDUE.to}.`,
    check: (text) =>
      wholeIn(text, DAYS_OVERDUE) === undefined
        ? `Please write a number of school days from ${DAYS_OVERDUE.from} to ${DAYS_OVERDUE.to}.`
        : undefined,
  });

const LEADER_LATER = 'Please write more days than for the SENCO: the senior leaders are told after them.';

/** When people are reminded. */
export const reminders = setting({
  name: 'school-reminders',
  title: 'Reminders',
  open: 'When people are reminded',
  send: 'Save',
  keys: ['nudges'],
  ask: () =>
    'Everybody has one message a school day at most, and none where nothing is due. These are the days on which something is mentioned.',
  notification: () => 'SEND reviews: when people are reminded',
  freeText: false,
  questions: {
    hour: {
      ...time<OfSchool>({
        label: 'From what time of day?',
        needed: `Please choose a time from ${DIGEST_HOURS}.`,
      }),
      rule: ({ hour = '' }) =>
        isDigestHour(hour) ? undefined : `Please choose a time from ${DIGEST_HOURS}.`,
    },
    before: shortText<OfSchool>({
      label: 'So many school days before something is due',
      hint: NUDGE_POLICY.before.join(', '),
      longest: 40,
      check: beforeFault,
    }),
    whileOverdue: severalOf<SchoolWeekday, OfSchool>({
      options: WEEKDAY,
      label: 'What is overdue is mentioned again on',
      needed: 'Please choose at least one day: what is overdue should not be forgotten.',
    }),
    sencoAfter: overdue('The SENCO is told after so many school days overdue'),
    leaderAfter: {
      ...overdue('Senior leaders are told after so many school days overdue'),
      rule: ({ sencoAfter = '', leaderAfter = '' }) => {
        const [first, then] = [wholeIn(sencoAfter, DAYS_OVERDUE), wholeIn(leaderAfter, DAYS_OVERDUE)];
        return first !== undefined && then !== undefined && then <= first ? LEADER_LATER : undefined;
      },
    },
  },
  values({ school }) {
    const { hour, before, whileOverdue, sencoAfter, leaderAfter } = policyOf(school);
    return {
      hour,
      before: before.join(', '),
      whileOverdue: whileOverdue.join(','),
      sencoAfter: String(sencoAfter),
      leaderAfter: String(leaderAfter),
    };
  },
  said: () => 'Saved: people are reminded so from now on.',
  decide({ school }, { hour, before, whileOverdue, sencoAfter, leaderAfter }) {
    const days = numbersIn(before).filter((one) => one !== undefined);
    const nudges: NudgeSettings = {
      hour,
      before: [...new Set(days)].sort((a, b) => b - a),
      whileOverdue: WEEKDAYS.filter((day) => whileOverdue.includes(day)),
      sencoAfter: Number(sencoAfter),
      leaderAfter: Number(leaderAfter),
    };
    return { ok: true, school: { ...school, nudges } };
  },
});
