import { describe, expect, it } from 'vitest';
import type { Reply } from '../../../src/channels/channel.ts';
import type { CardMessage } from '../../../src/presentation/message.ts';
import { type SlackBot, slackBot } from '../../support/slack-bot.ts';
import { choices, formOf, input, messageOf, submit, typed, words } from '../../support/slack-cards.ts';
import { slackPerson } from '../../support/slack-client.ts';
import { deliverInteraction, submissionOf, unique } from '../../support/slack-delivery.ts';
import { soon } from '../../support/soon.ts';

const SAM = 'sam@school.example';
const card = (text: string, ...buttons: [string, string][]): CardMessage =>
  messageOf(
    [words(text)],
    buttons.map(([title, what]) => submit(title, { do: what })),
  );
const fresh = (show: CardMessage): Reply => ({ kind: 'new', show });
const instead = (show: CardMessage): Reply => ({ kind: 'replace', show });
const form = formOf(
  [
    input('Text', 'worked', { isRequired: true }),
    input('ChoiceSet', 'delivered', { choices: choices('yes', 'no'), style: 'expanded' }),
    input('ChoiceSet', 'sources', { choices: choices('a', 'b', 'c'), isMultiSelect: true }),
    input('Date', 'due'),
    input('Time', 'at'),
    input('Text', 'link'),
  ],
  { send: { do: 'submit', form: 'evidence' } },
);
const nothing = 'Nothing to add';
const formWithSide = {
  ...form,
  card: {
    ...form.card,
    actions: [...(form.card.actions ?? []), submit(nothing, { do: 'nothing' }, { associatedInputs: 'none' })],
  },
};

/** A bot that answers by what is said or pressed. */
async function botThat(answers: Record<string, Reply | (() => Reply | Promise<Reply>)>): Promise<SlackBot> {
  const bot = await slackBot();
  bot.answers(({ said }) => {
    const answer = answers[said.kind === 'press' ? said.data.do : 'text' in said ? said.text : said.kind];
    if (!answer) throw new Error('not expected');
    return typeof answer === 'function' ? answer() : answer;
  });
  return bot;
}
const fine = ({ workspace }: SlackBot) => expect(workspace.refused).toEqual([]);
const words1 = (shown: readonly { words: string }[]) => shown.map((one) => one.words);

describe('what was stored', () => {
  const saved = (reply: Reply): Reply => ({ ...reply, saved: true });

  it('is said to be in the window, where Slack does not show what comes next', async () => {
    const bot = await botThat({ start: fresh(form), submit: saved(instead(card('Sent'))) });
    const sam = slackPerson(bot, SAM);
    await sam.command('start', 'dm');
    await soon(() => expect(sam.modal()).toBeDefined());
    bot.workspace.fail('chat.postMessage', { error: 'fatal_error' });
    bot.workspace.fail('response_url', { status: 500 });
    sam.fills({ worked: 'Pairs' });
    await sam.submits();
    await soon(() => expect(sam.modal()?.words).toMatch(/^Saved\. Slack could not show/));
  });

  it('is shown by its own address where Slack’s methods do not answer', async () => {
    const bot = await slackBot({ patience: { requestMs: 400 } });
    bot.answers(({ said }) =>
      said.kind === 'press' ? saved(instead(card('Sent'))) : fresh(card('One', ['Go', 'go'])),
    );
    const sam = slackPerson(bot, SAM);
    await sam.command('due', 'dm');
    await soon(async () => expect(words1(await sam.messages())).toEqual(['One']));
    bot.workspace.fail('chat.update', 'hang');
    bot.workspace.fail('chat.postMessage', 'hang');
    await sam.presses('Go');
    const answered = () => bot.workspace.calls.filter(({ method }) => method === 'response_url');
    await soon(() => expect(JSON.stringify(answered().map(({ args }) => args))).toContain('Sent'));
  });

  it('is shown by its own address at once where Slack asks for more than a moment', async () => {
    const bot = await botThat({ due: fresh(card('One', ['Go', 'go'])), go: saved(instead(card('Sent'))) });
    const sam = slackPerson(bot, SAM);
    await sam.command('due', 'dm');
    await soon(async () => expect(words1(await sam.messages())).toEqual(['One']));
    for (const method of ['chat.update', 'chat.postMessage'])
      bot.workspace.fail(method, { status: 429, headers: { 'retry-after': '60' } }, 1);
    await sam.presses('Go');
    const answered = () => bot.workspace.calls.filter(({ method }) => method === 'response_url');
    await soon(() => expect(JSON.stringify(answered().map(({ args }) => args))).toContain('Sent'));
  });

  it('is shown a moment later where Slack asks for one', async () => {
    const bot = await botThat({ due: saved(fresh(card('Done'))) });
    const sam = slackPerson(bot, SAM);
    bot.workspace.fail('chat.postMessage', { status: 429, headers: { 'retry-after': '0' } }, 1);
    await sam.says('due');
    await soon(async () => expect(words1(await sam.messages())).toEqual(['Done']));
  });
});

