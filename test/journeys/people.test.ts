import { beforeAll, describe, expect, it } from 'vitest';
import type { Store } from '../../src/store/store.ts';
import { inEveryChat } from './in-chats.ts';
import { type SchoolAtNoChat, schoolAtNoChat } from './no-chat.ts';
import { aLookedAfterChild, aYoungPersonWithRepresentative, mohammedIsEighteen } from './people-story.ts';
import type { LongStage } from './story.ts';

async function bothStories(stage: LongStage, store: Store): Promise<void> {
  await mohammedIsEighteen(store);
  await aYoungPersonWithRepresentative(stage);
  await aLookedAfterChild(stage);
}

async function expectTheirEffects(store: Store): Promise<void> {
  const pupils = await store.pupilsOf('oakfield');
  const reviewOf = async (name: string) => {
    const id = pupils.find(({ firstName }) => firstName === name)?.id ?? '';
    return (await store.reviewsOfPupil(id))[0] ?? expect.fail(`no review of ${name}`);
  };
  const mohammed = await reviewOf('Mohammed');
  expect(mohammed.addressing?.representative).toEqual({ name: 'Dee Deputy', ground: 'deputy' });
  expect([mohammed.parentViews?.given, mohammed.pupilViews?.given]).toEqual([true, true]);
  const saskia = await reviewOf('Saskia');
  expect(saskia.rearrangements).toMatchObject([{ preferred: 'Any morning', kept: {} }]);
  expect(saskia.sentIn).toMatchObject([{ what: 'A memory book', kept: 'In her tray' }]);
}

let school: SchoolAtNoChat;
beforeAll(async () => {
  school = await schoolAtNoChat();
  await bothStories(school, school.store);
});

describe('a young person with a representative, and a looked-after child', () => {
  it('are heard, invited and answered as the law and good practice have it', async () => {
    await expectTheirEffects(school.store);
  });

  it('are not told of to colleagues who are only asked for evidence, nor on a locked phone', () => {
    const secret = /Sol Worker|looked after|social worker|PEP|Dee Deputy|Polish/i;
    const mei = school.player('Mei Chan').reads();
    expect(mei.some((text) => text.includes('Saskia'))).toBe(true);
    expect(mei.filter((text) => secret.test(text))).toEqual([]);
    expect(school.sent.filter(({ shown }) => secret.test(shown))).toEqual([]);
  });
});

describe('the same in a chat', () => {
  inEveryChat({ tell: bothStories, effects: expectTheirEffects });
});
