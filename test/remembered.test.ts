import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { CHANNELS } from '../src/channels/index.ts';
import { Once } from '../src/channels/once.ts';

/** Who remembers things in memory: whether they are forgotten once a child is erased, or what of no child is remembered. */
const REMEMBER: Readonly<Record<string, 'is forgotten' | { readonly holds: string }>> = {
  'src/channels/once.ts': 'is forgotten',
  'src/channels/sandbox/desk.ts': 'is forgotten',
  'src/channels/sandbox/sandbox.ts': 'is forgotten',
  'src/channels/slack/submission.ts': 'is forgotten',
  'src/channels/teams/consent.ts': 'is forgotten',
  'src/channels/teams/teams.ts': 'is forgotten',
  'src/conversation/conversation.ts': 'is forgotten',
  'src/conversation/drafts.ts': 'is forgotten',
  'src/conversation/kept-words.ts': 'is forgotten',
  'src/conversation/parts-kept.ts': 'is forgotten',
  'src/data-in/chat-import.ts': 'is forgotten',
  'src/app/contacts.ts': { holds: 'accounts of who is on no staff list' },
  'src/app/give-records.ts': { holds: 'marks of pages, by random ids' },
  'src/channels/doorstep.ts': { holds: 'how often an address of the network came' },
  'src/channels/slack/home.ts': { holds: 'a hash of what a Home shows' },
  'src/conversation/too-much.ts': { holds: 'how often an account did something' },
};

it('whoever remembers what people sent or were shown is in the list of those who forget it, or holds nothing of a child', () => {
  const remembers = /new (LRUCache|Once|WaitingFiles|Drafts|Parts|KeptWords)\b/;
  const found = globSync('src/**/*.ts').filter((file) => remembers.test(readFileSync(file, 'utf8')));
  expect(found.toSorted()).toEqual(Object.keys(REMEMBER).toSorted());
  for (const [file, what] of Object.entries(REMEMBER))
    if (what === 'is forgotten')
      expect(readFileSync(file, 'utf8'), file).toMatch(/clear\(|\.forget\(|waiting\.with\(|pending:/);
});

it('every chat forgets when it is told to', () => {
  for (const { name } of CHANNELS)
    expect(readFileSync(`src/channels/${name}/${name}.ts`, 'utf8'), name).toMatch(/^ {4}forget(\(\)|:)/m);
});

it('what came of something is done anew once it is forgotten, also where it was in hand', async () => {
  const once = new Once<string>({ most: 10, bytes: 10_000 });
  const given: ((came: string) => void)[] = [];
  const ask = () => once.once('k', () => new Promise<string>((come) => void given.push(come)));
  const first = ask();
  ask();
  expect(given).toHaveLength(1);
  once.clear();
  given[0]?.('a child’s card');
  expect(await first).toBe('a child’s card');
  ask();
  expect(given).toHaveLength(2);
});