describe('a command', () => {
  it('typed in a channel is answered to that person only', async () => {
    const bot = await botThat({ due: fresh(messageOf([typed('Amara Khan')])) });
    const sam = slackPerson(bot, SAM);
    await sam.command('due');
    await soon(() => expect(words1(sam.ephemerals())).toEqual(['Amara Khan']));
    expect(sam.ephemerals()[0]?.notification).toBe('About review K7Q4');
    expect(await sam.messages()).toEqual([]);
    expect(slackPerson(bot, 'alex@school.example').ephemerals()).toEqual([]);
    expect(bot.heard).toEqual([
      {
        ...{ channel: 'slack', account: bot.workspace.userId(SAM), email: SAM },
        tenant: bot.workspace.teamId,
        said: { kind: 'text', text: 'due', shownNowhere: true },
      },
    ]);
    fine(bot);
  });

  it('typed in the private chat is answered there', async () => {
    const bot = await botThat({ due: fresh(card('Overdue')) });
    const sam = slackPerson(bot, SAM);
    await sam.command('due', 'dm');
    await soon(async () => expect(words1(await sam.messages())).toEqual(['Overdue']));
    expect(sam.ephemerals()).toEqual([]);
  });

  it('answered by a form opens it at once', async () => {
    const bot = await botThat({ start: fresh(form) });
    const sam = slackPerson(bot, SAM);
    await sam.command('start');
    await soon(() => expect(sam.modal()?.title).toBe('A form'));
    expect(sam.ephemerals()).toEqual([]);
    fine(bot);
  });

  it('answered by a form too late to open it offers the button to it instead', async () => {
    const bot = await slackBot({ patience: { openMs: 0 } });
    bot.answers(() => fresh(form));
    const sam = slackPerson(bot, SAM);
    await sam.command('start');
    await soon(() => expect(sam.ephemerals()[0]?.buttons).toEqual(['Open the form']));
    expect(bot.workspace.calls.map(({ method }) => method)).not.toContain('views.open');
  });

  it('offers the button to its form, too, when Slack does not open it', async () => {
    const bot = await botThat({ start: fresh(form), form: fresh(form) });
    bot.workspace.fail('views.open', { error: 'expired_trigger_id' }, 1);
    const sam = slackPerson(bot, SAM);
    await sam.command('start');
    await soon(() => expect(sam.ephemerals()).toHaveLength(1));
    await sam.presses('Open the form');
    await soon(() => expect(sam.modal()).toBeDefined());
  });

  it('is answered in the private chat when Slack does not take the answer where it was typed', async () => {
    const bot = await botThat({ due: fresh(card('Overdue')) });
    bot.workspace.fail('response_url', { status: 404 });
    const sam = slackPerson(bot, SAM);
    await sam.command('due');
    await soon(async () => expect(words1(await sam.messages())).toEqual(['Overdue']));
  });

  it('that can not be taken is said to be so', async () => {
    const bot = await slackBot();
    bot.answers(() => Promise.reject(new Error('full disk')));
    const sam = slackPerson(bot, SAM);
    await sam.command('due');
    await soon(() => expect(sam.ephemerals()[0]?.words).toMatch(/Something went wrong/));
  });

  it('whose answer is too long for a message is shown in a window', async () => {
    const long = messageOf(Array.from({ length: 6 }, () => typed('x'.repeat(2900))));
    const bot = await botThat({ status: fresh(long) });
    const sam = slackPerson(bot, SAM);
    await sam.command('status');
    await soon(() => expect(sam.modal()?.words).toHaveLength(6 * 2900 + 5));
    fine(bot);
  });
});

