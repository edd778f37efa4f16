import { describe, expect, it } from 'vitest';
import { contactId } from '../../../src/domain/school/contact.ts';
import { DAY, HOUR, MINUTE } from '../../support/clock.ts';
import { type SlackBot, slackBot } from '../../support/slack-bot.ts';
import { messageOf, words } from '../../support/slack-cards.ts';
import { slackPerson } from '../../support/slack-client.ts';
import { commandOf, deliverForm } from '../../support/slack-delivery.ts';
import { soon } from '../../support/soon.ts';

const SAM = 'sam@school.example';
const ALEX = 'alex@school.example';
const hello = { kind: 'new', show: messageOf([words('Hello')]) } as const;

async function started(): Promise<SlackBot> {
  const bot = await slackBot();
  bot.answers(() => hello);
  return bot;
}
const asked = (bot: SlackBot, method: string) => bot.workspace.calls.filter((one) => one.method === method);
async function typed(bot: SlackBot, email = SAM): Promise<void> {
  const before = bot.heard.length;
  await slackPerson(bot, email).command('due');
  await soon(() => expect(bot.heard).toHaveLength(before + 1));
}

describe('whoever speaks', () => {
  it('is known by the e-mail address of the directory, in lower case, and remembered', async () => {
    const bot = await started();
    bot.workspace.amend(SAM, { profile: { email: ' Sam@School.Example ' } });
    await typed(bot);
    const userId = bot.workspace.userId(SAM);
    expect(bot.heard[0]).toMatchObject({ email: SAM, tenant: bot.workspace.teamId });
    expect(bot.contacts.get(userId)).toEqual({
      id: contactId('slack', bot.workspace.teamId, userId),
      version: 1,
      channel: 'slack',
      tenant: bot.workspace.teamId,
      userId,
      email: SAM,
      checkedAt: bot.clock.now(),
      seenAt: bot.clock.now(),
      address: { channel: expect.stringMatching(/^D/) },
    });
  });

  it('is looked up once an hour', async () => {
    const bot = await started();
    await typed(bot);
    bot.clock.pass(59 * MINUTE);
    await typed(bot);
    expect(asked(bot, 'users.info')).toHaveLength(1);
    bot.clock.pass(MINUTE);
    await typed(bot);
    expect(asked(bot, 'users.info')).toHaveLength(2);
    expect(bot.contacts.get(bot.workspace.userId(SAM))?.checkedAt).toBe(bot.clock.now());
    expect(asked(bot, 'conversations.open')).toHaveLength(1);
  });

  it('is looked up again after something could not be sent to them, and is who they are now', async () => {
    const bot = await started();
    await typed(bot);
    const contact = bot.contacts.get(bot.workspace.userId(SAM)) ?? expect.fail();
    bot.workspace.fail('chat.postMessage', { error: 'channel_not_found' }, 1);
    await expect(bot.channel.send(contact, messageOf([words('x')]), 'k')).rejects.toThrow();
    bot.workspace.amend(SAM, { profile: { email: 'sam.new@school.example' } });
    await typed(bot);
    expect(bot.heard[1]?.email).toBe('sam.new@school.example');
  });

  it('is heard from again, given they could not be reached', async () => {
    const bot = await started();
    await typed(bot);
    const userId = bot.workspace.userId(SAM);
    const known = bot.contacts.get(userId) ?? expect.fail();
    const unreachable = { since: bot.clock.now(), why: 'blocked' as const };
    (bot.contacts as Map<string, typeof known>).set(userId, { ...known, unreachable });
    await typed(bot);
    expect(bot.contacts.get(userId)?.unreachable).toBeUndefined();
  });

  it.each([
    ['a bot', { is_bot: true }],
    ['somebody the directory says too little of', { is_bot: undefined }],
    ['a guest of some channels', { is_restricted: true }],
    ['a guest of one channel', { is_ultra_restricted: true }],
    ['deleted', { deleted: true }],
    ['of another workspace', { team_id: 'T999' }],
    ['a stranger over Slack Connect', { is_stranger: true }],
    ['not sure of their e-mail address', { is_email_confirmed: false }],
    ['without an e-mail address', { profile: {} }],
  ])('is a stranger, given they are %s', async (_, change) => {
    const bot = await started();
    bot.workspace.amend(SAM, change);
    await typed(bot);
    expect(bot.heard[0]?.email).toBeUndefined();
    expect(bot.contacts.get(bot.workspace.userId(SAM))?.email).toBeUndefined();
    expect(asked(bot, 'conversations.open')).toHaveLength(0);
  });

  it('is of their own workspace, given it is another', async () => {
    const bot = await started();
    bot.workspace.amend(SAM, { team_id: 'T999' });
    await typed(bot);
    expect(bot.heard[0]?.tenant).toBe('T999');
  });

  it('is a colleague, given a workspace of one organisation that has them as a member', async () => {
    const bot = await started();
    bot.workspace.amend(SAM, { team_id: 'T999', enterprise_user: { teams: ['T998', bot.workspace.teamId] } });
    await typed(bot);
    expect(bot.heard[0]).toMatchObject({ email: SAM, tenant: bot.workspace.teamId });
  });

  it('is no longer who they were once the directory says so', async () => {
    const bot = await started();
    await typed(bot);
    bot.workspace.amend(SAM, { deleted: true });
    bot.clock.pass(DAY);
    await typed(bot);
    expect(bot.heard[1]?.email).toBeUndefined();
    expect(bot.contacts.get(bot.workspace.userId(SAM))?.email).toBeUndefined();
  });

  it('is taken for nobody while the directory can not be asked, and told so', async () => {
    const bot = await started();
    bot.workspace.fail('users.info', { status: 503 });
    const sam = slackPerson(bot, SAM);
    await sam.command('due');
    await soon(() =>
      expect(sam.ephemerals()[0]?.words).toMatch(
        /I can’t check at the moment that you are still a member here/,
      ),
    );
    expect(bot.heard).toEqual([]);
  });

  it('is taken for who they were while the directory can not be asked, for a day', async () => {
    const bot = await started();
    await typed(bot);
    bot.workspace.fail('users.info', { status: 503 });
    bot.clock.pass(23 * HOUR);
    await typed(bot);
    expect(bot.heard[1]?.email).toBe(SAM);
    bot.clock.pass(HOUR);
    const sam = slackPerson(bot, SAM);
    await sam.command('due');
    await soon(() => expect(sam.ephemerals().at(-1)?.words).toMatch(/I can’t check at the moment/));
    expect(bot.heard).toHaveLength(2);
  });

  it('unknown to the directory is a stranger', async () => {
    const bot = await started();
    await deliverForm(bot, commandOf(bot.workspace, 'U0UNKNOWN', 'due'));
    await soon(() => expect(bot.heard).toHaveLength(1));
    expect(bot.heard[0]?.email).toBeUndefined();
  });
});

describe('a colleague', () => {
  it('is found by e-mail address, remembered, and has a private chat', async () => {
    const bot = await started();
    const contact = await bot.channel.locate?.(ALEX);
    const userId = bot.workspace.userId(ALEX);
    expect(contact).toMatchObject({ email: ALEX, userId, address: { channel: expect.stringMatching(/^D/) } });
    expect(contact).toEqual(bot.contacts.get(userId));
    expect(contact?.seenAt).toBeUndefined();
  });

  it.each([
    ['nobody', 'other@school.example', {}],
    ['somebody deleted', ALEX, { deleted: true }],
    ['somebody of another workspace', ALEX, { team_id: 'T999' }],
  ])('is not found, given the address is of %s', async (_, email, change) => {
    const bot = await started();
    bot.workspace.amend(ALEX, change);
    expect(await bot.channel.locate?.(email)).toBeUndefined();
    expect(bot.contacts.size).toBe(0);
  });
});
