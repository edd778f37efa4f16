import { readFile } from 'node:fs/promises';
import { inflateSync } from 'node:zlib';
import AjvDraft4 from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../../src/conversation/typed-words.ts';

const folder = new URL('../../../manifests/teams/', import.meta.url);
const schemas = new URL(
  '../../../node_modules/@microsoft/app-manifest/build/json-schemas/teams/',
  import.meta.url,
);
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

/** Words that are not among the twelve that Teams lists: they are on the help card, and on buttons where they are wanted. */
const UNLISTED = ['dates', 'chase', 'pupil', 'met', 'guide', 'staff', 'add pupil', 'missing', 'school'];

describe('the Teams manifest', () => {
  it('is valid by Microsoft’s schema of its version', async () => {
    const schema = await json(new URL(`v${manifest.manifestVersion}/MicrosoftTeams.schema.json`, schemas));
    const ajv = new AjvDraft4.default({ strict: false, allErrors: true });
    addFormats.default(ajv);
    const validate = ajv.compile(schema);
    validate(manifest);
    expect(validate.errors).toBeNull();
    expect(validate({ ...manifest, accentColor: 'green' })).toBe(false);
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
    const lists: { scopes: string[]; commands: { title: string; description: string }[] }[] =
      bot.commandLists;
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
    const personal = lists.find(({ scopes }) => scopes.includes('personal'));
    const listed = Object.keys(COMMANDS).filter((word) => !UNLISTED.includes(word));
    expect(personal?.commands.map(({ title }) => title).sort()).toEqual(listed.sort());
  });

  it('is for one organisation to fill in: the app’s id stands in both places', () => {
    expect(bot.botId).toBe(manifest.id);
  });
});
