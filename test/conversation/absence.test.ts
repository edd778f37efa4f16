import { describe, expect, it } from 'vitest';
import type { Review } from '../../src/domain/review/review.ts';
import type { School } from '../../src/domain/school/school.ts';
import { press } from '../../src/presentation/buttons.ts';
import {
  ASSISTANT,
  anAction,
  anEvidenceRequest,
  aProvision,
  aPupil,
  aReview,
  aSchool,
  LEADER,
  SENCO,
  STAFF,
  STRANGER,
  TEACHER,
} from '../support/builders.ts';
import { aTalk, standingIn, type Talk, textOf, titlesOf } from './talk.ts';

const NOW = '2026-12-09T10:00:00.000Z';
const acting = (given: Partial<Review> = {}) =>
  aReview({
    stage: 'acting',
    actions: [
      anAction({ id: 'a1', what: 'Order the pens', due: '2026-12-11' }),
      anAction({ id: 'a2', what: 'Write home', due: '2027-01-20' }),
      anAction({ id: 'a3', what: 'Print the cards', owner: ASSISTANT, due: '2026-12-11' }),
    ],
    ...given,
  });
const world = (more: object = {}) => aTalk({ reviews: [acting()], now: NOW, ...more });

const memberOf = async (talk: Talk, email = TEACHER) => {
  const school = (await talk.store.get('schools', 'oakfield')) as School;
  return school.staff.find((one) => one.email === email);
};
const marking = async (talk: Talk, typed: Record<string, string> = {}) => {
  const form = await talk.presses(SENCO, await talk.says(SENCO, 'review absent'), 'Mark somebody away');
  const answer = { person: TEACHER, until: '2026-12-18', ...typed };
  return { form, reply: await talk.presses(SENCO, form, 'Mark as away', answer) };
};

