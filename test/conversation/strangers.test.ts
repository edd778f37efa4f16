import { describe, expect, it } from 'vitest';
import { press } from '../../src/presentation/buttons.ts';
import type { ActionData } from '../../src/presentation/message.ts';
import { lettersOf } from '../support/adaptive.ts';
import { aPupil, aSchool, SENCO, STAFF, STRANGER, TEACHER } from '../support/builders.ts';
import { aTalkAbout, cardsOf, textOf, titlesOf } from './talk.ts';

const SENTENCE =
  'Sorry, I can only talk with staff on a school’s list. If you should be on it, please ask your SENCO or IT manager.';
const SCHOOL = aSchool({ teamsTenantId: 'tenant-1', slackTeamId: 'T1' });
const LEAVER = 'lou.leaver@oakfield.example';
const leaver = { email: LEAVER, name: 'Lou Leaver', role: 'senco' as const, left: '2026-11-01' };

const TYPED = ['', 'review', 'due', 'review status Ada', 'start P001', 'help', 'hello', 'gibberish'];
const PRESSED: ActionData[] = [
  press.due(1),
  press.mine(1),
  press.help(),
  press.start(aPupil().id),
  press.pupil(aPupil().id),
  press.show('status', 'review-1'),
  press.show('record', 'review-1'),
  press.form('evidence', 'review-1'),
  press.submit('cancel', 'review-1', 'once1'),
  press.special('nothing-to-add', 'review-1', 'once1', 0),
  press.openMeeting('review-1', true),
  press.takeBack('review-1', 'action', 'action-1'),
  { do: 'nonsense' },
  { do: '__proto__' },
];

const OUTSIDERS = [
  ['somebody on no staff list', STRANGER, {}],
  ['somebody without an address', undefined, {}],
  ['somebody who has left', LEAVER, {}],
  ['staff of another tenant', SENCO, { channel: 'teams', tenant: 'tenant-2' }],
  ['staff in a chat that is none of the list', SENCO, { channel: 'carrier-pigeon', tenant: 'tenant-1' }],
  ['staff of another workspace', SENCO, { channel: 'slack', tenant: 'T2' }],
] as const;

describe.each(OUTSIDERS)('given %s', (_, who, from) => {
  it('says one polite sentence and nothing else, whatever they type or press', async () => {
    const school = { ...SCHOOL, staff: [...STAFF, leaver] };
    const talk = await aTalkAbout({}, { schools: [school] });
    const before = await talk.review();
    const replies = [];
    for (const text of TYPED) replies.push(await talk.says(who, text, from));
    for (const data of PRESSED) replies.push(await talk.sends(who, data, { why: 'x' }, from));
    for (const reply of replies) {
      expect(reply.kind).toBe('new');
      expect(titlesOf(reply)).toEqual([]);
      const [only, ...more] = cardsOf(reply);
      expect(more).toEqual([]);
      expect(only && lettersOf(only.card)).toEqual([]);
      expect(textOf(reply)).toBe(
        `SEND reviews\n${SENTENCE}\nSEND reviews. ${SENTENCE}\nSEND reviews. Please update your app to see this card.`,
      );
    }
    expect(await talk.review()).toEqual(before);
    expect(talk.commits()).toBe(0);
  });
});

describe('given staff', () => {
  it.each([
    { channel: 'teams', tenant: 'tenant-1' },
    { channel: 'slack', tenant: 'T1' },
    { channel: 'sandbox', tenant: 'anything' },
  ] as const)('talks with them where their school is: $channel', async (from) => {
    const talk = await aTalkAbout({}, { schools: [SCHOOL] });
    expect(textOf(await talk.says(TEACHER, 'mine', from))).toContain('What’s waiting on you');
  });

  it('takes them in any tenant where the school names none', async () => {
    const talk = await aTalkAbout({});
    expect(textOf(await talk.says(TEACHER, 'mine', { channel: 'teams', tenant: 't' }))).toContain(
      'What’s waiting on you',
    );
  });

  it('says so when it does not know a button', async () => {
    const talk = await aTalkAbout({});
    for (const data of [{ do: 'nonsense' }, { do: 'constructor' }, { do: '' }]) {
      expect(textOf(await talk.sends(TEACHER, data))).toContain('Sorry, I didn’t understand that button.');
    }
  });
});
