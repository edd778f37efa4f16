import { expect } from 'vitest';
import { furtherOf, type Inbound, type Turn } from '../../src/channels/channel.ts';
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

export interface TurnPlayer extends Player {
  /** How many buttons each card has, oldest first. */
  buttons(): readonly number[];
  /** What the cards in front of them say, with what is on their buttons, oldest first. */
  reads(): readonly string[];
  /** What stands in the inputs of the newest form, by input id. */
  inputs(): Readonly<Record<string, string>> | undefined;
}

/** Somebody at no chat in particular: what they do goes straight to the conversation, what they see is cards. */
export function turnPlayer(email: string, turn: Turn, channel: FakeChannel, account = email): TurnPlayer {
  const cards: OpenCard[] = [];
  let arrived = 0;

  /** What was sent to them since they last looked stands below what was there. */
  const look = () => {
    for (const { contact, message } of channel.arrived.slice(arrived)) {
      const here = account === email || contact.userId === account;
      if (contact.email === email && here) cards.push(openCard(message.card));
    }
    arrived = channel.arrived.length;
    return cards;
  };
  const say = (said: Inbound['said']) =>
    turn({ channel: channel.name, account, email, tenant: channel.name, said });
  const newest = (what: string, fits: (card: OpenCard) => boolean) =>
    look().findLast(fits) ?? expect.fail(`${email} sees no ${what} in:\n${lately()}`);
  const lately = () => look().slice(-3).map(wordsOf).join('\n---\n');
  const reads = () => look().map((card) => [wordsOf(card), ...buttonTitles(card)].join('\n'));

  return {
    reads,
    buttons: () => look().map((card) => buttonTitles(card).length),
    inputs() {
      const form = look().findLast(({ inputs }) => inputs.size > 0);
      return form && Object.fromEntries(form.inputs);
    },
    async type(text) {
      look();
      cards.push(openCard((await say({ kind: 'text', text })).show.card));
    },
    async press(title, beside) {
      const on = newest(`button “${title}”`, (card) => hasButton(card, title, beside));
      const pressed = pressOn(on, title, beside);
      if (!pressed) return;
      const reply = await say({ kind: 'press', data: pressed.send, values: pressed.values });
      const shown = openCard(reply.show.card);
      if (reply.kind === 'new') cards.push(shown);
      else cards.splice(cards.indexOf(on), 1, shown, ...furtherOf(reply).map(({ card }) => openCard(card)));
    },
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
