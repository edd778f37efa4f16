import type { Activity } from 'botbuilder';
import { describe, expect, it } from 'vitest';
import type { Reply } from '../../src/channels/channel.ts';
import { asTyped } from '../../src/channels/slack/payloads.ts';
import { saidIn } from '../../src/channels/teams/activity.ts';
import { readTyped } from '../../src/conversation/typed-words.ts';
import { aPupil, BYSTANDER, SENCO, TEACHER } from '../support/builders.ts';
import { aTalk, aTalkAbout, textOf, titlesOf } from './talk.ts';

/** What Teams sends of it. */
function fromTeams(text: string): string {
  const activity = {
    type: 'message',
    channelId: 'msteams',
    serviceUrl: 'https://smba.trafficmanager.net/uk/',
    from: { id: '29:jo' },
    recipient: { id: '28:bot' },
    conversation: { id: 'c', conversationType: 'personal' },
    text,
  };
  const said = saidIn(activity as unknown as Activity, () => undefined);
  return said?.kind === 'text' ? said.text : '';
}

/** What a person types, as Slack, Teams and the sandbox hand it over, and the command that it is. */
const FORMATTED: readonly (readonly [string, string, string, object])[] = [
  ['*due*', '<p><strong>due</strong></p>', '*due*', { command: 'due' }],
  ['_due_', '<p><em>due</em></p>', '_due_', { command: 'due' }],
  ['~due~', '<p><s>due</s></p>', '~~due~~', { command: 'due' }],
  ['`due`', '<p><code>due</code></p>', '`due`', { command: 'due' }],
  ['```due```', '<pre>due</pre>', '```due```', { command: 'due' }],
  ['"due"', '"due"', '"due"', { command: 'due' }],
  ['“review due”', '“review due”', '“review due”', { command: 'due' }],
  ['review *due*', 'review **due**', 'review "due"', { command: 'due' }],
  ['*`due`*', '**due**', '**`due`**', { command: 'due' }],
  ['&gt; due', '<blockquote>due</blockquote>', '> due', { command: 'due' }],
  ['• due', '<ul><li>due</li></ul>', '- due', { command: 'due' }],
  ['*status* Ada', '<b>status</b> Ada', '**status** Ada', { command: 'status', rest: 'Ada' }],
  ['‘help’', '&#39;help&#39;', "'help'", { command: 'help' }],
  [
    'done: she said "yes"',
    'done: she said &quot;yes&quot;',
    'done: she said "yes"',
    { rest: ': she said "yes"' },
  ],
];

describe('a command with formatting around it', () => {
  it.each(FORMATTED)(
    'is that command, from Slack, Teams and the sandbox: %s',
    (slack, teams, sandbox, typed) => {
      expect(readTyped(asTyped(slack))).toMatchObject({ is: 'command', ...typed });
      expect(readTyped(fromTeams(teams))).toMatchObject({ is: 'command', ...typed });
      expect(readTyped(sandbox)).toMatchObject({ is: 'command', ...typed });
    },
  );
});

const TALK: readonly (readonly [string, string])[] = [
  ['hi', 'Hello'],
  ['Hello!', 'Hello'],
  ['good morning', 'Hello'],
  ['👋', 'Hello'],
  [':wave:', 'Hello'],
  ['thanks', 'You’re welcome'],
  ['Thank you so much!', 'You’re welcome'],
  ['cheers', 'You’re welcome'],
  ['*thanks*', 'You’re welcome'],
  ['🙏', 'You’re welcome'],
  ['?', 'What can I do?'],
  ['???', 'What can I do?'],
  ['ok', 'Nothing was changed'],
  ['Yes please', 'Nothing was changed'],
  ['no', 'Nothing was changed'],
  ['👍', 'Nothing was changed'],
  [':+1:', 'Nothing was changed'],
  ['…', 'SEND reviews'],
  ['blorp', 'I don’t know that word'],
  ['deu', 'I don’t know that word'],
];

describe('small talk', () => {
  it.each(TALK)('has a short and true answer of its own, from each chat: %s', async (text, title) => {
    const talk = await aTalk();
    for (const typed of [text, asTyped(text), fromTeams(text)]) {
      const [first = ''] = textOf(await talk.says(TEACHER, typed)).split('\n');
      expect(first).toBe(title);
    }
    expect(talk.commits()).toBe(0);
  });

  it('is answered in two sentences at most', async () => {
    const talk = await aTalk();
    for (const [text] of TALK) {
      const { notification } = (await talk.says(TEACHER, text)).show;
      expect(notification.split(/[.?!](?:\s|$)/).filter(Boolean).length, text).toBeLessThanOrEqual(2);
    }
  });
});

