import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { daysBetween, type LocalDate, plusDays } from '../../src/domain/time.ts';
import { KEPT_ANNUAL } from '../journeys/annual-effects.ts';
import { annualReview } from '../journeys/annual-story.ts';
import { earlyYearsReview } from '../journeys/early-years-story.ts';
import type { LongStage } from '../journeys/story.ts';
import { moveClock, sandboxPerson } from '../support/sandbox-person.ts';
import { aSandbox } from './a-sandbox.ts';
import { staysInPlace, tooFaint } from './looks.ts';
import { sandboxChats } from './sandbox-book.ts';

/** When the stories of weeks begin, a Tuesday. */
const START: LocalDate = '2026-11-10';
const sandbox = aSandbox(`${START}T10:00`);

/** The stage at one page, whose own buttons move the clock. */
function stageAt(page: Page): LongStage {
  let today = START;
  const move = async (by: 'A week on' | 'A day on', days: number) => {
    await moveClock(page, by);
    today = plusDays(today, days);
  };
  return {
    player: (name) => sandboxPerson(page, name),
    day: (days) => plusDays(today, days),
    nextSchoolMorning: () => move('A day on', 1),
    async until(date) {
      while (daysBetween(today, date) >= 7) await move('A week on', 7);
      while (today < date) await move('A day on', 1);
      expect(await staysInPlace(page)).toBe(true);
    },
  };
}

test('an annual review over fifteen weeks, in which the local authority is late', async () => {
  const page = await sandbox.open();
  const [priya, janet] = [sandboxPerson(page, 'Priya Shah'), sandboxPerson(page, 'Janet Holroyd')];
  // In the sandbox hers is under way: it is called off, to be told from its beginning.
  await priya.type('review status Lily-Mae');
  await priya.press('Cancel the review');
  await priya.fill({ 'Why is this review being cancelled?': 'It begins anew.' });
  await priya.press('Cancel the review');
  await janet.sees('The review is cancelled');

  await annualReview(stageAt(page));

  expect(await tooFaint(page)).toEqual([]);
  const chats = await sandboxChats(sandbox.url());
  const janets = JSON.stringify(chats.get('Janet Holroyd'));
  expect(janets).toContain('Once a week, on Tuesdays');
  expect(KEPT_ANNUAL.filter((text) => janets.includes(text))).toEqual([]);
  for (const { notification } of [...chats.values()].flat())
    expect(notification).not.toMatch(/Lily-Mae|Robinson/);
});

test('a nursery child’s review, on a phone in the dark', async () => {
  const page = await sandbox.open({ width: 390, height: 844, dark: true });
  await earlyYearsReview(stageAt(page));
  expect(await tooFaint(page)).toEqual([]);
});
