import type { Review } from '../../src/domain/review/review.ts';
import type { Command } from '../../src/domain/review/steps/index.ts';
import type { PersonId } from '../../src/domain/school/school.ts';
import { type LocalDate, plusDays } from '../../src/domain/time.ts';
import { SENCO } from '../support/builders.ts';
import { command } from '../support/commands.ts';
import { DOWN, YEAR } from './year-calendar.ts';
import {
  type ActionFact,
  AWAY,
  COLLEAGUES,
  type Facts,
  hasLeft,
  isAway,
  LEAVER,
  type ReviewFact,
} from './year-facts.ts';

/** What the journey can do to the bot. */
export interface Hands {
  /** Keeps a review that has just begun: one being prepared, or one with these actions still to be done. */
  begin(pupil: string, day: LocalDate, actions: readonly ActionFact[]): Promise<void>;
  /** Gives commands about a pupil's review. */
  say(pupil: string, who: PersonId, commands: readonly Command[]): Promise<void>;
  /** Says who is away, or has left. */
  mark(who: PersonId, as: { readonly absent?: typeof AWAY; readonly left?: LocalDate }): Promise<void>;
}

/** Everything that people do in the year. */
export interface Life {
  readonly facts: Facts;
  /** How often each kind of thing was done. */
  readonly done: Readonly<Record<string, number>>;
  /** Does what is done on that day. */
  live(day: LocalDate): Promise<void>;
}

const PUPILS = 200;
/** Every third review is seen from its preparation on; the others begin with their actions. */
const isWhole = (n: number) => n % 3 === 0;

/** Numbers that look like chance and are the same in each run: a linear congruential generator. */
function chance(seed: number) {
  let state = seed;
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  return {
    /** A whole number, from `least` to `most`. */
    number: (least: number, most: number) => least + Math.floor(next() * (most - least + 1)),
    one: <T>(of: readonly [T, ...T[]]): T => of[Math.floor(next() * of.length)] ?? of[0],
  };
}

type Work = (day: LocalDate) => Promise<void>;
const ANSWERS = ['done', 'done', 'done', 'done', 'time', 'time', 'not-mine', 'cannot', 'never'] as const;
const max = (a: LocalDate, b: LocalDate) => (a > b ? a : b);

