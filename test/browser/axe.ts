import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

/** A desk and a phone, in the light and in the dark. */
export const LOOKS = [
  { width: 1280, height: 800 },
  { width: 390, height: 844 },
].flatMap((size) => (['light', 'dark'] as const).map((colorScheme) => ({ size, colorScheme })));

/** Puts axe on the page, which is to be asked by `faultsOn`. */
export async function withAxe(page: Page): Promise<void> {
  await page.evaluate(await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'));
}

/** What stands in the way of people who hear the page, use its keys, or see little of it: axe's rules, and where. */
export async function faultsOn(page: Page): Promise<readonly string[]> {
  return page.evaluate<readonly string[]>(`(async () => {
    const { violations } = await axe.run(document, { resultTypes: ['violations'] });
    return violations.flatMap(({ id, nodes }) => nodes.map(({ target, html }) => id + ' at ' + target + ': ' + html.slice(0, 160)));
  })()`);
}
