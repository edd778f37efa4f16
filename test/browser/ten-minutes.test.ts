import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { type SandboxPerson, sandboxPerson } from '../support/sandbox-person.ts';
import { aSandbox, PATIENCE_MS } from './a-sandbox.ts';
import { staysInPlace, tooFaint } from './looks.ts';
import { sandboxChats } from './sandbox-book.ts';

// The first ten minutes with a school of one's own, as docs/ten-minutes.md tells them. Its pictures are made anew by
// PICTURES=1 npm run test:browser -- ten-minutes

const DOCS = fileURLToPath(new URL('../../docs/', import.meta.url));
// While the bot is started anew nobody listens at its address, and the browser says so.
const STARTING_ANEW = /ERR_CONNECTION_REFUSED|ERR_CONNECTION_RESET|ERR_INCOMPLETE_CHUNKED_ENCODING/;
const sandbox = aSandbox('2026-11-23T08:30', STARTING_ANEW);

const newestCard = (page: Page) => page.locator('.panel:not([hidden]) .message').last();

/** Keeps what is on screen as a picture, where pictures are wanted; and looks that nothing of it is cut off or too faint. */
async function lookAt(page: Page, name: string): Promise<void> {
  expect(await staysInPlace(page), `${name}: nothing is off the screen`).toBe(true);
  expect(await tooFaint(page), `${name}: all of it can be read`).toEqual([]);
  if (!process.env.PICTURES) return;
  await mkdir(join(DOCS, 'images/ten-minutes'), { recursive: true });
  await page.screenshot({ path: join(DOCS, `images/ten-minutes/${name}.png`) });
}

/** Empties the sandbox at the page, for a school with a SENCO and two colleagues. */
async function beginWithOwnSchool(page: Page, shot: (name: string) => Promise<void>): Promise<void> {
  await page.getByRole('button', { name: 'Start with my own school' }).click();
  const begin = page.getByRole('button', { name: 'Begin', exact: true });
  await page.getByLabel('What is the school called?').fill('Hawthorn Lane Primary School');
  await begin.click();
  // Nobody has said who the SENCO is: that is asked for, and nothing typed is lost.
  await page.getByText('Please write a name.').waitFor();
  await page.getByLabel('What is your name?').fill('Jo Ellis');
  await page.getByLabel('Colleagues').fill('Sam Okafor\nMia Lund');
  await shot('1-begin');
  await begin.click();
  await page.getByText('You are Jo Ellis.').waitFor();
}

/** Sends the list of docs/ by the paperclip, and reads what it would change. */
async function sendList(page: Page, jo: SandboxPerson): Promise<string> {
  await page.locator('#composer-file').setInputFiles(join(DOCS, 'example-list.xlsx'));
  await jo.sees('Bring this list in?');
  return newestCard(page).innerText();
}

describe.each([
  { where: 'on a phone', view: { width: 390, height: 844 }, suffix: '-phone' },
  { where: 'at a desk', view: { width: 1280, height: 800 }, suffix: '' },
])('the first ten minutes with a school of one’s own, $where', ({ view, suffix }) => {
  test('the sandbox is emptied, a list from SIMS comes in, and the first review begins', async () => {
    const page = await sandbox.open(view);
    const shot = (name: string) => lookAt(page, `${name}${suffix}`);
    await beginWithOwnSchool(page, shot);

    const chats = await sandboxChats(sandbox.url());
    const nobodyElse = ['Jo Ellis', 'Mia Lund', 'Sam Okafor'];
    expect([...chats.keys()], 'nobody of the made-up school is left').toEqual(nobodyElse);
    expect(await page.locator('.about').innerText()).toMatch(/^Your own school\. Nothing is kept/);
    const empty = await page.locator('.panel:not([hidden]) .empty').innerText();
    expect(empty).toMatch(/Drop the list of pupils from your records system here/);
    await shot('2-empty');

    const jo = sandboxPerson(page, 'Jo Ellis');
    const preview = await sendList(page, jo);
    expect(preview).toMatch(/44 rows, 44 with SEN, 9 of them EHCP; 44 new/);
    expect(preview).toContain('This looks like a list from SIMS.');
    expect(preview).toContain('Adno is the school’s reference');
    expect(preview).toContain('Skipped, as nothing is kept of them: House.');
    expect(preview, 'nothing of it needs a look').not.toContain('Please look');
    await shot('3-preview');

    await jo.press('Bring it in');
    expect(await newestCard(page).innerText()).toMatch(/Brought in\s+44 pupils are as the list has them/);
    await jo.press('See what is due');
    const due = await newestCard(page).innerText();
    expect(due).toMatch(/44 due now\.[\s\S]*Showing 1–20 of 44\./);
    expect(due).toMatch(/Ada Hughes · Year 3 · SEN Support · due Mon 23 Nov 2026/);
    await shot('4-due');

    await jo.press('Start', 'Ada Hughes');
    await jo.sees('Set the meeting');
    await shot('5-start');
    await jo.fill({
      Time: '15:30',
      'Colleagues to invite': ['Jo Ellis'],
      'Ask for evidence': ['Sam Okafor'],
    });
    await jo.press('Set it and ask');
    const status = await newestCard(page).innerText();
    expect(status).toContain('Ada Hughes · SEN Support · Gathering evidence');
    expect(status).toMatch(/1 colleague is asked for evidence now, by Mon 7 Dec 2026/);
    expect(status).toMatch(/Sam Okafor · Not yet; wanted by Mon 7 Dec 2026/);
    await shot('6-started');

    const sam = sandboxPerson(page, 'Sam Okafor');
    // The message is delivered just after the form is answered.
    await expect.poll(() => sam.unread(), { timeout: PATIENCE_MS }).toBe(1);
    await sam.sees('Give your evidence');
    expect(await newestCard(page).innerText()).toMatch(/What have you seen\? A few words are enough/);
    await shot('7-asked');
    expect(await sandboxPerson(page, 'Mia Lund').unread(), 'who was not asked hears nothing').toBe(0);
  });
});