describe('a bare name or reference', () => {
  const PUPILS = [
    aPupil(),
    aPupil({ id: 'p2', ref: 'P002', firstName: 'Amelia', lastName: 'Stone', keyStaff: [] }),
    aPupil({ id: 'p3', ref: 'P003', firstName: 'Amelia', lastName: 'Nowak', keyStaff: [] }),
  ];

  it.each([
    'Ada',
    'ada example',
    'P001',
    'p001',
    'Ada Example?',
    'Ada’s review',
    'review Ada',
    '*Ada*',
    '"Ada Example"',
    'Exam',
  ])('opens that pupil: %s', async (text) => {
    const talk = await aTalkAbout({}, { pupils: PUPILS });
    expect(textOf(await talk.says(SENCO, text))).toContain('Ada Example');
    expect(await talk.says(SENCO, text)).toEqual(await talk.says(SENCO, 'status Ada'));
  });

  it('that several have asks which, and a slip in it is suggested', async () => {
    const talk = await aTalk({ pupils: PUPILS });
    expect(textOf(await talk.says(SENCO, 'Amelia'))).toContain('2 pupils fit what you typed.');
    expect(textOf(await talk.says(SENCO, 'Nowack'))).toContain(
      'No pupil has that name. Did you mean one of these?',
    );
  });

  it('opens for a colleague what they were asked, and is a word like any other for one who may not see the pupil', async () => {
    const talk = await aTalkAbout({}, { pupils: PUPILS });
    expect(textOf(await talk.says(TEACHER, 'Ada'))).toContain('Your evidence is wanted by');
    const known = await talk.says(BYSTANDER, 'Ada');
    // That they were refused is for the audit alone.
    const seen = ({ show: { refused: _, ...show } }: Reply) => show;
    expect(seen(known)).toEqual(seen(await talk.says(BYSTANDER, 'Zebedee')));
    expect(textOf(known)).toContain('It is none of my words, nor the name of a pupil you may see.');
    for (const text of ['P001', 'Ada Example', 'Exampel'])
      expect(seen(await talk.says(BYSTANDER, text))).toEqual(seen(known));
  });

  it('gives way to a command that it could be a slip of, unless it is the whole of a name', async () => {
    const pupils = [
      ...PUPILS,
      aPupil({ id: 'p4', ref: 'P004', firstName: 'Deunte', lastName: 'Min', keyStaff: [] }),
    ];
    const talk = await aTalk({ pupils });
    expect(titlesOf(await talk.says(SENCO, 'deu'))).toEqual(['Yes, due', 'Help']);
    expect(textOf(await talk.says(SENCO, 'Min'))).toContain('No review of this pupil has been started here.');
  });
});

describe('the reference of a review, as people are shown it', () => {
  const HCNA = [{ ref: 'HCNA' }, { pupils: [aPupil()] }] as const;
  // That they were refused is for the audit alone.
  const seen = ({ show: { refused: _, ...show } }: Reply) => show;

  it.each(['HCNA', 'hcna', 'Review HCNA', 'review HCNA?', 'status hcna'])(
    'opens that review: %s',
    async (text) => {
      const talk = await aTalkAbout(...HCNA);
      expect(await talk.says(SENCO, text)).toEqual(await talk.says(SENCO, 'status Ada'));
      expect(textOf(await talk.says(TEACHER, text))).toContain('Your evidence is wanted by');
    },
  );

  it('goes before the beginning of a name, and behind the whole of one', async () => {
    const hannah = aPupil({ id: 'p2', ref: 'P002', firstName: 'Hannah', lastName: 'Stone', keyStaff: [] });
    const beginning = await aTalkAbout({ ref: 'HANN' }, { pupils: [aPupil(), hannah] });
    expect(textOf(await beginning.says(SENCO, 'HANN'))).toContain('Ada Example');
    const whole = await aTalkAbout({ ref: 'HANN' }, { pupils: [aPupil(), { ...hannah, firstName: 'Hann' }] });
    expect(textOf(await whole.says(SENCO, 'HANN'))).toContain(
      'No review of this pupil has been started here.',
    );
  });

  it('is a word like any other for one who may not see the review, and that it was refused is noted', async () => {
    const talk = await aTalkAbout(...HCNA);
    for (const before of ['', 'status ']) {
      const refused = await talk.says(BYSTANDER, `${before}HCNA`);
      expect(seen(refused)).toEqual(seen(await talk.says(BYSTANDER, `${before}HCNX`)));
      expect(talk.noted.filter(({ kind }) => kind === 'refused').at(-1)).toMatchObject({
        who: BYSTANDER,
        pupils: [aPupil().id],
      });
    }
  });
});

describe('what is typed where others read along', () => {
  const WHY = 'Others can read what you typed there, so this answer is for you alone.';
  const openly = { openly: true };

  it.each(['Ada', 'status Ada', 'done: gave Ada the laptop', 'Zebedee'])(
    'is answered with a word on why privately, where it may name a child: %s',
    async (text) => {
      const talk = await aTalkAbout();
      expect(textOf(await talk.says(SENCO, text, openly))).toContain(WHY);
      expect(textOf(await talk.says(SENCO, text))).not.toContain(WHY);
    },
  );

  it.each(['due', 'review', 'help', 'thanks', 'hi'])(
    'is answered as always where it names nobody: %s',
    async (text) => {
      const talk = await aTalkAbout();
      expect(textOf(await talk.says(SENCO, text, openly))).not.toContain(WHY);
    },
  );
});