export function makeLife(hands: Hands, seed: number): Life {
  const { number, one } = chance(seed);
  const facts = { actions: [] as ActionFact[], reviews: [] as ReviewFact[] };
  const agenda = new Map<LocalDate, Work[]>();
  const done: Record<string, number> = {};
  const note = (what: string) => {
    done[what] = (done[what] ?? 0) + 1;
  };

  /** Puts something in the diary: for the day after, where the bot is down. */
  const on = (day: LocalDate, work: Work): void => {
    const up = DOWN.includes(day) ? plusDays(day, 1) : day;
    if (up !== day) on(up, work);
    else agenda.set(day, [...(agenda.get(day) ?? []), work]);
  };
  const somebody = (day: LocalDate): PersonId => {
    const who = one(['', ...COLLEAGUES]);
    return who === '' || hasLeft(who, plusDays(day, 1)) || isAway(who, day) ? somebody(day) : who;
  };
  const newAction = (review: string, day: LocalDate): ActionFact => {
    const id = `A${String(facts.actions.length).padStart(4, '0')}`;
    const action = { id, review, owner: somebody(day), due: plusDays(day, number(5, 55)), over: false };
    facts.actions.push(action);
    return action;
  };

  const reassign = (action: ActionFact): Work => {
    return async (day) => {
      if (action.over) return;
      const owner = somebody(day);
      const due = plusDays(day, number(4, 30));
      await hands.say(action.review, SENCO, [command('reassign-action', { id: action.id, owner, due })]);
      Object.assign(action, { owner, due, notMine: undefined, cannot: undefined });
      note('reassigned');
      answerLater(action);
    };
  };
  const withdraw = (action: ActionFact): Work => {
    return async () => {
      if (action.over) return;
      await hands.say(action.review, SENCO, [command('withdraw-action', { id: action.id })]);
      action.over = true;
      note('withdrawn');
    };
  };

  const answer = async (
    action: ActionFact,
    kind: (typeof ANSWERS)[number],
    day: LocalDate,
  ): Promise<void> => {
    const { id, owner, review } = action;
    // Who is away answers when they are back; who has left, never.
    if (action.over || hasLeft(owner, day)) return;
    if (isAway(owner, day))
      return on(plusDays(AWAY.until, number(0, 6)), (then) => answer(action, kind, then));
    note(kind);
    switch (kind) {
      case 'done':
        await hands.say(review, owner, [command('complete-action', { id })]);
        action.over = true;
        return;
      case 'time': {
        const to = plusDays(max(day, action.due), number(1, 25));
        await hands.say(review, owner, [command('extend-action', { id, to })]);
        action.due = to;
        return answerLater(action);
      }
      case 'not-mine':
        await hands.say(review, owner, [command('disown-action', { id, suggested: SENCO })]);
        action.notMine = day;
        return on(plusDays(day, number(1, 24)), reassign(action));
      case 'cannot':
        await hands.say(review, owner, [command('cannot-do-action', { id })]);
        action.cannot = day;
        return on(plusDays(day, number(1, 24)), one([withdraw, reassign])(action));
      case 'never':
        // Months later the SENCO tidies up.
        return on(plusDays(day, number(25, 60)), withdraw(action));
    }
  };
  const answerLater = (action: ActionFact) => {
    const kind = one(ANSWERS);
    const given = { ...action };
    // Some days before it is due, or after; in between it may have gone to somebody else.
    on(plusDays(action.due, number(-4, 16)), async (day) => {
      if (action.owner === given.owner && !action.notMine && !action.cannot) await answer(action, kind, day);
    });
  };

  const evidenceOf = (review: ReviewFact, asked: ReviewFact['evidence'][number]) =>
    on(plusDays(asked.due, number(-6, 8)), async (day) => {
      const { who } = asked;
      if (review.stage !== 'gathering' || hasLeft(who, day) || isAway(who, day)) return;
      await hands.say(review.pupil, who, [command('submit-evidence', { said: 'nothing-to-add' })]);
      asked.answered = true;
      note('evidence');
    });
  const views = (review: ReviewFact, whose: 'parent' | 'pupil', from: LocalDate) =>
    on(plusDays(from, number(1, 30)), async (day) => {
      if (whose === 'parent' ? review.parents : review.child) return;
      await hands.say(review.pupil, SENCO, [command('views-not-given', { whose, soughtOn: day })]);
      if (whose === 'parent') review.parents = true;
      else review.child = true;
      note('views');
    });

  const decide = (review: ReviewFact): Work => {
    return async (day) => {
      const { pupil } = review;
      if (!review.parents || !review.child) return on(plusDays(day, 1), decide(review));
      const action = newAction(pupil, day);
      const { id, owner, due } = action;
      const { targetId: _, ...add } = command('add-action', { id, what: id, owner, due });
      await hands.say(pupil, SENCO, [add, command('decide-outcome')]);
      review.stage = 'decided';
      note('outcome');
      answerLater(action);
    };
  };
  const meet = (review: ReviewFact): Work => {
    return async (day) => {
      await hands.say(review.pupil, SENCO, [command('open-meeting')]);
      review.stage = 'meeting';
      note('meeting');
      on(plusDays(day, number(0, 9)), decide(review));
    };
  };
  const plan = (review: ReviewFact): Work => {
    return async (day) => {
      const evidenceBy = plusDays(day, number(5, 20));
      const ask = [somebody(day), somebody(day)].filter((who, n, all) => all.indexOf(who) === n);
      const date = plusDays(evidenceBy, number(1, 14));
      await hands.say(review.pupil, SENCO, [
        command('plan-meeting', { date, ask, evidenceBy, invitees: [] }),
      ]);
      Object.assign(review, { stage: 'gathering', meeting: date });
      review.evidence.push(...ask.map((who) => ({ who, due: evidenceBy, answered: false })));
      note('planned');
      for (const asked of review.evidence) evidenceOf(review, asked);
      for (const whose of ['parent', 'pupil'] as const) views(review, whose, day);
      on(plusDays(date, number(0, 14)), meet(review));
    };
  };

  const begin = (n: number): Work => {
    return async (day) => {
      const pupil = `N${String(n).padStart(3, '0')}`;
      if (!isWhole(n)) {
        const actions = Array.from({ length: number(1, 3) }, () => newAction(pupil, day));
        await hands.begin(pupil, day, actions);
        return actions.forEach(answerLater);
      }
      // A week to set the meeting in.
      const planBy = plusDays(day, 7);
      const none = { evidence: [], parents: false, child: false };
      const review: ReviewFact = { pupil, stage: 'preparing', startedOn: day, planBy, meeting: day, ...none };
      facts.reviews.push(review);
      await hands.begin(pupil, day, []);
      on(plusDays(day, number(1, 24)), plan(review));
    };
  };

  /** An action that is surely there: of somebody who is away when it is announced, or who leaves before it is due. */
  const given = (pupil: string, owner: PersonId, from: LocalDate, due: LocalDate, doneOn: LocalDate) =>
    on(from, async (day) => {
      const action = newAction(pupil, day);
      Object.assign(action, { owner, due });
      await hands.begin(pupil, day, [action]);
      on(doneOn, (then) => answer(action, 'done', then));
    });
  given('N998', AWAY.who, '2026-11-02', '2026-12-14', '2026-12-17');
  given('N999', LEAVER.who, '2027-01-20', '2027-02-24', '2027-02-23');

  for (let n = 0; n < PUPILS; n++) on(plusDays(YEAR.from, number(0, 285)), begin(n));
  on(AWAY.marked, () => hands.mark(AWAY.who, { absent: AWAY }));
  on(plusDays(AWAY.from, 4), async (day) => {
    // Half of what is theirs is given to others meanwhile.
    const theirs = facts.actions.filter(
      ({ owner, over, due }) => owner === AWAY.who && !over && due < AWAY.until,
    );
    for (const action of theirs.filter((_, n) => n % 2 === 0)) await reassign(action)(day);
  });
  on(LEAVER.on, async (day) => {
    await hands.mark(LEAVER.who, { left: day });
    for (const action of facts.actions) {
      if (action.owner === LEAVER.who && !action.over) on(plusDays(day, number(1, 40)), reassign(action));
    }
  });

  return {
    facts,
    done,
    async live(day) {
      // What is done may put something in the diary for the same day.
      for (const works = () => agenda.get(day) ?? []; works().length > 0; ) {
        const now = works();
        agenda.delete(day);
        for (const work of now) await work(day);
      }
    },
  };
}

/** A review's own id, from the pupil's. */
export const reviewOf = (pupil: string): Review['id'] => `review-${pupil}`;
