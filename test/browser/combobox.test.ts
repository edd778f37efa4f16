import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { namesLike } from '../../src/domain/language/names-like.ts';
import { asksWho, inOneWord } from '../../src/presentation/asks-who.ts';
import type { CardMessage } from '../../src/presentation/message.ts';
import { fill, markErrors } from '../../src/presentation/render.ts';
import { type Demo, PRIYA, startDemo } from '../support/sandbox-demo.ts';
import { sandboxPerson } from '../support/sandbox-person.ts';
import { choices, formOf, input } from '../support/slack-cards.ts';
import { faultsOn, LOOKS, withAxe } from './axe.ts';
import { launchChromium, openPage, type View, type WatchedPage } from './support.ts';

/* A colleague is looked up while their name is typed: at the sandbox’s page, by hand, by the keys alone, and heard. */

const PEOPLE = ['Ann Obi', 'Anne-Marie O’Brien', 'Zoë Carr', 'Mariam Khan'].map((title) => ({
  title,
  value: `${title.split(' ')[0]?.toLowerCase()}@oakfield.example`,
}));
const SEND = { do: 'send', form: 'plan-meeting', review: 'review-1', once: 'k1' };
const search = (id: string, label: string, isMultiSelect: boolean) =>
  input('ChoiceSet', id, {
    ...{ label, isMultiSelect, style: 'filtered', choices: [], placeholder: 'Type the beginning of a name' },
    'choices.data': { type: 'Data.Query', dataset: inOneWord(asksWho(SEND, id)) },
  });
const ASK = 'Ask for evidence: others, by name';
const OWNER = 'Who will do it? Another colleague, by name';
const FORM = formOf(
  [
    input('ChoiceSet', 'ask', {
      label: 'Ask for evidence',
      choices: choices('teacher'),
      isMultiSelect: true,
    }),
    search('ask_named', ASK, true),
    search('owner_named', OWNER, false),
  ],
  { send: SEND },
);
const FAULT = 'No colleague on the staff list has that name. Please check how it is spelt.';
/** The form again, with a name in it that is nobody’s. */
function again(): CardMessage {
  const body = FORM.card.body.map((one) =>
    one.id === 'owner_named' ? { ...one, choices: [{ title: 'Nobody Known', value: 'Nobody Known' }] } : one,
  );
  const filled = fill({ ...FORM.card, body }, { owner_named: 'Nobody Known' });
  return { ...FORM, card: markErrors(filled, { owner_named: FAULT }) };
}

let browser: Browser;
let demo: Demo;
let watched: WatchedPage;

beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser?.close());
beforeEach(async () => {
  demo = await startDemo();
  demo.answerWith(async ({ said }) =>
    said.kind === 'press'
      ? { kind: 'invalid', errors: { owner_named: FAULT }, show: again() }
      : { kind: 'new', show: FORM },
  );
  demo.searches.finds(async ({ typed }) => namesLike(typed, PEOPLE, ({ title }) => title));
});
afterEach(async () => {
  expect(watched.complaints, 'the page complained of nothing').toEqual([]);
  await watched.page.context().close();
  await demo.stop();
});

async function withForm(view: View = {}): Promise<Page> {
  watched = await openPage(browser, demo.server.url, view);
  const { page } = watched;
  page.setDefaultTimeout(15_000);
  await page.locator('.person').first().waitFor({ state: 'attached' });
  await page.getByRole('button', { name: 'Got it' }).click();
  await sandboxPerson(page, PRIYA.name).type('a form');
  return page;
}

const box = (page: Page, label = ASK) => page.getByRole('combobox', { name: label });
const offered = (page: Page) => page.getByRole('option').allInnerTexts();
const sent = () => demo.inbounds.flatMap(({ said }) => (said.kind === 'press' ? [said.values] : [])).at(-1);

