import { describe, expect, it } from 'vitest';
import type { Action, Review } from '../../src/domain/review/review.ts';
import {
  ASSISTANT,
  aContact,
  aDoneAction,
  aMessage,
  anAction,
  aPupil,
  aReview,
  aSchool,
  BYSTANDER,
  LEADER,
  SENCO,
  STAFF,
  STRANGER,
  TEACHER,
} from '../support/builders.ts';
import { aTalk, textOf, titlesOf } from './talk.ts';

const NOW = '2026-12-09T10:00:00.000Z';
const LOU = 'lou.leaver@oakfield.example';
const school = aSchool({
  staff: [...STAFF, { email: LOU, name: 'Lou Leaver', role: 'staff', left: '2026-12-01' }],
});
const bea = aPupil({ id: 'oakfield-p002', ref: 'P002', firstName: 'Bea', lastName: 'Second' });
const acting = (given: Partial<Review>) => aReview({ stage: 'acting', ...given });
const reviews = [
  acting({
    actions: [
      anAction({ id: 'a1', what: 'Order the pens', due: '2026-12-01' }),
      anAction({ id: 'a2', what: 'Speak with the family', due: '2026-12-15' }),
      anAction({ id: 'a3', what: 'Print the cards', owner: ASSISTANT, due: '2026-12-08' }),
      aDoneAction({ id: 'a4', what: 'Show the pen' }),
      aDoneAction({
        id: 'a5',
        what: 'Done last year',
        done: { by: TEACHER, at: '2026-07-01T10:00:00.000Z', what: 'x', helped: 'yes' },
      }),
    ],
  }),
  acting({
    id: 'review-2',
    ref: 'B2C3',
    pupilId: bea.id,
    actions: [
      anAction({ id: 'b1', what: 'Move the seat', owner: LOU, due: '2026-12-20' }),
      anAction({
        id: 'b2',
        what: 'Ring the clinic',
        owner: ASSISTANT,
        due: '2026-12-20',
        disowned: { at: '2026-12-09T08:00:00.000Z', why: 'I do not know them' },
      }),
      anAction({
        id: 'b3',
        what: 'Buy a lamp',
        owner: TEACHER,
        due: '2026-12-20',
        cannotBeDone: { by: TEACHER, at: '2026-12-07T08:00:00.000Z', why: 'No socket' },
      }),
    ],
  }),
];
const world = (more: object = {}) =>
  aTalk({ schools: [school], pupils: [aPupil(), bea], reviews, now: NOW, ...more });

