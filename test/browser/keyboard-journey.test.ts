import { expect, test } from 'vitest';
import { type LocalDate, plusDays } from '../../src/domain/time.ts';
import { type Stage, senSupportReview } from '../journeys/story.ts';
import { aSandbox } from './a-sandbox.ts';
import { keyboardPerson, tabTo } from './keyboard-person.ts';

const MONDAY: LocalDate = '2026-11-23';
const sandbox = aSandbox(`${MONDAY}T08:30`);

test('a SEN Support review, from due to closed, by keyboard alone', async () => {
  const page = await sandbox.open();
  await page.locator('.person').first().waitFor();
  // Whoever comes by mouse in the midst of it would be no proof.
  await page.evaluate(`
    window.pointed = 0;
    addEventListener('pointerdown', () => { window.pointed += 1; }, true);`);
  let today = MONDAY;
  const stage: Stage = {
    player: (name) => keyboardPerson(page, name),
    day: (days) => plusDays(today, days),
    async nextSchoolMorning() {
      await tabTo(page, page.getByRole('button', { name: 'Next school morning' }));
      await page.keyboard.press('Enter');
      await page.locator('#clock-face', { hasText: 'Tuesday 24 November 2026, 08:00' }).waitFor();
      today = plusDays(today, 1);
    },
  };
  await senSupportReview(stage);
  expect(await page.evaluate('window.pointed')).toBe(0);
}, 300_000);
