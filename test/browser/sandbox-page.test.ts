import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { refusedCard } from '../support/sandbox-cards.ts';
import { type Demo, GRACE, PRIYA, startDemo, TOM } from '../support/sandbox-demo.ts';
import { moveClock, sandboxPerson, titled } from '../support/sandbox-person.ts';
import { launchChromium, openPage, type View, type WatchedPage } from './support.ts';

let browser: Browser;
let demo: Demo;
let watched: WatchedPage[];

beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser?.close());
beforeEach(async () => {
  demo = await startDemo();
  watched = [];
});
afterEach(async () => {
  for (const { page, complaints } of watched) {
    expect(complaints, 'the page asked for nothing elsewhere, and broke no policy').toEqual([]);
    await page.context().close();
  }
  await demo.stop();
});

async function given(view: View = {}): Promise<Page> {
  const opened = await openPage(browser, demo.server.url, view);
  watched.push(opened);
  await opened.page.locator('.person').first().waitFor({ state: 'attached' });
  return opened.page;
}

const presses = () => demo.inbounds.filter(({ said }) => said.kind === 'press');
const focused = (page: Page) =>
  page.evaluate(
    'document.activeElement.getAttribute("aria-label") ?? document.activeElement.id',
  ) as Promise<string>;
const description = (page: Page, selector: string) =>
  page.evaluate(
    `document.getElementById(document.querySelector('${selector}').getAttribute('aria-describedby'))?.textContent`,
  );

/** The head and the box to type in stay on screen: only what is between them scrolls. */
const PAGE_STAYS =
  'document.documentElement.scrollHeight <= innerHeight && document.body.scrollHeight <= innerHeight && document.body.scrollTop === 0';

/** Priya, with the form open. */
async function withForm(view: View = {}) {
  const page = await given(view);
  const priya = sandboxPerson(page, PRIYA.name);
  await priya.type('review due');
  await priya.press('Start', 'Leah Ahmed');
  await priya.sees('Your evidence for a review');
  return { page, priya };
}

const ANSWERS = {
  'First, the strengths': 'Reads to **younger** pupils',
  'Progress on this target': 'Good progress',
  'What does this rest on?': ['Progress data', 'Observation'],
  'Who carries it on?': 'Tom Bell',
  'By when?': '2026-12-01',
};

describe('a conversation', () => {
  test('typing and pressing: each is one turn, and its card is shown to the letter', async () => {
    const page = await given();
    const priya = sandboxPerson(page, PRIYA.name);

    await priya.type('review mine **now** <b>');

    await priya.sees('You said');
    expect(await page.locator('.from-bot').innerText()).toContain('review mine **now** <b>');
    expect(demo.inbounds).toMatchObject([{ email: PRIYA.email, said: { kind: 'text' } }]);
  });

  test('a double click is one turn', async () => {
    const page = await given();
    await sandboxPerson(page, PRIYA.name).type('review due');
    await page
      .getByRole('button', { name: titled('Start') })
      .first()
      .dblclick();

    await page.getByText('Your evidence for a review').waitFor();
    expect(presses()).toHaveLength(1);
  });

  test('a form is sent with everything in it, also what was left empty, and its result takes its place', async () => {
    const { page, priya } = await withForm();
    await priya.fill(ANSWERS);
    await priya.press('Send');

    await priya.sees('Recorded.');
    expect(presses().at(-1)?.said).toEqual({
      kind: 'press',
      data: { do: 'send' },
      values: {
        strengths: 'Reads to **younger** pupils',
        progress: 'good-progress',
        sources: 'progress-data,observation',
        owner: 'tom-bell',
        link: '',
        by: '2026-12-01',
        at: '',
      },
      at: { message: expect.any(String) },
    });
    expect(await page.getByText('Your evidence for a review').count()).toBe(0);
    expect(await focused(page)).toContain('Your evidence is recorded');
  });

  test('a button that is not about the inputs sends none, and asks for none', async () => {
    const { priya } = await withForm();
    await priya.press('Nothing to add');

    await priya.sees('Done');
    expect(presses().at(-1)?.said).toMatchObject({ kind: 'press', data: { do: 'nothing' }, values: {} });
  });

  test('choices in one form leave those of another alone', async () => {
    const { page, priya } = await withForm();
    await priya.fill({ 'Progress on this target': 'Met' });
    await priya.press('Start', 'Ed O’Connor');
    await expect.poll(() => page.locator('form.card', { hasText: 'By when?' }).count()).toBe(2);
    await priya.fill({ 'Progress on this target': 'Some progress' });

    expect(await page.getByLabel('Met', { exact: true }).first().isChecked()).toBe(true);
  });

  test('when the bot fails, the sentence says so and nothing typed is lost', async () => {
    const { page, priya } = await withForm();
    await priya.fill(ANSWERS);
    demo.answerWith(() => Promise.reject(new Error('broken')));
    await priya.press('Send');
    await page.getByRole('alert').getByText('please try again').waitFor();
    expect(await page.getByLabel('First, the strengths').inputValue()).toContain('younger');
    await priya.type('review mine');
    await expect.poll(() => page.locator('#composer-text').inputValue()).toBe('review mine');
    const [own] = watched;
    expect(own?.complaints.splice(0)).toHaveLength(2);
  });
});

