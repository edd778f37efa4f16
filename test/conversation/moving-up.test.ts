import { describe, expect, it } from 'vitest';
import type { Pupil } from '../../src/domain/school/pupil.ts';
import { press } from '../../src/presentation/buttons.ts';
import { aPupil, LEADER, SENCO, TEACHER } from '../support/builders.ts';
import { aTalk, type Talk, textOf, titlesOf } from './talk.ts';

/** Pupils in Years 1 to 6 of 2026/27, each in their usual year. */
const pupils: readonly Pupil[] = [1, 2, 3, 4, 5, 6].map((year) =>
  aPupil({
    ...{
      id: `oakfield-n${year}`,
      ref: `${year}00`,
      yearGroup: `${year}`,
      dateOfBirth: `${2021 - year}-11-20`,
    },
    ...{ firstName: `Pip${year}`, lastName: 'Quill', plans: [], keyStaff: [] },
  }),
);
const groups = async (talk: Talk) =>
  (await talk.store.pupilsOf('oakfield')).map(({ yearGroup }) => yearGroup).sort();
const look = async (talk: Talk) =>
  talk.presses(SENCO, await talk.says(SENCO, 'review school'), 'A new school year');

describe('a new school year', () => {
  it('is looked at beforehand, and can be begun from 1 September at one press, once', async () => {
    const talk = await aTalk({ pupils, now: '2027-07-12T09:00:00.000Z' });
    const ahead = await look(talk);
    expect(textOf(ahead)).toContain('6 pupils to move up a year. 1 of them needs a look');
    expect(textOf(ahead)).toContain('It can be done from Wed 1 Sept 2027.');
    expect(textOf(ahead)).toMatch(/Pip6 Quill\s+Year 6, then Year 7/);
    expect(titlesOf(ahead)).not.toContain('Move 6 pupils up');
    await talk.sends(SENCO, press.moveUp('oakfield', 2027));
    expect(await groups(talk), 'too early').toEqual(['1', '2', '3', '4', '5', '6']);

    talk.clock.at('2027-09-02', '09:00');
    const form = await look(talk);
    const done = await talk.presses(SENCO, form, 'Move 6 pupils up');
    expect(textOf(done)).toContain('Done: 6 pupils moved up a year.');
    expect(await groups(talk)).toEqual(['2', '3', '4', '5', '6', '7']);
    const again = await talk.presses(SENCO, form, 'Move 6 pupils up');
    expect(textOf(again)).toContain('already recorded');
    expect(await groups(talk)).toEqual(['2', '3', '4', '5', '6', '7']);
    expect(textOf(await look(talk))).toContain('there is nobody to move up');
  });

  it('leaves alone whose year group was put right for this school year before', async () => {
    const talk = await aTalk({ pupils, now: '2027-09-02T09:00:00.000Z' });
    const form = await talk.sends(SENCO, press.pupilForm('details', 'oakfield-n3'));
    await talk.presses(SENCO, form, 'Save', { yearGroup: '4' });
    await talk.sends(SENCO, press.moveUp('oakfield', 2027));
    expect(await groups(talk)).toEqual(['2', '3', '4', '5', '6', '7']);
  });

  it('pressed by two at once, moves nobody twice', async () => {
    const talk = await aTalk({ pupils, now: '2027-09-02T09:00:00.000Z' });
    await Promise.all([1, 2, 3].map(() => talk.sends(SENCO, press.moveUp('oakfield', 2027))));
    expect(await groups(talk)).toEqual(['2', '3', '4', '5', '6', '7']);
  });

  it('is the SENCO’s: nobody else sees or does it', async () => {
    const talk = await aTalk({ pupils, now: '2027-09-02T09:00:00.000Z' });
    for (const who of [LEADER, TEACHER]) {
      expect(textOf(await talk.sends(who, press.movingUp('oakfield', 1)))).toContain('Not one of yours');
      await talk.sends(who, press.moveUp('oakfield', 2027));
    }
    expect(await groups(talk)).toEqual(['1', '2', '3', '4', '5', '6']);
  });
});
