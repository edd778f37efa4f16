import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BotProcess, botProcess } from '../support/bot-process.ts';
import { playgroundPerson } from '../support/playground-person.ts';
import { type SandboxPerson, sandboxPerson } from '../support/sandbox-person.ts';
import { temporaryFolder } from '../support/store.ts';
import { staysInPlace, tooFaint } from './looks.ts';
import { openPlayground, startPlayground } from './playground.ts';
import { launchChromium, openPage } from './support.ts';

// Pictures of the screens of annual reviews, to look at: SCREENS=some-folder npm run test:browser -- screens

const FOLDER = process.env.SCREENS ?? '';
const WHEN = { SANDBOX_NOW: '2026-11-10T10:00' };

type Way = (priya: Pick<SandboxPerson, 'type' | 'press'>) => Promise<void>;

/** How the SENCO comes to each screen in the sandbox's school, where annual reviews are under way. */
const SCREENS: Readonly<Record<string, Way>> = {
  due: (priya) => priya.type('review due'),
  async 'due-2'(priya) {
    await priya.type('review due');
    await priya.press('Next page');
  },
  'plan-annual': (priya) => priya.type('review start Mohammed'),
  status: (priya) => priya.type('review status Lily-Mae'),
  dates: (priya) => priya.type('review dates Lily-Mae'),
  async pack(priya) {
    await priya.type('review status Lily-Mae');
    await priya.press('Invited and advice');
  },
  async advice(priya) {
    await priya.type('review status Lily-Mae');
    await priya.press('Invited and advice');
    await priya.press('Record advice', 'Dr Sunita Pillai');
  },
  'status-late': (priya) => priya.type('review status David'),
  'dates-late': (priya) => priya.type('review dates David'),
  chase: (priya) => priya.type('review chase David'),
  async 'la-decision'(priya) {
    await priya.type('review chase David');
    await priya.press('Record the decision');
  },
  async record(priya) {
    await priya.type('review status David');
    await priya.press('See the record');
  },
  actions: (priya) => priya.type('review actions'),
  early: (priya) => priya.type('review early Niamh'),
};

/** So high that the longest card is seen whole. */
const HEIGHT = 4200;
const LOOKS = [1280, 390].flatMap((width) => [
  { width, height: HEIGHT, dark: false },
  { width, height: HEIGHT, dark: true },
]);

async function pictureOfNewest(page: Page, card: string, name: string): Promise<void> {
  await page.evaluate('document.activeElement.blur()');
  const picture = await page
    .locator(card)
    .last()
    .screenshot({ path: join(FOLDER, `${name}.png`) });
  expect(picture).not.toHaveLength(0);
}

describe.runIf(FOLDER)('the screens of annual reviews', () => {
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

  test.each(LOOKS)('in the sandbox, $width wide, dark: $dark', async (look) => {
    const bot = botProcess(await temporaryFolder(), WHEN);
    bots.push(bot);
    const { page, complaints } = await openPage(browser, await bot.ready(), look);
    const priya = sandboxPerson(page, 'Priya Shah');
    for (const [name, way] of Object.entries(SCREENS)) {
      await way(priya);
      const place = `sandbox-${look.width}-${look.dark ? 'dark' : 'light'}-${name}`;
      await pictureOfNewest(page, '.panel:not([hidden]) .message', place);
      expect(await staysInPlace(page), name).toBe(true);
    }
    expect(await tooFaint(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });

  test('in the Agents Playground', async () => {
    const folder = await temporaryFolder();
    const bot = botProcess(folder, { ...WHEN, TEAMS_PLAYGROUND: '1', DATA_DIR: `${folder}/data` });
    bots.push(bot);
    const playground = await startPlayground(folder, await bot.ready(), 'Priya Shah');
    const page = await openPlayground(browser, playground);
    await page.setViewportSize({ width: 1280, height: HEIGHT });
    const priya = playgroundPerson(page);
    for (const name of ['due', 'plan-annual', 'dates', 'pack', 'chase', 'record']) {
      await SCREENS[name]?.(priya);
      await pictureOfNewest(page, '.ac-adaptiveCard', `playground-${name}`);
    }
    await playground.stop();
  });
});
