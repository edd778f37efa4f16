import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type LocalDate, plusDays } from '../../src/domain/time.ts';
import { freePort } from '../../tools/free-port.ts';
import { type Stage, senSupportReview } from '../journeys/story.ts';
import { type BotProcess, botProcess } from '../support/bot-process.ts';
import { type PlaygroundPerson, playgroundPerson } from '../support/playground-person.ts';
import { temporaryFolder } from '../support/store.ts';
import { openPlayground, type Playground, type PlaygroundName, startPlayground } from './playground.ts';
import { launchChromium } from './support.ts';

const MONDAY: LocalDate = '2026-11-23';
const PEOPLE = ['Priya Shah', 'Ruth Adeyemi', 'Kwame Mensah'] as const satisfies readonly PlaygroundName[];

let browser: Browser;
let folder: string;
let port: string;
let bot: BotProcess;
const playgrounds: Playground[] = [];

beforeAll(async () => {
  browser = await launchChromium();
  folder = await temporaryFolder();
  port = String(await freePort());
});
afterAll(async () => {
  await browser?.close();
  await Promise.all(playgrounds.map((one) => one.stop()));
  expect(await bot?.end('SIGTERM')).toBe(0);
});

/** Starts the bot on its port and its data, at a time at school; one that runs is stopped first, as by SIGTERM. */
async function startBotAt(time: string): Promise<string> {
  if (bot) expect(await bot.end('SIGTERM'), 'the bot stops cleanly').toBe(0);
  bot = botProcess(folder, {
    TEAMS_PLAYGROUND: '1',
    PORT: port,
    DATA_DIR: `${folder}/data`,
    SANDBOX_NOW: time,
  });
  return bot.ready();
}

/** Somebody who has opened a Playground of their own, and been greeted by the bot. */
async function arrives(name: PlaygroundName, url: string): Promise<PlaygroundPerson> {
  const playground = await startPlayground(folder, url, name);
  playgrounds.push(playground);
  return playgroundPerson(await openPlayground(browser, playground));
}

const digests = async (person: PlaygroundPerson) =>
  (await person.reads()).filter((card) => card.startsWith('What’s due'));

test('a SEN Support review in the Agents Playground, from due to closed, with the bot started again each day', async () => {
  const url = await startBotAt(`${MONDAY}T08:30`);
  const [priya, ruth, kwame] = await Promise.all(PEOPLE.map((name) => arrives(name, url)));
  if (!priya || !ruth || !kwame) throw new Error('somebody did not come');
  const people: Readonly<Record<string, PlaygroundPerson>> = {
    'Priya Shah': priya,
    'Ruth Adeyemi': ruth,
    'Kwame Mensah': kwame,
  };
  let today = MONDAY;
  const stage: Stage = {
    player(name) {
      const person = people[name];
      if (!person) throw new Error(`${name} has no Playground`);
      return person;
    },
    day: (days) => plusDays(today, days),
    async nextSchoolMorning() {
      today = plusDays(today, 1);
      await startBotAt(`${today}T08:00`);
      await kwame.sees('What’s due');
      await startBotAt(`${today}T08:20`);
    },
  };
  await senSupportReview(stage);

  expect(await digests(kwame), 'one reminder on the day, though the bot was started twice').toHaveLength(1);
  const cards = await ruth.reads();
  expect(
    cards.filter((card) => card.includes('First, the strengths')),
    'her form is gone once sent',
  ).toEqual([]);
  expect(
    cards.filter((card) => card.startsWith('Your evidence')),
    'her change stands where it was',
  ).toHaveLength(1);
  expect((await kwame.reads()).join(), 'a colleague’s evidence is not his to see').not.toContain(
    'rehearsals',
  );

  const told = () => Promise.all([priya, ruth, kwame].map((person) => person.reads()));
  // In the made-up school other reviews are under way, of which she is reminded.
  const ofRuby = (reads: readonly string[]) => reads.filter((card) => card.includes('Ruby')).length;
  const before = (await told()).map(ofRuby);
  await startBotAt(`${plusDays(today, 7)}T08:00`);
  await priya.type('review status Ruby');
  const after = (await told()).map(ofRuby);
  expect(
    after,
    'a week on, nothing is new but what she asked for, in the place of what stood there before',
  ).toEqual([before[0], before[1], before[2]]);
  const warnings = bot
    .err()
    .split('\n')
    .filter((line) => /"level":[456]0/.test(line));
  const others = warnings.filter((line) => !/"kind":"digest","code":"not-found"/.test(line));
  expect(others, 'the log warns of nothing but staff whose Playground is not open').toEqual([]);
}, 300_000);
