import { describe, expect, it, onTestFinished } from 'vitest';
import { slackChannel } from '../../../src/channels/slack/slack.ts';
import type { Contact } from '../../../src/domain/school/contact.ts';
import { testClock } from '../../support/clock.ts';
import { messageOf, words } from '../../support/slack-cards.ts';
import { commandOf } from '../../support/slack-delivery.ts';
import { startSocketServer } from '../../support/slack-socket.ts';
import { startSlackWorkspace } from '../../support/slack-workspace.ts';
import { soon } from '../../support/soon.ts';

async function connected(appToken = 'xapp-test', before = Promise.resolve()) {
  const workspace = await startSlackWorkspace({ people: ['sam@school.example'] });
  const sockets = await startSocketServer(workspace.apiUrl);
  const heard: string[] = [];
  const contacts = new Map<string, Contact>();
  const channel = slackChannel({
    botToken: workspace.botToken,
    appToken,
    apiUrl: sockets.apiUrl,
    clock: testClock(),
    log: { info() {}, warn() {}, error() {} },
    contacts: {
      find: async (id) => contacts.get(id),
      update: async (id, change) => {
        contacts.set(id, change(contacts.get(id)));
        return contacts.get(id) ?? expect.fail();
      },
    },
  });
  await channel.start(async ({ said }) => {
    heard.push(said.kind === 'press' ? said.data.do : 'text' in said ? said.text : said.kind);
    await before;
    return { kind: 'new', show: messageOf([words('Hello')]) };
  });
  onTestFinished(async () => {
    await channel.stop();
    await sockets.close();
    await workspace.close();
  });
  return { workspace, sockets, channel, heard };
}

describe('Socket Mode', () => {
  it('listens on no address of ours, takes what comes over the line once, and acknowledges it', async () => {
    const { workspace, sockets, channel, heard } = await connected();
    expect(channel.routes).toEqual([]);
    await soon(async () => expect(await channel.trouble()).toBeUndefined());
    const payload = commandOf(workspace, workspace.userId('sam@school.example'), 'due');
    for (const envelope of ['e1', 'e2', 'e3']) sockets.deliver('slash_commands', envelope, payload);
    await soon(() => expect(sockets.acknowledged).toEqual(['e1', 'e2', 'e3']));
    await soon(() => expect(workspace.ephemerals.map(({ text }) => text)).toEqual(['About review K7Q4']));
    expect(heard).toEqual(['due']);
  });

  it('connects again when the line is lost', async () => {
    const { sockets, channel } = await connected();
    await soon(async () => expect(await channel.trouble()).toBeUndefined());
    sockets.hangUp();
    await soon(() => expect(sockets.connections()).toBe(2));
    await soon(async () => expect(await channel.trouble()).toBeUndefined());
  });

  it('says what is wrong and does not end the process when Slack refuses the app token', async () => {
    const { sockets, channel } = await connected('xapp-wrong');
    await soon(async () =>
      expect(await channel.trouble()).toMatch(/Socket Mode is not connected \(invalid_auth\)/),
    );
    expect(sockets.connections()).toBe(0);
  });

  it('takes nothing more once it stops, and finishes what is in hand', async () => {
    let finish: () => void = () => {};
    const finished = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const { workspace, sockets, channel, heard } = await connected('xapp-test', finished);
    await soon(async () => expect(await channel.trouble()).toBeUndefined());
    const payload = () => commandOf(workspace, workspace.userId('sam@school.example'), 'due');
    sockets.deliver('slash_commands', 'e1', payload());
    await soon(() => expect(heard).toEqual(['due']));
    const stopped = channel.stop();
    sockets.deliver('slash_commands', 'e2', payload());
    finish();
    await stopped;
    expect(workspace.ephemerals).toHaveLength(1);
    expect(sockets.acknowledged).toEqual(['e1']);
    expect(heard).toEqual(['due']);
  });
});