describe('marking a colleague as away', () => {
  it('keeps it, says what follows, and offers what falls due meanwhile', async () => {
    const talk = await world();
    expect(textOf(await talk.says(SENCO, 'review absent'))).toContain('Nobody is away or about to be.');
    const { form, reply } = await marking(talk);
    expect(standingIn(form.show)).toEqual({ person: '', from: '2026-12-09', until: '' });
    expect(await memberOf(talk)).toMatchObject({ absent: { from: '2026-12-09', until: '2026-12-18' } });
    const text = textOf(reply);
    expect(reply.kind).toBe('replace');
    expect(text).toContain('They are not reminded of anything until they are back on Fri 18 Dec 2026.');
    expect(text).toContain('Tom Teacher');
    expect(text).toContain('Away, back Fri 18 Dec 2026 (in 9 days)');
    expect(text).toContain('1 action falls due before they are back; 1 action of theirs is due later');
    expect(titlesOf(reply)).toEqual(
      expect.arrayContaining(['Back now', 'Change the day', 'Give to another']),
    );
    expect(talk.commits()).toBe(1);
    const overview = textOf(await talk.says(LEADER, 'actions Tom'));
    expect(overview).toContain('Away until Fri 18 Dec 2026');
    expect(textOf(await talk.says(SENCO, 'mine'))).toContain('Find a new owner');
  });

  it('counts the evidence they are asked for, too', async () => {
    const meeting = { date: '2026-12-17', time: '14:30', invitees: [] };
    const review = aReview({ meeting, evidence: [anEvidenceRequest({ dueBy: '2026-12-15' })] });
    const talk = await world({ reviews: [review] });
    expect(textOf((await marking(talk)).reply)).toContain('1 answer falls due before they are back');
  });

  it('twice is the same as once; and sent again after they came back it does not send them away', async () => {
    const talk = await world();
    const form = await talk.presses(SENCO, await talk.says(SENCO, 'absent'), 'Mark somebody away');
    const answer = { person: TEACHER, until: '2026-12-18' };
    const three = await Promise.all([1, 2, 3].map(() => talk.presses(SENCO, form, 'Mark as away', answer)));
    expect(talk.commits()).toBe(1);
    expect(three.filter((one) => textOf(one).includes('already recorded'))).toHaveLength(2);
    const back = await talk.presses(SENCO, three[0] ?? form, 'Back now');
    expect(textOf(back)).toContain('Welcome back');
    expect(await memberOf(talk)).not.toHaveProperty('absent');
    const repeat = await talk.presses(SENCO, form, 'Mark as away', answer);
    expect(textOf(repeat)).toContain('already recorded');
    expect(await memberOf(talk)).not.toHaveProperty('absent');
    const changed = await talk.presses(SENCO, form, 'Mark as away', { ...answer, until: '2026-12-17' });
    expect(textOf(changed)).toContain('This form was sent before');
    expect(await memberOf(talk)).not.toHaveProperty('absent');
  });

  it('can be changed: the form has what was said', async () => {
    const talk = await world();
    const { reply } = await marking(talk);
    const form = await talk.presses(SENCO, reply, 'Change the day');
    expect(standingIn(form.show)).toEqual({ person: TEACHER, from: '2026-12-09', until: '2026-12-18' });
    await talk.presses(SENCO, form, 'Mark as away', { until: '2026-12-11' });
    expect(await memberOf(talk)).toMatchObject({ absent: { until: '2026-12-11' } });
  });

  it.each([
    [{ until: '2026-12-09' }, 'until', /after today/],
    [{ until: '2028-01-01' }, 'until', /more than a year/],
    [{ from: '2026-12-20' }, 'until', /after their first day away/],
    [{ person: STRANGER }, 'person', /from the staff list/],
    [{ until: 'soon' }, 'until', /the day they are back/],
    [{ person: '', until: '' }, 'person', /choose one colleague/],
  ])('says what is wrong with %o, and keeps what was chosen', async (typed, id, sentence) => {
    const talk = await world();
    const { reply } = await marking(talk, typed);
    expect(reply.kind).toBe('invalid');
    if (reply.kind === 'invalid') expect(reply.errors[id]).toMatch(sentence);
    expect(talk.commits()).toBe(0);
  });

  it('loses nothing of another’s who changes the school at once', async () => {
    const talk = await world();
    const form = await talk.presses(SENCO, await talk.says(SENCO, 'absent'), 'Mark somebody away');
    const other = await talk.presses(SENCO, await talk.says(SENCO, 'absent'), 'Mark somebody away');
    await Promise.all([
      talk.presses(SENCO, form, 'Mark as away', { person: TEACHER, until: '2026-12-18' }),
      talk.presses(SENCO, other, 'Mark as away', { person: ASSISTANT, until: '2026-12-14' }),
    ]);
    expect(await memberOf(talk)).toHaveProperty('absent.until', '2026-12-18');
    expect(await memberOf(talk, ASSISTANT)).toHaveProperty('absent.until', '2026-12-14');
  });

  it('that can’t be stored changes nothing, and can be sent again', async () => {
    const talk = await world();
    const form = await talk.presses(SENCO, await talk.says(SENCO, 'absent'), 'Mark somebody away');
    talk.full();
    const answer = { person: TEACHER, until: '2026-12-18' };
    const failed = await talk.presses(SENCO, form, 'Mark as away', answer);
    expect(failed.kind).toBe('invalid');
    expect(textOf(failed)).toContain('I couldn’t save that just now');
    expect(standingIn(failed.show)).toMatchObject(answer);
    talk.emptied();
    await talk.presses(SENCO, failed, 'Mark as away');
    expect(await memberOf(talk)).toHaveProperty('absent.until', '2026-12-18');
  });
});

