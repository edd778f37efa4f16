import type { Locator, Page } from 'playwright-core';
import { moveClock, sandboxPerson } from '../support/sandbox-person.ts';

/** When it is in the made-up school, where annual reviews are under way, too. */
export const SCREENS_NOW = '2026-11-10T10:00';

type Way = (page: Page) => Promise<void>;

const priyaTypes =
  (text: string): Way =>
  (page) =>
    sandboxPerson(page, 'Priya Shah').type(text);

/**
 * The twelve main screens, and how one comes to each in the sandbox; one after the other, since what is done for one goes on in
 * the next. Each is the newest card of the chat that is shown then.
 */
export const MAIN_SCREENS: Readonly<Record<string, { readonly says: string; readonly way: Way }>> = {
  due: { says: 'Which reviews are due', way: priyaTypes('review due') },
  waiting: { says: 'What waits on a SENCO', way: priyaTypes('review') },
  pupil: { says: 'What is known of a pupil', way: priyaTypes('review pupil Lily-Mae') },
  status: { says: 'How a review stands', way: priyaTypes('review status Lily-Mae') },
  dates: { says: 'Every date of an annual review', way: priyaTypes('review dates Lily-Mae') },
  chase: { says: 'What a local authority owes', way: priyaTypes('review chase David') },
  record: {
    says: 'The record of a review',
    async way(page) {
      const priya = sandboxPerson(page, 'Priya Shah');
      await priya.type('review status David');
      await priya.press('See the record');
    },
  },
  actions: { says: 'All actions', way: priyaTypes('review actions') },
  meeting: { says: 'Setting a meeting', way: priyaTypes('review start Ruby') },
  evidence: {
    says: 'A colleague’s evidence',
    async way(page) {
      await sandboxPerson(page, 'Priya Shah').press('Set it and ask');
      await sandboxPerson(page, 'Ruth Adeyemi').sees('Give your evidence');
    },
  },
  agenda: {
    says: 'The meeting',
    async way(page) {
      const priya = sandboxPerson(page, 'Priya Shah');
      await priya.type('review status Ruby');
      await priya.press('Open the meeting');
      await priya.press('Open the meeting anyway');
      await priya.press('Yes, it is held today');
      await priya.type('review status Ruby');
    },
  },
  digest: {
    says: 'The morning’s digest',
    async way(page) {
      await moveClock(page, 'Next school morning');
      await sandboxPerson(page, 'Priya Shah').sees('What’s due');
    },
  },
};

/** The card of the screen that one has come to. */
export const newestMessage = (page: Page): Locator => page.locator('.panel:not([hidden]) .message').last();
