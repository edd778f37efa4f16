import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { type BotProcess, botProcess } from '../support/bot-process.ts';
import { temporaryFolder } from '../support/store.ts';
import { launchChromium, openPage, type View, type WatchedPage } from './support.ts';

/** How long something may take to appear on the page. */
export const PATIENCE_MS = 15_000;

/** The sandbox that a file's tests each have anew. */
interface Sandbox {
  /** Where it is. */
  url(): string;
  /** Opens its page, which must complain of nothing and ask for nothing elsewhere. */
  open(view?: View): Promise<Page>;
}

/**
 * For each test of the file a sandbox that starts at `now` ("2026-11-23T08:30", school time); after each, that its page
 * had no complaints but those that are `expected`, that it stops cleanly and that its log warns of nothing.
 */
export function aSandbox(now: string, expected?: RegExp): Sandbox {
  let browser: Browser;
  let bot: BotProcess;
  let url: string;
  let watched: WatchedPage | undefined;

  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser?.close());
  beforeEach(async () => {
    bot = botProcess(await temporaryFolder(), { SANDBOX_NOW: now });
    url = await bot.ready();
  });
  afterEach(async () => {
    await watched?.page.context().close();
    const complaints = watched?.complaints.filter((one) => !expected?.test(one));
    expect(complaints, 'the page complained of nothing and asked for nothing elsewhere').toEqual([]);
    watched = undefined;
    expect(await bot.end('SIGTERM'), 'the bot stops cleanly').toBe(0);
    expect(bot.err(), 'the log warns of nothing').not.toMatch(/"level":[456]0/);
  });

  return {
    url: () => url,
    async open(view = {}) {
      watched = await openPage(browser, url, view);
      watched.page.setDefaultTimeout(PATIENCE_MS);
      return watched.page;
    },
  };
}
