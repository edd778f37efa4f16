import { furtherOf, type Inbound } from '../../src/channels/channel.ts';
import { BYSTANDER, STRANGER } from '../../test/support/builders.ts';
import { OTHER_SENCO, World } from '../../test/support/matrix.ts';
import { attemptsOn, type Held, holds, knownOf } from './door.ts';
import { mutated, randomFrom } from './mutations.ts';

const WHO = [BYSTANDER, STRANGER, OTHER_SENCO];

/** Presses and words as a channel hands them over, with strange data in them, from people who may do nothing here. */
export async function conversationDoor(payloads: number, seed: number): Promise<Held> {
  const world = new World();
  const all = await attemptsOn(world);
  const [random, known, turn] = [randomFrom(seed), knownOf(world), world.turn()];
  let n = 0;
  return holds('conversation', payloads, world, () => {
    n += 1;
    const said = mutated(structuredClone(all[Math.floor(random() * all.length)]), random, known);
    // A channel hands over texts only: what else there is, it has refused or made a text of.
    const email = WHO[n % WHO.length];
    const inbound = {
      channel: 'sandbox',
      tenant: 'sandbox',
      account: String(email),
      email,
      said: textsOf(said),
    };
    return {
      payload: inbound,
      knock: async () => {
        const reply = await turn(inbound);
        return { status: 200, out: JSON.stringify([reply.show, ...furtherOf(reply)]) };
      },
    };
  });
}

function textsOf(said: unknown): Inbound['said'] {
  const { kind, text, data, values } = (said ?? {}) as Record<string, unknown>;
  if (kind === 'text' || data === undefined) return { kind: 'text', text: asText(text) };
  return { kind: 'press', data: { do: '', ...records(data) }, values: records(values) };
}

const asText = (value: unknown) => (typeof value === 'string' ? value : (JSON.stringify(value) ?? ''));
const records = (value: unknown): Record<string, string> =>
  Object.fromEntries(Object.entries(Object(value)).map(([key, one]) => [key, asText(one)]));