describe('who may say who is away', () => {
  const asks = [
    press.schoolForm('absence', 'oakfield'),
    press.schoolForm('bulk-reassign', 'oakfield', TEACHER),
  ];
  const sends = [
    press.submitSchool('absence', 'oakfield', 'once1'),
    press.submitSchool('bulk-reassign', 'oakfield', 'once1', TEACHER),
  ];
  const values = { person: TEACHER, from: '2026-12-09', until: '2026-12-18', to: ASSISTANT, due: '' };

  it.each([LEADER, TEACHER, ASSISTANT, STRANGER])('is a SENCO of that school only: not %s', async (who) => {
    const talk = await world();
    for (const data of asks) expect((await talk.sends(who, data)).show.form).toBeUndefined();
    for (const data of [...sends, press.back('oakfield', TEACHER)]) await talk.sends(who, data, values);
    expect(talk.commits()).toBe(0);
  });

  it('nor a SENCO of another', async () => {
    const kit = { email: 'kit@elm.example', name: 'Kit Elm', role: 'senco' as const };
    const talk = await world({ schools: [aSchool(), aSchool({ id: 'elm', name: 'Elm', staff: [kit] })] });
    for (const data of [...asks, ...sends, press.back('oakfield', TEACHER)]) {
      expect(textOf(await talk.sends(kit.email, data, values))).not.toMatch(/Tom|Ann|Oakfield/);
    }
    expect(talk.commits()).toBe(0);
  });

  it('while leaders look, and others do not', async () => {
    const talk = await world();
    await marking(talk);
    const seen = await talk.says(LEADER, 'absent');
    expect(textOf(seen)).toContain('Tom Teacher');
    expect(titlesOf(seen)).toEqual(['All actions']);
    expect(textOf(await talk.says(ASSISTANT, 'absent'))).not.toContain('Tom');
    expect(textOf(await talk.sends(ASSISTANT, press.absent(1)))).not.toContain('Tom');
  });
});

