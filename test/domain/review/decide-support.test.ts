import { describe, expect, it } from 'vitest';
import { stillWanted } from '../../../src/domain/nudges/messages.ts';
import { obligationsOf } from '../../../src/domain/nudges/obligations.ts';
import {
  heldUpIn,
  supportAskedNext,
  supportEndedOn,
} from '../../../src/domain/review/obligations/support.ts';
import { supportHappening } from '../../../src/domain/review/obligations/support-happening.ts';
import type { Provision } from '../../../src/domain/review/review.ts';
import { run } from '../../../src/domain/review/run.ts';
import { whySupportIsOver, withSupportEnded } from '../../../src/domain/review/support-over.ts';
import type { School } from '../../../src/domain/school/school.ts';
import {
  ASSISTANT,
  anOutcome,
  aProvision,
  aPupil,
  aReview,
  aSchool,
  SENCO,
  STAFF,
  TEACHER,
} from '../../support/builders.ts';
import { command } from '../../support/commands.ts';

const school = aSchool();
const review = (given: Partial<Provision> = {}) =>
  aReview({ stage: 'closed', provision: [aProvision(given)] });
const on = (day: string, who = ASSISTANT) => ({ who, at: `${day}T10:00:00.000Z` });
const says = (is: 'yes' | 'not-yet', why = '', again = '') => command('answer-support', { is, why, again });
let keys = 0;
const key = () => `key-${++keys}`;

describe('whether support happens, said by whoever sees to it', () => {
  it('given yes, then it is kept with who and when, nobody is told, and it is asked next half-term', () => {
    const ran = run(review(), says('yes'), on('2026-12-09'), school, key);
    if (!ran.ok) throw new Error(ran.refusal.say);
    const answer = { by: ASSISTANT, at: '2026-12-09T10:00:00.000Z', is: 'yes', why: '', next: '2027-01-18' };
    expect(ran.review.provision[0]?.happening).toEqual([answer]);
    expect(ran.review.messages).toEqual([]);
    // Pressed again, on an older card: nothing more happens.
    expect(run(ran.review, says('yes'), on('2026-12-10'), school, key)).toMatchObject({
      ok: true,
      facts: [],
    });
    // Asked again, it is another answer.
    expect(run(ran.review, says('yes'), on('2027-01-18'), school, key)).toMatchObject({
      facts: [{ type: 'support-answered', next: '2027-03-08' }],
    });
  });

  it('given not yet, then the SENCO is told at once, and it is asked a week later or on the day they name', () => {
    const ran = run(review(), says('not-yet', 'No room'), on('2026-12-09'), school, key);
    expect(ran).toMatchObject({ facts: [{ next: '2026-12-16' }] });
    if (!ran.ok) throw new Error(ran.refusal.say);
    expect(ran.review.messages).toMatchObject([{ kind: 'support-not-happening', to: SENCO }]);
    const named = run(review(), says('not-yet', 'No room', '2026-12-11'), on('2026-12-09'), school, key);
    expect(named).toMatchObject({ facts: [{ next: '2026-12-11' }] });
  });

  it.each([
    ['not yet, and nothing why', says('not-yet', ' '), {}, 'words-missing'],
    ['asked again today', says('not-yet', 'No room', '2026-12-09'), {}, 'date-past'],
    ['yes, before it starts', says('yes'), { starts: '2027-01-11' }, 'not-now'],
    [
      'yes, and it has ended',
      says('yes'),
      { ended: { by: SENCO, at: '2026-12-01T10:00:00.000Z', why: 'Met' } },
      'already-done',
    ],
    ['support that is not there', { ...says('yes'), id: 'provision-9' }, { owner: SENCO }, 'not-yours'],
  ])('given %s, then it is refused', (_what, answer, given, code) => {
    expect(run(review(given), answer, on('2026-12-09'), school, key)).toMatchObject({ refusal: { code } });
  });
});

