import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { aSandbox } from './a-sandbox.ts';
import { faultsOn, LOOKS, withAxe } from './axe.ts';
import { MAIN_SCREENS, newestMessage, SCREENS_NOW } from './main-screens.ts';
import { smallPng } from './small-png.ts';

// With PICTURES=1 the pictures of docs/screens.md are made anew, too.

const PICTURES = process.env.PICTURES
  ? fileURLToPath(new URL('../../docs/images/screens/', import.meta.url))
  : '';
const sandbox = aSandbox(SCREENS_NOW);

test('the twelve main screens have no fault that axe finds, on a phone and a desk, in the light and in the dark', async () => {
  const page = await sandbox.open();
  await page.getByRole('button', { name: 'Got it' }).click();
  await withAxe(page);
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