describe('giving all of one colleague’s open actions to another', () => {
  const bea = aPupil({ id: 'oakfield-p002', ref: 'P002', firstName: 'Bea', lastName: 'Second' });
  const two = [
    acting(),
    acting({
      id: 'review-2',
      ref: 'B2C3',
      pupilId: bea.id,
      actions: [
        anAction({ id: 'b1', what: 'Move the seat', due: '2026-12-01' }),
        anAction({ id: 'b2', what: 'Not mine', disowned: { at: NOW, why: 'No' }, due: '2026-12-20' }),
        anAction({
          id: 'b3',
          what: 'Done',
          done: { by: TEACHER, at: NOW, what: 'x', helped: 'yes' },
          due: '2026-12-01',
        }),
      ],
    }),
    aReview({ id: 'review-3', stage: 'meeting', actions: [anAction({ id: 'draft' })] }),
  ];
  const giving = (more: object = {}) => aTalk({ reviews: two, pupils: [aPupil(), bea], now: NOW, ...more });
  const ownersOf = async (talk: Talk) =>
    Object.fromEntries(
      (await talk.store.reviewsOf('oakfield')).flatMap(({ actions }) =>
        actions.map(({ id, owner, due }) => [
          id,
          `${owner === TEACHER ? 'Tom' : owner === BY ? 'Bo' : 'Ann'} ${due}`,
        ]),
      ),
    );
  const BY = STAFF[4]?.email ?? '';
  const formFor = async (talk: Talk) =>
    talk.presses(SENCO, await talk.says(SENCO, 'actions Tom'), 'Give to another');

  it('moves each on its own review, keeps the days, and gives what is overdue some more', async () => {
    const talk = await giving();
    const form = await formFor(talk);
    expect(textOf(form)).toContain('4 open actions of theirs will go to one colleague');
    expect(textOf(form)).toContain('what is overdue (1) gets until Wed 16 Dec 2026');
    expect(textOf(form)).toMatch(/Tom Teacher · Oakfield School[\s\S]*– Order the pens/);
    const reply = await talk.presses(SENCO, form, 'Give them', { to: BY });
    expect(textOf(reply)).toContain('4 actions have a new owner, who is told now.');
    expect(textOf(reply)).toContain('Tom Teacher → Bo Bystander');
    expect(await ownersOf(talk)).toEqual({
      a1: 'Bo 2026-12-11',
      a2: 'Bo 2027-01-20',
      a3: 'Ann 2026-12-11',
      b1: 'Bo 2026-12-16',
      b2: 'Bo 2026-12-20',
      b3: 'Tom 2026-12-01',
      draft: 'Tom 2026-12-04',
    });
    expect(textOf(await talk.presses(SENCO, reply, 'See their actions'))).toContain('Move the seat');
  });

  it('moves the support they see to, and what they are to send, with the actions', async () => {
    const heard = {
      by: TEACHER,
      at: '2026-12-02T10:00:00.000Z',
      is: 'yes',
      why: '',
      next: '2027-01-18',
    } as const;
    const of = acting({
      provision: [
        aProvision({ id: 'p1', what: 'Reading pen', owner: TEACHER, happening: [heard] }),
        aProvision({ id: 'p2', what: 'Talk Boost', owner: ASSISTANT }),
      ],
      requests: [{ kind: 'top-up', owner: TEACHER, sendBy: '2026-12-04', notes: [] }],
    });
    const closed = acting({
      ...{ id: 'review-9', ref: 'C3D4', stage: 'closed', actions: [], pupilId: bea.id },
      provision: [aProvision({ id: 'p9', what: 'Quiet table', owner: TEACHER })],
    });
    const talk = await giving({ reviews: [of, closed] });
    const form = await formFor(talk);
    expect(textOf(form)).toContain('2 open actions, 2 pieces of support and 1 request to send of theirs');
    const reply = await talk.presses(SENCO, form, 'Give them', { to: BY });
    expect(textOf(reply)).toContain(
      '2 actions, 2 pieces of support and 1 request have a new owner, who is told now.',
    );
    const review = await talk.review();
    expect(review.provision.map(({ owner }) => owner)).toEqual([BY, ASSISTANT]);
    // What was heard of it stays, and so does the day it began.
    expect(review.provision[0]).toMatchObject({ happening: [heard], starts: '2026-11-25' });
    // The day to send it had passed: some more, as for an action.
    expect(review.requests).toEqual([{ kind: 'top-up', owner: BY, sendBy: '2026-12-16', notes: [] }]);
    expect((await talk.store.get('reviews', 'review-9'))?.provision[0]?.owner).toBe(BY);
    const told = review.messages.filter(({ kind, to }) => kind === 'support-given' && to === BY);
    expect(told).toHaveLength(1);
    const repeated = await talk.presses(SENCO, form, 'Give them', { to: BY });
    expect(textOf(repeated)).toContain('2 actions, 2 pieces of support and 1 request have');
  });

  it('of somebody who left and only saw to support, it is given from the list of who is away', async () => {
    const staff = STAFF.map((one) => (one.email === TEACHER ? { ...one, left: '2026-12-07' } : one));
    const of = acting({ actions: [], provision: [aProvision({ owner: TEACHER })] });
    const talk = await giving({ reviews: [of], schools: [aSchool({ staff })] });
    const list = await talk.says(SENCO, 'absent');
    expect(textOf(list)).toContain('1 thing they saw to or were to send');
    await talk.presses(SENCO, await talk.presses(SENCO, list, 'Give to another'), 'Give them', { to: BY });
    expect((await talk.review()).provision[0]?.owner).toBe(BY);
  });

  it('gives all one day where one is chosen', async () => {
    const talk = await giving();
    await talk.presses(SENCO, await formFor(talk), 'Give them', { to: BY, due: '2027-01-11' });
    expect(await ownersOf(talk)).toMatchObject({ a1: 'Bo 2027-01-11', b1: 'Bo 2027-01-11' });
  });

  it('delivered three times at once, or again later, has one effect, also on what came since', async () => {
    const talk = await giving();
    const form = await formFor(talk);
    const replies = await Promise.all(
      [1, 2, 3].map(() => talk.presses(SENCO, form, 'Give them', { to: BY })),
    );
    for (const reply of replies) expect(textOf(reply)).toContain('4 actions have a new owner');
    const review = await talk.review();
    const given = review.messages.filter(({ kind }) => kind === 'action-given');
    expect(given.map(({ about, also = [] }) => [about, ...also])).toEqual([
      [expect.any(String), expect.any(String)],
    ]);
    // Since then one has come back to the teacher.
    const back = review.actions.map((one) => (one.id === 'a1' ? { ...one, owner: TEACHER } : one));
    await talk.store.put('reviews', { ...review, actions: back });
    const later = await talk.presses(SENCO, form, 'Give them', { to: BY });
    expect(textOf(later)).toContain('already recorded');
    expect((await ownersOf(talk)).a1).toBe('Tom 2026-12-11');
    const other = await talk.presses(SENCO, form, 'Give them', { to: ASSISTANT });
    expect(textOf(other)).toContain('This form was sent before');
    expect((await ownersOf(talk)).a1).toBe('Tom 2026-12-11');
  });

  it('cut off half-way says what was not moved, and is completed when sent again', async () => {
    const talk = await giving();
    const form = await formFor(talk);
    let puts = 0;
    const put = talk.store.put.bind(talk.store);
    talk.store.put = (...what) => {
      puts += 1;
      if (puts === 3) talk.full();
      return put(...what);
    };
    const reply = await talk.presses(SENCO, form, 'Give them', { to: BY });
    expect(textOf(reply)).toMatch(/[12] actions? could not be moved: see why below/);
    talk.store.put = put;
    talk.emptied();
    const again = await talk.presses(SENCO, form, 'Give them', { to: BY });
    expect(textOf(again)).toContain('4 actions have a new owner');
    expect(Object.values(await ownersOf(talk)).filter((one) => one.startsWith('Bo'))).toHaveLength(4);
  });

  it('names what could not be moved, and why', async () => {
    const talk = await giving();
    const form = await formFor(talk);
    const past = await talk.presses(SENCO, form, 'Give them', { to: BY, due: '2026-12-08' });
    expect(past).toMatchObject({ kind: 'invalid', errors: { due: expect.stringMatching(/has passed/) } });
    const reply = await talk.presses(SENCO, form, 'Give them', { to: BY, due: '2028-12-01' });
    expect(textOf(reply)).toContain('4 actions could not be moved: see why below.');
    expect(textOf(reply)).toMatch(
      /Not moved[\s\S]*Order the pens[\s\S]*Ada Example[\s\S]*more than a year away/,
    );
    expect((await ownersOf(talk)).a1).toBe('Tom 2026-12-11');
  });

  it('goes to nobody who is away, nor to the one who has them', async () => {
    const staff = STAFF.map((one) =>
      one.email === ASSISTANT ? { ...one, absent: { from: '2026-12-01', until: '2026-12-18' } } : one,
    );
    const talk = await giving({ schools: [aSchool({ staff })] });
    const form = await formFor(talk);
    expect(JSON.stringify(form.show.card)).not.toContain(`"value":"${ASSISTANT}"`);
    for (const to of [ASSISTANT, TEACHER, STRANGER, '']) {
      expect((await talk.presses(SENCO, form, 'Give them', { to })).kind).toBe('invalid');
    }
    expect(talk.commits()).toBe(0);
  });

  it('of somebody who left works from the list of who is away; with nothing open there is nothing to give', async () => {
    const staff = STAFF.map((one) => (one.email === TEACHER ? { ...one, left: '2026-12-07' } : one));
    const talk = await giving({ schools: [aSchool({ staff })] });
    const list = await talk.says(SENCO, 'absent');
    expect(textOf(list)).toContain('1 colleague who left has something open.');
    expect(textOf(list)).toContain('4 actions still open, with nobody to do them');
    await talk.presses(SENCO, await talk.presses(SENCO, list, 'Give to another'), 'Give them', { to: BY });
    expect(Object.values(await ownersOf(talk)).filter((one) => one.startsWith('Bo'))).toHaveLength(4);
    const none = await talk.sends(SENCO, press.schoolForm('bulk-reassign', 'oakfield', TEACHER));
    expect(textOf(none)).toContain('Nothing of theirs is open any more');
  });
});