describe('a form with something missing or wrong', () => {
  test('is not sent: each sentence stands at its input, and the first has the focus', async () => {
    const { page, priya } = await withForm();
    await priya.press('Send');

    await priya.sees('Please start with a strength, however small.');
    await priya.sees('Please choose how far they have come.');
    await priya.sees('Please choose a day.');
    expect(await page.locator('textarea:focus').count()).toBe(1);
    expect(await page.evaluate(PAGE_STAYS)).toBe(true);
    expect(presses()).toHaveLength(1);
    await expect.poll(() => description(page, '.card textarea')).toContain('Please start with a strength');
    await expect.poll(() => page.locator('.card textarea').getAttribute('aria-invalid')).toBe('true');

    await page.locator('.card textarea').fill('Reads');
    await expect.poll(() => page.locator('.card textarea').getAttribute('aria-invalid')).toBeNull();
  });

  test('below tick boxes, on a small screen, has its sentence in sight', async () => {
    const { page, priya } = await withForm({ width: 390, height: 480 });
    await priya.fill(ANSWERS);
    const errors = { sources: 'Please tick what it rests on.' };
    demo.answerWith(async ({ said }) => ({
      ...{ kind: 'invalid', errors },
      show: refusedCard(said.kind === 'press' ? said.values : {}, errors),
    }));
    await priya.press('Send');
    const sentence = page.getByText('Please tick what it rests on.');
    await sentence.waitFor();
    const frame = await page.locator('#scroll').boundingBox();
    const end = (frame?.y ?? 0) + (frame?.height ?? 0);
    const below = async () => {
      const box = await sentence.boundingBox();
      return (box?.y ?? 0) + (box?.height ?? 0) - end;
    };
    await expect.poll(below).toBeLessThanOrEqual(1);
    expect((await sentence.boundingBox())?.y).toBeGreaterThan(frame?.y ?? 0);
    expect(await page.locator('input[type=checkbox]:focus').count()).toBe(1);
  });

  test('refused by the bot, keeps what was typed, says once what is wrong, and is sent when put right', async () => {
    const { page, priya } = await withForm();
    await priya.fill({ ...ANSWERS, 'By when?': '2026-11-01' });
    await priya.press('Send');

    await priya.sees('That day has passed. Please choose a later one.');
    expect(await page.getByText('That day has passed.').count()).toBe(1);
    expect(await page.locator('input[type=date]:focus').count()).toBe(1);
    expect(await description(page, 'input[type=date]')).toContain('That day has passed');
    expect(await page.getByLabel('First, the strengths').inputValue()).toBe('Reads to **younger** pupils');
    expect(await page.getByLabel('Observation').isChecked()).toBe(true);

    await priya.fill({ 'By when?': '2026-12-01' });
    await priya.press('Send');
    await priya.sees('Recorded.');
  });

  test('is understood when heard: groups, names, and what is required', async () => {
    const { page } = await withForm();
    const group = page.getByRole('radiogroup', { name: 'Progress on this target' });

    expect(await group.getAttribute('aria-required')).toBe('true');
    expect(await group.getByRole('radio', { name: 'Met', exact: true }).count()).toBe(1);
    expect(
      await page
        .getByRole('group', { name: 'What does this rest on? (required)' })
        .getByRole('checkbox')
        .count(),
    ).toBe(3);
    expect(
      await page.getByRole('textbox', { name: 'First, the strengths' }).getAttribute('aria-required'),
    ).toBe('true');
    expect(await page.getByRole('combobox', { name: 'Who carries it on?' }).count()).toBe(1);
    expect(await page.getByRole('heading', { name: 'Your evidence for a review', level: 3 }).count()).toBe(1);
  });

  test('a choice that need not be made can be taken back', async () => {
    const { page, priya } = await withForm();
    await priya.fill(ANSWERS);
    await page.getByLabel('Who carries it on?').selectOption('');
    await priya.press('Send');

    await priya.sees('Recorded.');
    expect(presses().at(-1)?.said).toMatchObject({ values: { owner: '' } });
  });
});

