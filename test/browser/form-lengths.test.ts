import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { School } from '../../src/domain/school/school.ts';
import { formOf } from '../../src/presentation/forms/index.ts';
import type { CardMessage } from '../../src/presentation/message.ts';
import { PUPIL_SAMPLES } from '../presentation/forms/pupil-samples.ts';
import { REGISTER_SAMPLES } from '../presentation/forms/register-samples.ts';
import { SAMPLES } from '../presentation/forms/samples.ts';
import { SCHOOL_SAMPLES } from '../presentation/forms/school-samples.ts';
import { type Demo, startDemo } from '../support/sandbox-demo.ts';
import { launchChromium, openPage } from './support.ts';

const PHONE = { width: 390, height: 844 };

/** The same school, with as many who work there as in one of two classes a year. */
const withColleagues = (school: School): School => ({
  ...school,
  staff: [
    ...school.staff,
    ...Array.from({ length: 40 }, (_, at) => ({
      ...{ email: `asha.bell.${at}@oakfield.example`, name: `Asha Bell ${at}`, role: 'staff' as const },
    })),
  ],
});
const inASchool = <Of extends { readonly school: School }>(of: Of): Of => ({
  ...of,
  school: withColleagues(of.school),
});

/** Every form, in each of the ways it can look, in a school of 44 staff. */
const FORMS: readonly (readonly [name: string, show: () => CardMessage])[] = [
  ...Object.entries(SAMPLES).map(
    ([name, { form, subject }]) => [name, () => formOf(form).show(inASchool(subject), 'once1')] as const,
  ),
  ...[PUPIL_SAMPLES, SCHOOL_SAMPLES].flatMap((samples) =>
    Object.entries(samples).map(
      ([name, { form, about }]) => [name, () => form.show(inASchool(about) as never, 'once1')] as const,
    ),
  ),
  ...Object.entries(REGISTER_SAMPLES).map(
    ([name, { form, about }]) => [name, () => form.show(inASchool(about), 'once1')] as const,
  ),
];

let browser: Browser;
let demo: Demo;
let page: Page;

beforeAll(async () => {
  browser = await launchChromium();
  demo = await startDemo();
  ({ page } = await openPage(browser, demo.server.url, PHONE));
  await page.locator('.panel').first().waitFor({ state: 'attached' });
});
afterAll(async () => {
  await browser?.close();
  await demo?.stop();
});

/**
 * How tall a card is on the sandbox's page as it is shown, in pixels; where it proposes something, once "Change" is pressed.
 * What stands under "Add more" is not in sight.
 */
const heightOf = ({ card }: CardMessage) =>
  page.evaluate<number>(`(async () => {
    const { drawCard } = await import('/sandbox/card.js');
    const [panel] = document.querySelectorAll('.panel');
    panel.hidden = false;
    const article = document.createElement('article');
    article.className = 'message from-bot';
    const drawn = drawCard({ card: ${JSON.stringify(card)} }, {}, () => {}, async () => [], () => {});
    article.append(drawn);
    const row = document.createElement('li');
    row.className = 'row';
    row.append(article);
    panel.querySelector('.messages').replaceChildren(row);
    [...drawn.querySelectorAll('button')].find(({ textContent }) => textContent === 'Change')?.click();
    await new Promise(requestAnimationFrame);
    return drawn.offsetHeight;
  })()`);

describe('on a phone, before “Add more”', () => {
  test.each(FORMS)('a form is no longer than two screens: %s', async (_name, show) => {
    expect(await heightOf(show())).toBeLessThanOrEqual(2 * PHONE.height);
  });
});
