import { expect, test } from 'vitest';
import { sandboxPerson } from '../support/sandbox-person.ts';
import { aSandbox } from './a-sandbox.ts';

const sandbox = aSandbox('2026-11-10T10:00');

test('on a phone a form that comes back shows the answer at fault, and long choices to their end', async () => {
  const page = await sandbox.open({ width: 390, height: 844 });
  const priya = sandboxPerson(page, 'Priya Shah');
  await priya.type('review start Ruby');
  const form = page.locator('.panel:not([hidden]) .message').last();
  const headWidth = async () => (await form.locator('.card-head').boundingBox())?.width;
  const before = await headWidth();
  await priya.press('Change');
  expect(await headWidth(), 'the head goes from side to side, as before').toBe(before);
  // The last field of a form that is two screens long.
  const wantedBy = form.getByLabel('Evidence wanted by');
  await wantedBy.fill('2026-12-10');
  await priya.press('Set it and ask');
  await priya.sees('Evidence is wanted by the day of the meeting at the latest.');
  const frame = await page.locator('#scroll').boundingBox();
  const top = async () => (await wantedBy.boundingBox())?.y ?? -1;
  const [from, to] = [frame?.y ?? 0, (frame?.y ?? 0) + (frame?.height ?? 0)];
  await expect.poll(top).toBeGreaterThan(from);
  expect(await top(), 'it is in sight').toBeLessThan(to - 40);

  await wantedBy.fill('2026-11-24');
  await priya.press('Set it and ask');
  await priya.press('Open the meeting');
  await priya.press('Open the meeting anyway');
  await priya.press('Yes, it is held today');
  const cut = `[...document.querySelectorAll('.card label')].filter((one) => one.scrollWidth > one.clientWidth + 1).map((one) => one.textContent)`;
  const wraps = `[...document.querySelectorAll('.ac-choiceSetInput-expanded label')].every((one) => getComputedStyle(one).whiteSpace !== 'nowrap')`;
  expect(await page.evaluate(cut)).toEqual([]);
  expect(await page.evaluate(wraps)).toBe(true);
});
