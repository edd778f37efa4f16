import { beforeAll, describe, expect, it } from 'vitest';
import type { Store } from '../../src/store/store.ts';
import { inEveryChat } from './in-chats.ts';
import { inCustody, movedOn, noSchool, released } from './moves-story.ts';
import { type SchoolAtNoChat, schoolAtNoChat } from './no-chat.ts';
import type { LongStage } from './story.ts';

async function wholeStory(stage: LongStage): Promise<void> {
  await movedOn(stage);
  await inCustody(stage);
  await released(stage);
  await noSchool(stage);
}

async function expectItsEffects(store: Store): Promise<void> {
  const pupils = await store.pupilsOf('oakfield');
  const reviewOf = async (name: string) => {
    const id =
      pupils.find(({ firstName, lastName }) => `${firstName} ${lastName}`.startsWith(name))?.id ?? '';
    return (await store.reviewsOfPupil(id))[0] ?? expect.fail(`no review of ${name}`);
  };
  // All that was set and asked stands as it was.
  expect(await reviewOf('Amelia Hughes')).toMatchObject({
    stage: 'gathering',
    quiet: { why: 'moved-on', from: '2026-11-10' },
  });
  expect(await reviewOf('Mohammed')).toMatchObject({
    stage: 'gathering',
    quiet: { why: 'custody', from: '2026-11-10', until: '2026-11-20' },
  });
  const saskia = await reviewOf('Saskia');
  expect(saskia.noSchool).toBe(true);
  expect(saskia.annual?.outsiders.map(({ role }) => role)).not.toContain('head');
}

let school: SchoolAtNoChat;
/** What came to anybody but the SENCO while two reviews were quiet. */
let meanwhile: readonly string[];
beforeAll(async () => {
  school = await schoolAtNoChat();
  await movedOn(school);
  const before = school.sent.length;
  await inCustody(school);
  const priya = school.school.staff.find(({ name }) => name === 'Priya Shah')?.email;
  const others = school.sent.slice(before).filter(({ to, at }) => to !== priya && at > '2026-11-11');
  meanwhile = others.map(({ to }) => to);
  await released(school);
  await noSchool(school);
});

describe('pupils in custody, at another school, and in none', () => {
  it('keep all that was recorded of their reviews', async () => {
    await expectItsEffects(school.store);
  });

  it('are reminded of to nobody while nothing is asked, and are asked about again after', async () => {
    expect(meanwhile).toEqual([]);
    await school.until('2026-12-09');
    expect(school.sent.some(({ at }) => at > '2026-11-21')).toBe(true);
  });
});

describe('the same in a chat', () => {
  inEveryChat({ tell: wholeStory, effects: expectItsEffects });
});