describe('who sees to support', () => {
  const owed = (given: Partial<Provision>, at: School, today: string) =>
    obligationsOf(review(given), at, today).map(({ kind, who, due }) => [kind, who, due]);

  it('given a review that was closed, then they owe the answer, and once they have left the SENCO somebody else', () => {
    expect(owed({}, school, '2026-12-01')).toEqual([['support-happening', ASSISTANT, '2026-12-09']]);
    const staff = STAFF.map((one) => (one.email === ASSISTANT ? { ...one, left: '2026-11-30' } : one));
    expect(owed({}, aSchool({ staff }), '2026-12-01')).toEqual([['support-owner', SENCO, '2026-11-30']]);
  });

  it('given they are away on the day, then it is theirs still, and the SENCO may name somebody else', () => {
    const absent = { from: '2026-12-07', until: '2026-12-14' };
    const staff = STAFF.map((one) => (one.email === ASSISTANT ? { ...one, absent } : one));
    expect(owed({}, aSchool({ staff }), '2026-12-01')).toEqual([
      ['support-happening', ASSISTANT, '2026-12-09'],
      ['support-owner', SENCO, '2026-12-09'],
    ]);
  });

  it('given it was agreed before anybody was asked, then nobody owes anything until the SENCO names somebody, who is told', () => {
    const { owner: _, starts: _starts, ...old } = aProvision();
    const before = aReview({ stage: 'closed', provision: [old] });
    expect(obligationsOf(before, school, '2027-01-11')).toEqual([]);
    const ran = run(before, command('name-support-owner'), on('2027-01-11', SENCO), school, key);
    if (!ran.ok) throw new Error(ran.refusal.say);
    expect(ran.review.messages).toMatchObject([{ kind: 'support-given', to: TEACHER }]);
    // It started on 30 November: they are asked the day after they hear of it.
    expect(obligationsOf(ran.review, school, '2027-01-11')).toMatchObject([
      { who: TEACHER, due: '2027-01-12' },
    ]);
  });

  it('given it is given to another, then both are told, and given it ends, whoever saw to it', () => {
    const given = run(review(), command('name-support-owner'), on('2026-12-09', SENCO), school, key);
    expect(given.ok && given.review.messages.map(({ kind, to }) => [kind, to])).toEqual([
      ['support-given', TEACHER],
      ['support-passed-on', ASSISTANT],
    ]);
    const ended = run(review(), command('end-support'), on('2026-12-09', SENCO), school, key);
    expect(ended).toMatchObject({ review: { messages: [{ kind: 'support-ended', to: ASSISTANT }] } });
    expect(ended.ok && obligationsOf(ended.review, school, '2026-12-09')).toEqual([]);
  });

  it('given the outcome ended the plan, then nobody is asked', () => {
    const over = aReview({ ...review(), outcome: anOutcome({ kind: 'plan-ended' }) });
    expect(obligationsOf(over, school, '2026-12-09')).toEqual([]);
  });

  it('given the outcome ended the plan, then it ended on the day of the meeting: nobody is told of it, and nothing can be said', () => {
    const held = { is: 'not-yet', by: ASSISTANT, at: '2026-12-09T10:00:00.000Z', why: 'No room' } as const;
    const heard = review({ happening: [{ ...held, next: '2026-12-16' }] });
    const over = { ...heard, outcome: anOutcome({ kind: 'plan-ended' }) };
    const [before] = heard.provision;
    if (!before) throw new Error('there is support');
    expect([supportEndedOn(heard, before), supportEndedOn(over, before)]).toEqual([undefined, '2026-11-24']);
    expect(supportAskedNext(before, heard, school)).toBe('2026-12-16');
    expect(supportAskedNext(before, over, school)).toBeUndefined();
    expect([heldUpIn(heard), heldUpIn(over)]).toEqual([[before], []]);
    const settled = (of: typeof heard) =>
      supportHappening.settled({ review: of, school, who: ASSISTANT, about: before.id });
    expect([settled(heard), settled(over)]).toEqual([{ is: 'answered' }, { is: 'over' }]);
    const message = (kind: 'support-given' | 'support-not-happening', to: string) =>
      ({
        ...{ key: kind, to, kind, about: before.id, queuedAt: held.at },
        state: { is: 'waiting', tries: 0 },
      }) as const;
    for (const [kind, to] of [
      ['support-given', ASSISTANT],
      ['support-not-happening', SENCO],
    ] as const) {
      const messages = [message(kind, to)];
      const wanted = (of: typeof heard) =>
        stillWanted({ ...of, messages }, message(kind, to), school, '2026-12-09');
      expect([kind, wanted(heard), wanted(over)]).toEqual([kind, true, false]);
    }
    for (const given of [says('yes'), command('name-support-owner'), command('end-support')])
      expect(run(over, given, on('2026-12-09', SENCO), school, key)).toMatchObject({
        refusal: { code: 'already-done' },
      });
  });
});

describe('support that is over without anybody saying so', () => {
  const pupil = aPupil();
  const later = aReview({ id: 'review-2', stage: 'acting', startedAt: '2027-02-01T09:00:00.000Z' });

  it('given the next review of the plan has its outcome, then it has ended, which the history names', () => {
    const earlier = review();
    expect(whySupportIsOver(earlier, pupil, [earlier, { ...later, stage: 'meeting' }])).toBeUndefined();
    const why = whySupportIsOver(earlier, pupil, [earlier, later]) ?? '';
    expect(why).toBe('The next review agreed what comes next.');
    const ended = withSupportEnded(earlier, why, on('2027-02-01', SENCO));
    expect(ended.history.at(-1)).toMatchObject({
      what: 'support-ended',
      fields: ['provision.provision-1.ended'],
    });
    expect(obligationsOf(ended, school, '2027-02-01')).toEqual([]);
  });

  it('given the plan, or the pupil, is gone, then it has ended', () => {
    const gone = 'The plan it belonged to is not there any more.';
    expect(whySupportIsOver(review(), aPupil({ plan: 'none' }), [review()])).toBe(gone);
    expect(whySupportIsOver(review(), undefined, [review()])).toBe(gone);
  });
});
