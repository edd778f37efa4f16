import { describe, expect, it, test } from 'vitest';
import {
  agedMessages,
  cardsByAge,
  copiesKeptFrom,
  digestByAge,
  standsAt,
  withoutPlace,
} from '../../../src/domain/nudges/chat-copies.ts';
import type { Digest } from '../../../src/domain/nudges/digest.ts';
import type { PendingMessage } from '../../../src/domain/nudges/message.ts';
import { aContact, aReview, SENCO, TEACHER } from '../../support/builders.ts';

const WHERE = { contactId: 'c1', ref: { id: 'm1' } };
const digestOf = (day: string, over: Partial<Digest> = {}): Digest => ({
  ...{ id: day, version: 1, to: SENCO, day, items: ['a'] },
  state: { is: 'sent', at: `${day}T08:00:00.000Z`, where: WHERE },
  ...over,
});
const messageAt = (at: string, over: Partial<PendingMessage> = {}): PendingMessage => ({
  ...{ key: `k-${at}`, to: TEACHER, kind: 'record', queuedAt: at },
  state: { is: 'sent', at, where: WHERE },
  ...over,
});
const escalations = [{ obligationId: 'a', step: 'senco' as const }];

describe('what stands in chats', () => {
  test.each([
    ['2026-09-01', '2026-09-01'],
    ['2027-08-31', '2026-09-01'],
    ['2027-09-01', '2027-09-01'],
  ])('on %s, what is of %s and later stays', (today, from) => expect(copiesKeptFrom(today)).toBe(from));

  it('a digest goes with its school year, whether or not it is kept up to date', () => {
    const { where: stood, ...sent } = { is: 'sent' as const, at: '2027-07-20T08:00:00.000Z', where: WHERE };
    for (const digest of [digestOf('2027-07-20'), digestOf('2027-07-20', { state: sent, stood })]) {
      expect(digestByAge(digest, '2027-08-31')).toBe('stays');
      expect(digestByAge(digest, '2027-09-01')).toBe('goes');
      expect(standsAt(digest)).toEqual(WHERE);
    }
    expect(
      standsAt(digestOf('2027-07-20', { state: { is: 'waiting', tries: 0 }, stood: WHERE })),
    ).toBeUndefined();
    expect(digestByAge(digestOf('2027-09-01'), '2027-09-01')).toBe('stays');
  });

  it('one that told of something long overdue leaves the chat, and is known for another year', () => {
    const digest = digestOf('2027-07-20', { escalations });
    expect(digestByAge(digest, '2027-09-01')).toBe('leaves-chat');
    const known = withoutPlace(digest);
    expect(known).toEqual({ ...digest, state: { is: 'sent', at: '2027-07-20T08:00:00.000Z' } });
    expect(digestByAge(known, '2027-09-01')).toBe('stays');
    expect(digestByAge(known, '2028-08-31')).toBe('stays');
    expect(digestByAge(known, '2028-09-01')).toBe('goes');
    // Of the first day of the school year before this.
    expect(digestByAge(digestOf('2026-09-01', { escalations }), '2027-09-01')).toBe('leaves-chat');
    expect(digestByAge(digestOf('2026-08-31', { escalations }), '2027-09-01')).toBe('goes');
  });

  it('a message of a review goes once that is over, and so is the school year it was sent in', () => {
    const before = messageAt('2027-07-20T10:00:00.000Z');
    const settled = withoutPlace(messageAt('2027-07-21T10:00:00.000Z'));
    const messages = [
      before,
      { ...settled, stood: WHERE },
      withoutPlace(messageAt('2027-07-22T10:00:00.000Z')),
      messageAt('2027-07-23T10:00:00.000Z', { state: { is: 'unconfirmed', at: '2027-07-23T10:00:00.000Z' } }),
      // In summer time it is 1 September already.
      messageAt('2027-08-31T23:30:00.000Z'),
    ];
    const of = (stage: 'closed' | 'acting') =>
      agedMessages({ ...aReview({ stage }), messages }, '2027-09-01');
    expect(of('closed')).toEqual([before, { ...settled, stood: WHERE }]);
    expect(of('acting')).toEqual([]);
    expect(agedMessages({ ...aReview({ stage: 'closed' }), messages }, '2027-08-31')).toEqual([]);
  });

  it('a card goes with the school year it was shown in; one of which nobody knows when counts from now', () => {
    const old = { is: 'show/status/r1', ref: { id: '1' }, at: '2027-07-20T10:00:00.000Z' };
    const fresh = { ...old, ref: { id: '2' }, at: '2027-09-02T10:00:00.000Z' };
    const { at: _, ...unknown } = { ...old, ref: { id: '3' } };
    const now = '2027-09-03T10:00:00.000Z';
    expect(cardsByAge(aContact({ cards: [old, fresh, unknown] }), now)).toEqual({
      stay: [fresh, { ...unknown, at: now }],
      go: [old],
    });
    const first = { ...old, at: '2027-09-01T10:00:00.000Z' };
    expect(cardsByAge(aContact({ cards: [first] }), now)).toEqual({ stay: [first], go: [] });
    expect(cardsByAge(aContact(), now)).toEqual({ stay: [], go: [] });
  });
});
