import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sandboxPerson } from '../support/sandbox-person.ts';
import { aSandbox } from './a-sandbox.ts';

const sandbox = aSandbox('2026-11-24T10:00');

// A folder for pictures of it, to look at.
const { SCREENS } = process.env;

/** The rows of the newest message that are wholly to be seen: not under the head, nor under the box to type in. */
const ROWS_SEEN = `[...[...document.querySelectorAll('.panel:not([hidden]) .message')].at(-1).querySelectorAll('.ac-columnSet')]
  .filter((row) => {
    const { top, bottom, left } = row.getBoundingClientRect();
    const seen = (y) => row.contains(document.elementFromPoint(left + 4, y));
    return row.querySelector('button') && top >= 0 && bottom <= innerHeight && seen(top + 2) && seen(bottom - 2);
  })
  .map((row) => row.querySelector('button').getAttribute('aria-label'))`;

test.each([
  { width: 390, height: 844, dark: false },
  { width: 1280, height: 900, dark: true },
])(
  'what is due, at $width × $height: at least eight pupils at once, each button saying whom it is about',
  async (look) => {
    const page = await sandbox.open(look);
    const priya = sandboxPerson(page, 'Priya Shah');
    await priya.type('review due');
    await priya.sees('Reviews that are due');
    const seen = await page.evaluate<string[]>(ROWS_SEEN);
    if (SCREENS) await page.screenshot({ path: join(SCREENS, `due-${look.width}.png`) });
    expect(seen.length).toBeGreaterThanOrEqual(8);
    expect(new Set(seen).size).toBe(seen.length);
    for (const label of seen)
      expect(label).toMatch(/^(?:Start|Continue|Chase): .+, (?:EHCP|SEN Support|Early years plan)$/);

    await priya.press('Why these dates');
    await priya.sees('Code of Practice');
    if (SCREENS) await page.screenshot({ path: join(SCREENS, `due-why-${look.width}.png`) });
  },
);
