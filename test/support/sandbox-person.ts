import type { Locator, Page } from 'playwright-core';
import { FOLDED } from './folded.ts';

/** What goes into a form, by label: text, a date (2026-12-01), a choice's words, or several. */
type Answers = Readonly<Record<string, string | readonly string[]>>;

/** One of the staff at the sandbox's page. Each call goes to their chat first, so that several may take turns. */
export interface SandboxPerson {
  /** Types into the box below, and waits for the answer. */
  type(text: string): Promise<void>;
  /**
   * Presses the newest button of that name, in the newest row that says `beside` where one is given, and waits for
   * the answer (or for the card to say what is missing).
   */
  press(button: string, beside?: string): Promise<void>;
  /** Fills in the newest form that has these labels. */
  fill(answers: Answers): Promise<void>;
  /** Resolves when the newest place that says `text` is on the page. */
  sees(text: string | RegExp): Promise<void>;
  /** Everything that stands in the chat, as text. */
  reads(): Promise<string>;
  /** How many messages wait for them; does not go to their chat. */
  unread(): Promise<number>;
}

const chat = (page: Page) => page.locator('.panel:not([hidden])');
const exactly = (text: string) => new RegExp(`^${text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\b`);

/** A button by its title, whomever it says it is about when it is read out: "Start", "Start: Ada Example, EHCP". */
export const titled = (title: string) =>
  new RegExp(`^${title.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?:: .*)?$`);

async function goTo(page: Page, name: string): Promise<void> {
  const row = page.locator('.person', { hasText: name });
  const select = page.locator('#person-select');
  await page.locator('#person-select option', { hasText: name }).waitFor({ state: 'attached' });
  if (await select.isVisible()) {
    // By its value: the label also says how much is unread, which may change any moment.
    const value = await page.locator('#person-select option', { hasText: name }).getAttribute('value');
    // As for a person: choosing who is chosen already changes nothing.
    if ((await select.inputValue()) !== value) await select.selectOption({ value: value ?? name });
  } else if ((await row.getAttribute('aria-current')) !== 'true') {
    await row.click();
  }
  await page.locator('#chat-name', { hasText: name }).waitFor({ state: 'attached' });
}

async function settled(page: Page): Promise<void> {
  await page.locator('#composer:not([aria-busy="true"])').waitFor();
  await page.locator('article[aria-busy="true"]').first().waitFor({ state: 'detached' });
}

async function fillOne(card: Locator, label: string, answer: string | readonly string[]): Promise<void> {
  const group = card
    .getByRole('radiogroup', { name: label })
    .or(card.getByRole('group', { name: label, exact: false }));
  if ((await group.count()) > 0) {
    for (const choice of [answer].flat()) await group.first().getByLabel(choice, { exact: true }).check();
    return;
  }
  const select = card.getByRole('combobox', { name: label });
  if ((await select.count()) > 0) await select.first().selectOption({ label: String(answer) });
  else await card.getByLabel(label).first().fill(String(answer));
}

/** Opens what a button stands under, where it is not in sight: a hidden one has no role. */
export async function unfolded(
  page: Page,
  within: Locator,
  button: string,
  open: (fold: Locator) => Promise<void>,
): Promise<void> {
  for (const fold of FOLDED) {
    if ((await within.getByRole('button', { name: titled(button) }).count()) > 0) return;
    // By what it shows: what is read out for it says more.
    const folded = chat(page)
      .locator('form.card')
      .locator('button', { hasText: new RegExp(`^${fold}$`) });
    if ((await folded.count()) === 0) continue;
    await open(folded.last());
    await settled(page);
  }
}

/** Somebody at the sandbox's page, by the name on the staff list. */
export function sandboxPerson(page: Page, name: string): SandboxPerson {
  return {
    async type(text) {
      await goTo(page, name);
      await page.locator('#composer-text').fill(text);
      await page.locator('#composer-text').press('Enter');
      await settled(page);
    },
    async press(button, beside) {
      await goTo(page, name);
      const within = beside ? chat(page).locator('.ac-columnSet', { hasText: beside }) : chat(page);
      await unfolded(page, within, button, (fold) => fold.click());
      await within
        .getByRole('button', { name: titled(button) })
        .last()
        .click();
      await settled(page);
    },
    async fill(answers) {
      await goTo(page, name);
      const [first = ''] = Object.keys(answers);
      const card = chat(page).locator('form.card', { hasText: first }).last();
      const folded = card.getByRole('button', { name: /^(Add more|Change|See the rest)$/ });
      for (const [label, answer] of Object.entries(answers)) {
        // What is not in sight is asked for, as a person would.
        const isInSight = async () => card.getByText(label).first().isVisible();
        if (!(await isInSight()) && (await folded.count()) > 0) await folded.first().click();
        await fillOne(card, label, answer);
      }
    },
    async sees(text) {
      await goTo(page, name);
      await chat(page).getByText(text).last().waitFor();
    },
    async reads() {
      await goTo(page, name);
      return chat(page).innerText();
    },
    async unread() {
      const option = page.locator('#person-select option', { hasText: name });
      return Number(/\((\d+) unread\)/.exec((await option.textContent()) ?? '')?.[1] ?? 0);
    },
  };
}

/** Moves the sandbox's clock and resolves when all that fell due is dealt with. Returns what the clock then shows. */
export async function moveClock(
  page: Page,
  move: 'Next school morning' | 'A day on' | 'A week on',
): Promise<string> {
  const button = page.getByRole('button', { name: exactly(move) });
  const answered = page.waitForResponse((response) => response.url().endsWith('/sandbox/clock'));
  await button.click();
  await (await answered).finished();
  await page.locator('[data-move][aria-disabled="true"]').first().waitFor({ state: 'detached' });
  return page.locator('#clock-face').innerText();
}
