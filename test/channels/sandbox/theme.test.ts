import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const css = readFileSync(new URL('../../../src/channels/sandbox/page/theme.css', import.meta.url), 'utf8');

function colours(part: string): Map<string, string> {
  return new Map(
    [...part.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/gi)].map(([, name, colour]) => [
      String(name),
      String(colour),
    ]),
  );
}

function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, two: string): number {
  const [dark, light] = [luminance(one), luminance(two)].sort((a, b) => a - b) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

const [light = '', dark = ''] = css.split('@media screen and (prefers-color-scheme: dark)');
const themes = { light: colours(light), dark: colours(dark) };

/** Words, and all they may stand on. */
const WORDS: readonly (readonly [string, readonly string[]])[] = [
  ['ink', ['page', 'surface', 'raised', 'sunk', 'emphasis', 'accent-wash']],
  ['ink-soft', ['page', 'surface', 'raised', 'sunk', 'emphasis', 'accent-wash']],
  ['on-accent', ['accent', 'accent-hover']],
  ['accent-ink', ['raised', 'surface', 'accent-wash']],
  ['good-ink', ['raised', 'good-wash']],
  ['warning-ink', ['raised', 'warning-wash']],
  ['attention-ink', ['raised', 'surface', 'page', 'attention-wash']],
  ['danger', ['raised']],
  ['on-danger', ['danger']],
  ['on-badge', ['badge']],
];

describe.each(Object.entries(themes))('in %s', (_name, theme) => {
  const colour = (name: string) => {
    const found = theme.get(name);
    if (!found) throw new Error(`--${name} is not a colour`);
    return found;
  };

  test.each(WORDS)('%s can be read on all it stands on (4.5 to 1)', (word, grounds) => {
    for (const ground of grounds) {
      expect(contrast(colour(word), colour(ground)), `${word} on ${ground}`).toBeGreaterThanOrEqual(4.5);
    }
  });

  test('the edges of inputs and the focus ring can be seen (3 to 1)', () => {
    for (const edge of ['line-strong', 'accent']) {
      expect(contrast(colour(edge), colour('surface')), edge).toBeGreaterThanOrEqual(3);
    }
  });
});
