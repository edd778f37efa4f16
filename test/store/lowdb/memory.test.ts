import { describe, expect, it } from 'vitest';
import type { PendingMessage } from '../../../src/domain/nudges/message.ts';
import type { Review } from '../../../src/domain/review/review.ts';
import { Memory } from '../../../src/store/lowdb/memory.ts';
import { action, message, review } from '../documents.ts';

describe('with 10,000 reviews, of which ten have a message waiting', () => {
  const waiting: PendingMessage['state'] = { is: 'waiting', tries: 0 };
  const sent: PendingMessage['state'] = { is: 'sent', at: '2026-09-10T09:00:00.000Z' };
  const memory = new Memory();
  let looks = 0;
  for (let i = 0; i < 10_000; i++) memory.shelves.reviews.publish(watched(i));

  /** A review which counts how often somebody looks into it. */
  function watched(i: number): Review {
    const one = review(`r${i}`, {
      lead: `senco${i % 1000}@elm.example`,
      pupilId: `p${i % 1000}`,
      stage: 'acting',
      actions: [action('ta@elm.example', { due: i % 1000 === 0 ? '2026-09-10' : '2026-12-10' })],
      messages: [message(`k${i}`, i % 1000 === 0 ? waiting : sent)],
    });
    return new Proxy(one, {
      get(target, name, receiver) {
        looks += 1;
        return Reflect.get(target, name, receiver);
      },
    });
  }

  function looksOf(find: () => readonly Review[]): number {
    looks = 0;
    expect(find()).toHaveLength(10);
    return looks;
  }

  it('finds what is to be delivered without looking at the others', () => {
    expect(looksOf(() => memory.reviewsToDeliver('2026-09-10T09:00:00.000Z'))).toBeLessThan(200);
    expect(looksOf(() => memory.reviewsToDeliver('2026-09-10T09:00:00.000Z'))).toBe(10);
  });

  it('finds what falls due without looking at the others', () => {
    expect(looksOf(() => memory.reviewsDueBy('elm', '2026-09-11'))).toBe(0);
  });

  it('finds a person’s, and a pupil’s, without looking at the others', () => {
    expect(looksOf(() => memory.reviewsConcerning('senco7@elm.example'))).toBeLessThan(200);
    expect(looksOf(() => memory.reviewsOfPupil('p7'))).toBeLessThan(200);
    expect(looksOf(() => memory.reviewsOfPupil('p7'))).toBe(0);
  });
});
