import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BotProcess, botProcess } from '../support/bot-process.ts';
import { playgroundPerson } from '../support/playground-person.ts';
import { sandboxPerson } from '../support/sandbox-person.ts';
import { temporaryFolder } from '../support/store.ts';
import { openPlayground, startPlayground } from './playground.ts';
import { launchChromium, openPage } from './support.ts';

// The pictures of the documentation, made anew: PICTURES=1 npm run test:browser -- pictures

const FOLDER = fileURLToPath(new URL('../../docs/images/', import.meta.url));
const WHEN = { SANDBOX_NOW: '2026-11-23T08:30' };

describe.runIf(process.env.PICTURES)('pictures for the documentation', () => {
  let browser: Browser;
  const bots: BotProcess[] = [];

  beforeAll(async () => {
    browser = await launchChromium();
    await mkdir(FOLDER, { recursive: true });
  });
  afterAll(async () => {
    await browser?.close();
    await Promise.all(bots.map((bot) => bot.end('SIGTERM')));
  });

  test('the sandbox: a teacher gives her evidence', async () => {
    const bot = botProcess(await temporaryFolder(), WHEN);
    bots.push(bot);
    const { page } = await openPage(browser, await bot.ready());
    await page.getByRole('button', { name: 'Got it' }).click();
    const [priya, ruth] = [sandboxPerson(page, 'Priya Shah'), sandboxPerson(page, 'Ruth Adeyemi')];
    await priya.type('review start Ruby');
    await priya.press('Set it and ask');
    await ruth.sees('Give your evidence');
    await ruth.fill({
      'First, the strengths: what is going well?': 'Ruby loves telling stories, and now starts them herself.',
      'Progress on target 1': 'Good progress',
    });
    await page
      .locator('.panel:not([hidden]) .message')
      .last()
      .evaluate((card: { scrollIntoView(): void }) => card.scrollIntoView());
    expect(await page.screenshot({ path: join(FOLDER, 'sandbox.png') })).not.toHaveLength(0);
  });

  test('the sandbox: what a local authority owes that is late', async () => {
    const bot = botProcess(await temporaryFolder(), WHEN);
    bots.push(bot);
    // Tall enough for all of the card above the box to type in.
    const { page } = await openPage(browser, await bot.ready(), { height: 1200 });
    await page.getByRole('button', { name: 'Got it' }).click();
    await sandboxPerson(page, 'Priya Shah').type('review chase David');
    const card = page.locator('.panel:not([hidden]) .message').last();
    expect(await card.screenshot({ path: join(FOLDER, 'chase.png') })).not.toHaveLength(0);
  });

  test('the Agents Playground: the SENCO sees which reviews are due', async () => {
    const folder = await temporaryFolder();
    const bot = botProcess(folder, { ...WHEN, TEAMS_PLAYGROUND: '1', DATA_DIR: `${folder}/data` });
    bots.push(bot);
    const playground = await startPlayground(folder, await bot.ready(), 'Priya Shah');
    const page = await openPlayground(browser, playground);
    await page.getByRole('button', { name: 'Hide log panel' }).click();
    await playgroundPerson(page).type('review due');
    await page.evaluate('document.activeElement.blur()');
    const card = page.locator('.ac-adaptiveCard').last();
    await card.evaluate((one: { scrollIntoView(): void }) => one.scrollIntoView());
    expect(await page.screenshot({ path: join(FOLDER, 'playground.png') })).not.toHaveLength(0);
    await playground.stop();
  });
});
