import { beforeAll, describe, expect, it } from 'vitest';
import { validateAdaptive } from '../support/adaptive.ts';
import { cardIn } from '../support/teams-player.ts';
import { expectTheAnnualEffects, KEPT_ANNUAL } from './annual-effects.ts';
import { annualReview } from './annual-story.ts';
import { named, theReview } from './effects.ts';
import { aSchoolInTeams, type SchoolInTeams, stageInTeams } from './in-teams.ts';

let school: SchoolInTeams;
beforeAll(async () => {
  school = await aSchoolInTeams();
  for (const name of ['Helen Whitaker', 'Janet Holroyd']) await school.player(name).installs();
  await annualReview(stageInTeams(school));
});

const chatOf = (name: string) => JSON.stringify(school.player(name).messages());

describe('an annual review in Teams, from due to closed', () => {
  it('had its effects, each once', async () => {
    expectTheAnnualEffects(await theReview(school.bot.store, school.bot.school));
  });

  it('showed nothing but faultless cards of the subset, each alone in its message', () => {
    const sent = school.connector.requests.flatMap(({ body }) => (body.type === 'message' ? [body] : []));
    const cards = sent.map(cardIn).filter((card) => card !== undefined);
    expect(cards.length).toBeGreaterThan(100);
    for (const card of cards) validateAdaptive(card);
  });

  it('put a result in the place of each form that was sent', async () => {
    const { taken } = await theReview(school.bot.store, school.bot.school);
    expect(taken.length).toBeGreaterThan(20);
    const standing = JSON.stringify(school.connector.posted);
    expect(taken.filter((once) => standing.includes(once))).toEqual([]);
  });

  it('named no pupil where a locked phone shows it', () => {
    const shown = school.connector.requests.flatMap(({ body }) => [body.summary, body.text]);
    const texts = shown.filter((text) => typeof text === 'string' && text !== '');
    expect(texts.length).toBeGreaterThan(100);
    expect(texts.flatMap((text) => named(String(text), school.pupils))).toEqual([]);
  });

  it('showed each colleague only what concerns them', () => {
    for (const name of ['Ruth Adeyemi', 'Janet Holroyd']) {
      const chat = chatOf(name);
      expect(named(chat, school.pupils)).toEqual(['1026']);
      expect(KEPT_ANNUAL.filter((text) => chat.includes(text))).toEqual([]);
      expect(chat).toContain('Once a week, on Tuesdays');
    }
    expect(chatOf('Janet Holroyd')).not.toContain('greets everybody by name at the door');
    expect(school.player('Mei Chan').messages()).toEqual([]);
  });

  it('left nothing of anybody in the log', () => {
    const log = school.bot.logged.join('\n');
    expect(log).toContain('message sent');
    expect(named(log, school.pupils)).toEqual([]);
    expect(KEPT_ANNUAL.filter((text) => log.includes(text))).toEqual([]);
    expect(log.toLowerCase()).not.toContain('@oakfield');
  });
});