describe('a message', () => {
  it('in the private chat is answered there, and what comes later is sent there', async () => {
    const bot = await botThat({ mine: fresh(card('Nothing is waiting on you')) });
    const sam = slackPerson(bot, SAM);
    await sam.says('mine');
    await soon(async () => expect(words1(await sam.messages())).toEqual(['Nothing is waiting on you']));
    expect(bot.contacts.get(sam.userId)).toMatchObject({
      email: SAM,
      tenant: bot.workspace.teamId,
      address: { channel: expect.stringMatching(/^D/) },
    });
  });

  it('that mentions the bot in a channel is answered to that person only', async () => {
    const bot = await botThat({ due: fresh(card('Overdue')) });
    const sam = slackPerson(bot, SAM);
    await sam.mentions('due');
    await soon(() => expect(words1(sam.ephemerals())).toEqual(['Overdue']));
    expect(bot.workspace.calls.map(({ method }) => method)).not.toContain('chat.postMessage');
  });

  it('answered by a form gets a button to it, as nothing can be opened then', async () => {
    const bot = await botThat({ start: fresh(formWithSide), form: fresh(form) });
    const sam = slackPerson(bot, SAM);
    await sam.says('start');
    await soon(async () => expect((await sam.messages())[0]?.buttons).toEqual(['Open the form', nothing]));
    await sam.presses('Open the form');
    await soon(() => expect(sam.modal()).toBeDefined());
    const at = { channel: expect.any(String), ts: expect.any(String) };
    expect(bot.heard[1]?.said).toEqual({ kind: 'press', data: { do: 'form' }, values: {}, at });
    fine(bot);
  });
});

