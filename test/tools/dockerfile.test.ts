import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect, it } from 'vitest';

const lines = readFileSync(new URL('../../Dockerfile', import.meta.url), 'utf8').split('\n');
const said = (word: string) =>
  lines.find((line) => line.startsWith(`${word} `))?.slice(word.length + 1) ?? '';

it('the image keeps the data folder, and the keys beside it, in the volume: nothing else can be written there', () => {
  const dataDir = /DATA_DIR=(\S+)/.exec(said('ENV'))?.[1] ?? '';
  expect(dirname(dataDir)).toBe(said('VOLUME'));
  const made = lines.find((line) => line.startsWith('RUN mkdir')) ?? '';
  expect(made).toContain(`mkdir -p ${dataDir} && chown -R node:node ${dirname(dataDir)} `);
});
