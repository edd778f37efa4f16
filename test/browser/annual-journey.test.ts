import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { daysBetween, type LocalDate, plusDays } from '../../src/domain/time.ts';
import { KEPT_ANNUAL } from '../journeys/annual-effects.ts';
import { annualReview } from '../journeys/annual-story.ts';
import { earlyYearsReview } from '../journeys/early-years-story.ts';
import type { LongStage } from '../journeys/story.ts';
import { type BotProcess, botProcess } from '../support/bot-process.ts';
import { moveClock, sandboxPerson } from '../support/sandbox-person.ts';
import { temporaryFolder } from '../support/store.ts';
import { staysInPlace, tooFaint } from './looks.ts';
import { sandboxChats } from './sandbox-book.ts';
import { launchChromium, openPage, type View, type WatchedPage } from './support.ts';

/** When the stories of weeks begin, a Tuesday. */
const START: LocalDate = '2026-11-10';
const PATIENCE_MS = 15_000;

let browser: Browser;
let bot: BotProcess;
let url: string;
let watched: WatchedPage | undefined;

beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser?.close());
beforeEach(async () => {
  bot = botProcess(await temporaryFolder(), { SANDBOX_NOW: `${START}T10:00` });
  url = await bot.ready();
});
afterEach(async () => {
  await watched?.page.context().close();
  expect(watched?.complaints, 'the page complained of nothing and asked for nothing elsewhere').toEqual([]);
  watched = undefined;
  expect(await bot.end('SIGTERM'), 'the bot stops cleanly').toBe(0);
  expect(bot.err(), 'the log warns of nothing').not.toMatch(/"level":[456]0/);
});

async function given(view: View = {}): Promise<Page> {
  watched = await openPage(browser, url, view);
  watched.page.setDefaultTimeout(PATIENCE_MS);
  return watched.page;
}

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
  const page = await given();
  const [priya, janet] = [sandboxPerson(page, 'Priya Shah'), sandboxPerson(page, 'Janet Holroyd')];
  // In the sandbox hers is under way: it is called off, to be told from its beginning.
  await priya.type('review status Lily-Mae');
  await priya.press('Cancel the review');
  await priya.fill({ 'Why is this review being cancelled?': 'It begins anew.' });
  await priya.press('Cancel the review');
  await janet.sees('The review is cancelled');

  await annualReview(stageAt(page));

  expect(await tooFaint(page)).toEqual([]);
  const chats = await sandboxChats(url);
  const janets = JSON.stringify(chats.get('Janet Holroyd'));
  expect(janets).toContain('Once a week, on Tuesdays');
  expect(KEPT_ANNUAL.filter((text) => janets.includes(text))).toEqual([]);
  for (const { notification } of [...chats.values()].flat())
    expect(notification).not.toMatch(/Lily-Mae|Robinson/);
});

test('a nursery child’s review, on a phone in the dark', async () => {
  const page = await given({ width: 390, height: 844, dark: true });
  await earlyYearsReview(stageAt(page));
  expect(await tooFaint(page)).toEqual([]);
});
