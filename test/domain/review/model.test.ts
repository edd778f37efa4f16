import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fieldsChanged } from '../../../src/domain/fields-changed.ts';
import { firstDue, obligationsOf } from '../../../src/domain/nudges/obligations.ts';
import type { PlanKind } from '../../../src/domain/plans/index.ts';
import { staffConcerned } from '../../../src/domain/review/concerned.ts';
import type { Actor } from '../../../src/domain/review/decision.ts';
import { ARROWS, commandsIn } from '../../../src/domain/review/flow.ts';
import { heldOn } from '../../../src/domain/review/held.ts';
import { REVIEW_CUT } from '../../../src/domain/review/history.ts';
import { invitedTo } from '../../../src/domain/review/invited.ts';
import { rowOfKind } from '../../../src/domain/review/obligations/index.ts';
import { isOpen } from '../../../src/domain/review/open-actions.ts';
import { outcomesFor } from '../../../src/domain/review/outcomes.ts';
import { maySeeReview } from '../../../src/domain/review/permissions.ts';
import { requestsOf } from '../../../src/domain/review/requests.ts';
import { type Review, reviewSchema } from '../../../src/domain/review/review.ts';
import { STAGES } from '../../../src/domain/review/review-content.ts';
import { type Ran, run, startReview } from '../../../src/domain/review/run.ts';
import type { Command } from '../../../src/domain/review/steps/index.ts';
import { isSenco, membership } from '../../../src/domain/school/membership.ts';
import type { School } from '../../../src/domain/school/school.ts';
import { localDate } from '../../../src/domain/time.ts';
import { anEhcpPupil } from '../../support/annual-builders.ts';
import { ASSISTANT, aPupil, aSchool, SENCO, STAFF } from '../../support/builders.ts';
import { command } from '../../support/commands.ts';
import { testIds } from '../../support/ids.ts';
import { only } from '../../support/one-plan.ts';
import { commandOf, FORMER, MARKER, personOf, type Step, steps } from '../../support/walk.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const START = Date.parse('2026-11-02T09:00:00.000Z');

/** What was tried, and what came of it. */
interface Tried {
  readonly before: Review;
  readonly command: Command;
  readonly actor: Actor;
  readonly school: School;
  readonly ran: Ran;
  readonly after: Review;
}

/** Walks the steps over a new review, and hands each to `check`. Nothing that goes in can be changed unnoticed. */
function walk(all: readonly Step[], kind: PlanKind, check: (tried: Tried) => void): void {
  const { unique } = testIds();
  const former = { email: FORMER, name: 'Fay Former', role: 'senco', left: '2026-09-01' } as const;
  let school = freeze(aSchool({ staff: [...STAFF, former] }));
  let review = begun(kind, school, unique);
  let now = START;
  all.forEach((step, index) => {
    now += step.passing * DAY_MS;
    if (step.leaves) school = freeze(withoutAssistant(school));
    const at = new Date(now).toISOString();
    const command = freeze(commandOf(step, review, localDate(at)));
    const actor = { who: personOf(step, command, review), at };
    const ran = run(review, command, actor, school, unique, `form-${index}`);
    const after = ran.ok ? freeze(ran.review) : review;
    check({ before: review, command, actor, school, ran, after });
    review = after;
  });
}

/** What a review before it left, where there was one. */
const LAST = {
  review: 'review-0',
  heldOn: '2026-05-05',
  provision: [command('add-provision').provision],
};

function begun(kind: PlanKind, school: School, newKey: () => string): Review {
  const pupil = kind === 'ehcp' ? anEhcpPupil() : aPupil({ plan: kind });
  const actor = { who: SENCO, at: new Date(START).toISOString() };
  const ran = startReview(
    { id: 'review-1', ref: 'K7Q4', pupil, plan: only(pupil), targets: only(pupil).targets, actor, school },
    newKey,
  );
  if (!ran.ok) throw new Error('could not begin');
  return freeze({ ...ran.review, last: LAST });
}

function withoutAssistant(school: School): School {
  const staff = school.staff.map((one) => (one.email === ASSISTANT ? { ...one, left: '2026-11-10' } : one));
  return { ...school, staff };
}

function freeze<T>(thing: T): T {
  if (typeof thing === 'object' && thing !== null && !Object.isFrozen(thing)) {
    Object.freeze(thing);
    Object.values(thing).forEach(freeze);
  }
  return thing;
}

const RUNS = 170;

