import { afterAll } from 'vitest';
import { type Demo, PRIYA, startDemo, TOM } from '../support/sandbox-demo.ts';
import { sandboxPlayer } from '../support/sandbox-player.ts';
import type { ChannelPlace } from './channel.contract.ts';

const demos: Demo[] = [];
afterAll(async () => {
  for (const demo of demos) await demo.stop();
});

export async function sandboxPlace(): Promise<ChannelPlace> {
  const demo = await startDemo();
  demos.push(demo);
  const contact = async (email: string) => {
    const known = await demo.channel.locate?.(email);
    if (!known) throw new Error('not on the staff list');
    return known;
  };
  return {
    channel: demo.channel,
    heard: demo.inbounds,
    logged: demo.faults,
    answers: demo.answerWith,
    searches: demo.searches,
    jo: PRIYA.email,
    al: TOM.email,
    client: (email, deliveries) => sandboxPlayer(demo.server.url, email, deliveries),
    stranger: undefined,
    contact,
    faults: {
      unreachable: async () => ({ ...(await contact(PRIYA.email)), userId: 'gone@oakfield.example' }),
    },
    posts: () => 0,
    refuseTheBot: undefined,
    secrets: [],
    inThread: undefined,
  };
}
