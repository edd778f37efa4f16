import type { Locator, Page } from 'playwright-core';
import type { Answers, Player } from '../journeys/story.ts';
import { titled, unfolded } from '../support/sandbox-person.ts';

/** As many keys as it may take to come anywhere on the page. */
const MOST_KEYS = 600;

const chat = (page: Page) => page.locator('.panel:not([hidden])');

/** As much of an element of the page as is asked here. */
interface Element {
  compareDocumentPosition(other: Element): number;
  readonly ownerDocument: { readonly activeElement: Element | null };
}
const PRECEDING = 2;

/** Where `target` is from what has the focus: which way of the page's order, or there already. */
const wayTo = (target: Locator) =>
  target.evaluate((one: Element, before) => {
    const { activeElement: now } = one.ownerDocument;
    if (now === one) return 'there';
    return now && now.compareDocumentPosition(one) & before ? 'Shift+Tab' : 'Tab';
  }, PRECEDING);

/** Comes to `target` as people do: by Tab, one thing after the other. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor({ state: 'attached' });
  for (let keys = 0; keys < MOST_KEYS; keys += 1) {
    const way = await wayTo(target);
    if (way === 'there') return;
    await page.keyboard.press(way);
  }
  throw new Error(`no way by Tab to ${target}`);
}

/** Tab comes to one choice of a group: from there the arrows lead on to the others. */
async function chooseOne(page: Page, group: Locator, choice: string): Promise<void> {
  const radios = group.getByRole('radio');
  const chosen = group.getByRole('radio', { checked: true });
  const wanted = group.getByLabel(choice, { exact: true });
  const first = (await chosen.count()) > 0 ? chosen : radios.first();
  await tabTo(page, first);
  if ((await wayTo(wanted)) === 'there') return page.keyboard.press('Space');
  for (let keys = await radios.count(); keys > 0 && (await wayTo(wanted)) !== 'there'; keys -= 1)
    await page.keyboard.press('ArrowDown');
}

async function chooseSeveral(page: Page, group: Locator, choices: readonly string[]): Promise<void> {
  for (const choice of choices) {
    const box = group.getByLabel(choice, { exact: true });
    if (await box.isChecked()) continue;
    await tabTo(page, box);
    await page.keyboard.press('Space');
  }
}

/** A list is opened by no key: its choices come by their first letters. */
async function chooseFromList(page: Page, list: Locator, choice: string): Promise<void> {
  await tabTo(page, list);
  await page.keyboard.type(choice);
}

/** A day is typed in the order of the browser's own language. */
async function typeDay(page: Page, box: Locator, day: string): Promise<void> {
  const [year = '', month = '', date = ''] = day.split('-');
  for (const digits of [`${month}${date}${year}`, `${date}${month}${year}`]) {
    await tabTo(page, box);
    await page.keyboard.type(digits);
    if ((await box.inputValue()) === day) return;
    await leaveAndComeBack(page);
  }
  throw new Error(`${day} could not be typed`);
}

/** Out of a box of several parts and into its first again. */
async function leaveAndComeBack(page: Page): Promise<void> {
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Shift+Tab');
}

async function typeText(page: Page, box: Locator, text: string): Promise<void> {
  await tabTo(page, box);
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type(text);
}

async function fillOne(
  page: Page,
  card: Locator,
  label: string,
  answer: string | readonly string[],
): Promise<void> {
  const radios = card.getByRole('radiogroup', { name: label });
  if ((await radios.count()) > 0) return chooseOne(page, radios.first(), String(answer));
  const boxes = card.getByRole('group', { name: label });
  if ((await boxes.count()) > 0) return chooseSeveral(page, boxes.first(), [answer].flat());
  const list = card.getByRole('combobox', { name: label });
  if ((await list.count()) > 0) return chooseFromList(page, list.first(), String(answer));
  const box = card.getByLabel(label).first();
  const isDay = (await box.getAttribute('type')) === 'date';
  return isDay ? typeDay(page, box, String(answer)) : typeText(page, box, String(answer));
}

/** Somebody at the sandbox's page who has a keyboard and nothing else, by the name on the staff list. */
export function keyboardPerson(page: Page, name: string): Player {
  const enter = async (target: Locator) => {
    await tabTo(page, target);
    await page.keyboard.press('Enter');
  };
  const settled = async () => {
    await page.locator('#composer:not([aria-busy="true"])').waitFor();
    await page.locator('article[aria-busy="true"]').first().waitFor({ state: 'detached' });
  };
  const goTo = async () => {
    const row = page.locator('.person', { hasText: name });
    if ((await row.getAttribute('aria-current')) !== 'true') await enter(row);
    await page.locator('#chat-name', { hasText: name }).waitFor();
  };
  return {
    async type(text) {
      await goTo();
      await tabTo(page, page.locator('#composer-text'));
      await page.keyboard.type(text);
      await page.keyboard.press('Enter');
      await settled();
    },
    async press(button, beside) {
      await goTo();
      const within = beside ? chat(page).locator('.ac-columnSet', { hasText: beside }) : chat(page);
      await unfolded(page, within, button, enter);
      await enter(within.getByRole('button', { name: titled(button) }).last());
      await settled();
    },
    async fill(answers: Answers) {
      await goTo();
      const [first = ''] = Object.keys(answers);
      const card = chat(page).locator('form.card', { hasText: first }).last();
      const folded = card.getByRole('button', { name: /^(Add more|Change|See the rest)$/ });
      for (const [label, answer] of Object.entries(answers)) {
        const isInSight = await card.getByText(label).first().isVisible();
        if (!isInSight && (await folded.count()) > 0) await enter(folded.first());
        await fillOne(page, card, label, answer);
      }
    },
    async sees(text) {
      await goTo();
      await chat(page).getByText(text).last().waitFor();
    },
  };
}
