import { setTimeout as delay } from 'node:timers/promises';
import { expect, vi } from 'vitest';
import type { Answers, Player } from '../journeys/story.ts';
import { FOLDED, isFold, pressLooking } from './folded.ts';
import { PATIENTLY } from './patiently.ts';
import { type SlackPerson, slackPerson } from './slack-client.ts';
import type { BotAddress } from './slack-delivery.ts';
import type { Shown } from './slack-reading.ts';

const TIMEOUT = { ...PATIENTLY, interval: 15 };
/** So often nothing has changed, one look after another, where nothing is on its way. */
const CALM = 8;
const MOST_LOOKS = 60;

/** Milliseconds after which what is still not there is looked for anew: a card that came meanwhile may have it folded away. */
const PATIENCE = 700;
const MOST_SEARCHES = 4;

/** What was in sight, or was to come, is not there: a newer message may show it, folded away. */
class Gone extends Error {}

/** Slack itself asks for what must be filled in, before the bot hears of it, in words of its own. */
const ASKED_FOR_BY_THE_FORM = /^Please (choose|say)/;

/** All that the person can read, what is on buttons with it, the newest place first. */
async function places(person: SlackPerson): Promise<string[]> {
  const modal = person.modal();
  const window = modal && [modal.title, ...allOf(modal), ...Object.values(modal.errors), modal.submit ?? ''];
  const chat = [...(await person.messages()), ...person.ephemerals()].toReversed();
  return [...(window ? [window] : []), ...chat.map(allOf)].map((lines) => lines.join('\n'));
}

const allOf = ({ words, buttons }: Shown) => [words, ...buttons];

export interface SlackPlayer extends Player {
  /** Sends a file, as Slack keeps it at `url`. */
  sendFile(name: string, url: string, text?: string): Promise<void>;
  /** What the bot's messages in their private chat say, oldest first. */
  reads(): Promise<readonly string[]>;
  /** What stands in the inputs of the window on top, by input id; undefined when none is open. */
  inputs(): Readonly<Record<string, string>> | undefined;
  /** How many forms they had to open before they could fill them in. */
  openings(): number;
  readonly person: SlackPerson;
}

/**
 * Somebody of the story at a Slack client, who types `/review …` in their private chat with the bot or in a channel, or
 * writes to the bot as to anybody.
 * `settle` resolves when the bot has sent all that is to be sent by now.
 */
export function slackPlayer(
  bot: BotAddress,
  email: string,
  settle: () => Promise<void>,
  how: 'dm' | 'channel' | 'message' = 'dm',
): SlackPlayer {
  const person = slackPerson(bot, email);
  let askedBySlack = false;
  let openings = 0;

  const look = async () => JSON.stringify([await places(person), person.modal()?.values]);
  const different = (before: string) =>
    vi.waitFor(async () => expect((await look()) !== before, 'nothing looks different').toBe(true), TIMEOUT);
  /** Does `what` and waits for something to look different after it. */
  const andWait = async (what: () => Promise<void>) => {
    const before = await look();
    await what();
    await different(before);
  };

  /** A window without the button is closed, as one would to press what is below it. */
  const uncover = (button: string) => {
    const modal = person.modal();
    const there = modal && (modal.buttons.includes(button) || modal.submit === button);
    if (modal && !there) person.closes();
  };

  const MORE = ['Add more', 'Change', 'See the rest'];
  /** Whether something of this stands under “Add more” in the window. */
  const isFolded = (answers: Answers) =>
    person.modal()?.buttons.some((one) => MORE.includes(one)) === true &&
    Object.keys(answers).some((name) => !person.asks(name));
  const unfold = async () => {
    openings++;
    const button = MORE.find((one) => person.modal()?.buttons.includes(one));
    await person.presses(button ?? '');
    await vi.waitFor(() => expect(person.modal()?.buttons).not.toContain(button), TIMEOUT);
  };

  const isThere = async (button: string) => {
    const modal = person.modal();
    const shown = [...(await person.messages()), ...person.ephemerals(), ...(modal ? [modal] : [])];
    return modal?.submit === button || shown.some(({ buttons }) => buttons.includes(button));
  };
  /** Whether such a button is there, or is about to be: a card changes a moment after a window is closed. */
  const inSight = async (button: string) => {
    await settle();
    if (isFold(button)) return isThere(button);
    const { workspace } = bot;
    let calm = 0;
    let seen = -1;
    for (let looks = 0; calm < CALM && looks < MOST_LOOKS; looks++) {
      if (await isThere(button)) return true;
      const now = workspace.changes();
      calm = now === seen && workspace.unanswered() === 0 ? calm + 1 : 0;
      seen = now;
      await delay(TIMEOUT.interval);
    }
    return false;
  };
  const pressing = async (button: string, beside?: string) => {
    await settle();
    askedBySlack = false;
    uncover(button);
    const wasThere = await isThere(button);
    const began = performance.now();
    const isFoldedAway = async () => {
      if (await isThere(button)) return false;
      if (wasThere) return true;
      const folds = await Promise.all(FOLDED.map(isThere));
      return folds.includes(true) && performance.now() - began > PATIENCE;
    };
    let gone = false;
    const before = await look();
    const once = async () => {
      try {
        await person.presses(button, beside);
      } catch (error) {
        if (String(error).includes('Slack asks for')) askedBySlack = true;
        else if (await isFoldedAway()) gone = true;
        else throw error;
      }
    };
    // It may be about to be shown: a window opens a moment after a card is changed.
    await vi.waitFor(once, TIMEOUT);
    if (gone) throw new Gone(`${email} sees no button “${button}”`);
    if (!askedBySlack) await different(before);
  };
  const looking = pressLooking(pressing, inSight);
  const press = async (button: string, beside?: string) => {
    for (let search = 1; ; search++) {
      try {
        return await looking(button, beside);
      } catch (error) {
        if (!(error instanceof Gone) || search === MOST_SEARCHES) throw error;
      }
    }
  };

  /** Whoever is to be chosen in a search of the window is looked up by the whole name. */
  const lookedUp = async (answers: Answers): Promise<Answers> => {
    const found = Object.entries(answers).map(async ([label, answer]) => {
      const chosen = [answer].flat().map(async (title) => {
        const search = person.looksUp(label, title);
        if (!search) return title;
        const one = (await search).find((match) => match.title === title);
        return one?.value ?? expect.fail(`“${label}” offers nobody called “${title}”`);
      });
      return [label, await Promise.all(chosen)] as const;
    });
    return Object.fromEntries(await Promise.all(found));
  };

  return {
    person,
    openings: () => openings,
    reads: async () => (await person.messages()).map(({ words }) => words),
    inputs: () => person.modal()?.values,
    type(text) {
      askedBySlack = false;
      return andWait(() =>
        how === 'message' ? person.says(text) : person.command(text.replace(/^review ?/, ''), how),
      );
    },
    sendFile(name, url, text) {
      askedBySlack = false;
      return andWait(() => person.sendsFile(name, url, text));
    },
    press,
    async fill(answers) {
      await settle();
      let looked = 0;
      await vi.waitFor(async () => {
        // A window that was asked for opens a moment later: only when none comes is one opened from a message.
        if (!person.modal() && looked++ < 15) throw new Error('no window is open yet');
        if (!person.modal()) {
          await person.opensForm();
          openings++;
          await vi.waitFor(() => expect(person.modal()).toBeDefined(), TIMEOUT);
        }
        if (isFolded(answers)) await unfold();
        person.fills(await lookedUp(answers));
      }, TIMEOUT);
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
