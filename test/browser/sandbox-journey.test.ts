import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { type LocalDate, plusDays } from '../../src/domain/time.ts';
import { type Stage, senSupportReview } from '../journeys/story.ts';
import { whatGoesWrong } from '../journeys/what-goes-wrong.ts';
import { moveClock, type SandboxPerson, sandboxPerson } from '../support/sandbox-person.ts';
import { aSandbox, PATIENCE_MS } from './a-sandbox.ts';
import { staysInPlace, tooFaint } from './looks.ts';
import { digestsIn, sandboxChats } from './sandbox-book.ts';

const MONDAY: LocalDate = '2026-11-23';
const sandbox = aSandbox(`${MONDAY}T08:30`);

/** Somebody at the page, which is looked at after each thing they do. */
function stayingInPlace(page: Page, person: SandboxPerson): SandboxPerson {
  const look = async (when: string) =>
    expect(await staysInPlace(page), `the page stays after ${when}`).toBe(true);
  return {
    ...person,
    press: (button, beside) => person.press(button, beside).then(() => look(button)),
    fill: (answers) => person.fill(answers).then(() => look(Object.keys(answers).join())),
  };
}

/** The story's stage at one page, where each person is turned to when it is their turn. */
function stageAt(page: Page): Stage {
  let today = MONDAY;
  return {
    player: (name) => stayingInPlace(page, sandboxPerson(page, name)),
    day: (days) => plusDays(today, days),
    async nextSchoolMorning() {
      expect(await moveClock(page, 'Next school morning')).toContain('Tuesday 24 November 2026, 08:00');
      today = plusDays(today, 1);
    },
  };
}

/** The newest card of the chat that is shown, as text. */
const newestCard = (page: Page) => page.locator('.panel:not([hidden]) form.card').last();

/** Turns the pages of the list of reviews due until it shows `pupil`, and returns the page as text. */
async function pageOfDueWith(page: Page, pupil: string): Promise<string> {
  const priya = sandboxPerson(page, 'Priya Shah');
  await priya.type('review due');
  for (;;) {
    const text = await newestCard(page).innerText();
    if (text.includes(pupil)) return text;
    await priya.press('Next page');
  }
}

const everybodysMessages = async () => [...(await sandboxChats(sandbox.url())).values()].flat();

test('a SEN Support review, from due to closed', async () => {
  const page = await sandbox.open();
  // In the made-up school other reviews are under way: counted once the page has its people.
  await page.locator('.has-turn').first().waitFor();
  const busy = await page.locator('.has-turn').count();
  await senSupportReview(stageAt(page));

  const chats = await sandboxChats(sandbox.url());
  const heard = [...chats].filter(([, messages]) => messages.length > 0).map(([name]) => name);
  expect(heard.sort(), 'nobody else has heard anything').toEqual([
    'Kwame Mensah',
    'Priya Shah',
    'Ruth Adeyemi',
  ]);
  for (const { notification } of [...chats.values()].flat())
    expect(notification).not.toMatch(/Ruby|Thompson/);
  for (const name of chats.keys()) expect(await sandboxPerson(page, name).unread(), name).toBe(0);
  // Kwame sees to the support that was agreed: in two weeks he is to say whether it happens.
  expect(await page.locator('.has-turn').count(), 'nobody but Kwame has more left to do').toBe(busy + 1);
  expect(digestsIn(chats.get('Kwame Mensah'))).toHaveLength(1);

  const due = await pageOfDueWith(page, 'Ruby Thompson');
  const [before = '', row = ''] = due.split('Ruby Thompson');
  expect(before.lastIndexOf('Coming up'), 'among those coming up').toBeGreaterThan(
    before.lastIndexOf('Due now'),
  );
  expect(row).toMatch(/^ · Year 2 · SEN Support · due Sun 23 May 2027/);
  expect(await tooFaint(page)).toEqual([]);

  const ids = (await everybodysMessages()).map(({ id }) => id);
  expect(await moveClock(page, 'A week on')).toContain('Tuesday 1 December 2026');
  const news = (await everybodysMessages()).filter(({ id }) => !ids.includes(id));
  expect(
    news.filter(({ card }) => card.includes('Ruby')),
    'nothing more is said of what is closed',
  ).toEqual([]);
});

test('what goes wrong, on a phone in the dark, and a reminder on each day it is due', async () => {
  const page = await sandbox.open({ width: 390, height: 844, dark: true });
  await whatGoesWrong(stageAt(page));

  expect(await tooFaint(page)).toEqual([]);
  const [ruth, janet] = [sandboxPerson(page, 'Ruth Adeyemi'), sandboxPerson(page, 'Janet Holroyd')];
  const chats = await sandboxChats(sandbox.url());
  expect(await janet.unread(), 'who never looked has all of it before them').toBe(
    chats.get('Janet Holroyd')?.length,
  );
  const unread = await Promise.all([...chats.keys()].map((name) => sandboxPerson(page, name).unread()));
  const total = unread.reduce((sum, each) => sum + each, 0);
  await page.getByLabel(`${total} unread messages for other people`).waitFor();

  const digests = async () =>
    digestsIn((await sandboxChats(sandbox.url())).get('Ruth Adeyemi')).map(({ at }) => at.slice(0, 10));
  await moveClock(page, 'A day on');
  expect(await digests(), 'nothing the day before').toEqual(['2026-11-24']);
  // By way of eight o'clock, and on: the clock stops twice on the day.
  await moveClock(page, 'A day on');
  expect(await digests(), 'one on the day').toEqual(['2026-11-24', '2026-11-26']);
  await ruth.press('Done');
  await ruth.fill({ 'What was done?': 'Sent home on Thursday.', 'Did it help?': 'Too early to say' });
  await ruth.press('It is done');
  await ruth.sees(/so the review is closed/);
  await moveClock(page, 'A week on');
  expect(await digests(), 'none once it is done').toEqual(['2026-11-24', '2026-11-26']);
});

test('a form by keyboard alone, on a phone', async () => {
  const page = await sandbox.open({ width: 390, height: 844 });
  const { keyboard } = page;
  const tabTo = async (wanted: Locator, key = 'Tab') => {
    const reached = wanted.and(page.locator(':focus'));
    for (let step = 0; step < 60 && (await reached.count()) === 0; step += 1) await keyboard.press(key);
    await reached.waitFor();
  };
  await tabTo(page.locator('#composer-text'));
  await keyboard.type('review start Ruby');
  await keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Set the meeting' }).waitFor();

  await tabTo(newestCard(page).getByRole('button', { name: 'Change' }), 'Shift+Tab');
  await keyboard.press('Enter');
  const asked = newestCard(page).getByRole('group', { name: 'Ask for evidence' });
  await tabTo(asked.getByLabel('Helen Whitaker'));
  await keyboard.press('Space');
  await tabTo(newestCard(page).getByRole('button', { name: 'Set it and ask' }));
  await keyboard.press('Enter');

  await page.getByText(/3 colleagues are asked for evidence now/).waitFor();
  const helenHears = async () => (await sandboxChats(sandbox.url())).get('Helen Whitaker')?.length;
  await expect.poll(helenHears, { timeout: PATIENCE_MS }).toBe(1);
  await page
    .getByRole('option', { name: 'Helen Whitaker · 1 to do (1 unread)' })
    .waitFor({ state: 'attached' });
  expect(await staysInPlace(page)).toBe(true);
});