describe('a button', () => {
  it('is answered below its card, or in its place', async () => {
    const bot = await botThat({
      due: fresh(card('One', ['More', 'more'], ['Turn', 'turn'])),
      more: fresh(card('Two')),
      turn: instead(card('Other')),
    });
    const sam = slackPerson(bot, SAM);
    for (const where of ['dm', 'channel'] as const) {
      const shown = async () => words1(where === 'dm' ? await sam.messages() : sam.ephemerals());
      await sam.command('due', where);
      await soon(async () => expect(await shown()).toHaveLength(1));
      await sam.presses('More');
      await soon(async () => expect(await shown()).toHaveLength(2));
      await sam.presses('Turn');
      await soon(async () => expect(await shown()).toEqual(['Other', 'Two']));
    }
    fine(bot);
  });

  it('is answered below when its card can no longer be changed', async () => {
    const bot = await botThat({ due: fresh(card('One', ['Turn', 'turn'])), turn: instead(card('Other')) });
    const sam = slackPerson(bot, SAM);
    await sam.says('due');
    await soon(async () => expect(await sam.messages()).toHaveLength(1));
    bot.workspace.fail('chat.update', { error: 'edit_window_closed' });
    await sam.presses('Turn');
    await soon(async () => expect((await sam.messages())[1]?.words).toBe('Other'));
  });

  it('opens a form within the time Slack allows', async () => {
    const bot = await botThat({ due: fresh(card('One', ['Start', 'start'])), start: fresh(form) });
    const sam = slackPerson(bot, SAM);
    await sam.says('due');
    await soon(async () => expect(await sam.messages()).toHaveLength(1));
    await sam.presses('Start');
    await soon(() => expect(sam.modal()?.words).toContain('About worked'));
    expect(await sam.messages()).toHaveLength(1);
    fine(bot);
  });

  it('whose form takes the place of its card leaves that as it was until the form is sent', async () => {
    const bot = await botThat({
      due: fresh(card('One', ['Start', 'start'])),
      start: instead(form),
      submit: instead(card('Sent')),
    });
    const sam = slackPerson(bot, SAM);
    await sam.says('due');
    await soon(async () => expect(await sam.messages()).toHaveLength(1));
    await sam.presses('Start');
    await soon(() => expect(sam.modal()).toBeDefined());
    sam.closes();
    expect((await sam.messages()).map(({ buttons }) => buttons)).toEqual([['Start']]);
    await sam.presses('Start');
    await soon(() => expect(sam.modal()).toBeDefined());
    sam.fills({ worked: 'Pairs' });
    await sam.submits();
    await soon(async () => expect(words1(await sam.messages())).toEqual(['Sent']));
  });

  it('brings what stands under “Add more” into its window, and what was typed meanwhile stays', async () => {
    const turn = {
      type: 'ActionSet',
      actions: [{ type: 'Action.ToggleVisibility', title: 'Add more', targetElements: ['more'] }],
    };
    const hidden = { type: 'Container', id: 'more', isVisible: false, items: [input('Text', 'b')] };
    const bot = await botThat({
      start: fresh(formOf([input('Text', 'a'), turn, hidden])),
      more: () => instead(formOf([input('Text', 'a'), input('Text', 'b')])),
      submit: instead(card('Sent')),
    });
    const sam = slackPerson(bot, SAM);
    await sam.command('start');
    await soon(() => expect(sam.modal()).toBeDefined());
    expect(Object.keys(sam.modal()?.values ?? {})).toEqual(['a']);
    sam.fills({ a: 'Pairs' });
    await sam.presses('Add more');
    await soon(() => expect(sam.modal()?.values).toEqual({ a: 'Pairs', b: '' }));
    expect(bot.heard.at(-1)?.said).toMatchObject({ data: { do: 'more' }, values: { a: 'Pairs' } });
    fine(bot);
  });

  it('in a window is answered in that window', async () => {
    const rows = {
      type: 'ActionSet',
      actions: [submit('Other', { do: 'other' }), submit('Turn', { do: 'turn' })],
    };
    const bot = await botThat({
      start: fresh(formOf([input('Text', 'a'), rows])),
      other: fresh(card('On top')),
      turn: instead(formOf([input('Text', 'b')])),
    });
    const sam = slackPerson(bot, SAM);
    await sam.command('start');
    await soon(() => expect(sam.modal()).toBeDefined());
    await sam.presses('Other');
    await soon(() => expect(sam.modal()?.words).toBe('On top'));
    sam.closes();
    await sam.presses('Turn');
    await soon(() => expect(sam.modal()?.values).toEqual({ b: '' }));
    expect(sam.ephemerals()).toEqual([]);
    fine(bot);
  });
});

