import { beforeAll, describe, expect, it } from 'vitest';
import { inEveryChat } from './in-chats.ts';
import { type SchoolAtNoChat, schoolAtNoChat } from './no-chat.ts';
import { atTheSecondMeeting, expectTheSecondReview, secondReview } from './second-review-story.ts';

let school: SchoolAtNoChat;
beforeAll(async () => {
  school = await schoolAtNoChat();
  await atTheSecondMeeting(school.store, school.school);
  await secondReview(school);
});

describe('a second review, which begins from the first', () => {
  it('has what was kept, reduced with its evidence, changed with its reason, noted, and given to the family', async () => {
    await expectTheSecondReview(school.store, school.school);
  });

  it('named the child on no locked phone, though the family has something to do', () => {
    expect(school.sent.length).toBeGreaterThan(0);
    for (const { shown } of school.sent) expect(shown).not.toMatch(/Ruby|Thompson|Mum/);
  });
});

describe('the same in a chat', () => {
  inEveryChat({
    async tell(stage, store, school) {
      await atTheSecondMeeting(store, school);
      await secondReview(stage);
    },
    effects: expectTheSecondReview,
    installed: ['Ruth Adeyemi'],
  });
});
