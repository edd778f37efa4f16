import { describe, expect, it } from 'vitest';
import { heldAbout } from '../../src/records/held.ts';
import { auditInMemory } from '../support/audit.ts';
import type { BotOptions, TestBot } from '../support/bot.ts';
import { startFileHost } from '../support/file-host.ts';
import { sandboxClient } from '../support/sandbox-client.ts';
import { aSchoolInSandbox } from './in-sandbox.ts';
import { aSchoolInSlack } from './in-slack.ts';
import { aSchoolInTeams } from './in-teams.ts';
import type { Player } from './story.ts';

const [PRIYA, RUTH] = ['Priya Shah', 'Ruth Adeyemi'] as const;
const OTHERS = [RUTH, 'Helen Whitaker'] as const;

/** A school at some chat, and how somebody there takes the file they were given last. */
interface Place {
  readonly bot: TestBot;
  player(name: string): Player;
  takes(name: string): Promise<string | undefined>;
}

/** What a school notes of who saw and did what. */
function noting() {
  let audit: ReturnType<typeof auditInMemory> | undefined;
  const auditOf: BotOptions['auditOf'] = (clock) => {
    audit = auditInMemory(clock);
    return audit;
  };
  return { auditOf, entries: () => audit?.entries ?? [] };
}

/** Ruth gives her evidence on Ruby: what is held is of the child, a review, and a colleague's words. */
async function whatIsHeld({ player }: Place): Promise<void> {
  const [priya, ruth] = [player(PRIYA), player(RUTH)];
  await ruth.type('review mine');
  await priya.type('review start Ruby');
  await priya.press('Set it and ask');
  await ruth.sees('Give your evidence');
  await ruth.fill({
    'First, the strengths: what is going well?': 'Ruby starts stories herself.',
    'Progress on target 1': 'Good progress',
    'Progress on target 2': 'Some progress',
  });
  await ruth.press('Send my evidence');
  await ruth.sees(/You answered on/);
}

/** The SENCO asks for it, and says what it is for. */
async function asksFor({ player }: Place): Promise<void> {
  await player(PRIYA).type('review export Ruby');
  await player(PRIYA).press('For the school');
}

/** The SENCO has all that is stored; nobody else is given any of it; and both stand in the trail. */
async function comesWholeToTheSencoAlone(
  place: Place,
  chat: string,
  entries: ReturnType<typeof noting>['entries'],
) {
  const { bot, player, takes } = place;
  const { store, school } = bot;
  const pupil = (await store.pupilsOf(school.id)).find(({ firstName }) => firstName === 'Ruby');
  if (!pupil) return expect.fail('no Ruby');
  for (const name of OTHERS) {
    await player(name).type('review export Ruby');
    await player(name).sees(/Only a SENCO/);
  }
  await asksFor(place);
  await player(PRIYA).sees(/2 files/);
  for (const name of OTHERS) expect(await takes(name)).toBeUndefined();
  const data = JSON.parse((await takes(PRIYA)) ?? '{}');
  const held = await heldAbout(store, school, pupil);
  expect(held.reviews.map(({ evidence }) => evidence.filter(({ answer }) => answer).length)).toContain(1);
  expect({ pupil: data.pupil, reviews: data.reviews, digests: data.digests }).toEqual({
    ...{ pupil: held.pupil, reviews: held.reviews, digests: held.digests },
  });
  const by = (name: string) => school.staff.find((one) => one.name === name)?.email ?? '';
  const of = { school: school.id, chat, pupils: [pupil.id] };
  expect(entries().filter(({ kind }) => kind === 'exported')).toEqual([
    expect.objectContaining({ ...of, who: by(PRIYA), what: 'school' }),
  ]);
  expect(entries().filter(({ kind }) => kind === 'refused')).toEqual(
    OTHERS.map((name) => expect.objectContaining({ ...of, who: by(name), what: 'export:not-theirs' })),
  );
}

describe('a SENCO takes out all that is held about a pupil: it comes whole, and to nobody else', () => {
  it('in Slack, as an upload in their own chat; where Slack refuses it they are told, and ask again', async () => {
    const { auditOf, entries } = noting();
    const { bot, workspace, player } = await aSchoolInSlack({ auditOf });
    // Two files come, within one second: the page, and the data.
    const data = (name: string) => player(name).person.takesFile('.json');
    const place: Place = { bot, player, takes: data };

    await whatIsHeld(place);
    await comesWholeToTheSencoAlone(place, 'slack', entries);
    workspace.fail('files.getUploadURLExternal', { error: 'file_uploads_disabled' }, 1);
    await player(PRIYA).press('Take it out once more');
    await player(PRIYA).press('For the school');
    await player(PRIYA).sees('The chat did not take the file.');
    const uploads = workspace.calls.filter(({ method }) => method === 'files.completeUploadExternal');
    expect(uploads.map(({ args }) => String(args.channel_id)[0])).toEqual(['D', 'D']);
  });

  it('in Teams, into their own OneDrive once they allow it; what they decline, or OneDrive refuses, is nowhere', async () => {
    const { auditOf, entries } = noting();
    const host = await startFileHost();
    const { bot, player } = await aSchoolInTeams(1, undefined, { auditOf });
    const place: Place = { bot, player, takes: (name) => player(name).takesFile(host) };
    await whatIsHeld(place);
    await comesWholeToTheSencoAlone(place, 'teams', entries);
    const kept = host.drop.content;
    await player(PRIYA).declinesFile();
    await player(PRIYA).sees('All right, the file was not sent.');
    await asksFor(place);
    const full = { ...host, drop: { ...host.drop, url: `${host.drop.url}-is-full` } };
    await player(PRIYA).takesFile(full);
    await player(PRIYA).sees('OneDrive did not take the file.');
    expect(host.drop.content).toBe(kept);
  });

  it('in the sandbox, as a download that is theirs, and is fetched once', async () => {
    const { auditOf, entries } = noting();
    const { bot, player } = await aSchoolInSandbox({ auditOf });
    const place: Place = { bot, player, takes: (name) => player(name).takesFile() };
    await whatIsHeld(place);
    await comesWholeToTheSencoAlone(place, 'sandbox', entries);
    expect(await player(PRIYA).takesFile()).toBeUndefined();
    await asksFor(place);
    const at = (name: string) => bot.school.staff.find((one) => one.name === name)?.email ?? '';
    const { messages } = await sandboxClient(bot.url).messages(at(PRIYA));
    const given = messages.findLast((one) => one.from === 'bot' && one.file);
    const key = given?.from === 'bot' ? (given.file?.key ?? '') : '';
    const fetched = (name: string) =>
      fetch(`${bot.url}/sandbox/given-file?${new URLSearchParams({ person: at(name), key })}`);
    expect((await fetched(RUTH)).status).toBe(404);
    expect((await fetched(PRIYA)).status).toBe(200);
  });
});
