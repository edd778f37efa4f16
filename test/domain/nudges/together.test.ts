import { describe, expect, it } from 'vitest';
import type { PendingMessage } from '../../../src/domain/nudges/message.ts';
import {
  becameWith,
  gatheredOf,
  inMessages,
  inState,
  type Kept,
} from '../../../src/domain/nudges/together.ts';
import { ASSISTANT, aMessage, aReview, TEACHER } from '../../support/builders.ts';

const NOW = '2026-11-10T10:00:00.000Z';
const ago = (minutes: number) => new Date(Date.parse(NOW) - minutes * 60_000).toISOString();
const THREE_MINUTES = 180_000;

const given = (key: string, more: Partial<PendingMessage> = {}): PendingMessage =>
  aMessage({ key, to: TEACHER, kind: 'action-given', about: 'a1', queuedAt: ago(5), ...more });
const review = (id: string, ...messages: PendingMessage[]) => aReview({ id, stage: 'acting', messages });
const keys = (parts: readonly Kept[]) => parts.map(({ pending }) => pending.key);
const gathered = (...reviews: ReturnType<typeof review>[]) =>
  gatheredOf(reviews, NOW, THREE_MINUTES).map(({ isTime, parts }) => [isTime, ...keys(parts)]);

describe('what is given to somebody at once', () => {
  it('is what is given to one person, of one kind, at one school; the first that was given first', () => {
    const elsewhere = { ...review('r4', given('d')), schoolId: 'another' };
    expect(
      gathered(
        review('r1', given('b', { queuedAt: ago(4) }), given('x', { kind: 'record' })),
        review('r2', given('a')),
        review('r3', given('c', { to: ASSISTANT }), given('s', { kind: 'support-given' })),
        elsewhere,
      ),
    ).toEqual([
      [true, 'a', 'b'],
      [true, 'c'],
      [true, 's'],
      [true, 'd'],
    ]);
  });

  it('waits for more until the first of it is three minutes old, to the second; what was tried before does not', () => {
    const at = (queuedAt: string) => gathered(review('r1', given('a', { queuedAt })))[0]?.[0];
    expect([at(ago(2.99)), at(ago(3))]).toEqual([false, true]);
    expect(
      gathered(review('r1', given('a', { queuedAt: ago(1), state: { is: 'waiting', tries: 1 } }))),
    ).toEqual([[true, 'a']]);
  });

  it('leaves out what a chat asked to wait for, and what is under way or over; what could not be delivered comes last', () => {
    const states: PendingMessage['state'][] = [
      { is: 'undeliverable', at: ago(60), why: 'blocked', tries: 1 },
      { is: 'waiting', tries: 1, after: '2026-11-10T10:00:01.000Z' },
      { is: 'sending', until: NOW, tries: 1, contactId: 'c' },
      { is: 'sent', at: ago(60) },
      { is: 'unconfirmed', at: ago(60) },
      { is: 'dropped', at: ago(60) },
      { is: 'waiting', tries: 0 },
    ];
    const all = states.map((state, n) => review(`r${n}`, given(`k${n}`, { state, queuedAt: ago(60 - n) })));
    expect(gathered(...all)).toEqual([[true, 'k6', 'k0']]);
  });

  it('is as few messages as hold ten things each, a review whole in one of them', () => {
    const of = (key: string, things: number) => ({
      review: review(key),
      pending: given(key, { also: Array.from({ length: things - 1 }, (_, n) => `b${n}`) }),
    });
    const messages = inMessages([of('a', 4), of('b', 6), of('c', 1), of('d', 12), of('e', 2)]);
    expect(messages.map(keys)).toEqual([['a', 'b'], ['c'], ['d'], ['e']]);
  });
});

describe('a message that goes with another', () => {
  const own = { review: 'r1', key: 'a' };
  const carrier = (state: PendingMessage['state'], carries = [own]) => given('b', { state, carries });
  const sent = { is: 'sent', at: NOW, where: { contactId: 'c', ref: { id: '1' } } } as const;

  it('became what that became, where that carried it; else it never went', () => {
    expect(becameWith(own, 2, carrier(sent))).toEqual(sent);
    expect(becameWith(own, 2, carrier({ is: 'unconfirmed', at: NOW }))).toEqual({
      is: 'unconfirmed',
      at: NOW,
    });
    const sending = { is: 'sending', until: NOW, tries: 1, contactId: 'c' } as const;
    expect(becameWith(own, 2, carrier(sending))).toBe('later');
    expect(
      becameWith(
        own,
        2,
        carrier(sent, [
          { review: 'r1', key: 'z' },
          { review: 'z', key: 'a' },
        ]),
      ),
    ).toEqual({
      is: 'waiting',
      tries: 2,
    });
    expect(becameWith(own, 2, given('b', { state: sent }))).toEqual({ is: 'waiting', tries: 2 });
    expect(becameWith(own, 2, undefined)).toBeUndefined();
  });

  it('says so as long as it is on its way or may have arrived, and no longer', () => {
    const goes = { with: { review: 'r2', key: 'b' } };
    const says = (state: PendingMessage['state']) => inState(given('a', goes), state).with;
    expect(says({ is: 'sending', until: NOW, tries: 1, contactId: 'c' })).toEqual(goes.with);
    expect(says(sent)).toEqual(goes.with);
    expect(says({ is: 'unconfirmed', at: NOW })).toEqual(goes.with);
    for (const state of [
      { is: 'waiting', tries: 1 },
      { is: 'dropped', at: NOW },
      { is: 'undeliverable', at: NOW, why: 'blocked', tries: 1 },
    ] as const)
      expect(inState(given('a', goes), state)).toEqual(given('a', { state }));
  });
});
