import { expect, test } from 'vitest';
import { moveClock, sandboxPerson } from '../support/sandbox-person.ts';
import { aSandbox } from './a-sandbox.ts';

const sandbox = aSandbox('2026-11-10T10:00');

test('what is typed and not sent is in the form that is opened anew; sent from there, the earlier one is a line', async () => {
  const page = await sandbox.open({ width: 1280, height: 800 });
  const priya = sandboxPerson(page, 'Priya Shah');
  const box = page.locator('.panel:not([hidden])').getByLabel('What was agreed?');
  const note = 'Breakfast club, from Monday.';
  await priya.type('review met Ruby');
  await priya.fill({
    'When did you meet?': '2026-11-09',
    'Who met whom?': 'Her mother and I',
    'What was agreed?': note,
  });
  await priya.type('review met Ruby');
  await expect.poll(() => box.count()).toBe(2);
  // The earlier one is not taken from under their hands; the new one has what it says, and says so.
  expect(await box.first().inputValue()).toBe(note);
  expect(await box.last().inputValue()).toBe(note);
  await priya.sees('Not sent yet: what you typed before stands here.');
  await priya.press('Save the meeting');
  await expect.poll(() => box.count()).toBe(0);
  await priya.sees('This form was sent from a newer message of this chat.');
  await priya.type('review met Ruby');
  expect(await box.last().inputValue(), 'what was sent is typed no more').toBe('');
});

test('a jump of the clock shows the first of what has come, from its beginning', async () => {
  const page = await sandbox.open({ width: 390, height: 844 });
  const priya = sandboxPerson(page, 'Priya Shah');
  await priya.type('review due');
  await page.evaluate("document.getElementById('scroll').scrollTop = 0");
  const before = await page.locator('.panel:not([hidden]) .message').count();
  await moveClock(page, 'A week on');
  const first = page.locator('.panel:not([hidden]) .message').nth(before);
  await first.waitFor();
  const frame = await page.locator('#scroll').boundingBox();
  await expect
    .poll(async () => Math.round(((await first.boundingBox())?.y ?? -1000) - (frame?.y ?? 0)))
    .toBeGreaterThanOrEqual(0);
  expect(((await first.boundingBox())?.y ?? 9999) - (frame?.y ?? 0), 'its head is at the top').toBeLessThan(
    80,
  );
});
