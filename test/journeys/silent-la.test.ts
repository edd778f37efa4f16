import { beforeAll, describe, expect, it } from 'vitest';
import type { School } from '../../src/domain/school/school.ts';
import { instantAt } from '../../src/domain/time.ts';
import { lateDecision } from '../../src/made-up/late-decision.ts';
import type { Store } from '../../src/store/store.ts';
import { inEveryChat } from './in-chats.ts';
import { type SchoolAtNoChat, schoolAtNoChat } from './no-chat.ts';
import { silentAuthority, tribunalPlan } from './silent-la-story.ts';

/** David's review, held and not decided, as it stands when the story begins. */
async function withDavid(store: Store, school: School): Promise<void> {
  const david = (await store.pupilsOf(school.id)).find(({ firstName }) => firstName === 'David');
  if (!david) throw new Error('the made-up school has no David');
  await store.put('reviews', lateDecision(david, { school, now: instantAt('2026-11-10', '10:00') }));
}

/** What is kept of the story: that no decision was waited for, both days of the letter, the appeal and the plan. */
async function expectItsEffects(store: Store, { id }: School): Promise<void> {
  const [review] = await store.reviewsOf(id);
  expect(review?.annual).toMatchObject({
    neverDecided: { why: 'Asked four times since October.' },
    decision: { kind: 'keep', on: '2027-01-08' },
    corrected: [
      { which: 'decision', was: { kind: 'keep', on: '2027-01-11' }, why: 'The 11th was the day it came.' },
    ],
    appeal: { on: '2027-02-22', alone: 'no' },
    appealEnded: { how: 'allowed' },
    orderedPlan: { cameBy: 'tribunal', on: '2027-02-23' },
  });
}

let school: SchoolAtNoChat;
beforeAll(async () => {
  school = await schoolAtNoChat();
  await withDavid(school.store, school.school);
  await silentAuthority(school);
  await tribunalPlan(school);
});

describe('a local authority that is silent, decides late, and is put right by the Tribunal', () => {
  it('had its effects, with what was recorded before kept', async () => {
    await expectItsEffects(school.store, school.school);
  });
});

describe('the same in a chat', () => {
  inEveryChat({
    async tell(stage, store, school) {
      await withDavid(store, school);
      await silentAuthority(stage);
      await tribunalPlan(stage);
    },
    effects: expectItsEffects,
  });
});