describe('a colleague', () => {
  test('is found by typing, chosen by the keys alone, and taken out again', async () => {
    const page = await withForm();
    await box(page).focus();
    await page.keyboard.type('an');
    await page.getByRole('option', { name: 'Ann Obi' }).waitFor();
    expect(await offered(page)).toEqual(['Ann Obi', 'Anne-Marie O’Brien']);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    expect(await box(page).inputValue()).toBe('');
    await page.keyboard.type('carr');
    await page.getByRole('option', { name: 'Zoë Carr' }).waitFor();
    await page.keyboard.press('Enter');
    // Back to the first who was chosen, and out with them.
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    expect(await page.getByRole('list', { name: 'Chosen' }).innerText()).toMatch(/^Zoë Carr\s*×?$/);
    expect(await box(page).evaluate((one) => one === one.ownerDocument.activeElement)).toBe(true);

    await page.locator('form.card').getByRole('button', { name: 'Send' }).click();
    await page.getByText(FAULT).waitFor();
    expect(sent()).toEqual({ ask: '', ask_named: 'zoë@oakfield.example', owner_named: '' });
    expect(demo.searches.heard.map(({ asks: { input: id }, typed }) => [id, typed])).toContainEqual([
      'ask_named',
      'carr',
    ]);
  });

  test('is one, where one is asked for: typing on takes them back', async () => {
    const page = await withForm();
    const owner = box(page, OWNER);
    await owner.fill('mariam');
    await page.getByRole('option', { name: 'Mariam Khan' }).click();
    expect(await owner.inputValue()).toBe('Mariam Khan');
    await page.locator('form.card').getByRole('button', { name: 'Send' }).click();
    await page.getByText(FAULT).waitFor();
    expect(sent()).toMatchObject({ owner_named: 'mariam@oakfield.example' });
  });

  test('is sent as typed where nobody was chosen, and comes back with what is wrong at it', async () => {
    const page = await withForm();
    await box(page, OWNER).fill('Nobody Known');
    await page.getByText('No colleague of that name.').waitFor();
    await page.locator('form.card').getByRole('button', { name: 'Send' }).click();
    await page.getByText(FAULT).waitFor();
    expect(sent()).toMatchObject({ owner_named: 'Nobody Known' });
    const owner = box(page, OWNER);
    expect(await owner.inputValue()).toBe('Nobody Known');
    expect(await owner.getAttribute('aria-invalid')).toBe('true');
    expect(await owner.evaluate((one) => one === one.ownerDocument.activeElement)).toBe(true);
  });

  test('can be typed whole where nobody can be looked up', async () => {
    demo.searches.finds(() => Promise.reject(new Error('broken')));
    const page = await withForm();
    await box(page).fill('ann');
    await page.getByText('You can type the whole name instead.').waitFor();
    expect(await box(page).inputValue()).toBe('ann');
    // Said by the browser itself, of the answer that the bot gave.
    watched.complaints.splice(0);
  });
});

test('a screen reader hears what it is, who fits, and who is chosen', async () => {
  const page = await withForm();
  expect(await box(page).getAttribute('aria-expanded')).toBe('false');
  await box(page).fill('an');
  await page.getByRole('option', { name: 'Ann Obi' }).waitFor();
  expect(await box(page).getAttribute('aria-expanded')).toBe('true');
  const status = page.locator('.combobox', { has: box(page) }).getByRole('status');
  expect(await status.innerText()).toBe('2 colleagues fit');
  await page.keyboard.press('ArrowUp');
  const active = await box(page).getAttribute('aria-activedescendant');
  expect(await page.locator(`#${active}`).innerText()).toBe('Anne-Marie O’Brien');
  expect(await page.locator(`#${active}`).getAttribute('aria-selected')).toBe('true');
  const controls = await box(page).getAttribute('aria-controls');
  expect(await page.locator(`#${controls}`).getAttribute('role')).toBe('listbox');
  await page.keyboard.press('Enter');
  expect(await status.innerText()).toBe('Anne-Marie O’Brien added');
  await box(page).fill('an');
  await page.getByRole('option', { name: 'Ann Obi' }).waitFor();
  expect(await offered(page), 'who is chosen is not offered again').toEqual(['Ann Obi']);
  await page.keyboard.press('Escape');
  expect(await box(page).getAttribute('aria-expanded')).toBe('false');
  expect(await box(page).inputValue()).toBe('an');
  await page.keyboard.press('Escape');
  expect(await box(page).inputValue()).toBe('');
});

test('axe finds no fault with it, on a phone and a desk, in the light and in the dark; and all of it can be reached there', async () => {
  const page = await withForm();
  await withAxe(page);
  await box(page).fill('zo');
  await page.getByRole('option').first().click();
  await box(page).fill('an');
  await page.getByRole('option', { name: 'Ann Obi' }).waitFor();
  await page.keyboard.press('ArrowDown');
  const faults: string[] = [];
  for (const { size, colorScheme } of LOOKS) {
    await page.setViewportSize(size);
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    faults.push(...(await faultsOn(page)).map((fault) => `${size.width} ${colorScheme}: ${fault}`));
    const [option, form] = [page.getByRole('option', { name: 'Anne-Marie' }), page.locator('form.card')];
    await option.scrollIntoViewIfNeeded();
    const [one, all] = [await option.boundingBox(), await form.boundingBox()];
    expect(one && all && one.x >= all.x && one.x + one.width <= all.x + all.width).toBe(true);
    expect(one?.height, 'wide enough for a finger').toBeGreaterThanOrEqual(44);
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
  }
  expect(faults).toEqual([]);
});