describe('review actions', () => {
  it('tells a SENCO how many are open, overdue and closed this term, and each, the most overdue first', async () => {
    const reply = await (await world()).says(SENCO, 'review actions');
    const text = textOf(reply);
    expect(text).toContain('6 actions open, 4 overdue, 1 closed this term.');
    expect(text).toMatch(
      /Tom Teacher[\s\S]*3 open, 2 overdue[\s\S]*Order the pens[\s\S]*Was due Tue 1 Dec 2026/,
    );
    expect(text).toMatch(/Order the pens[\s\S]*Buy a lamp[\s\S]*Speak with the family/);
    expect(text).toMatch(/Lou Leaver[\s\S]*Has left[\s\S]*Move the seat[\s\S]*Needs a new owner since/);
    expect(text).toContain('Not theirs, they say: needs a new owner since Wed 9 Dec 2026');
    expect(text).toContain('Can’t be done, they say: waits for a decision since Mon 7 Dec 2026');
    expect(text).not.toContain('Show the pen');
    expect(titlesOf(reply).filter((title) => title === 'Open')).toHaveLength(6);
  });

  it('opens each with what the SENCO can do about it', async () => {
    const talk = await world();
    const opened = await talk.presses(SENCO, await talk.says(SENCO, 'actions'), 'Open');
    expect(titlesOf(opened)).toContain('Find a new owner');
  });

  it.each([
    ['actions overdue', ['Order the pens', 'Print the cards'], ['Speak with the family', 'Show the pen']],
    ['actions closed', ['Show the pen', 'Tom Teacher'], ['Order the pens', 'Done last year']],
    ['actions Tom', ['Order the pens', 'Buy a lamp'], ['Print the cards', 'Move the seat']],
    ['review actions overdue for tom teacher', ['Order the pens'], ['Print the cards', 'Speak with']],
    ['actions Bea', ['Move the seat', 'Buy a lamp'], ['Order the pens']],
    ['actions p002 open', ['Move the seat'], ['Order the pens']],
    ['actions by pupil', ['Bea Second', '3 open, 2 overdue'], ['Give to another']],
  ])('“%s” shows just those', async (typed, shown, hidden) => {
    const text = textOf(await (await world()).says(SENCO, typed));
    for (const one of shown) expect(text).toContain(one);
    for (const one of hidden) expect(text).not.toContain(one);
  });

  it('asks which when several are meant, and says when nobody is', async () => {
    const talk = await world();
    const several = await talk.says(SENCO, 'actions overdue a');
    expect(textOf(several)).toContain('2 people fit what you typed. Whom do you mean?');
    const chosen = await talk.presses(SENCO, several, 'Choose');
    expect(textOf(chosen)).toContain('Print the cards');
    expect(textOf(await talk.says(SENCO, 'actions Techer'))).toContain('Did you mean one of these?');
    const nobody = textOf(await talk.says(SENCO, 'actions Xanthippe'));
    expect(nobody).toContain('I know no colleague or pupil of that name.');
    expect(nobody).toContain('Order the pens');
    expect(nobody).not.toContain('Xanthippe');
  });

  it('can be looked at otherwise by its buttons, in place', async () => {
    const talk = await world();
    const first = await talk.says(LEADER, 'actions');
    const overdue = await talk.presses(LEADER, first, 'Only overdue');
    expect(overdue.kind).toBe('replace');
    expect(textOf(overdue)).not.toContain('Speak with the family');
    const byPupil = await talk.presses(LEADER, overdue, 'By pupil');
    expect(textOf(byPupil)).toMatch(/Ada Example[\s\S]*Order the pens/);
    const closed = await talk.presses(LEADER, byPupil, 'Closed this term');
    expect(textOf(closed)).toContain('Tom Teacher, Wed 2 Dec 2026. Did it help? Yes.');
    expect(textOf(await talk.presses(LEADER, closed, 'All open'))).toContain('Speak with the family');
  });

  it('lets leaders look and give nothing away', async () => {
    const talk = await world();
    const reply = await talk.says(LEADER, 'actions');
    expect(textOf(reply)).toContain('6 actions open');
    expect(titlesOf(reply)).not.toContain('Give to another');
    expect(titlesOf(await talk.presses(LEADER, reply, 'Open'))).not.toContain('Find a new owner');
  });

  it('shows other staff their own only, whatever they ask for', async () => {
    const talk = await world();
    for (const typed of [
      'actions',
      'actions by owner',
      'actions Lou',
      'actions Bea',
      'actions overdue Tom',
    ]) {
      const text = textOf(await talk.says(ASSISTANT, typed));
      expect(text).not.toMatch(/Order the pens|Move the seat|Lou|Tom/);
      expect(text).toContain('Print the cards');
    }
    expect(textOf(await talk.says(ASSISTANT, 'actions'))).toContain('Your actions');
    const forged = { do: 'actions', which: 'open', by: 'owner', page: '1', who: TEACHER };
    expect(textOf(await talk.sends(ASSISTANT, forged))).not.toMatch(/Order|Tom|Ada|Bea/);
    expect(textOf(await talk.says(BYSTANDER, 'actions'))).toContain('0 actions open, 0 overdue');
    expect(textOf(await talk.says(STRANGER, 'actions'))).toContain('I can only talk with staff');
  });

  it.each(['0', '-1', 'x', '1e9', '2.5', ''])('takes any page and any view asked for: “%s”', async (page) => {
    const talk = await world();
    const reply = await talk.sends(SENCO, { do: 'actions', which: 'all', by: 'magic', page });
    expect(textOf(reply)).toContain('6 actions open');
  });

  it('says who could not be told, or perhaps was not', async () => {
    const at = '2026-12-07T08:00:00.000Z';
    const told = (state: 'undeliverable' | 'unconfirmed') =>
      aMessage({
        kind: 'action-given',
        about: 'a1',
        state: state === 'unconfirmed' ? { is: state, at } : { is: state, at, why: 'blocked', tries: 1 },
      });
    const given = (state: 'undeliverable' | 'unconfirmed') => [
      acting({ actions: [anAction({ id: 'a1' })], messages: [told(state)] }),
    ];
    const unreached = await world({ reviews: given('undeliverable') });
    expect(textOf(await unreached.says(SENCO, 'actions'))).toContain('Could not be told yet');
    const unsure = await world({ reviews: given('unconfirmed') });
    expect(textOf(await unsure.says(SENCO, 'actions'))).toContain('We cannot tell whether they were told');
    await unsure.store.put('contacts', aContact({ seenAt: '2026-12-08T08:00:00.000Z' }));
    expect(textOf(await unsure.says(SENCO, 'actions'))).not.toContain('We cannot tell');
  });

  it('is paged within Slack’s limits, each action once, none cut', async () => {
    const actions: Action[] = Array.from({ length: 40 }, (_, at) =>
      anAction({
        id: `n${at}`,
        what: `Thing-${at}- ${'long words '.repeat(80)}`,
        owner: STAFF[at % STAFF.length]?.email ?? TEACHER,
        due: `2026-12-${String(1 + (at % 28)).padStart(2, '0')}`,
      }),
    );
    const talk = await world({ reviews: [acting({ actions })] });
    for (const typed of ['actions', 'actions by pupil']) {
      let reply = await talk.says(SENCO, typed);
      let seen = textOf(reply);
      for (let page = 2; titlesOf(reply).includes('Next page') && page < 50; page++) {
        reply = await talk.presses(SENCO, reply, 'Next page');
        seen += textOf(reply);
      }
      for (const at of actions.keys()) expect(seen.split(`Thing-${at}-`), `Thing-${at}-`).toHaveLength(2);
    }
  });
});
