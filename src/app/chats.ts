import { Doorstep } from '../channels/doorstep.ts';
import type { MadeUpSchool } from '../channels/parts.ts';
import type { Parts } from './app.ts';
import type { Config } from './config.ts';

/**
 * The chats that the configuration asks for. Only those are loaded. `madeUp` is what they can do with a school that is
 * made up anew; `settle` delivers all that is to be delivered by now.
 */
export function configuredChannels(
  { chats, trustedProxies }: Pick<Config, 'chats' | 'trustedProxies'>,
  madeUp?: (settle: () => Promise<void>) => MadeUpSchool,
): Parts['channels'] {
  return ({ settle, ...parts }) => {
    const doorstep = new Doorstep(trustedProxies);
    const given = { ...parts, doorstep, ...(madeUp && { madeUp: madeUp(settle) }) };
    return Promise.all(chats.map((chat) => chat.make(given)));
  };
}
