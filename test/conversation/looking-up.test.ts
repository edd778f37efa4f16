import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeFind } from '../../src/conversation/find.ts';
import { Pace } from '../../src/conversation/too-much.ts';
import type { PersonId, School } from '../../src/domain/school/school.ts';
import { asksWho } from '../../src/presentation/asks-who.ts';
import { press } from '../../src/presentation/buttons.ts';
import type { ActionData } from '../../src/presentation/message.ts';
import { anyText } from '../support/any-text.ts';
import {
  anAction,
  aPupil,
  aReview,
  aSchool,
  LEADER,
  SENCO,
  STAFF,
  STRANGER,
  TEACHER,
} from '../support/builders.ts';
import { HOSTILE } from '../support/hostile.ts';
import { testIds } from '../support/ids.ts';
import { aTalk, type Talk } from './talk.ts';

/** So many that they are no list: "Asha Bell 0" and so on, with a few who have names of their own. */
const bells = Array.from({ length: 1200 }, (_, at) => ({
  email: `asha.bell.${at}@oakfield.example`,
  name: `Asha Bell ${at}`,
  role: 'staff' as const,
}));
const SIOBHAN = { email: 'sn@oakfield.example', name: 'Siobhán O’Neill', role: 'staff' as const };
const LEFT = { ...SIOBHAN, email: 'sl@oakfield.example', name: 'Siobhan Left', left: '2026-10-01' };
const CUT_OFF = {
  ...{ email: 'sc@oakfield.example', name: 'Siobhan Cut', role: 'senco' as const },
  ...{ left: '2026-10-01', cutOff: { by: SENCO, at: '2026-10-01T08:00:00.000Z' } },
};
const AWAY = {
  ...{ email: 'sa@oakfield.example', name: 'Siobhan Away', role: 'staff' as const },
  absent: { from: '2026-11-01', until: '2026-12-01' },
};
const MANY = aSchool({
  teamsTenantId: 'tenant-1',
  staff: [...STAFF, ...bells, SIOBHAN, LEFT, CUT_OFF, AWAY],
});
/** A second school of the same trust, whose SENCO is another. */
const ELSEWHERE = aSchool({
  ...{ id: 'elmfield', name: 'Elmfield' },
  staff: [
    { email: 'edie@elmfield.example', name: 'Edie Elm', role: 'senco' },
    ...bells.map((one) => ({ ...one, email: `elm.${one.email}`, name: `Elm ${one.name}` })),
  ],
});

const acting = aReview({
  ...{ id: 'acting', stage: 'acting' },
  actions: [anAction({ id: 'action-1', owner: TEACHER })],
});
const closed = aReview({ id: 'closed', stage: 'closed' });

const planning = asksWho(press.submit('plan-meeting', 'review-1', 'once1'), 'ask_named');
const notMine = asksWho(press.submit('action-not-mine', 'acting', 'once1', 'action-1'), 'suggested_named');
const givingAway = asksWho(
  press.submitSchool('bulk-reassign', 'oakfield', 'once1', SIOBHAN.email),
  'to_named',
);
const keyStaff = asksWho(press.submitPupil('key-staff', aPupil().id, 'once1'), 'keyStaff_named');

async function bigSchool(schools: readonly School[] = [MANY, ELSEWHERE]) {
  const talk = await aTalk({
    schools,
    reviews: [aReview(), acting, closed],
    now: '2026-11-10T09:00:00.000Z',
  });
  return { talk, look: looking(talk) };
}

const from = (who: PersonId | undefined, more: object = {}) => ({
  ...{ channel: 'sandbox', tenant: 'sandbox', account: who ?? 'nobody', email: who },
  ...more,
});

/** The names offered to somebody for what they type. */
function looking({ store, clock }: Talk, pace?: Pace) {
  const find = makeFind({ store, clock, ids: testIds(), committed: () => undefined, ...(pace && { pace }) });
  return async (who: PersonId | undefined, asks: ActionData, typed: string, more: object = {}) =>
    (await find({ ...from(who, more), asks, typed })).map(({ title }) => title);
}

