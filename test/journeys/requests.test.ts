import { describe, expect, it } from 'vitest';
import type { School } from '../../src/domain/school/school.ts';
import type { Store } from '../../src/store/store.ts';
import { inEveryChat } from './in-chats.ts';
import { schoolAtNoChat } from './no-chat.ts';
import { aMeetingIsOpen, requestsSentAndAnswered } from './requests-story.ts';

async function expectBothSentAndOneRefused(store: Store, school: School) {
  const review = (await store.reviewsOf(school.id)).find(({ id }) => id === 'review-ruby');
  expect(review?.requests).toMatchObject([
    { kind: 'ehc-assessment', sent: { on: '2026-11-10' }, answer: { result: 'refused', on: '2027-01-06' } },
    { kind: 'top-up', sent: { on: '2026-11-10' }, answer: { result: 'agreed', on: '2027-01-05' } },
  ]);
}

describe('top-up funding and an EHC needs assessment, from the outcome to a refusal', () => {
  it('in no chat in particular', async () => {
    const school = await schoolAtNoChat();
    await aMeetingIsOpen(school.store, school.school);
    await requestsSentAndAnswered(school);
    await expectBothSentAndOneRefused(school.store, school.school);
  });

  inEveryChat({
    async tell(stage, store, school) {
      await aMeetingIsOpen(store, school);
      await requestsSentAndAnswered(stage);
    },
    effects: expectBothSentAndOneRefused,
  });
});