describe('a form in a window', () => {
  const open = async (answers: Parameters<typeof botThat>[0], options?: Parameters<typeof slackBot>[0]) => {
    const bot = options
      ? await slackBot(options)
      : await botThat({ evidence: fresh(form), form: fresh(form), ...answers });
    const sam = slackPerson(bot, SAM);
    return { bot, sam };
  };
  const fromItsMessage = async (answers: Parameters<typeof botThat>[0]) => {
    const { bot, sam } = await open(answers);
    await sam.says('evidence');
    await soon(async () => expect(await sam.messages()).toHaveLength(1));
    await sam.presses('Open the form');
    await soon(() => expect(sam.modal()).toBeDefined());
    return { bot, sam };
  };

  it('sends what stands in its inputs, by id, with its data', async () => {
    const { bot, sam } = await fromItsMessage({ submit: instead(card('Sent')) });
    sam.fills({
      'About worked': ' Pairs & <b>*fun*\nsecond ',
      delivered: 'The yes',
      sources: ['a', 'c'],
      due: '2026-11-30',
      at: '09:15',
    });
    await sam.submits();
    expect(bot.heard.at(-1)?.said).toEqual({
      kind: 'press',
      at: { channel: expect.any(String), ts: expect.any(String) },
      data: { do: 'submit', form: 'evidence' },
      values: {
        worked: ' Pairs & <b>*fun*\nsecond ',
        delivered: 'yes',
        sources: 'a,c',
        due: '2026-11-30',
        at: '09:15',
        link: '',
      },
    });
    fine(bot);
  });

  it('closes and changes the message it was opened from, given it is that form’s own', async () => {
    const { bot, sam } = await fromItsMessage({ submit: instead(card('Sent')) });
    sam.fills({ worked: 'x' });
    await sam.submits();
    expect(sam.modal()).toBeUndefined();
    await soon(async () => expect(words1(await sam.messages())).toEqual(['Sent']));
    fine(bot);
  });

  it('closes and answers below, given it was opened from another card', async () => {
    const { bot, sam } = await open({
      due: fresh(card('Agenda', ['Review it', 'review'])),
      review: fresh(form),
      submit: instead(card('Reviewed')),
    });
    for (const where of ['dm', 'channel'] as const) {
      const shown = async () => words1(where === 'dm' ? await sam.messages() : sam.ephemerals());
      await sam.command('due', where);
      await soon(async () => expect(await shown()).toEqual(['Agenda']));
      await sam.presses('Review it');
      await soon(() => expect(sam.modal()).toBeDefined());
      sam.fills({ worked: 'x' });
      await sam.submits();
      expect(sam.modal()).toBeUndefined();
      await soon(async () => expect(await shown()).toEqual(['Agenda', 'Reviewed']));
    }
    fine(bot);
  });

  it('is taken once, and each time answered the same, given it is delivered three times', async () => {
    const { bot, sam } = await fromItsMessage({
      submit: async () => {
        await Promise.resolve();
        return instead(card('Sent'));
      },
    });
    const view = bot.workspace.views[0] ?? expect.fail();
    const base = { user: { id: sam.userId }, team: { id: bot.workspace.teamId } };
    const state = { worked: { worked: { type: 'plain_text_input', value: 'x' } } };
    const payload = submissionOf(base, view, state);
    const both = await Promise.all([payload, payload].map((one) => deliverInteraction(bot, one)));
    const third = await deliverInteraction(bot, payload);
    for (const response of [...both, third])
      expect(await response.json()).toEqual({ response_action: 'clear' });
    await soon(async () => expect(words1(await sam.messages())).toEqual(['Sent']));
    expect(bot.heard.filter(({ said }) => said.kind === 'press' && said.data.do === 'submit')).toHaveLength(
      1,
    );
    expect(bot.workspace.calls.filter(({ method }) => method === 'chat.update')).toHaveLength(1);
  });

  it('begins empty when the next form asks the same, as to add another', async () => {
    const { bot, sam } = await fromItsMessage({ submit: fresh(form) });
    sam.fills({ worked: 'first' });
    await sam.submits();
    expect(sam.modal()?.values.worked).toBe('');
    sam.fills({ worked: 'second' });
    await sam.submits();
    const sent = bot.heard.flatMap(({ said }) => (said.kind === 'press' ? [said.values.worked] : []));
    expect(sent.filter(Boolean)).toEqual(['first', 'second']);
    fine(bot);
  });

  it('marks faults in a further form, too', async () => {
    let times = 0;
    const { sam } = await fromItsMessage({
      submit: () => {
        times += 1;
        return times === 1 ? fresh(form) : { kind: 'invalid', errors: { due: 'Past.' }, show: form };
      },
    });
    for (const worked of ['first', 'second']) {
      sam.fills({ worked });
      await sam.submits();
    }
    expect(sam.modal()?.errors).toEqual({ due: 'Past.' });
    expect(sam.modal()?.values.worked).toBe('second');
  });

  it('goes on to the next form in the same window', async () => {
    const next = formOf([input('Text', 'more')], { send: { do: 'last' } });
    const { bot, sam } = await fromItsMessage({ submit: fresh(next), last: instead(card('All done')) });
    sam.fills({ worked: 'x' });
    await sam.submits();
    expect(sam.modal()?.values).toEqual({ more: '' });
    await sam.submits();
    expect(sam.modal()).toBeUndefined();
    const shown = words1(await sam.messages());
    // The message it began from is the first form's, which may still be open; the second one's answer is new.
    expect(shown).toHaveLength(2);
    expect(shown[1]).toBe('All done');
    fine(bot);
  });

  it('answered by one of its kind keeps its message, which the last answer replaces', async () => {
    const { bot, sam } = await fromItsMessage({
      submit: instead(formOf([input('Text', 'more')], { send: { do: 'last' } })),
      last: instead(card('All done')),
    });
    sam.fills({ worked: 'x' });
    await sam.submits();
    await sam.submits();
    expect(words1(await sam.messages())).toEqual(['All done']);
    fine(bot);
  });

  it('marks each input at fault and keeps what was typed; put right, it is taken', async () => {
    let good = false;
    const errors = { worked: 'Please say more.', due: 'That day is past.' };
    const { bot, sam } = await fromItsMessage({
      submit: () => (good ? instead(card('Sent')) : { kind: 'invalid', errors, show: form }),
    });
    sam.fills({ worked: 'x' });
    await sam.submits();
    expect(sam.modal()?.errors).toEqual(errors);
    expect(sam.modal()?.values.worked).toBe('x');
    good = true;
    await sam.submits();
    await soon(async () => expect(words1(await sam.messages())).toEqual(['Sent']));
    expect(bot.heard.filter(({ said }) => said.kind === 'press' && said.data.do === 'submit')).toHaveLength(
      2,
    );
  });

  it('shows the form again where sending it has come to mean more: that a day pointed out is meant', async () => {
    const day = '2026-12-05';
    const said = 'Sat 5 Dec 2026 is no school day.';
    const pointedOut = formOf([words(said), input('Text', 'worked', { value: 'x' }), input('Date', 'due')], {
      send: { do: 'submit', pointedOut: day },
    });
    const errors = { due: said };
    const { bot, sam } = await fromItsMessage({ submit: { kind: 'invalid', errors, show: pointedOut } });
    sam.fills({ worked: 'x' });
    await sam.submits();
    expect(sam.modal()?.words).toContain(said);
    expect(sam.modal()?.values.worked).toBe('x');
    await sam.submits();
    expect(bot.heard.at(-1)?.said).toMatchObject({ data: { do: 'submit', pointedOut: day } });
    fine(bot);
  });

  it('shows the form again, with what was typed, given a fault that is no input of it', async () => {
    const again = formOf([words('Somebody else changed this.'), input('Text', 'worked', { value: 'x' })]);
    const { bot, sam } = await fromItsMessage({
      submit: { kind: 'invalid', errors: { review: 'Changed.' }, show: again },
    });
    sam.fills({ worked: 'x' });
    await sam.submits();
    expect(sam.modal()?.words).toContain('Somebody else changed this.');
    expect(sam.modal()?.values.worked).toBe('x');
    fine(bot);
  });

  it('keeps what was typed, and says so, when it could not be stored; sent again, it is taken', async () => {
    let full = true;
    const { bot, sam } = await fromItsMessage({
      submit: () => {
        if (full) throw new Error('full disk');
        return instead(card('Sent'));
      },
    });
    sam.fills({ worked: 'x' });
    await sam.submits();
    expect(sam.modal()?.errors.worked).toMatch(/may not be saved.*still here/);
    full = false;
    await sam.submits();
    expect(sam.modal()).toBeUndefined();
    await soon(async () => expect(words1(await sam.messages())).toEqual(['Sent']));
    fine(bot);
  });

  it('shows all the cards of its answer, the first in its place and the others below', async () => {
    const { bot, sam } = await fromItsMessage({
      submit: {
        kind: 'replace',
        show: card('Not saved, 1'),
        more: [card('Not saved, 2'), card('Not saved, 3')],
      },
    });
    sam.fills({ worked: 'x' });
    await sam.submits();
    expect(words1(await sam.messages())).toEqual(['Not saved, 1', 'Not saved, 2', 'Not saved, 3']);
    fine(bot);
  });

  it('stays open with what was typed when its answer can not be shown; sent again, it is', async () => {
    const { bot, sam } = await fromItsMessage({ submit: instead(card('Not saved: here it is')) });
    bot.workspace.fail('chat.update', { error: 'ratelimited' });
    bot.workspace.fail('chat.postMessage', { error: 'ratelimited' });
    bot.workspace.fail('response_url', { status: 500 });
    sam.fills({ worked: 'long and dear' });
    await sam.submits();
    expect(sam.modal()?.values.worked).toBe('long and dear');
    expect(sam.modal()?.errors.worked).toMatch(/send it again/);
    bot.workspace.mend();
    await sam.submits();
    expect(sam.modal()).toBeUndefined();
    expect(words1(await sam.messages())).toEqual(['Not saved: here it is']);
  });

  it('has its other buttons in the window, unless they stand in its message', async () => {
    const { bot, sam } = await open({
      start: fresh(formWithSide),
      form: fresh(formWithSide),
      nothing: instead(card('Noted')),
    });
    await sam.command('start');
    await soon(() => expect(sam.modal()?.buttons).toEqual([nothing]));
    await sam.presses(nothing);
    await soon(() => expect(sam.modal()?.words).toBe('Noted'));
    sam.closes();
    await sam.says('start');
    await soon(async () => expect((await sam.messages())[0]?.buttons).toEqual(['Open the form', nothing]));
    await sam.presses('Open the form');
    await soon(() => expect(sam.modal()?.buttons).toEqual([]));
    fine(bot);
  });

  it('shows an answer too long for a message in the window', async () => {
    const long = messageOf(Array.from({ length: 6 }, () => typed('x'.repeat(2900))));
    const { bot, sam } = await fromItsMessage({ submit: instead(long) });
    sam.fills({ worked: 'x' });
    await sam.submits();
    expect(sam.modal()?.words).toHaveLength(6 * 2900 + 5);
    fine(bot);
  });
});

