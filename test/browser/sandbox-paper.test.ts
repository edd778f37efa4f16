import { describe, expect, test } from 'vitest';
import { sandboxPerson } from '../support/sandbox-person.ts';
import { aSandbox } from './a-sandbox.ts';

const sandbox = aSandbox('2026-11-10T10:00');

/** What stands on the paper, as text. */
const PAPER = 'document.body.innerText';
const BUTTONS = `[...document.querySelectorAll('button, input, select, textarea')].filter((one) => one.checkVisibility()).map((one) => one.textContent)`;

describe('on paper', () => {
  test('the record stands whole, with all its pages and nothing to press', async () => {
    const page = await sandbox.open({ dark: true });
    await page.evaluate('window.print = () => document.body.setAttribute("data-printed", "")');
    const priya = sandboxPerson(page, 'Priya Shah');
    await priya.type('review status David');
    await priya.press('See the record');
    const card = page.locator('.panel:not([hidden]) .message').last();
    const onScreen = await card.locator('.card').innerText();
    const pages = Number(/Page 1 of (\d+)/i.exec(onScreen)?.[1] ?? 1);
    expect(pages, 'it is longer than one card').toBeGreaterThan(1);

    await card.getByRole('button', { name: 'Print', exact: true }).click();
    await page.locator('body[data-printed]').waitFor();
    await page.emulateMedia({ media: 'print' });
    const paper = await page.evaluate<string>(PAPER);
    expect(await page.locator('#print .card').count()).toBe(pages);
    for (const line of ['David', `Page ${pages} of ${pages}`, 'It was meant to be every week last year'])
      expect(paper).toContain(line);
    expect(paper).not.toContain('You can be anyone');
    expect(await page.evaluate(BUTTONS)).toEqual([]);
    const white = 'getComputedStyle(document.documentElement).getPropertyValue("--ink")';
    expect(await page.evaluate(white), 'also where the screen is dark').toBe('#1c2430');
    expect((await page.pdf()).length).toBeGreaterThan(1000);
  });

  test('by the browser’s own “Print”, only the card one looks at is there', async () => {
    const page = await sandbox.open();
    const priya = sandboxPerson(page, 'Priya Shah');
    await priya.type('review status Ruby');
    await priya.type('review dates David');
    await page.evaluate('dispatchEvent(new Event("beforeprint"))');
    await page.emulateMedia({ media: 'print' });
    const paper = await page.evaluate<string>(PAPER);
    expect(paper).toContain('David');
    expect(paper).not.toContain('Ruby');
    expect(await page.evaluate(BUTTONS)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollHeight > 300'), 'not cut at the screen').toBe(
      true,
    );

    await page.emulateMedia({ media: 'screen' });
    await page.evaluate('dispatchEvent(new Event("afterprint"))');
    await priya.sees('Ruby');
    expect(await page.locator('.on-paper').count()).toBe(0);
  });
});

test('a card that was not read yet is opened at its top, however long it is', async () => {
  const page = await sandbox.open({ height: 560 });
  await sandboxPerson(page, 'Tom Bradley').type('review help');
  const priya = sandboxPerson(page, 'Priya Shah');
  await priya.type('review help');
  await sandboxPerson(page, 'Tom Bradley').reads();
  await page.getByRole('button', { name: 'Next school morning' }).click();
  await expect.poll(() => priya.unread()).toBeGreaterThan(0);

  await page.locator('.person', { hasText: 'Priya Shah' }).click();
  const first = page.locator('.panel:not([hidden]) .message:has(.new)').first();
  await first.waitFor();
  const top = async () => (await first.boundingBox())?.y ?? -1;
  const frame = await page.locator('#scroll').boundingBox();
  await expect.poll(async () => (await top()) - (frame?.y ?? 0)).toBeGreaterThanOrEqual(0);
  expect((await top()) - (frame?.y ?? 0), 'at the head of what is in view').toBeLessThan(60);
  const bottom = ((await first.boundingBox())?.height ?? 0) + (await top());
  expect(bottom, 'it is longer than the screen').toBeGreaterThan(560);
});
