import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { Imports } from '../../src/conversation/import-port.ts';
import type { Pupil } from '../../src/domain/school/pupil.ts';
import { press, stayingOn } from '../../src/presentation/buttons.ts';
import { moveBackPress } from '../../src/presentation/move-back-press.ts';
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

/** So many pupils in Year 3 of 2026/27 that nobody waits for it. */
const MANY = 310;
const many: readonly Pupil[] = Array.from({ length: MANY }, (_, at) =>
  aPupil({
    ...{ id: `oakfield-m${at}`, ref: `M${at}`, yearGroup: '3', dateOfBirth: '2018-11-20', yearOf: 2026 },
    ...{ firstName: `Pip${at}`, lastName: 'Quill', plans: [], keyStaff: [] },
  }),
);
const moved = async (talk: Talk) => (await groups(talk)).filter((one) => one === '4').length;

/** Presses for how far it is until it is over; what is said then. */
async function over(talk: Talk): Promise<string> {
  for (;;) {
    const said = textOf(await talk.sends(SENCO, press.movingUp('oakfield', 1)));
    if (!said.includes('so far')) return said;
    // The disk has its turns.
    for (let turn = 0; turn < 300; turn++) await setImmediate();
  }
}

describe('a school of hundreds', () => {
  it('given the press, then it is answered at once, others have their turn meanwhile, and how far it is can be asked', async () => {
    const talk = await aTalk({ pupils: many, now: '2027-09-02T09:00:00.000Z' });
    const begun = await talk.sends(SENCO, press.moveUp('oakfield', 2027));
    expect(textOf(begun)).toContain(`of ${MANY} pupils so far`);
    expect(await moved(talk)).toBeLessThan(MANY);
    expect(textOf(await talk.says(TEACHER, 'help'))).not.toBe('');
    expect(await moved(talk), 'a colleague was answered in between').toBeLessThan(MANY);
    // Pressed again it is not begun again.
    expect(textOf(await talk.sends(SENCO, press.moveUp('oakfield', 2027)))).toContain('so far');
    const said = await over(talk);
    expect(said).toContain(`Done: ${MANY} pupils moved up a year.`);
    expect(await moved(talk)).toBe(MANY);
    expect(await over(talk)).toContain('there is nobody to move up');
  });

  it('given that it was cut short, when it is pressed again, then it goes on and nobody is moved twice', async () => {
    const talk = await aTalk({ pupils: many, now: '2027-09-02T09:00:00.000Z' });
    await talk.sends(SENCO, press.moveUp('oakfield', 2027));
    talk.full();
    const said = await over(talk);
    const before = await moved(talk);
    expect(before).toBeLessThan(MANY);
    expect(said).toContain(`I could not save all of it just now: ${before} are moved up.`);
    // As after a crash: nothing is known of the press but what is stored.
    const after = await aTalk({ pupils: many, kept: talk.store, now: '2027-09-03T09:00:00.000Z' });
    await after.sends(SENCO, press.moveUp('oakfield', 2027));
    expect(await over(after)).toContain(`Done: ${MANY - before} pupils moved up a year.`);
    expect(await groups(after)).toEqual(many.map(() => '4'));
  });
});

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

  it('stands on what is due from July, that it comes, and in September until it is done; for the SENCO alone', async () => {
    const talk = await aTalk({ pupils, now: '2027-06-30T09:00:00.000Z' });
    const said = async (who = SENCO) =>
      [textOf(await talk.says(who, 'review due')), textOf(await talk.says(who, 'review mine'))].join();
    expect(await said()).not.toContain('up a year');
    talk.clock.at('2027-07-01', '09:00');
    expect((await said()).split('On 1 September everybody moves up a year.')).toHaveLength(3);
    expect(await said(LEADER)).not.toContain('up a year');
    talk.clock.at('2027-09-02', '09:00');
    expect((await said()).split('6 pupils are to move up a year.')).toHaveLength(3);
    expect(await said(LEADER)).not.toContain('up a year');
    await talk.sends(SENCO, press.moveUp('oakfield', 2027));
    expect(await said()).not.toContain('up a year');
  });

  it('opened from the morning message, stands below it', async () => {
    const talk = await aTalk({ pupils, now: '2027-09-02T09:00:00.000Z' });
    const opened = await talk.sends(SENCO, stayingOn('digest', press.movingUp('oakfield', 1)));
    expect(opened.kind).toBe('new');
    expect(titlesOf(opened)).toContain('Move 6 pupils up');
  });

  it('of a few of whom nothing tells it, asks: each is moved by the form of the pupil, and then stays', async () => {
    const talk = await aTalk({ pupils: pupils.slice(0, 2), now: '2027-09-02T09:00:00.000Z' });
    const asked = await look(talk);
    expect(textOf(asked)).toMatch(/Pip1 Quill\s+Year 1; Year 2 is usual for the birth date/);
    expect(titlesOf(asked).join()).not.toMatch(/Move \d/);
    const form = await talk.presses(SENCO, asked, 'Change the year group');
    await talk.presses(SENCO, form, 'Save', { yearGroup: '2' });
    expect(await groups(talk)).toEqual(['2', '2']);
    const then = textOf(await look(talk));
    expect(then).not.toContain('Pip1');
    expect(then).toContain('Pip2');
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

describe('everybody moved up by mistake', () => {
  it('is put back after a question, but for whom somebody has moved since; then they can be moved up again', async () => {
    const talk = await aTalk({ pupils, now: '2027-09-02T09:00:00.000Z' });
    const before = await talk.store.pupilsOf('oakfield');
    await talk.sends(SENCO, press.moveUp('oakfield', 2027));
    // Pip2 stays down a year: that was said since.
    const form = await talk.sends(SENCO, press.pupilForm('details', 'oakfield-n2'));
    // It is not the usual year, which is pointed out first.
    const meant = await talk.presses(SENCO, form, 'Save', { yearGroup: '2' });
    await talk.presses(SENCO, meant, 'Save');
    const asked = await talk.presses(SENCO, await look(talk), 'Put them back');
    expect(textOf(asked)).toContain('That puts 5 pupils back into the year group from before');
    expect(textOf(asked)).toContain('1 pupil whose year group somebody has changed since stays as it is.');
    expect(await groups(talk), 'only asked').toEqual(['2', '2', '4', '5', '6', '7']);
    const done = await talk.presses(SENCO, asked, 'Put them back');
    expect(textOf(done)).toContain('Put back: 5 pupils in the year group from before.');
    expect(await groups(talk)).toEqual(['1', '2', '3', '4', '5', '6']);
    for (const { id, yearOf } of before.filter((one) => one.id !== 'oakfield-n2')) {
      const now = await talk.store.get('pupils', id);
      expect([now?.yearOf, now?.movedUp]).toEqual([yearOf, undefined]);
    }
    const again = await talk.presses(SENCO, asked, 'Put them back');
    expect(textOf(again)).toContain('already recorded');
    expect(textOf(await look(talk))).toContain('5 pupils to move up a year.');
    expect(titlesOf(await look(talk))).not.toContain('Put them back');
  });

  it('is the SENCO’s to put back, and in this school year', async () => {
    const talk = await aTalk({ pupils, now: '2027-09-02T09:00:00.000Z' });
    await talk.sends(SENCO, press.moveUp('oakfield', 2027));
    for (const who of [LEADER, TEACHER]) await talk.sends(who, moveBackPress('oakfield', 2027, true));
    await talk.sends(SENCO, moveBackPress('oakfield', 2026, true));
    expect(await groups(talk)).toEqual(['2', '3', '4', '5', '6', '7']);
  });

  it('begins with a copy of what is stored: where there can be none, nobody is moved', async () => {
    const imports = (backUp: () => Promise<unknown>): Imports => ({
      ...{ backUp, pending: new Map(), look: () => Promise.reject(new Error('no list')) },
    });
    const copied: string[][] = [];
    const talk = await aTalk({
      ...{ pupils, now: '2027-09-02T09:00:00.000Z' },
      imports: imports(async () => copied.push(await groups(talk))),
    });
    await talk.sends(SENCO, press.moveUp('oakfield', 2027));
    expect(copied).toEqual([['1', '2', '3', '4', '5', '6']]);
    const full = await aTalk({
      ...{ pupils, now: '2027-09-02T09:00:00.000Z' },
      imports: imports(() => Promise.reject(new Error('ENOSPC'))),
    });
    const said = await full.sends(SENCO, press.moveUp('oakfield', 2027));
    expect(textOf(said)).toContain('Nobody was moved');
    expect(await groups(full)).toEqual(['1', '2', '3', '4', '5', '6']);
  });
});