describe('a form that takes long to store', () => {
  const slow = async () => {
    const bot = await slackBot({ patience: { saveMs: 20 } });
    let settle: (reply: Reply | Error) => void = () => {};
    bot.answers(({ said }) => {
      if (said.kind === 'text') return fresh(form);
      return new Promise((resolve, reject) => {
        settle = (reply) => (reply instanceof Error ? reject(reply) : resolve(reply));
      });
    });
    const sam = slackPerson(bot, SAM);
    await sam.command('evidence');
    await soon(() => expect(sam.modal()).toBeDefined());
    sam.fills({ worked: 'typed' });
    await sam.submits();
    return { bot, sam, settle };
  };

  it('says that it is not saved yet, then that it is, and all closes with one press', async () => {
    const { bot, sam, settle } = await slow();
    expect(sam.modal()?.words).toContain('not saved yet');
    settle(instead(card('Sent')));
    await soon(() => expect(sam.modal()?.words).toContain('dealt with'));
    await soon(() => expect(words1(sam.ephemerals())).toEqual(['Sent']));
    sam.closes();
    expect(sam.modal()).toBeUndefined();
    fine(bot);
  });

  it('says that it was not saved, and what was typed is still below', async () => {
    const { bot, sam, settle } = await slow();
    settle(new Error('full disk'));
    await soon(() => expect(sam.modal()?.words).toContain('may not be saved'));
    sam.closes();
    expect(sam.modal()?.values.worked).toBe('typed');
    fine(bot);
  });

  /** In the third part of a form, in the last window that Slack has room for. */
  async function thirdIsSlow() {
    const bot = await slackBot({ patience: { saveMs: 20 } });
    let settle: (reply: Reply | Error) => void = () => {};
    bot.answers(({ said }) => {
      if (said.kind === 'text') return fresh(form);
      if (bot.workspace.views.length < 3) return { ...instead(form), next: form };
      return new Promise((resolve, reject) => {
        settle = (reply) => (reply instanceof Error ? reject(reply) : resolve(reply));
      });
    });
    const sam = slackPerson(bot, SAM);
    await sam.command('evidence');
    for (const many of [1, 2, 3]) {
      await soon(() => expect(bot.workspace.views).toHaveLength(many));
      sam.fills({ worked: `typed ${many}` });
      await sam.submits();
    }
    expect(Object.values(sam.modal()?.errors ?? {})).toEqual([expect.stringContaining('Still saving')]);
    return { bot, sam, settle };
  }

  it('in the third window says so in it, for there is no room on top; then that it is dealt with', async () => {
    const { bot, sam, settle } = await thirdIsSlow();
    expect(sam.modal()?.values.worked).toBe('typed 3');
    settle(instead(card('Sent')));
    await soon(() => expect(sam.modal()?.words).toContain('dealt with'));
    fine(bot);
  });

  it('in the third window, and is not saved, keeps what was typed there; sent again, it is taken', async () => {
    const { bot, sam, settle } = await thirdIsSlow();
    settle(new Error('full disk'));
    await soon(() => expect(bot.logged.join()).toContain('form not answered'));
    expect(sam.modal()?.values.worked).toBe('typed 3');
    bot.answers(() => instead(card('Sent')));
    await sam.submits();
    await soon(() => expect(words1(sam.ephemerals())).toEqual(['Sent']));
    fine(bot);
  });

  it('shows what is at fault, with what was typed', async () => {
    const { bot, sam, settle } = await slow();
    const show = formOf([words('Please say more.'), input('Text', 'worked', { value: 'typed' })]);
    settle({ kind: 'invalid', errors: { worked: 'Please say more.' }, show });
    await soon(() => expect(sam.modal()?.words).toContain('Please say more.'));
    expect(sam.modal()?.values.worked).toBe('typed');
    fine(bot);
  });
});

