import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import type { Message } from '../../src/channels/sandbox/book.ts';
import type { Player } from '../journeys/story.ts';
import {
  asks,
  type Choice,
  fillIn,
  hasButton,
  lookedUp,
  type OpenCard,
  openCard,
  pressOn,
  searchOf,
  wordsOf,
} from './card-hands.ts';
import { pressLooking } from './folded.ts';
import { sandboxClient } from './sandbox-client.ts';

/** One of the staff at the sandbox, without its page. */
export interface SandboxPlayer extends Player {
  /** Sends a file. */
  sendFile(name: string, content: string | Uint8Array, text?: string): Promise<void>;
  /** Fetches the file they were given last: what is in it; undefined where there is none, or it is not theirs to have. */
  takesFile(): Promise<string | undefined>;
  reads(): Promise<readonly string[]>;
  /** Who is offered for what they type into a search of the newest form that has it. */
  looksUp(label: string, typed: string): Promise<readonly Choice[]>;
  inputs(): Readonly<Record<string, string>> | undefined;
  /** Types, and resolves to the HTTP status it was answered with. */
  attempts(text: string): Promise<number>;
}

/** `deliveries`: how often the page sends each thing they do, at once. */
export function sandboxPlayer(url: string, email: string, deliveries = 1): SandboxPlayer {
  const client = sandboxClient(url);
  const opened = new Map<string, OpenCard>();
  /** What the page says by itself when something could not be done. */
  const sorry: string[] = [];

  const deliver = async (send: (delivery: string) => ReturnType<typeof client.post>) => {
    const delivery = randomUUID();
    const answers = await Promise.all(Array.from({ length: deliveries }, () => send(delivery)));
    const [first] = answers;
    if (!first) throw new Error('nothing was sent');
    return first;
  };
  const does: typeof deliver = async (send) => {
    const answer = await deliver(send);
    if (answer.status !== 200) sorry.push(String(answer.body.error ?? answer.body.text).trim());
    return answer;
  };
  const cardOf = (message: Message): OpenCard[] => {
    if (message.from !== 'bot') return [];
    const key = `${message.id} ${message.revision}`;
    const open = opened.get(key) ?? openCard(message.show.card);
    opened.set(key, open);
    return [open];
  };
  let standing: { id: string; open: OpenCard }[] = [];
  const look = async () => {
    const { messages } = await client.messages(email);
    standing = messages.flatMap((message) => cardOf(message).map((open) => ({ id: message.id, open })));
    return standing;
  };
  const newest = async (what: string, fits: (open: OpenCard) => boolean) =>
    (await look()).findLast(({ open }) => fits(open)) ?? expect.fail(`${email} sees no ${what}`);
  const reads = async () => [...(await look()).map(({ open }) => wordsOf(open)), ...sorry];

  const pressing = async (title: string, beside?: string) => {
    const { id, open } = await newest(`button “${title}”`, (card) => hasButton(card, title, beside));
    const pressed = pressOn(open, title, beside);
    if (!pressed) return;
    const { send: data, values } = pressed;
    const body = { person: email, message: id, data, values };
    await does((delivery) => client.post('press', { delivery, ...body }));
  };

  const looksUp = async (label: string, typed: string) => {
    const { open } = await newest(`search “${label}”`, (card) => searchOf(card, label) !== undefined);
    const { body } = await client.post('find', { person: email, asks: searchOf(open, label), typed });
    return (body.found ?? []) as unknown as readonly Choice[];
  };

  return {
    async takesFile() {
      const { messages } = await client.messages(email);
      const file = messages.findLast((one) => one.from === 'bot' && one.file);
      if (file?.from !== 'bot' || !file.file) return undefined;
      const query = new URLSearchParams({ person: email, key: file.file.key });
      const response = await fetch(`${url}/sandbox/given-file?${query}`);
      return response.ok ? response.text() : undefined;
    },
    reads,
    looksUp,
    inputs() {
      const form = standing.findLast(({ open }) => open.inputs.size > 0);
      return form && Object.fromEntries(form.open.inputs);
    },
    attempts: async (text) => (await deliver((delivery) => client.say(email, text, delivery))).status,
    async type(text) {
      await does((delivery) => client.say(email, text, delivery));
    },
    async sendFile(name, content, text = '') {
      const base64 = Buffer.from(content).toString('base64');
      const file = { person: email, name, content: base64, text };
      await does((delivery) => client.post('file', { delivery, ...file }));
    },
    press: pressLooking(pressing, async (title, beside) =>
      (await look()).some(({ open }) => hasButton(open, title, beside)),
    ),
    async fill(answers) {
      const labels = Object.keys(answers);
      const { open } = await newest(`form with “${labels[0]}”`, (card) => asks(card, labels));
      fillIn(open, await lookedUp(open, answers, looksUp));
    },
    async sees(text) {
      const all = await reads();
      const says = (place: string) => (typeof text === 'string' ? place.includes(text) : text.test(place));
      if (!all.some(says)) expect.fail(`${email} looks for “${text}” in:\n${all.slice(-3).join('\n---\n')}`);
    },
  };
}