describe('several people', () => {
  test('what is half typed stays when another chat is opened and messages come', async () => {
    const { page, priya } = await withForm();
    await priya.fill({ 'First, the strengths': 'half a thou', 'Progress on this target': 'Met' });
    await page.locator('#composer-text').fill('review st');

    await sandboxPerson(page, TOM.name).type('review mine');
    await demo.send(PRIYA.email);
    await expect.poll(() => priya.unread()).toBe(1);
    await priya.sees('A reminder');

    expect(await page.getByLabel('First, the strengths').inputValue()).toBe('half a thou');
    expect(await page.getByLabel('Met', { exact: true }).isChecked()).toBe(true);
    expect(await page.locator('#composer-text').inputValue()).toBe('review st');
  });

  test('a message for another counts as unread there at once, is heard of, and is read when looked at', async () => {
    const page = await given();
    const [priya, tom] = [sandboxPerson(page, PRIYA.name), sandboxPerson(page, TOM.name)];
    await priya.type('review mine');
    await demo.send(TOM.email);
    await demo.send(TOM.email);

    await expect.poll(() => tom.unread()).toBe(2);
    expect(await page.getByRole('button', { name: /Tom Bell.*2 unread messages/ }).count()).toBe(1);
    expect(await page.title()).toContain('(2)');
    await expect.poll(() => page.locator('#announcer').innerText()).toContain('Tom Bell');
    await tom.sees('A reminder');
    await expect.poll(() => tom.unread()).toBe(0);
    expect(await priya.unread()).toBe(0);
  });

  test('a message for oneself is shown and announced, and the focus stays', async () => {
    const { page, priya } = await withForm();
    await page.getByLabel('A link to the work').focus();
    await demo.send(PRIYA.email);

    await page.getByRole('heading', { name: 'A reminder' }).waitFor();
    await expect.poll(() => page.locator('#announcer').innerText()).toContain('New message: A reminder');
    expect(await page.locator('input[type=text]:focus').count()).toBe(1);
    expect(await priya.unread()).toBe(0);
  });

  test('two pages side by side see the same', async () => {
    const [one, two] = [await given(), await given()];
    await sandboxPerson(one, PRIYA.name).type('review due');

    await sandboxPerson(two, PRIYA.name).sees('Reviews due');
    await sandboxPerson(two, PRIYA.name).press('Start', 'Leah');
    await sandboxPerson(one, PRIYA.name).sees('Your evidence for a review');
  });

  test('the page loaded again shows the same person and chat', async () => {
    const page = await given();
    await sandboxPerson(page, GRACE.name).type('review due');
    await page.reload();

    await page.getByRole('heading', { name: 'Reviews due' }).waitFor();
    expect(await page.locator('#chat-name').innerText()).toBe(GRACE.name);
  });
});

test('a line that breaks, and a bot that began anew, are said in words', async () => {
  const page = await given();
  await demo.server.stop(0);
  await page.getByRole('alert').getByText('Not connected to the bot').waitFor();

  const next = await startDemo({ port: demo.server.port });
  await page.getByRole('alert').getByText('The bot has been started again').waitFor();
  await next.stop();
  const [own] = watched;
  own?.complaints.splice(0);
});

test('the clock shows school time, moves on, and says so', async () => {
  const page = await given();
  await page.locator('#clock-face', { hasText: 'Monday 23 November 2026, 08:30 (school time)' }).waitFor();

  expect(await moveClock(page, 'Next school morning')).toBe('Tuesday 24 November 2026, 08:00 (school time)');
  expect(await moveClock(page, 'A week on')).toBe('Tuesday 1 December 2026, 08:00 (school time)');
  await expect.poll(() => page.locator('#announcer').innerText()).toContain('Tuesday 1 December 2026');
});

describe('by keyboard alone', () => {
  const tabTo = async (page: Page, wanted: string) => {
    for (let step = 0; step < 60; step += 1) {
      if ((await focused(page)).includes(wanted)) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`${wanted} was not reached`);
  };

  test('the whole way: type, start, leave something out, put it right, send', async () => {
    const page = await given();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await focused(page)).toBe('composer-text');
    await page.keyboard.type('review due');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Reviews due' }).waitFor();
    expect(await focused(page)).toBe('composer-text');

    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Shift+Tab');
    expect(await focused(page)).toBe('Start');
    await page.keyboard.press('Enter');
    await expect.poll(() => focused(page)).toContain('A review asks for your evidence');

    await tabTo(page, 'Send');
    await page.keyboard.press('Enter');
    await page.keyboard.type('Reads well');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    const date = page.locator('input[type=date]:focus');
    for (let step = 0; step < 20 && (await date.count()) === 0; step += 1) await page.keyboard.press('Tab');
    // The 12th of December, whichever of the two the browser's own language puts first.
    await page.keyboard.type('12122026');
    await tabTo(page, 'Send');
    await page.keyboard.press('Enter');
    await page.getByText('Recorded.').waitFor();
    expect(presses().at(-1)?.said).toMatchObject({ values: { strengths: 'Reads well', progress: 'met' } });
  });
});

describe('on a phone', () => {
  test.each([390, 360])(
    '%i px wide: nothing is wider than the screen, and people are picked from a list',
    async (width) => {
      const { page, priya } = await withForm({ width, height: 780 });
      const wider = () =>
        page.evaluate(
          '[...document.querySelectorAll("*")].filter((e) => e.getBoundingClientRect().right > innerWidth + 1 && !e.closest(".visually-hidden, .skip")).map((e) => e.className)',
        );
      expect(await wider()).toEqual([]);
      await priya.press('Send');
      await priya.fill(ANSWERS);
      await priya.press('Send');
      await priya.sees('Recorded.');
      expect(await wider()).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
      expect(await page.evaluate(PAGE_STAYS)).toBe(true);

      await demo.send(TOM.email);
      await page.getByLabel('1 unread message for other people').waitFor();
      await sandboxPerson(page, TOM.name).sees('A reminder');
      expect(await page.locator('.people').isVisible()).toBe(false);
    },
  );
});
