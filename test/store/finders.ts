import { describe, expect, it } from 'vitest';
import type { PendingMessage } from '../../src/domain/nudges/message.ts';
import type { Store } from '../../src/store/store.ts';
import { action, asked, contact, digest, message, pupil, review, school } from './documents.ts';

const ids = (documents: readonly { id: string }[]) => documents.map(({ id }) => id);

/** The part of the store's contract that is about finding documents. `fresh` opens an empty store. */
export function storeFinders(name: string, fresh: () => Promise<Store>): void {
  describe(`${name}: finders`, () => {
    it('gives schools by name', async () => {
      const store = await fresh();
      for (const [id, name] of [
        ['a', 'Willow'],
        ['b', 'Ash'],
        ['c', 'élan'],
        ['d', 'Fir'],
      ] as const) {
        await store.put('schools', school(id, { name }));
      }
      expect(ids(await store.schools())).toEqual(['b', 'c', 'd', 'a']);
    });

    it('gives a school’s pupils by last name, then first', async () => {
      const store = await fresh();
      await store.put('pupils', pupil('1', { lastName: 'Young', firstName: 'Abe' }));
      await store.put('pupils', pupil('2', { lastName: 'Ames', firstName: 'Zed' }));
      await store.put('pupils', pupil('3', { lastName: 'Ames', firstName: 'Bo' }));
      await store.put('pupils', pupil('4', { schoolId: 'oak' }));
      expect(ids(await store.pupilsOf('elm'))).toEqual(['3', '2', '1']);
      expect(await store.pupilsOf('ash')).toEqual([]);
    });

    it('gives the reviews of a school, and of a pupil, oldest first', async () => {
      const store = await fresh();
      await store.put('reviews', review('new', { startedAt: '2026-09-12T09:00:00.000Z' }));
      await store.put('reviews', review('old', { startedAt: '2026-09-01T09:00:00.000Z', pupilId: 'p2' }));
      await store.put('reviews', review('mid', { startedAt: '2026-09-05T09:00:00.000Z' }));
      await store.put('reviews', review('else', { schoolId: 'oak', pupilId: 'p3' }));
      expect(ids(await store.reviewsOf('elm'))).toEqual(['old', 'mid', 'new']);
      expect(ids(await store.reviewsOfPupil('p1'))).toEqual(['mid', 'new']);
    });

    it('gives a person the reviews they lead, were asked in, are invited to, or own an action of, once each', async () => {
      const store = await fresh();
      const me = 'me@elm.example';
      const meeting = { date: '2026-10-01', time: '14:30', invitees: [{ kind: 'staff', who: me }] } as const;
      const named = { ...meeting, invitees: [{ kind: 'other', name: me }] } as const;
      const at = (day: string) => `2026-09-${day}T09:00:00.000Z`;
      await store.put('reviews', review('led', { lead: me, startedAt: at('01') }));
      await store.put('reviews', review('asked', { evidence: [asked('x'), asked(me)], startedAt: at('02') }));
      await store.put('reviews', review('invited', { meeting, startedAt: at('03') }));
      await store.put('reviews', review('owned', { actions: [action(me)], startedAt: at('04') }));
      await store.put(
        'reviews',
        review('all', {
          lead: me,
          evidence: [asked(me)],
          actions: [action(me)],
          meeting,
          startedAt: at('05'),
        }),
      );
      await store.put(
        'reviews',
        review('others', { evidence: [asked('x')], meeting: named, startedAt: at('06') }),
      );
      expect(ids(await store.reviewsConcerning(me))).toEqual(['led', 'asked', 'invited', 'owned', 'all']);
    });

    it('follows an action to its new owner', async () => {
      const store = await fresh();
      const first = await store.put('reviews', review('r1', { actions: [action('old@elm.example')] }));
      await store.put('reviews', { ...first, actions: [action('new@elm.example')] });
      expect(await store.reviewsConcerning('old@elm.example')).toEqual([]);
      expect(ids(await store.reviewsConcerning('new@elm.example'))).toEqual(['r1']);
    });

    it('gives a person’s contacts, the one seen last first, and those never seen last', async () => {
      const store = await fresh();
      const email = 'me@elm.example';
      await store.put('contacts', contact('U1', { email }));
      await store.put('contacts', contact('U2', { email, seenAt: '2026-09-01T09:00:00.000Z' }));
      await store.put('contacts', contact('U3', { email, seenAt: '2026-09-02T09:00:00.000Z' }));
      await store.put('contacts', contact('U4', { email: 'you@elm.example' }));
      await store.put('contacts', contact('U5'));
      expect((await store.contactsOf(email)).map(({ userId }) => userId)).toEqual(['U3', 'U2', 'U1']);
    });

    it('gives a bound contact to its person, whatever its address is', async () => {
      const store = await fresh();
      await store.put('contacts', contact('U1', { email: 'new@elm.example', person: 'me@elm.example' }));
      expect((await store.contactsOf('me@elm.example')).map(({ userId }) => userId)).toEqual(['U1']);
      expect(await store.contactsOf('new@elm.example')).toEqual([]);
    });
  });

  describe(`${name}: what falls due`, () => {
    const acting = (id: string, ...due: string[]) =>
      review(id, {
        stage: 'acting',
        actions: due.map((day, n) => action('ta@elm.example', { id: `a${n}`, due: day })),
      });
    const dueBy = async (store: Store, last: string) => ids(await store.reviewsDueBy('elm', last));

    it('is found up to and with a day, the earliest first, by the first thing owed', async () => {
      const store = await fresh();
      await store.put('reviews', acting('late', '2026-10-20', '2026-09-30'));
      await store.put('reviews', acting('early', '2026-09-25'));
      await store.put('reviews', acting('never'));
      await store.put('reviews', { ...acting('elsewhere', '2026-09-25'), schoolId: 'oak' });
      // Its meeting is to be set within a week of its start.
      await store.put('reviews', review('preparing', { stage: 'preparing' }));
      expect(await dueBy(store, '2026-09-16')).toEqual([]);
      expect(await dueBy(store, '2026-09-17')).toEqual(['preparing']);
      expect(await dueBy(store, '2026-09-29')).toEqual(['preparing', 'early']);
      expect(await dueBy(store, '2026-09-30')).toEqual(['preparing', 'early', 'late']);
      expect(await store.reviewsDueBy('nowhere', '2030-01-01')).toEqual([]);
    });

    it('moves with what is owed, and is not found any more when all is done', async () => {
      const store = await fresh();
      const first = await store.put('reviews', acting('r1', '2026-09-25'));
      const moved = await store.put('reviews', { ...acting('r1', '2026-10-25'), version: first.version });
      expect(await dueBy(store, '2026-09-25')).toEqual([]);
      expect(await dueBy(store, '2026-10-25')).toEqual(['r1']);
      const done = { by: 'x', at: '2026-09-25T09:00:00.000Z', what: 'Done', helped: 'yes' } as const;
      const actions = moved.actions.map((one) => ({ ...one, done }));
      await store.put('reviews', { ...moved, actions });
      expect(await dueBy(store, '2030-01-01')).toEqual([]);
    });
  });

  describe(`${name}: what is to be delivered at 09:00`, () => {
    const now = '2026-09-10T09:00:00.000Z';
    const states: readonly (readonly [string, boolean, PendingMessage['state']])[] = [
      ['waiting', true, { is: 'waiting', tries: 0 }],
      ['waiting until now', true, { is: 'waiting', tries: 1, after: now }],
      ['waiting until later', false, { is: 'waiting', tries: 1, after: '2026-09-10T09:00:00.001Z' }],
      [
        'waiting, since the clock was wrong once, for years',
        true,
        { is: 'waiting', tries: 1, after: '2031-09-10T09:00:00.000Z' },
      ],
      [
        'being sent, since the clock was wrong once, for years',
        true,
        { is: 'sending', until: '2031-09-10T09:00:00.000Z', tries: 1, contactId: 'c' },
      ],
      ['being sent, the lease out now', true, { is: 'sending', until: now, tries: 1, contactId: 'c' }],
      ['being sent', false, { is: 'sending', until: '2026-09-10T09:00:00.001Z', tries: 1, contactId: 'c' }],
      ['sent', false, { is: 'sent', at: now }],
      ['unconfirmed', false, { is: 'unconfirmed', at: now }],
      ['undeliverable', false, { is: 'undeliverable', at: now, why: 'left', tries: 1 }],
      ['dropped', false, { is: 'dropped', at: now }],
    ];

    it.each(states)('a message %s: %s', async (_what, due, state) => {
      const store = await fresh();
      const sent = message('k0', { is: 'sent', at: now });
      await store.put('reviews', review('r1', { messages: [sent, message('k1', state)] }));
      await store.put('reviews', review('r2', { messages: [sent] }));
      expect(ids(await store.reviewsToDeliver(now))).toEqual(due ? ['r1'] : []);
    });

    it.each(states)('a digest %s: %s', async (_what, due, state) => {
      const store = await fresh();
      await store.put('digests', digest('2026-09-10', 'me@elm.example', state));
      expect(await store.digestsToDeliver(now)).toHaveLength(due ? 1 : 0);
    });

    it('a message that could not be delivered is found apart, until it is settled', async () => {
      const store = await fresh();
      const lost = message('k1', { is: 'undeliverable', at: now, why: 'left', tries: 1 });
      const first = await store.put(
        'reviews',
        review('r1', { messages: [message('k0', { is: 'sent', at: now }), lost] }),
      );
      await store.put('reviews', review('r2', { messages: [message('k2', { is: 'waiting', tries: 0 })] }));
      expect(ids(await store.reviewsUnreached())).toEqual(['r1']);
      await store.put('reviews', { ...first, messages: [message('k1', { is: 'dropped', at: now })] });
      expect(await store.reviewsUnreached()).toEqual([]);
    });

    it('all digests of a day, in whatever state, and none of another', async () => {
      const store = await fresh();
      const sent = { is: 'sent', at: now } as const;
      await store.put('digests', digest('2026-09-10', 'a@elm.example', sent));
      await store.put('digests', digest('2026-09-10', 'b@elm.example', { is: 'dropped', at: now }));
      await store.put('digests', digest('2026-09-11', 'a@elm.example', sent));
      const found = await store.digestsOf('2026-09-10');
      expect(found.map(({ to }) => to).sort()).toEqual(['a@elm.example', 'b@elm.example']);
      expect(await store.digestsOf('2026-09-12')).toEqual([]);
    });

    it('the digests that escalate an obligation', async () => {
      const store = await fresh();
      const sent = { is: 'sent', at: now } as const;
      const escalations = [
        { obligationId: 'r1/action/a1/x@elm.example', step: 'senco' },
        { obligationId: 'r2/action/a1/x@elm.example', step: 'leader' },
      ] as const;
      await store.put('digests', { ...digest('2026-09-10', 'a@elm.example', sent), escalations });
      await store.put('digests', digest('2026-09-10', 'b@elm.example', sent));
      for (const { obligationId } of escalations) {
        expect((await store.digestsEscalating(obligationId)).map(({ to }) => to)).toEqual(['a@elm.example']);
      }
      expect(await store.digestsEscalating('r3/action/a1/x@elm.example')).toEqual([]);
    });

    it('no longer what has been sent', async () => {
      const store = await fresh();
      const waiting = { is: 'waiting', tries: 0 } as const;
      const sent = { is: 'sent', at: now } as const;
      const first = await store.put('reviews', review('r1', { messages: [message('k1', waiting)] }));
      const daily = await store.put('digests', digest('2026-09-10', 'me@elm.example', waiting));
      await store.put('reviews', { ...first, messages: [message('k1', sent)] });
      await store.put('digests', { ...daily, state: sent });
      expect(await store.reviewsToDeliver(now)).toEqual([]);
      expect(await store.digestsToDeliver(now)).toEqual([]);
    });
  });
}
