import { describe, expect, it } from 'vitest';
import { startFileHost } from '../../support/file-host.ts';
import { JO, startTeamsBot } from '../../support/teams-bot.ts';
import { teamsClient } from '../../support/teams-client.ts';
import { teamsPlayer } from '../../support/teams-player.ts';

const AL = { ...JO, id: '29:al', name: 'Al Assistant', email: 'al@oakfield.example' };
const FILE = { name: 'record-1.html', type: 'text/html', bytes: new TextEncoder().encode('Ada’s record') };

/** What somebody who says yes to a question sends back with it. */
function acceptedBy(asked: { readonly activity: Readonly<Record<string, unknown>> } | undefined): object {
  const [question] = (asked?.activity.attachments ?? []) as { content: { acceptContext: object } }[];
  return question?.content.acceptContext ?? {};
}

async function aQuestion(uploadHosts?: readonly string[]) {
  const bot = await startTeamsBot(uploadHosts ? { uploadHosts } : {});
  const host = await startFileHost();
  const { connector, contacts, channel } = bot;
  connector.members.set(AL.id, AL);
  const jo = teamsPlayer({ url: bot.url, settle: async () => {} }, connector, JO);
  await jo.type('hello');
  const contact = contacts.of(JO.id);
  if (!contact) throw new Error('not met');
  expect(await channel.sendFile(contact, FILE)).toBe('asked');
  const texts = () =>
    jo
      .messages()
      .map(({ text }) => text)
      .filter((text) => text !== '');
  return { bot, host, jo, texts, connector };
}

describe('a file in Teams', () => {
  it('is asked about first, and put into OneDrive whole once somebody says yes', async () => {
    const { host, jo, connector } = await aQuestion(['127.0.0.1']);
    expect(host.drop.content).toBeUndefined();
    expect(await jo.takesFile(host)).toBe('Ada’s record');
    expect(host.drop.range).toBe(`bytes 0-${FILE.bytes.length - 1}/${FILE.bytes.length}`);
    const kinds = connector.posted.flatMap(
      ({ activity }) => (activity.attachments ?? []) as { contentType: string }[],
    );
    // The question is gone, and the file stands in its place.
    expect(kinds.map(({ contentType }) => contentType)).toContain(
      'application/vnd.microsoft.teams.card.file.info',
    );
    expect(kinds.map(({ contentType }) => contentType)).not.toContain(
      'application/vnd.microsoft.teams.card.file.consent',
    );
  });

  it('is kept nowhere once somebody says no', async () => {
    const { bot, host, jo, texts, connector } = await aQuestion(['127.0.0.1']);
    const [asked] = connector.posted.slice(-1);
    await jo.declinesFile();
    expect(texts()).toEqual(['All right, the file was not sent. Nothing of it is kept.']);
    const context = acceptedBy(asked);
    const value = { type: 'fileUpload', action: 'accept', context };
    await teamsClient(connector, bot.url).deliver(
      teamsClient(connector, bot.url).activity(JO, {
        id: 'later',
        type: 'invoke',
        name: 'fileConsent/invoke',
        value,
      }),
    );
    expect(host.drop.content).toBeUndefined();
    expect(texts().at(-1)).toBe('That file is no longer here: please ask for it once more.');
  });

  it('goes to nobody else who answers, and to no host but Microsoft’s', async () => {
    const { bot, host, jo, texts, connector } = await aQuestion();
    const [asked] = connector.posted.slice(-1);
    const context = acceptedBy(asked);
    const uploadInfo = { uploadUrl: host.drop.url, contentUrl: 'x', uniqueId: 'u', name: 'n' };
    const client = teamsClient(connector, bot.url);
    const value = { type: 'fileUpload', action: 'accept', context, uploadInfo };
    const invoke = { id: 'al-1', type: 'invoke', name: 'fileConsent/invoke', value };
    expect((await client.deliver(client.activity(AL, invoke))).status).toBe(200);
    expect(host.drop.content).toBeUndefined();
    // Jo’s own yes, with an address on this machine: not SharePoint’s.
    await jo.takesFile(host);
    expect(host.drop.content).toBeUndefined();
    expect(texts().at(-1)).toBe('OneDrive did not take the file. Please ask for it once more.');
    expect(bot.log.join()).not.toMatch(/Ada|record-1/);
  });
});
