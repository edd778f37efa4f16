import { randomUUID } from 'node:crypto';
import { type RunningServer, startServer } from '../../src/app/http.ts';
import type { Channel, Find, Inbound, Reply, Search } from '../../src/channels/channel.ts';
import type { MadeUpPerson } from '../../src/channels/parts.ts';
import { sandboxChannel } from '../../src/channels/sandbox/sandbox.ts';
import type { Instant } from '../../src/domain/time.ts';
import { formCard, listCard, plainCard, recordedCard, refusedCard } from './sandbox-cards.ts';
import type { Searches } from './searches.ts';

const PEOPLE = [
  {
    email: 'priya.shah@oakfield.example',
    name: 'Priya Shah',
    role: 'senco',
    school: 'Oakfield Primary',
    toDo: 0,
  },
  {
    email: 'grace.okafor@oakfield.example',
    name: 'Grace Okafor',
    role: 'leader',
    school: 'Oakfield Primary',
    toDo: 0,
  },
  {
    email: 'tom.bell@oakfield.example',
    name: 'Tom Bell',
    role: 'staff',
    school: 'Oakfield Primary',
    toDo: 0,
  },
  {
    email: 'maria.goncalves@oakfield.example',
    name: 'Maria Gonçalves-Hetherington',
    role: 'staff',
    school: 'Oakfield Primary',
    toDo: 0,
  },
] as const;

export const [PRIYA, GRACE, TOM] = PEOPLE;

export interface Demo {
  readonly server: RunningServer;
  readonly channel: Channel;
  /** Everything that came to a turn, in order. */
  readonly inbounds: Inbound[];
  /** The routes that failed. */
  readonly faults: string[];
  readonly clock: { now(): Instant; moveTo(instant: Instant): Promise<void> };
  /** Sends somebody a private message, as a worker would. */
  send(email: string, show?: ReturnType<typeof plainCard>): Promise<void>;
  readonly searches: Searches;
  /** What answers, instead of the usual, from now on. */
  answerWith(turn: (inbound: Inbound) => Promise<Reply>): void;
  stop(): Promise<void>;
}

/** A conversation without a review behind it: a list, a form, a form refused for a day in the past, a result. */
export async function demoTurn(inbound: Inbound): Promise<Reply> {
  const { said } = inbound;
  if (said.kind !== 'press') {
    const text = 'text' in said ? said.text : said.kind;
    return { kind: 'new', show: text === 'review due' ? listCard() : plainCard('You said', text) };
  }
  if (said.data.do === 'form') return { kind: 'new', show: formCard() };
  if (said.data.do !== 'send') return { kind: 'replace', show: plainCard('Done', said.data.do) };
  if ((said.values.by ?? '') < '2026-11-23') {
    const errors = { by: 'That day has passed. Please choose a later one.' };
    return { kind: 'invalid', errors, show: refusedCard(said.values, errors) };
  }
  return { kind: 'replace', show: recordedCard(said.values) };
}

/** The sandbox on a free port (or `port`), at half past eight on Monday 23 November 2026, with `demoTurn` behind it. */
export async function startDemo({
  port = 0,
  people = PEOPLE,
}: {
  readonly port?: number;
  readonly people?: readonly MadeUpPerson[];
} = {}): Promise<Demo> {
  let now: Instant = '2026-11-23T08:30:00.000Z';
  let turn = demoTurn;
  const inbounds: Inbound[] = [];
  const faults: string[] = [];
  const clock = {
    now: () => now,
    moveTo: async (instant: Instant) => {
      now = instant;
    },
  };
  const channel = sandboxChannel({
    people: async () => people,
    clock,
    nextSchoolMorning: async () => '2026-11-24T08:00:00.000Z',
    isOwn: false,
    beginOwn: async () => undefined,
    ids: { unique: () => randomUUID().replaceAll('-', ''), short: () => 'K7Q4' },
  });
  let find: Find = async () => [];
  const searched: Search[] = [];
  const looks: Find = (search) => {
    searched.push(search);
    return find(search);
  };
  await channel.start((inbound) => {
    inbounds.push(inbound);
    return turn(inbound);
  }, looks);
  const server = await startServer({
    host: '127.0.0.1',
    port,
    routes: channel.routes,
    onFault: (path) => void faults.push(path),
    health: { sandbox: () => channel.trouble() },
  });
  return {
    server,
    channel,
    inbounds,
    faults,
    clock,
    async send(email, show = plainCard('A reminder', 'An action of yours is due today.')) {
      const contact = await channel.locate?.(email);
      if (!contact) throw new Error(`nobody is ${email}`);
      await channel.send(contact, show, randomUUID());
    },
    answerWith(other) {
      turn = other;
    },
    searches: {
      heard: searched,
      finds: (how) => {
        find = how;
      },
    },
    async stop() {
      await channel.stop();
      await server.stop(1000);
    },
  };
}
