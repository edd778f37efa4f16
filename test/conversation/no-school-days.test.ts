import { describe, expect, it } from 'vitest';
import { press } from '../../src/presentation/buttons.ts';
import { anAction, aSchool, SENCO, TEACHER } from '../support/builders.ts';
import { aTalk, aTalkAbout, standingIn, textOf } from './talk.ts';

const SCHOOL = aSchool({ insetDays: ['2026-12-11'] });

const LAPTOP = anAction({ id: 'laptop', due: '2026-12-04' });
const acting = () => aTalkAbout({ stage: 'acting', actions: [LAPTOP] }, { schools: [SCHOOL] });

describe('a day without school, sent in a form', () => {
  it.each([
    ['2026-12-05', 'Sat 5 Dec 2026 is no school day: it is a Saturday.', 'Mon 7 Dec 2026'],
    ['2026-12-11', 'Fri 11 Dec 2026 is no school day: it is an INSET day.', 'Mon 14 Dec 2026'],
    ['2026-12-22', 'Tue 22 Dec 2026 is no school day: it is in the Christmas holidays.', 'Mon 4 Jan 2027'],
    ['2026-12-25', 'Fri 25 Dec 2026 is no school day: it is Christmas Day.', 'Mon 4 Jan 2027'],
    [
      '2027-03-26',
      'Fri 26 Mar 2027 is no school day: it is a bank holiday (Good Friday).',
      'Mon 12 Apr 2027',
    ],
  ])('%s is pointed out, with the next school day, and nothing is changed', async (to, why, next) => {
    const talk = await acting();
    const form = await talk.sends(TEACHER, press.form('action-extend', 'review-1', 'laptop'));
    const reply = await talk.presses(TEACHER, form, 'Move the day', { to, why: 'It comes by post' });
    expect(textOf(reply)).toContain(why);
    expect(textOf(reply)).toContain(`To keep it, send as it stands; the next school day is ${next}.`);
    expect(standingIn(reply.show)).toMatchObject({ to, why: 'It comes by post' });
    expect(talk.commits()).toBe(0);
  });

  it('is kept when it is sent again', async () => {
    const talk = await acting();
    const form = await talk.sends(TEACHER, press.form('action-extend', 'review-1', 'laptop'));
    const values = { to: '2026-12-05', why: 'It comes by post' };
    const again = await talk.presses(TEACHER, form, 'Move the day', values);
    expect(textOf(await talk.presses(TEACHER, again, 'Move the day'))).toContain('The day is moved.');
    expect((await talk.review()).actions[0]?.due).toBe('2026-12-05');
  });

  it('is pointed out anew when it is another one', async () => {
    const talk = await acting();
    const form = await talk.sends(TEACHER, press.form('action-extend', 'review-1', 'laptop'));
    const again = await talk.presses(TEACHER, form, 'Move the day', { to: '2026-12-05', why: 'Post' });
    const third = await talk.presses(TEACHER, again, 'Move the day', { to: '2026-12-06' });
    expect(textOf(third)).toContain('Sun 6 Dec 2026 is no school day: it is a Sunday.');
    expect(textOf(third)).not.toContain('Sat 5 Dec 2026');
    expect(textOf(await talk.presses(TEACHER, third, 'Move the day', { to: '2026-12-07' }))).toContain(
      'The day is moved.',
    );
    expect((await talk.review()).actions[0]?.due).toBe('2026-12-07');
  });

  it('is named together with what else needs another look, and asked about once', async () => {
    const talk = await acting();
    const form = await talk.sends(TEACHER, press.form('action-extend', 'review-1', 'laptop'));
    const again = await talk.presses(TEACHER, form, 'Move the day', { to: '2026-12-05' });
    expect(textOf(again)).toContain('Please say why.');
    expect(textOf(again)).toContain('it is a Saturday');
    const sent = await talk.presses(TEACHER, again, 'Move the day', { why: 'Post' });
    expect(textOf(sent)).toContain('The day is moved.');
  });

  it('twice in one form is pointed out at each: the meeting, and the day for evidence', async () => {
    const talk = await aTalk();
    const form = await talk.says(SENCO, 'start Ada');
    const days = { date: '2026-12-06', evidenceBy: '2026-11-28', others: 'Mum' };
    const again = await talk.presses(SENCO, form, 'Set it and ask', days);
    expect(textOf(again)).toContain('2 answers need another look. Nothing you typed is lost.');
    expect(textOf(again)).toContain('Sun 6 Dec 2026 is no school day: it is a Sunday.');
    expect(textOf(again)).toContain('Sat 28 Nov 2026 is no school day: it is a Saturday.');
    expect(standingIn(again.show)).toMatchObject(days);
    await talk.presses(SENCO, again, 'Set it and ask');
    const reviews = await talk.store.reviewsOf('oakfield');
    expect(reviews.map(({ meeting }) => meeting?.date)).toEqual(['2026-12-06']);
  });

  it('for all actions of a colleague is pointed out, and kept', async () => {
    const talk = await acting();
    const form = await talk.sends(SENCO, press.schoolForm('bulk-reassign', 'oakfield', TEACHER));
    const answer = { to: SENCO, due: '2026-12-12' };
    const again = await talk.presses(SENCO, form, 'Give them', answer);
    expect(textOf(again)).toContain('Sat 12 Dec 2026 is no school day');
    await talk.presses(SENCO, again, 'Give them');
    expect((await talk.review()).actions[0]).toMatchObject({ owner: SENCO, due: '2026-12-12' });
  });

  it('was kept before: the form says it of the day that stands there, and takes it at once', async () => {
    const saturday = anAction({ id: 'laptop', due: '2026-12-05' });
    const talk = await aTalkAbout({ stage: 'acting', actions: [saturday] });
    const form = await talk.sends(SENCO, press.form('action-reassign', 'review-1', 'laptop'));
    expect(textOf(form)).toContain('Sat 5 Dec 2026 is no school day');
    await talk.presses(SENCO, form, 'Give it to them', { owner: SENCO });
    expect((await talk.review()).actions[0]).toMatchObject({ owner: SENCO, due: '2026-12-05' });
  });
});
