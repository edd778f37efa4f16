import { beforeAll, describe, expect, it } from 'vitest';
import { validateAdaptive } from '../support/adaptive.ts';
import { startBot } from '../support/bot.ts';
import { inAnHour } from '../support/fake-connector.ts';
import { quickFolder } from '../support/store.ts';
import { inChannel, teamsClient } from '../support/teams-client.ts';
import { cardIn, teamsAt } from '../support/teams-player.ts';
import { expectTheEffects, KEPT, named, RUTHS, theReview } from './effects.ts';
import { aSchoolInTeams, type SchoolInTeams as School, stageInTeams } from './in-teams.ts';
import { senSupportReview } from './story.ts';
import { whatGoesWrong } from './what-goes-wrong.ts';

/** All that stands in somebody's chat, with what is on buttons and in inputs. */
const chatOf = ({ player }: School, name: string) => JSON.stringify(player(name).messages());

/** What the buttons in it carry. */
function dataOn(value: unknown): string[] {
  if (value === null || typeof value !== 'object') return [];
  const own = 'data' in value ? [JSON.stringify(value.data)] : [];
  return [...own, ...Object.values(value).flatMap(dataOn)];
}

let school: School;
beforeAll(async () => {
  school = await aSchoolInTeams();
  await senSupportReview(stageInTeams(school));
});

describe('a SEN Support review in Teams, from due to closed', () => {
  it('had its effects, each once', async () => {
    expectTheEffects(await theReview(school.bot.store, school.bot.school));
  });

  it('went through signed requests only: the same ones, otherwise signed, do nothing', async () => {
    const { connector, bot, member } = school;
    const client = teamsClient(connector, bot.url);
    const before = connector.posted.length;
    const activity = client.activity(member('Priya Shah'), { text: 'review due' });
    for (const claims of [{ aud: 'another-bot' }, { iss: 'https://elsewhere.example' }]) {
      const token = await connector.token({ exp: inAnHour(), ...claims });
      expect((await client.deliver(activity, token)).status).toBe(401);
    }
    expect((await client.deliver(activity, '')).status).toBe(401);
    expect(connector.posted).toHaveLength(before);
  });

  it('showed nothing but faultless cards of the subset, each alone in its message', () => {
    const sent = school.connector.requests.flatMap(({ body }) => (body.type === 'message' ? [body] : []));
    const cards = sent.map(cardIn).filter((card) => card !== undefined);
    expect(cards.length).toBeGreaterThan(40);
    for (const card of cards) validateAdaptive(card);
    // The only words without a card are the greeting in the team's channel, which the bot was added to.
    const bare = sent.filter((activity) => activity.text);
    expect(bare.map(({ text }) => text)).toEqual([
      expect.stringMatching(/^Hello, I help this school’s staff/),
    ]);
    expect(bare.map(({ conversation }) => conversation)).toEqual([
      expect.objectContaining({ conversationType: 'channel' }),
    ]);
  });

  it('put a result in the place of each form that was sent', async () => {
    const { taken } = await theReview(school.bot.store, school.bot.school);
    expect(taken.length).toBeGreaterThan(10);
    const standing = JSON.stringify(school.connector.posted);
    expect(taken.filter((once) => standing.includes(once))).toEqual([]);
    const updated = school.connector.requests.filter(({ method }) => method === 'PUT');
    expect(updated.length).toBeGreaterThanOrEqual(taken.length);
  });

  it('carried nothing of anybody on a button, where Teams stores it', () => {
    const carried = school.connector.requests.flatMap(({ body }) => dataOn(body));
    expect(carried.length).toBeGreaterThan(100);
    const all = carried.join('\n');
    expect(named(all, school.pupils)).toEqual([]);
    expect([...KEPT, ...RUTHS].filter((text) => all.includes(text))).toEqual([]);
  });

  it('named no pupil where a locked phone shows it', () => {
    const shown = school.connector.requests.flatMap(({ body }) => [body.summary, body.text]);
    const texts = shown.filter((text) => typeof text === 'string' && text !== '');
    expect(texts.length).toBeGreaterThan(40);
    expect(texts.flatMap((text) => named(String(text), school.pupils))).toEqual([]);
  });

  it('showed each colleague only what concerns them', () => {
    const ruth = chatOf(school, 'Ruth Adeyemi');
    const kwame = chatOf(school, 'Kwame Mensah');
    for (const chat of [ruth, kwame]) {
      expect(named(chat, school.pupils)).toEqual(['1010']);
      expect(KEPT.filter((text) => chat.includes(text))).toEqual([]);
    }
    expect(RUTHS.filter((text) => kwame.includes(text))).toEqual([]);
    expect(ruth).toContain('Move the group to Mondays.');
    const people = ['Priya Shah', 'Ruth Adeyemi', 'Kwame Mensah'].map((name) => school.member(name).id);
    const cards = school.connector.posted.filter(({ activity }) => cardIn(activity) !== undefined);
    const chats = new Set(cards.map(({ conversation }) => conversation));
    expect(chats).toEqual(new Set(people.map((id) => `chat:${id}`)));
  });

  it('left nothing of anybody in the log', () => {
    const log = school.bot.logged.join('\n');
    expect(log).toContain('message sent');
    expect(named(log, school.pupils)).toEqual([]);
    expect([...KEPT, ...RUTHS].filter((text) => log.includes(text))).toEqual([]);
    expect(log.toLowerCase()).not.toContain('@oakfield');
  });

  it('opened a chat of its own accord with Kwame only, whom it knew by the team’s roster', () => {
    const opened = school.connector.requests.filter(({ path }) => path === '/v3/conversations');
    expect(opened.map(({ body }) => body.members)).toEqual([
      [{ id: school.member('Kwame Mensah').id, name: '' }],
    ]);
  });
});

