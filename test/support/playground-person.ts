import { setTimeout as delay } from 'node:timers/promises';
import type { Locator, Page } from 'playwright-core';
import type { LocalDate } from '../../src/domain/time.ts';
import type { Answers, Player } from '../journeys/story.ts';
import { pressLooking } from './folded.ts';

/** Somebody in front of an Agents Playground of their own. */
export interface PlaygroundPerson extends Player {
  /** What each card of the chat says, in order. */
  reads(): Promise<readonly string[]>;
}

const PATIENCE_MS = 15_000;
const cards = (page: Page) => page.locator('.ac-adaptiveCard');

/** Does `what`, and waits until `look` sees something else than before. */
async function untilChanged(look: () => Promise<unknown>, what: () => Promise<unknown>): Promise<void> {
  const seen = async () => JSON.stringify(await look());
  const before = await seen();
  await what();
  const late = Date.now() + PATIENCE_MS;
  while ((await seen()) === before) {
    if (Date.now() > late) throw new Error('Nothing came of it in the Playground');
    await delay(30);
  }
}

const monthOf = (day: LocalDate) => Date.parse(`${day.slice(0, 7)}-01`);

/** Turns the leaves of the calendar that opens, and presses the day. */
async function chooseDay(page: Page, control: Locator, day: LocalDate): Promise<void> {
  await control.click();
  const calendar = page.getByRole('dialog', { name: 'Calendar' });
  const shown = calendar.getByRole('button', { name: /^[A-Z][a-z]+ \d{4}$/ });
  const month = async () => Date.parse(`1 ${await shown.textContent()} UTC`);
  for (let now = await month(); now !== monthOf(day); now = await month()) {
    const turn = now > monthOf(day) ? /^Previous month/ : /^Next month/;
    await untilChanged(
      () => shown.textContent(),
      () => calendar.getByRole('button', { name: turn }).click(),
    );
  }
  const [year, , date] = day.split('-').map(Number);
  const words = new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: 'UTC' }).format(monthOf(day));
  await calendar.getByRole('button', { name: `${date}, ${words}, ${year}`, exact: true }).click();
  await calendar.waitFor({ state: 'detached' });
}

async function chooseFromList(page: Page, control: Locator, choices: readonly string[]): Promise<void> {
  await control.click();
  for (const choice of choices) await page.getByRole('option', { name: choice, exact: true }).click();
  if ((await control.getAttribute('aria-expanded')) === 'true') await control.press('Escape');
}

async function fillOne(page: Page, card: Locator, label: string, answer: string | readonly string[]) {
  const radios = card.getByRole('radiogroup', { name: label });
  if ((await radios.count()) > 0)
    return radios
      .first()
      .getByRole('radio', { name: String(answer), exact: true })
      .check();
  // A group of boxes has no name of its own: each box is named by its label and by its own words.
  const boxes = card.getByRole('checkbox', { name: label });
  if ((await boxes.count()) > 0) {
    for (const choice of [answer].flat())
      await boxes.and(card.getByRole('checkbox', { name: choice })).check();
    return;
  }
  const control = card.getByRole('combobox', { name: label });
  if ((await control.count()) === 0)
    return card.getByRole('textbox', { name: label }).first().fill(String(answer));
  const isDate = (await control.first().getAttribute('aria-haspopup')) === 'dialog';
  if (isDate) return chooseDay(page, control.first(), String(answer));
  return chooseFromList(page, control.first(), [answer].flat());
}

/** The buttons that open what a form keeps out of sight at first. */
const FOLDED = /^(Add more|Change|See the rest)$/;

/** Who sits in front of the Agents Playground that `page` shows. */
export function playgroundPerson(page: Page): PlaygroundPerson {
  const reads = () => cards(page).allInnerTexts();
  const buttons = (button: string, beside?: string) => {
    // A set of columns: the only container for which the Playground's renderer gives no direction of text.
    const row = cards(page).locator('.ac-container:not([dir])', { hasText: beside ?? '' });
    return (beside ? row : cards(page)).getByRole('button', { name: button, exact: true });
  };
  return {
    reads,
    async type(text) {
      const before = await cards(page).count();
      await page.locator('[data-lexical-editor]').click();
      await page.keyboard.insertText(text);
      await page.keyboard.press('Enter');
      await cards(page).nth(before).waitFor();
    },
    press: pressLooking(
      (button, beside) => untilChanged(reads, () => buttons(button, beside).last().click()),
      async (button, beside) => (await buttons(button, beside).count()) > 0,
    ),
    async fill(answers: Answers) {
      const [first = ''] = Object.keys(answers);
      const asking = cards(page).filter({ hasText: first });
      // What is folded away is not in the Playground's page at all.
      if ((await asking.count()) === 0)
        await cards(page).getByRole('button', { name: FOLDED }).last().click();
      const card = asking.last();
      const folded = card.getByRole('button', { name: FOLDED });
      for (const [label, answer] of Object.entries(answers)) {
        const isInSight = async () => card.getByText(label).first().isVisible();
        if (!(await isInSight()) && (await folded.count()) > 0) await folded.first().click();
        await fillOne(page, card, label, answer);
      }
    },
    async sees(text) {
      await cards(page).getByText(text).last().waitFor();
    },
  };
}