/** What was tried in each of the walks: other ones at each run of the tests, and the same for all that is to hold of them. */
const lived = once(() => {
  const seed = Date.now();
  const walks = fc
    .sample(fc.tuple(steps, kinds), { numRuns: RUNS, seed })
    .map(([all, kind]) => triedIn(all, kind));
  return { seed, walks };
});

function triedIn(all: readonly Step[], kind: PlanKind): readonly Tried[] {
  const tried: Tried[] = [];
  walk(all, kind, (one) => tried.push(one));
  return tried;
}

function once<T>(make: () => T): () => T {
  let made: { readonly is: T } | undefined;
  return () => {
    made ??= { is: make() };
    return made.is;
  };
}

/** Every walk, checked step by step. Where one is not as it should be, the shortest of its kind is looked for and shown. */
function always(check: (tried: Tried) => void): void {
  const { seed, walks } = lived();
  try {
    for (const tried of walks.flat()) check(tried);
  } catch (error) {
    fc.assert(
      fc.property(fc.tuple(steps, kinds), ([all, kind]) => walk(all, kind, check)),
      { numRuns: RUNS, seed },
    );
    throw error;
  }
}

const kinds = fc.oneof(
  { weight: 2, arbitrary: fc.constant<PlanKind>('ehcp') },
  { weight: 1, arbitrary: fc.constantFrom<PlanKind>('sen-support', 'early-years-iep') },
);

const added = <T>(before: readonly T[], after: readonly T[]) => after.slice(before.length);

