import { describe, expect, it } from 'vitest';
import { admits, CHANNELS, ratesOf } from '../../src/channels/index.ts';
import { aSchool } from '../support/builders.ts';

describe('the list of chats', () => {
  it('has each chat, each of its variables and each school’s key for a tenant once', () => {
    const all = CHANNELS.flatMap(({ name, title, variables, tenant }) => [
      name,
      title,
      ...Object.keys(variables),
      ...(tenant ? [tenant.key] : []),
    ]);
    expect(all).toEqual([...new Set(all)]);
  });

  it.each(CHANNELS)(
    'has $title admit those of the school’s own tenant, or anybody’s where none is named',
    (chat) => {
      const from = { channel: chat.name, tenant: 'ours' };
      expect(admits(aSchool(), from)).toBe(true);
      if (!chat.tenant) return;
      expect(admits(aSchool({ [chat.tenant.key]: 'ours' }), from)).toBe(true);
      expect(admits(aSchool({ [chat.tenant.key]: 'theirs' }), from)).toBe(false);
    },
  );

  it.each(['carrier-pigeon', '', '__proto__', 'Teams'])(
    'knows no chat called “%s”, and admits nobody by it',
    (channel) => {
      expect(admits(aSchool(), { channel, tenant: 'ours' })).toBe(false);
      expect(() => ratesOf(channel)).toThrow('no chat');
    },
  );
});
