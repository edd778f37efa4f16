import { expect, vi } from 'vitest';
import type { Player } from '../journeys/story.ts';
import { type SlackPerson, slackPerson } from './slack-client.ts';
import type { BotAddress } from './slack-delivery.ts';

const TIMEOUT = { timeout: 8000, interval: 15 };

/** Slack itself asks for what must be filled in, before the bot hears of it, in words of its own. */
const ASKED_FOR_BY_THE_FORM = /^Please (choose|say)/;

/** All that the person can read, the newest place first. */
async function places(person: SlackPerson): Promise<string[]> {
  const modal = person.modal();
  const inWindow = modal ? [`${modal.title}\n${modal.words}\n${Object.values(modal.errors).join('\n')}`] : [];
  const chat = [...(await person.messages()), ...person.ephemerals()].toReversed();
  return [...inWindow, ...chat.map(({ words }) => words)];
}

/** Somebody of the story at a Slack client. `settle` resolves when the bot has sent all that is to be sent by now. */
export function slackPlayer(bot: BotAddress, email: string, settle: () => Promise<void>): Player {
  const person = slackPerson(bot, email);
  let askedBySlack = false;

  /** Does `what` and waits for something to look different after it. */
  const andWait = async (what: () => Promise<void>) => {
    const look = async () => JSON.stringify([await places(person), person.modal()?.values]);
    const before = await look();
    await what();
    await vi.waitFor(async () => expect(await look()).not.toBe(before), TIMEOUT);
  };

  /** Presses where it is; a window without it is closed first, as one would. */
  const press = async (button: string, beside?: string) => {
    const modal = person.modal();
    const there = modal && (modal.buttons.includes(button) || modal.submit === button);
    if (modal && !there) person.closes();
    await person.presses(button, beside);
  };

  return {
    type: (text) => andWait(() => person.command(text.replace(/^review ?/, ''), 'dm')),
    async press(button, beside) {
      await settle();
      askedBySlack = false;
      try {
        await andWait(() => press(button, beside));
      } catch (error) {
        if (!String(error).includes('Slack asks for')) throw error;
        askedBySlack = true;
      }
    },
    async fill(answers) {
      await settle();
      if (!person.modal()) await andWait(() => person.opensForm());
      person.fills(answers);
    },
    async sees(text) {
      if (typeof text === 'string' && ASKED_FOR_BY_THE_FORM.test(text) && askedBySlack) return;
      const says = (place: string) => (typeof text === 'string' ? place.includes(text) : text.test(place));
      await vi.waitFor(async () => {
        await settle();
        const all = await places(person);
        expect(all.some(says), `${email} looks for “${text}” in:\n${all.slice(0, 4).join('\n---\n')}`).toBe(
          true,
        );
      }, TIMEOUT);
    },
  };
}
