import { readFile } from 'node:fs/promises';
import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../../src/conversation/typed-words.ts';
import { faultsOfTeamsManifest } from '../../../tools/manifests/teams-schema.ts';

const folder = new URL('../../../manifests/teams/', import.meta.url);
const json = async (url: URL) => JSON.parse(await readFile(url, 'utf8'));
const manifest = await json(new URL('manifest.json', folder));
const [bot] = manifest.bots;

/** Of a PNG, from its header: its size, and whether each pixel has red, green, blue and transparency. */
async function png(name: string) {
  const bytes = await readFile(new URL(name, folder));
  expect(bytes.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
  return {
    width: bytes.readUInt32BE(16),
    height: bytes.readUInt32BE(20),
    depth: bytes[24],
    rgba: bytes[25] === 6,
  };
}

type CommandList = { scopes: string[]; commands: { title: string; description: string }[] };
const lists: CommandList[] = bot.commandLists;
const listFor = (scope: string) => lists.find(({ scopes }) => scopes.includes(scope))?.commands ?? [];

/** What follows the command names a child, or says something of an action: no words for a place where others read. */
const NAMES_A_CHILD = [
  'start',
  'status',
  'early',
  'pupil',
  'add pupil',
  'met',
  'export',
  'seen',
  'dates',
  'chase',
];
const ANSWERS_AN_ACTION = ['done', 'snooze', 'not mine', "can't be done"];

describe('the Teams manifest', () => {
  it('is valid by Microsoft’s schema of its version', async () => {
    expect(await faultsOfTeamsManifest(manifest)).toEqual([]);
    expect(await faultsOfTeamsManifest({ ...manifest, accentColor: 'green' })).not.toEqual([]);
  });

  it('has the icons Teams wants: 192 and 32 pixels square', async () => {
    expect(manifest.icons).toEqual({ color: 'color.png', outline: 'outline.png' });
    expect(await png('color.png')).toEqual({ width: 192, height: 192, depth: 8, rgba: true });
    expect(await png('outline.png')).toEqual({ width: 32, height: 32, depth: 8, rgba: true });
  });

  it('has an outline in white on nothing, as Teams colours it itself', async () => {
    const bytes = await readFile(new URL('outline.png', folder));
    const data = bytes.indexOf('IDAT') + 4;
    const rows = inflateSync(bytes.subarray(data, data + bytes.readUInt32BE(data - 8)));
    const pixels = Array.from({ length: 32 * 32 }, (_, n) => {
      const at = Math.floor(n / 32) * (1 + 32 * 4) + 1 + (n % 32) * 4;
      return [...rows.subarray(at, at + 4)];
    });
    expect(pixels.every(([red, green, blue]) => red === 255 && green === 255 && blue === 255)).toBe(true);
    expect(pixels.filter(([, , , alpha]) => alpha === 0).length).toBeGreaterThan(500);
    expect(pixels.filter(([, , , alpha]) => alpha === 255).length).toBeGreaterThan(50);
  });

  it('has the bot where people can be reached: in their own chats and by way of teams', () => {
    expect(bot.scopes).toEqual(['personal', 'team', 'groupChat']);
    expect(bot.isNotificationOnly).toBe(false);
  });

  it('lists commands within Teams’ limits, each one that the bot knows, none twice', () => {
    expect(lists.length).toBeLessThanOrEqual(3);
    for (const { commands } of lists) {
      expect(commands.length).toBeLessThanOrEqual(12);
      expect(new Set(commands.map(({ title }) => title)).size).toBe(commands.length);
      for (const { title, description } of commands) {
        expect(title.length).toBeLessThanOrEqual(32);
        expect(description.length).toBeLessThanOrEqual(128);
        expect(Object.keys(COMMANDS)).toContain(title);
      }
    }
  });

  it('has every command in the menu of one’s own chat: those beyond Teams’ twelve are named beside “help”', () => {
    const menu = listFor('personal');
    const titles = menu.map(({ title }) => title);
    const help = menu.find(({ title }) => title === 'help')?.description ?? '';
    const [, beside = ''] = help.split('also: ');
    expect(titles).toHaveLength(12);
    expect([...titles, ...beside.split(', ')].sort()).toEqual(Object.keys(COMMANDS).sort());
  });

  it('offers a team and a group chat every command that names no child, each answered privately', () => {
    const menu = listFor('team');
    expect(listFor('groupChat')).toEqual(menu);
    const withheld = [...NAMES_A_CHILD, ...ANSWERS_AN_ACTION];
    const open = Object.keys(COMMANDS).filter((word) => !withheld.includes(word));
    expect(menu.map(({ title }) => title).sort()).toEqual(open.sort());
    expect(menu.filter(({ description }) => !description.endsWith('sent to you privately'))).toEqual([]);
  });

  it('is for one organisation to fill in: the app’s id stands in both places', () => {
    expect(bot.botId).toBe(manifest.id);
  });
});
