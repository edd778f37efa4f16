import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { aSandbox } from './a-sandbox.ts';
import { MAIN_SCREENS, newestMessage, SCREENS_NOW } from './main-screens.ts';
import { smallPng } from './small-png.ts';

// With PICTURES=1 the pictures of docs/screens.md are made anew, too.

const PICTURES = process.env.PICTURES
  ? fileURLToPath(new URL('../../docs/images/screens/', import.meta.url))
  : '';
const LOOKS = [
  { width: 1280, height: 800 },
  { width: 390, height: 844 },
].flatMap((size) => (['light', 'dark'] as const).map((colorScheme) => ({ size, colorScheme })));

const sandbox = aSandbox(SCREENS_NOW);

/** What stands in the way of people who hear the page, use its keys, or see little of it: axe's rules, and where. */
async function faultsOn(page: Page): Promise<readonly string[]> {
  return page.evaluate<readonly string[]>(`(async () => {
    const { violations } = await axe.run(document, { resultTypes: ['violations'] });
    return violations.flatMap(({ id, nodes }) => nodes.map(({ target, html }) => id + ' at ' + target + ': ' + html.slice(0, 160)));
  })()`);
}

test('the twelve main screens have no fault that axe finds, on a phone and a desk, in the light and in the dark', async () => {
  const page = await sandbox.open();
  await page.getByRole('button', { name: 'Got it' }).click();
  await page.evaluate(await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'));
  if (PICTURES) await mkdir(PICTURES, { recursive: true });
  expect(Object.keys(MAIN_SCREENS)).toHaveLength(12);
  const faults: string[] = [];
  for (const [name, { way }] of Object.entries(MAIN_SCREENS)) {
    await page.setViewportSize({ width: 1280, height: 800 });
    await way(page);
    await page.evaluate('document.activeElement.blur()');
    for (const { size, colorScheme } of LOOKS) {
      await page.setViewportSize(size);
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await newestMessage(page).evaluate((one: { scrollIntoView(): void }) => one.scrollIntoView());
      const look = `${name}-${size.width}-${colorScheme}`;
      faults.push(...(await faultsOn(page)).map((fault) => `${look}: ${fault}`));
      if (PICTURES) await writeFile(join(PICTURES, `${look}.png`), smallPng(await page.screenshot()));
    }
  }
  expect(faults).toEqual([]);
}, 300_000);