describe('whatever anybody does to a review', () => {
  it('it is as a stored review must be, to the last field', () => {
    always(({ after }) => expect(reviewSchema.safeParse(after).error).toBeUndefined());
  });

  it('there is no outcome without views, reviewed targets, what will change, and an action unless the plan ends', () => {
    always(({ after }) => {
      const { outcome } = after;
      expect(outcome !== undefined).toBe(['acting', 'closed'].includes(after.stage));
      if (!outcome) return;
      expect(after.parentViews).toBeDefined();
      expect(after.pupilViews).toBeDefined();
      expect(after.targetReviews.map(({ targetId }) => targetId).sort()).toEqual(['target-1', 'target-2']);
      expect(outcome.whatWillChange.trim()).not.toBe('');
      if (!['plan-ended', 'recommend-cease'].includes(outcome.kind)) expect(after.actions).not.toEqual([]);
      expect(outcomesFor(after.kind).map(({ code }) => code)).toContain(outcome.kind);
      if (outcome.kind === 'updated') expect(outcome.reasons).not.toEqual([]);
    });
  });

  it('a closed review has no open action, and one with neither an open action nor a request under way is closed', () => {
    always(({ after }) => {
      const asked = requestsOf(after).filter(({ answer }) => !answer);
      const open = [...after.actions.filter(isOpen), ...asked];
      if (after.stage === 'closed') expect(open).toEqual([]);
      if (after.stage === 'acting' && !after.annual) expect(open).not.toEqual([]);
      expect(after.closedAt !== undefined).toBe(after.stage === 'closed');
    });
  });

  it('an annual review closes only with its report and the decision, and an amended plan’s notice and final plan', () => {
    always(({ after: { stage, kind, annual } }) => {
      expect(annual !== undefined).toBe(kind === 'ehcp');
      if (!annual) return;
      const { notice, finalPlan, notAmending, orderedPlan } = annual;
      const came = orderedPlan || (notice && (finalPlan || notAmending));
      const amended = annual.decision?.kind !== 'amend' || came;
      if (stage === 'closed') expect(annual.report).toBeDefined();
      if (stage === 'closed') expect(annual.decision ?? annual.neverDecided).toBeDefined();
      if (stage === 'closed') expect(amended).toBeTruthy();
      if (!['acting', 'closed'].includes(stage)) expect(annual.decision ?? annual.report).toBeUndefined();
    });
  });

  it('an annual review recommends nothing before the attendance is there and, to amend, a section to change', () => {
    always(({ before, after, school }) => {
      if (!after.annual || before.stage !== 'meeting' || after.stage !== 'acting') return;
      const keys = invitedTo({ review: after, school }).map(({ key }) => key);
      for (const who of keys.filter((one) => !one.includes('@') || membership(school, one))) {
        expect(after.annual.attendance[who]).toBeDefined();
      }
      if (after.outcome?.kind === 'recommend-amend') expect(after.annual.sectionChanges).not.toEqual([]);
    });
  });

  it('an annual review’s letters follow each other, and none that was recorded goes', () => {
    always(({ before, after }) => {
      const { annual } = after;
      if (!annual) return;
      const { report, decision, notice, comments, finalPlan, mediation } = annual;
      const held = { on: heldOn(after) };
      const pairs = [
        ...[report, decision, notice].map((one) => [held, one]),
        ...[comments, finalPlan].map((one) => [notice, one]),
        [decision, mediation],
      ];
      for (const [first, then] of pairs) {
        if (then && first) expect(then.on >= first.on).toBe(true);
        if (then) expect(first).toBeDefined();
      }
      const had = before.annual ?? annual;
      for (const key of ['report', 'decision', 'notice', 'comments', 'finalPlan', 'mediation'] as const) {
        if (had[key]) expect(annual[key]).toBeDefined();
      }
      const advice = (one: typeof annual) => one.outsiders.filter((outsider) => outsider.advice?.given);
      const kept = new Set(annual.outsiders.filter((one) => one.advice).map(({ id }) => id));
      for (const { id } of advice(had)) expect(kept).toContain(id);
      expect(annual.chases.slice(0, had.chases.length)).toEqual(had.chases);
    });
  });

  it('meetings that were set and not held are kept, and only those', () => {
    always(({ before, after, ran }) => {
      const [was, is] = [before.earlierMeetings ?? [], after.earlierMeetings ?? []];
      expect(is.slice(0, was.length)).toEqual(was);
      const gone = ran.ok && ran.facts.some((event) => event.type === 'meeting-called-off');
      const moved =
        before.meeting &&
        after.meeting &&
        (before.meeting.date !== after.meeting.date || before.meeting.time !== after.meeting.time);
      expect(is.length - was.length).toBe(gone || moved ? 1 : 0);
      if (after.stage === 'meeting') expect(after.meeting).toBeDefined();
    });
  });

  it('what is owed is owed by current staff, once, and there is always something until it is over', () => {
    always(({ after, actor, school }) => {
      const owed = obligationsOf(after, school, localDate(actor.at));
      for (const { who } of owed) expect(membership(school, who)).toBeDefined();
      const ids = owed.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      // Support goes on once all else is done: it is asked about until it ends.
      const toBeDone = owed.filter(({ kind }) => rowOfKind(kind).thing?.screen !== 'support');
      expect(toBeDone.length > 0).toBe(!['closed', 'cancelled'].includes(after.stage));
      expect(firstDue(after) === undefined).toBe(owed.length === 0);
    });
  });

  it('a refusal says why, in words without names of pupils or what was typed', () => {
    always(({ ran }) => {
      if (ran.ok) return;
      expect(ran.refusal.say).toMatch(/^.{20,}[.?]$/);
      expect(JSON.stringify(ran.refusal)).not.toMatch(new RegExp(`${MARKER}|Ada|Example|Ben|Sample`));
    });
  });

  it('its stage changes only along the arrows, and a command the stage does not list is refused', () => {
    always(({ before, command: { type: by }, after, ran }) => {
      if (!commandsIn(before.stage).includes(by)) expect(ran.ok).toBe(false);
      if (before.stage === after.stage) return;
      expect(ARROWS).toContainEqual(expect.objectContaining({ from: before.stage, by, to: after.stage }));
    });
  });

  it('history gains an entry for each event, is never rewritten, and holds nothing that was typed', () => {
    always(({ before, after, ran, actor }) => {
      const facts = ran.ok ? ran.facts : [];
      expect(after.history.slice(0, before.history.length)).toEqual(before.history);
      const entries = added(before.history, after.history);
      expect(entries.map(({ what }) => what)).toEqual(facts.map(({ type }) => type));
      for (const entry of entries) expect(entry).toMatchObject({ by: actor.who, at: actor.at });
      expect(JSON.stringify(after.history)).not.toContain(MARKER);
      const named = entries.flatMap(({ fields }) => fields);
      expect(new Set(named)).toEqual(new Set(fieldsChanged(before, after, REVIEW_CUT)));
      for (const path of named) expect(path).toMatch(/^[a-z]+(\.[a-z0-9-]+)*$/i);
    });
  });

  it('messages go only to current staff concerned, each with a key of its own, and hold nothing that was typed', () => {
    always(({ before, after, school }) => {
      const concerned = [
        ...staffConcerned(before),
        ...staffConcerned(after),
        ...[...before.actions, ...after.actions].map((one) => one.owner),
        ...[...before.provision, ...after.provision].flatMap((one) => one.owner ?? []),
        ...[...requestsOf(before), ...requestsOf(after)].map((one) => one.owner),
      ];
      for (const { to, state } of added(before.messages, after.messages)) {
        expect(membership(school, to)).toBeDefined();
        expect(isSenco(school, to) || concerned.includes(to)).toBe(true);
        expect(state).toEqual({ is: 'waiting', tries: 0 });
      }
      const keys = after.messages.map(({ key }) => key);
      expect(new Set(keys).size).toBe(keys.length);
      expect(JSON.stringify(after.messages)).not.toContain(MARKER);
    });
  });

  it('the same form sent again has no effect', () => {
    always(({ before, after, command, actor, school, ran }) => {
      if (!ran.ok) return;
      const again = run(after, command, actor, school, () => 'never', after.taken.at(-1));
      expect(again).toEqual({ ok: true, review: after, facts: [], repeat: true });
      expect(after.taken.length).toBe(before.taken.length + 1);
    });
  });

  it('nobody who may not see it changes anything, and nobody but a senco does more than answer, act or send', () => {
    const acting = ['complete-action', 'extend-action', 'disown-action', 'cannot-do-action'];
    // Whoever was given a request to the local authority says when it went.
    const theirs = ['submit-evidence', 'answer-support', 'record-request-sent', ...acting];
    always(({ before, command, actor, school, ran }) => {
      if (
        !maySeeReview(before, actor.who, school, { pupil: aPupil(), reviews: [], today: localDate(actor.at) })
      )
        expect(ran.ok).toBe(false);
      if (!isSenco(school, actor.who) && !theirs.includes(command.type)) expect(ran.ok).toBe(false);
    });
  });

  it('each action is there once, has one owner who was on the staff list when given it, and keeps how it ended', () => {
    always(({ before, after, school }) => {
      expect(new Set(after.actions.map(({ id }) => id)).size).toBe(after.actions.length);
      for (const action of after.actions) {
        const was = before.actions.find(({ id }) => id === action.id);
        if (was?.owner !== action.owner) expect(membership(school, action.owner)).toBeDefined();
        // Opened again, it is kept how it had ended.
        const ended = isOpen(action) ? after.reopened?.at(-1)?.action : action;
        if (was && !isOpen(was)) expect(ended).toEqual(was);
      }
    });
  });

  it('no answer is lost: evidence given stays, changed only by its author; views given stay given', () => {
    always(({ before, after, actor }) => {
      for (const request of before.evidence.filter(({ answer }) => answer)) {
        const now = after.evidence.find(({ who }) => who === request.who);
        expect(now?.revision).toBeGreaterThanOrEqual(request.revision);
        // Whether it came late is another matter, where the meeting had been opened by mistake.
        const { late: _, ...answer } = request.answer ?? {};
        if (request.who !== actor.who) expect(now?.answer).toMatchObject(answer);
        expect(now?.answer).toBeDefined();
      }
      if (before.parentViews?.given) expect(after.parentViews?.given).toBe(true);
      if (before.pupilViews?.given) expect(after.pupilViews?.given).toBe(true);
    });
  });

  it('its version is left to the store, and whose review it is does not change', () => {
    always(({ before, after }) => {
      const { version, id, schoolId, pupilId, lead, targets } = before;
      expect(after).toMatchObject({ version, id, schoolId, pupilId, lead, targets });
    });
  });
});

describe('the walks', () => {
  it('go down every arrow, and see every command both taken and refused', () => {
    const arrows = new Set<string>();
    const taken = new Set<string>();
    const refused = new Set<string>();
    const look = ({ before, after, command: { type }, ran }: Tried) => {
      (ran.ok ? taken : refused).add(type);
      if (before.stage !== after.stage) arrows.add(`${before.stage} ${type} ${after.stage}`);
    };
    const all = [...new Set(STAGES.flatMap(commandsIn))].sort();
    const wanted = ARROWS.length + 2 * all.length;
    // The same walks each time, as many as it takes.
    for (let seed = 1; seed <= 120 && arrows.size + taken.size + refused.size < wanted; seed += 1) {
      const walks = fc.sample(fc.tuple(steps, kinds), { numRuns: 25, seed });
      for (const [path, kind] of walks) walk(path, kind, look);
    }
    expect([...arrows].sort()).toEqual(ARROWS.map(({ from, by, to }) => `${from} ${by} ${to}`).sort());
    expect([...taken].sort()).toEqual(all);
    expect([...refused].sort()).toEqual(all);
  });
});