describe('a colleague who is looked up', () => {
  it('is offered to whoever may fill the form in, in the form of a review, a pupil and a school', async () => {
    const { look } = await bigSchool();
    for (const [who, asks] of [
      [SENCO, planning],
      [SENCO, keyStaff],
      [SENCO, givingAway],
      [TEACHER, notMine],
    ] as const)
      expect(await look(who, asks, 'asha bell 117'), asks.form).toContain('Asha Bell 117');
  });

  it('is found by what people type, and fifteen are offered at most', async () => {
    const { look } = await bigSchool();
    expect(await look(SENCO, planning, "siobhan o'n")).toEqual(['Siobhán O’Neill']);
    expect(await look(SENCO, planning, 'Siobahn')).toEqual(['Siobhan Away', 'Siobhán O’Neill']);
    expect(await look(SENCO, planning, ' ASHA.BELL.7@ ')).toEqual(['Asha Bell 7']);
    expect(await look(SENCO, planning, 'bell')).toHaveLength(15);
    expect(await look(SENCO, planning, 'nobody at all')).toEqual([]);
  });

  it('is nobody who has left or was cut off, nor whom the form would not take', async () => {
    const { look } = await bigSchool();
    expect(await look(SENCO, planning, 'siobhan')).toEqual(['Siobhan Away', 'Siobhán O’Neill']);
    // Their own, and those of somebody away, are given to others.
    expect(await look(SENCO, givingAway, 'siobhan')).toEqual([]);
    expect(await look(TEACHER, notMine, 'tom teacher')).toEqual([]);
  });

  it('is of the school that the form is about, and of no other', async () => {
    const edie = { email: SENCO, name: 'Mel Senco', role: 'senco' as const };
    const { look } = await bigSchool([MANY, { ...ELSEWHERE, staff: [...ELSEWHERE.staff, edie] }]);
    expect(await look(SENCO, planning, 'elm')).toEqual([]);
    const inElmfield = { ...givingAway, school: 'elmfield', about: SENCO };
    expect(await look(SENCO, inElmfield, 'edie elm')).toEqual(['Edie Elm']);
    expect(await look(SENCO, inElmfield, 'siobhan')).toEqual([]);
  });
});

describe('nobody is offered', () => {
  it.each([
    ['a stranger', STRANGER, {}],
    ['somebody without an address', undefined, {}],
    ['who has left', LEFT.email, {}],
    ['who was cut off', CUT_OFF.email, {}],
    ['a SENCO of another school', 'edie@elmfield.example', {}],
    [
      'a SENCO who speaks from a tenant that is not the school’s',
      SENCO,
      { channel: 'teams', tenant: 'other' },
    ],
    ['a senior leader, who sets no meeting', LEADER, {}],
    ['a colleague, who sets no meeting', TEACHER, {}],
  ])('to %s', async (_, who, more) => {
    const { talk, look } = await bigSchool();
    for (const asks of [planning, keyStaff, givingAway])
      expect(await look(who, asks, 'asha', more)).toEqual([]);
    expect(talk.commits()).toBe(0);
  });

  it('to who owns another action than the one the form is about', async () => {
    const { look } = await bigSchool();
    expect(await look(SIOBHAN.email, notMine, 'asha')).toEqual([]);
  });

  it.each<[string, ActionData]>([
    ['a review that takes it no more', { ...planning, review: 'closed' }],
    ['no such review', { ...planning, review: 'none' }],
    ['no such form', { ...planning, form: 'none' }],
    ['a form without a name', { do: 'find' }],
    ['a form called as what all objects have', { ...planning, form: 'constructor', input: '__proto__' }],
    ['no such input', { ...planning, input: 'none' }],
    ['an input that is a list', { ...planning, input: 'ask' }],
    ['an input that is a box for text', { ...planning, input: 'others' }],
    ['an action that is gone', { ...notMine, about: 'none' }],
    ['no such school', { ...givingAway, school: 'none' }],
    ['no such pupil', { ...keyStaff, pupil: 'none' }],
  ])('for %s', async (_, asks) => {
    const { look } = await bigSchool();
    expect(await look(SENCO, asks, 'asha')).toEqual([]);
    expect(await look(TEACHER, asks, 'asha')).toEqual([]);
  });

  it('where so few work that they stand in the list', async () => {
    const { look } = await bigSchool([aSchool()]);
    expect(await look(SENCO, planning, 'tom')).toEqual([]);
  });

  it('for what is longer than a message that is read', async () => {
    const { look } = await bigSchool();
    expect(await look(SENCO, planning, `asha${' '.repeat(1997)}`)).toEqual([]);
  });

  it('whatever else is typed: no more than a page of colleagues, ever', async () => {
    const { look } = await bigSchool();
    const names = new Set(MANY.staff.map(({ name }) => name));
    const page = async (typed: string) => {
      const offered = await look(SENCO, planning, typed);
      expect(offered.length).toBeLessThanOrEqual(15);
      expect(offered.filter((name) => !names.has(name))).toEqual([]);
    };
    for (const typed of Object.values(HOSTILE)) await page(typed);
    for (const typed of ['.*', '[a-z', '\\', '%', '*', '@', ',', '"', 'a'.repeat(2000)]) await page(typed);
    await fc.assert(fc.asyncProperty(anyText(), page), { numRuns: 30 });
  });

  it('to who looks up more than anybody types, for the rest of the minute; what else they do goes on', async () => {
    const { talk } = await bigSchool();
    const clock = { ms: 0 };
    const pace = new Pace(() => clock.ms);
    const look = looking(talk, pace);
    for (let n = 0; n < 240; n += 1) pace.looksTooFast(from(SENCO));
    expect(await look(SENCO, planning, 'asha')).toEqual([]);
    expect(await look(TEACHER, notMine, 'asha bell 1')).not.toEqual([]);
    expect(pace.tooFast({ ...from(SENCO), said: { kind: 'text', text: 'due' } })).toBeUndefined();
    clock.ms = 60_000;
    expect(await look(SENCO, planning, 'asha bell 1')).not.toEqual([]);
  });
});