describe('with everything delivered twice, and the bot restarted in the night', () => {
  it('is the same review, and shows people no more', async () => {
    const folder = await quickFolder();
    const twice = await aSchoolInTeams(2, folder);
    let { bot } = twice;
    await senSupportReview({
      ...stageInTeams(twice),
      async nextSchoolMorning() {
        await bot.stop();
        const { connector } = twice;
        bot = await startBot({
          folder,
          now: bot.clock.now(),
          channels: (parts) => [teamsAt(connector, parts)],
        });
        Object.assign(twice.at, { url: bot.url, settle: bot.settle });
        await bot.nextSchoolMorning();
      },
    });
    expectTheEffects(await theReview(bot.store, bot.school));
    for (const name of ['Priya Shah', 'Ruth Adeyemi', 'Kwame Mensah']) {
      const updates = (of: School) =>
        of
          .player(name)
          .messages()
          .map((message) => message.updates);
      expect(updates(twice), name).toEqual(updates(school));
    }
  });
});

describe('in a team’s channel', () => {
  it('is answered privately: the channel reads one sentence', async () => {
    const { bot, connector, member, player } = await aSchoolInTeams();
    const client = teamsClient(connector, bot.url);
    const before = connector.posted.length;
    const bots = { id: `28:${connector.appId}` };
    const mention = { type: 'mention', text: '<at>SEND reviews</at>', mentioned: bots };
    await client.says(member('Priya Shah'), '<at>SEND reviews</at> due', {
      ...inChannel('infants'),
      id: 'said',
      entities: [mention],
    });
    const posted = connector.posted.slice(before);
    const inPublic = posted.filter(({ conversation }) => conversation.startsWith('19:'));
    expect(inPublic.map(({ activity }) => activity.text)).toEqual(['I’ve sent it to you privately.']);
    expect(JSON.stringify(inPublic)).not.toContain('AdaptiveCard');
    await player('Priya Shah').sees('Reviews that are due');
  });
});

describe('a colleague who does not have the app', () => {
  it('is shown to the SENCO with what to do, and is asked as soon as they add it', async () => {
    const { bot, player, connector } = await aSchoolInTeams();
    const [priya, aisha] = [player('Priya Shah'), player('Aisha Khan')];
    await priya.type('review start Callum');
    await priya.press('Set it and ask');
    // Only once it was tried is it known that she can't be reached.
    await bot.settle();
    await priya.type('review status Callum');
    await priya.sees(
      /please tell them yourself\nAisha Khan · can’t be found under aisha.khan@oakfield.example/,
    );
    expect(aisha.messages()).toEqual([]);

    await aisha.installs();

    await aisha.sees('Give your evidence');
    await aisha.press('Nothing to add, or I don’t teach them');
    await aisha.sees(/The SENCO knows you have nothing to add/);
    await priya.type('review status Callum');
    await priya.sees('Evidence: 1 of 2 answers in');
    const asked = connector.posted.filter(
      ({ conversation, activity }) =>
        conversation === 'chat:29:aisha.khan' && /^Your evidence/.test(String(activity.summary)),
    );
    expect(asked).toHaveLength(1);
  });
});

describe('another review, in which much goes wrong', () => {
  it('says what is wrong, and loses nothing that was typed', async () => {
    const other = await aSchoolInTeams();
    await other.player('Helen Whitaker').installs();
    await whatGoesWrong(stageInTeams(other));
  });
});
