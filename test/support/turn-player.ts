import { expect } from 'vitest';
import { furtherOf, type Inbound, type Reply, type Turn } from '../../src/channels/channel.ts';
import type { Player } from '../journeys/story.ts';
import {
  asks,
  buttonTitles,
  fillIn,
  hasButton,
  type OpenCard,
  openCard,
  pressOn,
  wordsOf,
} from './card-hands.ts';
import type { FakeChannel } from './fake-channel.ts';
import { pressLooking } from './folded.ts';

export interface TurnPlayer extends Player {
  /** How many buttons each card has, oldest first. */
  buttons(): readonly number[];
  /** What the cards in front of them say, with what is on their buttons, oldest first. */
  reads(): readonly string[];
  /** What stands in the inputs of the newest form, by input id. */
  inputs(): Readonly<Record<string, string>> | undefined;
  /** Shows what came of what they did otherwise: a file that they sent, say. */
  put(reply: Reply): Promise<void>;
}

/** Somebody at no chat in particular: what they do goes straight to the conversation, what they see is cards. */
export function turnPlayer(
  email: string,
  turn: Turn,
  settle: () => Promise<void>,
  channel: FakeChannel,
  account = email,
): TurnPlayer {
  const cards: OpenCard[] = [];
  const places = new Map<OpenCard, string>();
  let arrived = 0;
  let updated = 0;
  let placed = 0;

  /** The card stands at that message of theirs, or at a new one. */
  const placeAt = (card: OpenCard, id = `${account} ${++placed}`) => {
    places.set(card, id);
    return card;
  };

  /** What was sent to them since they last looked stands below what was there. */
  const look = () => {
    for (const [at, { contact, message }] of channel.arrived.entries()) {
      const here = account === email || contact.userId === account;
      if (at >= arrived && contact.email === email && here)
        cards.push(placeAt(openCard(message.card), `${at + 1}`));
    }
    arrived = channel.arrived.length;
    for (const { ref, message } of channel.updated.slice(updated)) {
      const at = cards.findIndex((card) => places.get(card) === ref.id);
      if (at >= 0) cards.splice(at, 1, placeAt(openCard(message.card), ref.id));
    }
    updated = channel.updated.length;
    return cards;
  };
  const say = (said: Inbound['said']) =>
    turn({ channel: channel.name, account, email, tenant: channel.name, said });
  /** Shows what came of something, in the place of the card it was done on where it takes that. */
  const put = async (reply: Reply, on?: OpenCard) => {
    const shown = placeAt(
      openCard(reply.show.card),
      reply.kind === 'new' || !on ? undefined : places.get(on),
    );
    if (reply.kind === 'new' || !on) cards.push(shown);
    else cards.splice(cards.indexOf(on), 1, shown, ...furtherOf(reply).map(({ card }) => openCard(card)));
    await reply.stands?.({ first: { id: places.get(shown) ?? '' }, others: [] });
    await settle();
  };
  const newest = (what: string, fits: (card: OpenCard) => boolean) =>
    look().findLast(fits) ?? expect.fail(`${email} sees no ${what} in:\n${lately()}`);
  const lately = () => look().slice(-3).map(wordsOf).join('\n---\n');
  const reads = () => look().map((card) => [wordsOf(card), ...buttonTitles(card)].join('\n'));

  const pressing = async (title: string, beside?: string) => {
    const on = newest(`button “${title}”`, (card) => hasButton(card, title, beside));
    const pressed = pressOn(on, title, beside);
    if (!pressed) return;
    const at = { id: places.get(on) ?? '' };
    await put(await say({ kind: 'press', data: pressed.send, values: pressed.values, at }), on);
  };

  return {
    reads,
    put,
    buttons: () => look().map((card) => buttonTitles(card).length),
    inputs() {
      const form = look().findLast(({ inputs }) => inputs.size > 0);
      return form && Object.fromEntries(form.inputs);
    },
    async type(text) {
      look();
      await put(await say({ kind: 'text', text }));
    },
    press: pressLooking(pressing, (title, beside) => look().some((card) => hasButton(card, title, beside))),
    async fill(answers) {
      const labels = Object.keys(answers);
      fillIn(
        newest(`form with “${labels[0]}”`, (card) => asks(card, labels)),
        answers,
      );
    },
    async sees(text) {
      const says = (place: string) => (typeof text === 'string' ? place.includes(text) : text.test(place));
      if (!reads().some(says)) expect.fail(`${email} looks for “${text}” in:\n${lately()}`);
    },
  };
}
