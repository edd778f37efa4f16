import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type BotProcess, botProcess } from '../support/bot-process.ts';
import { temporaryFolder } from '../support/store.ts';
import { openPlayground, type Playground, startPlayground } from './playground.ts';
import { launchChromium } from './support.ts';

let browser: Browser;
let bot: BotProcess;
let playground: Playground;

beforeAll(async () => {
  browser = await launchChromium();
  const folder = await temporaryFolder();
  bot = botProcess(folder, {
    TEAMS_PLAYGROUND: '1',
    DATA_DIR: `${folder}/data`,
    SANDBOX_NOW: '2026-11-23T08:30',
  });
  playground = await startPlayground(folder, await bot.ready(), 'Priya Shah');
});
afterAll(async () => {
  await browser?.close();
  await playground?.stop();
  expect(await bot?.end('SIGTERM'), 'the bot stops cleanly').toBe(0);
  expect(bot?.err(), 'the log warns of nothing').not.toMatch(/"level":[456]0/);
});

/** Chooses the bot from the list that "@" opens, and writes the rest, in the newest box of the chat that is open. */
async function mentions(page: Page, text: string): Promise<void> {
  await page.locator('[data-lexical-editor]').last().click();
  await page.keyboard.type('@');
  await page.getByRole('menuitem', { name: 'SEND reviews' }).click();
  await page.keyboard.insertText(` ${text}`);
  await page.keyboard.press('Enter');
}

const chats = (page: Page, name: string) => page.getByText(name, { exact: true }).first();
const cards = (page: Page) => page.locator('.ac-adaptiveCard');

test('a mention in a channel and in a group chat is answered privately; each is greeted when the bot comes to it', async () => {
  const page = await openPlayground(browser, playground);
  // It repeats what is said.
  await page.getByRole('button', { name: 'Hide log panel' }).click();

  await chats(page, 'General').click();
  await page.getByText('Hello, I help this school’s staff with SEND reviews').waitFor();
  await page.getByText('Please name no child here').last().waitFor();
  await mentions(page, 'due');
  await page.getByText('I’ve sent it to you privately.').first().waitFor();
  expect(await cards(page).count(), 'no card stands where others read').toBe(0);

  await chats(page, 'Year 4 team').click();
  await page.getByText('To write to me privately, open a chat with “SEND reviews”').last().waitFor();
  await mentions(page, 'status Ruby');
  await page.getByText('I’ve sent it to you privately.').first().waitFor();
  expect(await cards(page).count(), 'nor in the group chat').toBe(0);

  await chats(page, 'Personal Chat').click();
  await cards(page).getByText('Reviews that are due').first().waitFor();
  await cards(page).getByText('Others can read what you typed there').first().waitFor();
  expect(await cards(page).last().innerText()).toContain('Ruby');
}, 120_000);
