import type { LocalDate } from '../src/domain/time.ts';
import { type Chat, type Person, tasksIn } from './chaos-school.ts';

/** A digest that somebody was to have. */
export interface Wanted {
  readonly to: Person;
  readonly day: LocalDate;
}

/** A message that a chat took. */
export interface Taken {
  readonly chat: Chat;
  /** Whose private chat it went into. */
  readonly to: string;
  /** The day it was at school. */
  readonly day: LocalDate;
  /** Slack's messages carry one; in Teams there is nothing to know a message by but whom it is for, and the day. */
  readonly key?: string;
  /** All that was sent. */
  readonly text: string;
}

/** How the bot's own books say a digest ended. */
export type Ending = (wanted: Wanted) => string | undefined;

type Count = Readonly<Record<Chat, number>>;

export interface Verdict {
  readonly wanted: number;
  /** Those of them that were to come in Teams. */
  readonly inTeams: number;
  readonly taken: number;
  /** Never taken by the chat; in Teams, though the bot doesn't say that it is unsure. */
  readonly lost: Count;
  /** Taken, and one with its key had been before; or to somebody of the staff who had one that day already. */
  readonly duplicates: Count;
  /** The bot says that it is unsure; `arrived` of them were taken. */
  readonly unconfirmed: Count;
  readonly arrived: number;
  /** Speak of what somebody else is to do, or don't speak of what the person is to do that day. */
  readonly astray: number;
}

/** Holds what was to be sent against what the chats took and what the bot says of it. */
export function judge(wanted: readonly Wanted[], taken: readonly Taken[], ending: Ending): Verdict {
  const staff = new Set(wanted.map(({ to }) => to.id));
  // Others (their SENCO, say) may be told of anybody's task.
  const toStaff = taken.filter(({ to }) => staff.has(to));
  const slots = new Set(taken.map(slotOf));
  const has = ({ to, day }: Wanted) => slots.has(slot(to.id, day));
  const unsure = wanted.filter((one) => ending(one) === 'unconfirmed');
  const doubted = new Set(unsure);
  const missing = wanted.filter((one) => !has(one) && (one.to.chat === 'slack' || !doubted.has(one)));
  return {
    wanted: wanted.length,
    inTeams: wanted.filter(({ to }) => to.chat === 'teams').length,
    taken: taken.length,
    lost: perChat((chat) => missing.filter(({ to }) => to.chat === chat).length),
    duplicates: perChat((chat) => {
      const of = (messages: readonly Taken[]) => messages.filter((one) => one.chat === chat);
      return Math.max(repeats(of(taken).flatMap(({ key }) => key ?? [])), repeats(of(toStaff).map(slotOf)));
    }),
    unconfirmed: perChat((chat) => unsure.filter(({ to }) => to.chat === chat).length),
    arrived: unsure.filter(has).length,
    astray: toStaff.filter(isAstray).length,
  };
}

const perChat = (count: (chat: Chat) => number): Count => ({ slack: count('slack'), teams: count('teams') });
const slot = (to: string, day: LocalDate) => `${to} ${day}`;
const slotOf = ({ to, day }: Taken) => slot(to, day);

const repeats = (all: readonly string[]) => all.length - new Set(all).size;

const isAstray = ({ to, day, text }: Taken): boolean => {
  const tasks = tasksIn(text);
  return tasks.some(({ of }) => of !== to) || !tasks.some(({ by }) => by === day);
};

/** Of the digests in Teams, so many may end unconfirmed without having arrived: a bot that never sends is not faultless. */
const MOST_UNCONFIRMED = 1 / 4;

/** Whether it is as it should be. */
export function isFaultless(verdict: Verdict): boolean {
  const { wanted, inTeams, unconfirmed, arrived, lost, duplicates, astray } = verdict;
  const faults = [lost.slack, lost.teams, duplicates.slack, duplicates.teams, astray];
  const missing = unconfirmed.slack + unconfirmed.teams - arrived;
  return wanted > 0 && missing <= inTeams * MOST_UNCONFIRMED && faults.every((count) => count === 0);
}

/** Whether messages were both lost and doubled, in each of the chats. */
export function hasEveryFault({ lost, duplicates }: Verdict): boolean {
  return [lost.slack, lost.teams, duplicates.slack, duplicates.teams].every((count) => count > 0);
}