describe('in a thread', () => {
  const posted = (bot: SlackBot) =>
    bot.workspace.calls
      .filter(({ method }) => method === 'chat.postMessage')
      .map(({ args }) => args.thread_ts);
  /** A message of theirs in the private chat, on which a thread hangs. */
  const rootOf = async ({ workspace }: SlackBot) => {
    const opened = await workspace.api(
      'conversations.open',
      { users: workspace.userId(SAM) },
      workspace.botToken,
    );
    const channel = (opened.channel as { id: string }).id;
    const said = await workspace.api('chat.postMessage', { channel, text: 'root' }, workspace.botToken);
    return String(said.ts);
  };

  it('of the private chat, what is typed is answered there, and what stands outside of it outside', async () => {
    const bot = await botThat({ due: fresh(card('Overdue')), mine: fresh(card('Mine')) });
    const sam = slackPerson(bot, SAM);
    const root = await rootOf(bot);
    await sam.says('due', root);
    await soon(() => expect(posted(bot)).toEqual([root]));
    await sam.says('mine');
    await soon(() => expect(posted(bot)).toEqual([root, undefined]));
    fine(bot);
  });

  it('in the channel, an answer that can’t be shown there comes in the private chat, in no thread', async () => {
    const bot = await botThat({ due: fresh(card('Overdue')) });
    bot.workspace.fail('chat.postEphemeral', { error: 'user_not_in_channel' });
    await slackPerson(bot, SAM).mentions('due', '1700000000.000001');
    await soon(() => expect(posted(bot)).toEqual([undefined]));
  });

  it('a button is answered in it', async () => {
    const bot = await botThat({
      due: fresh(card('Overdue', ['More', 'more'])),
      more: fresh(card('More of it')),
    });
    const sam = slackPerson(bot, SAM);
    const root = await rootOf(bot);
    await sam.says('due', root);
    await soon(() => expect(posted(bot)).toEqual([root]));
    await pressIn(bot, { thread: root }, { do: 'more' });
    await soon(() => expect(posted(bot)).toEqual([root, root]));
    fine(bot);
  });

  it('the message that it hangs on is in none: a button on that is answered below, as always', async () => {
    const bot = await botThat({ more: fresh(card('More of it')) });
    const root = await rootOf(bot);
    await pressIn(bot, { thread: root, ts: root }, { do: 'more' });
    await soon(() => expect(posted(bot)).toEqual([undefined]));
  });

  /** Presses a button on a message of the private chat that is in `thread`. */
  async function pressIn(bot: SlackBot, at: { thread: string; ts?: string }, data: { do: string }) {
    const { workspace } = bot;
    const userId = workspace.userId(SAM);
    const opened = await workspace.api('conversations.open', { users: userId }, workspace.botToken);
    const channel = (opened.channel as { id: string }).id;
    const ts = at.ts ?? `${Number(at.thread) + 1}`;
    const payload = {
      ...{ type: 'block_actions', user: { id: userId }, team: { id: workspace.teamId }, api_app_id: 'A1' },
      trigger_id: await workspace.trigger(userId),
      container: { type: 'message', message_ts: ts, channel_id: channel, is_ephemeral: false },
      channel: { id: channel },
      message: { ts, thread_ts: at.thread },
      response_url: workspace.responseUrl(userId, channel),
      actions: [{ type: 'button', action_id: 'b', action_ts: unique(), value: JSON.stringify(data) }],
    };
    await deliverInteraction(bot, payload);
  }
});
