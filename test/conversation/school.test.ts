import { describe, expect, it } from 'vitest';
import type { Reply } from '../../src/channels/channel.ts';
import { isSchoolDay } from '../../src/domain/school/calendar.ts';
import type { School } from '../../src/domain/school/school.ts';
import { SETTINGS } from '../../src/domain/school/settings/index.ts';
import { press } from '../../src/presentation/buttons.ts';
import { aReview, aSchool, BYSTANDER, LEADER, SENCO, STAFF, STRANGER, TEACHER } from '../support/builders.ts';
import { aTalk, standingIn, type Talk, textOf, titlesOf } from './talk.ts';

const NOW = '2026-12-09T10:00:00.000Z';
const TERMS_2027 = {
  ...{ autumnStart: '2027-09-02', autumnEnd: '2027-12-17' },
  ...{ autumnHalfStart: '2027-10-25', autumnHalfEnd: '2027-10-29' },
  ...{ springStart: '2028-01-04', springEnd: '2028-03-31' },
  ...{ springHalfStart: '2028-02-14', springHalfEnd: '2028-02-18' },
  ...{ summerStart: '2028-04-18', summerEnd: '2028-07-21' },
  ...{ summerHalfStart: '', summerHalfEnd: '' },
};

const stored = async (talk: Talk) => (await talk.store.get('schools', 'oakfield')) as School;
/** Opens a form from the school's screen, and sends it with what is typed. */
async function change(
  talk: Talk,
  title: string,
  send: string,
  typed: Record<string, string>,
): Promise<Reply> {
  const form = await talk.presses(SENCO, await talk.says(SENCO, 'review school'), title);
  return talk.presses(SENCO, form, send, typed);
}
const opens = async (talk: Talk, form: string, about?: string) =>
  talk.sends(SENCO, press.schoolForm(form, 'oakfield', about));

describe('the terms of a school year', () => {
  it('are given in one form, count at once, and stand with who gave them', async () => {
    const talk = await aTalk({ now: NOW });
    expect(textOf(await talk.says(SENCO, 'review school'))).toContain('2027/28: not given yet');
    const saved = await change(talk, 'Give the terms of 2027/28', 'Save the terms', TERMS_2027);
    const text = textOf(saved);
    expect(text).toContain('Saved: the terms of 2027/28.');
    expect(text).toMatch(
      /Autumn 2027\s+Thu 2 Sept 2027 to Fri 17 Dec 2027\s+, half-term Mon 25 Oct 2027 to Fri 29 Oct/,
    );
    expect(text).toContain('Changed by Mel Senco on Wed 9 Dec 2026');
    const school = await stored(talk);
    expect(school.terms).toHaveLength(6);
    expect(school.terms.at(-1)).toEqual({ name: 'Summer 2028', start: '2028-04-18', end: '2028-07-21' });
    expect(school.changedHere).toEqual([{ key: 'terms', by: SENCO, at: NOW }]);
    // 1 September 2027 was taken for a school day as long as nobody had said.
    expect(isSchoolDay(aSchool(), '2027-09-01')).toBe(true);
    expect(isSchoolDay(school, '2027-09-01')).toBe(false);
    expect(isSchoolDay(school, '2027-10-26')).toBe(false);
    expect(isSchoolDay(school, '2027-11-01')).toBe(true);
  });

  it('stand in the form, and are put right there', async () => {
    const talk = await aTalk({ now: NOW });
    const form = await talk.presses(SENCO, await talk.says(SENCO, 'school'), 'Change 2026/27');
    expect(standingIn(form.show)).toMatchObject({
      ...{ autumnStart: '2026-09-01', springHalfEnd: '2027-02-19', summerEnd: '2027-07-21' },
    });
    await talk.presses(SENCO, form, 'Save the terms', { summerEnd: '2027-07-23' });
    const { terms } = await stored(talk);
    expect(terms.map(({ end }) => end)).toEqual(['2026-12-18', '2027-03-25', '2027-07-23']);
  });

  it.each([
    [{ autumnEnd: '2027-08-31' }, 'This is before the term starts; write the last day of the term.'],
    [{ springEnd: '2028-07-31' }, 'This makes the term longer than 200 days; check the month and the year.'],
    [{ autumnHalfEnd: '2027-10-22' }, 'Half-term must start and end, in that order, within its term.'],
    [{ autumnHalfEnd: '' }, 'Please choose both days of half-term, or leave both out.'],
    [{ springStart: '2027-12-17' }, 'This term overlaps the Autumn 2027 term'],
    [{ summerEnd: '2028-09-21' }, 'That is not in the school year 2027/28.'],
    [{ summerStart: '' }, 'Please choose the first day of the summer term.'],
    [{ autumnStart: '2027-09-04' }, 'Sat 4 Sept 2027 is no school day: it is a Saturday.'],
  ])('are looked at before they are kept: %j', async (wrong, says) => {
    const talk = await aTalk({ now: NOW });
    const reply = await change(talk, 'Give the terms of 2027/28', 'Save the terms', {
      ...TERMS_2027,
      ...wrong,
    });
    expect(reply.kind).toBe('invalid');
    expect(textOf(reply)).toContain(says);
    expect(standingIn(reply.show)).toEqual({ ...TERMS_2027, ...wrong });
    expect(talk.commits()).toBe(0);
  });

  it('of a school with six are shown as three with the same days', async () => {
    const six = [
      { name: 'Term 1', start: '2026-09-02', end: '2026-10-21' },
      { name: 'Term 2', start: '2026-11-02', end: '2026-12-18' },
      { name: 'Term 3', start: '2027-01-04', end: '2027-02-10' },
      { name: 'Term 4', start: '2027-02-22', end: '2027-03-24' },
      { name: 'Term 5', start: '2027-04-12', end: '2027-05-28' },
      { name: 'Term 6', start: '2027-06-07', end: '2027-07-21' },
    ];
    const before = aSchool({ terms: six });
    const talk = await aTalk({ now: NOW, schools: [before] });
    const form = await opens(talk, 'school-terms', '2026');
    expect(standingIn(form.show)).toMatchObject({
      ...{ autumnStart: '2026-09-02', autumnHalfStart: '2026-10-22', autumnHalfEnd: '2026-11-01' },
      ...{ springHalfStart: '2027-02-11', summerHalfEnd: '2027-06-06', summerEnd: '2027-07-21' },
    });
    await talk.presses(SENCO, form, 'Save the terms');
    const after = await stored(talk);
    for (let day = 1; day <= 31; day++)
      for (const month of ['2026-10', '2027-02', '2027-05', '2027-06']) {
        const date = `${month}-${String(day).padStart(2, '0')}`;
        if (new Date(`${date}T12:00:00Z`).toISOString().startsWith(date))
          expect([date, isSchoolDay(after, date)]).toEqual([date, isSchoolDay(before, date)]);
      }
  });

  it('of a year that is none can’t be opened', async () => {
    const talk = await aTalk({ now: NOW });
    for (const about of ['1850', 'next', undefined])
      expect(textOf(await opens(talk, 'school-terms', about))).toContain('no longer there');
  });
});

describe('INSET days and closures', () => {
  const meeting = { date: '2027-01-12', time: '14:30', invitees: [] };

  it('are written as people say them; a meeting that now falls on one is pointed out', async () => {
    const talk = await aTalk({ now: NOW, reviews: [aReview({ stage: 'gathering', meeting })] });
    expect(textOf(await talk.says(SENCO, 'school'))).not.toContain('Meetings on a day without school');
    const form = await opens(talk, 'school-days');
    expect(standingIn(form.show)).toEqual({ insetDays: 'Tue 1 Sept 2026\nMon 4 Jan 2027', closures: '' });
    const saved = await talk.presses(SENCO, form, 'Save the days', {
      insetDays: 'Tue 1 Sept 2026\nMon 4 Jan 2027\n12/1/2027',
      closures: 'Thu 6 May 2027; 1 to 3 February 2027',
    });
    const text = textOf(saved);
    expect(text).toContain('Saved: the INSET days and closures.');
    expect(text).toContain('Meetings on a day without school');
    expect(text).toMatch(/Ada Example\s+Tue 12 Jan 2027\s+· it is an INSET day/);
    expect(titlesOf(saved)).toContain('See the review');
    expect(await stored(talk)).toMatchObject({
      insetDays: ['2026-09-01', '2027-01-04', '2027-01-12'],
      closures: ['2027-02-01', '2027-02-02', '2027-02-03', '2027-05-06'],
    });
  });

  it('that have no pupils anyway are pointed out, and are kept if they are sent again', async () => {
    const talk = await aTalk({ now: NOW });
    const insetDays = 'Tue 1 Sept 2026\nSat 9 January 2027\nMon 26 October 2026\nMon 3 May 2027';
    const asked = await talk.presses(SENCO, await opens(talk, 'school-days'), 'Save the days', { insetDays });
    expect(textOf(asked)).toContain('Sat 9 Jan 2027 is a Saturday');
    expect(textOf(asked)).toContain('Mon 26 Oct 2026 is in the half-term holiday');
    expect(textOf(asked)).toContain('Mon 3 May 2027 is a bank holiday (Early May)');
    expect(textOf(asked), 'it was given before').not.toContain('Tue 1 Sept 2026 is');
    expect(standingIn(asked.show).insetDays).toBe(insetDays);
    expect(talk.commits()).toBe(0);
    expect(textOf(await talk.presses(SENCO, asked.show, 'Save the days'))).toContain('Saved: the INSET days');
    const days = ['2026-09-01', '2026-10-26', '2027-01-09', '2027-05-03'];
    expect((await stored(talk)).insetDays).toEqual(days);
  });

  it('that could be several, or are none, are quoted, and nothing typed is lost', async () => {
    const talk = await aTalk({ now: NOW });
    const typed = { insetDays: '26 October', closures: 'polling day' };
    const reply = await talk.presses(SENCO, await opens(talk, 'school-days'), 'Save the days', typed);
    expect(reply.kind).toBe('invalid');
    expect(textOf(reply)).toContain('“26 October” could be Mon 26 Oct 2026 or Tue 26 Oct 2027.');
    expect(textOf(reply)).toContain('I can’t read a day in “polling day”.');
    expect(standingIn(reply.show)).toEqual(typed);
    expect(talk.commits()).toBe(0);
  });

  it('of a school year that is over stay, though they are not shown', async () => {
    const insetDays = ['2025-09-01', '2026-09-01'];
    const talk = await aTalk({ now: NOW, schools: [aSchool({ insetDays })] });
    const form = await opens(talk, 'school-days');
    expect(standingIn(form.show).insetDays).toBe('Tue 1 Sept 2026');
    await talk.presses(SENCO, form, 'Save the days', { insetDays: '' });
    expect((await stored(talk)).insetDays).toEqual(['2025-09-01']);
  });
});

describe('when people are reminded', () => {
  it('is changed by the limits that school.json has', async () => {
    const talk = await aTalk({ now: NOW });
    const form = await opens(talk, 'school-reminders');
    expect(standingIn(form.show)).toEqual({
      ...{ hour: '08:00', before: '7, 2', whileOverdue: 'Tuesday,Thursday' },
      ...{ sencoAfter: '5', leaderAfter: '10' },
    });
    const wrong = { hour: '06:30', before: '7, soon', whileOverdue: '', sencoAfter: '0', leaderAfter: '41' };
    const back = await talk.presses(SENCO, form, 'Save', wrong);
    for (const say of [
      'Please choose a time from 07:00 to 16:00.',
      'Please write whole numbers of school days from 1 to 20',
      'Please choose at least one day',
      'Please write a number of school days from 1 to 40.',
    ])
      expect(textOf(back)).toContain(say);
    const later = await talk.presses(SENCO, form, 'Save', { sencoAfter: '6', leaderAfter: '6' });
    expect(textOf(later)).toContain('the senior leaders are told after them');
    await talk.presses(SENCO, form, 'Save', {
      ...{ hour: '09:15', before: '3 and 10', whileOverdue: 'Friday,Monday' },
    });
    expect((await stored(talk)).nudges).toEqual({
      ...{ hour: '09:15', before: [10, 3], whileOverdue: ['Monday', 'Friday'] },
      ...{ sencoAfter: 5, leaderAfter: 10 },
    });
  });
});

describe('the safeguarding lead', () => {
  it('is named below every form in which something is written', async () => {
    const talk = await aTalk({ now: NOW });
    await talk.presses(SENCO, await opens(talk, 'school-safeguarding'), 'Save', {
      ...{ name: 'Lee Leader', contact: 'extension 12, lee_l@oakfield.example' },
    });
    const form = await talk.sends(SENCO, press.pupilForm('met', 'oakfield-p001'));
    expect(textOf(form)).toMatch(
      /take those straight to\s+Lee Leader \(extension 12, lee_l@oakfield\.example\)\s*\./,
    );
  });
});

describe('local authorities', () => {
  it('are added, and changed without losing the others', async () => {
    const talk = await aTalk({
      now: NOW,
      schools: [aSchool({ localAuthorities: [{ name: 'Northshire' }] })],
    });
    await change(talk, 'Add a local authority', 'Save', { name: 'Southshire', leadWeeks: '10' });
    const form = await opens(talk, 'school-authority', 'Northshire');
    expect(Object.keys(standingIn(form.show))).not.toContain('name');
    const half = await talk.presses(SENCO, form, 'Save', { sendiassName: 'SENDIASS Northshire' });
    expect(textOf(half)).toContain('Please write both, or leave both out.');
    await talk.presses(SENCO, form, 'Save', {
      ...{ sendiassName: 'SENDIASS Northshire', sendiassContact: '01632 960123' },
    });
    expect((await stored(talk)).localAuthorities).toEqual([
      { name: 'Northshire', sendiass: { name: 'SENDIASS Northshire', contact: '01632 960123' } },
      { name: 'Southshire', leadWeeks: 10 },
    ]);
    const twice = await change(talk, 'Add a local authority', 'Save', { name: 'southshire' });
    expect(textOf(twice)).toContain('That local authority is here already');
  });

  it.each(['3', '27', 'x'])('a lead of %s weeks is not taken', async (leadWeeks) => {
    const talk = await aTalk({ now: NOW });
    const back = await change(talk, 'Add a local authority', 'Save', { name: 'Southshire', leadWeeks });
    expect(textOf(back)).toContain('a whole number of weeks from 4 to 26');
  });
});

describe('year groups', () => {
  it('say after which years pupils leave, and how often early years plans are reviewed', async () => {
    const talk = await aTalk({ now: NOW });
    const form = await opens(talk, 'school-years');
    const back = await talk.presses(SENCO, form, 'Save', { opens: '8', due: '8' });
    expect(textOf(back)).toContain('A review opens before it is due');
    await talk.presses(SENCO, form, 'Save', { leavingYears: '4', opens: '5', due: '9' });
    expect(await stored(talk)).toMatchObject({
      leavingYears: ['4'],
      earlyYearsWeeks: { opens: 5, due: 9 },
    });
    await talk.presses(SENCO, await opens(talk, 'school-years'), 'Save', {
      leavingYears: '',
      opens: '',
      due: '',
    });
    expect(await stored(talk)).not.toHaveProperty('leavingYears');
    expect(await stored(talk)).not.toHaveProperty('earlyYearsWeeks');
  });
});

describe('who may', () => {
  const kept = 'Only a SENCO keeps up what is set for the school';

  it.each([LEADER, TEACHER, BYSTANDER])('%s sees and changes nothing of it', async (who) => {
    const talk = await aTalk({ now: NOW });
    expect(textOf(await talk.says(who, 'review school'))).toContain(kept);
    expect(textOf(await talk.sends(who, press.school('oakfield')))).toContain(kept);
    for (const name of Object.keys(SETTINGS)) {
      const about = name === 'school-terms' ? '2026' : undefined;
      expect(textOf(await talk.sends(who, press.schoolForm(name, 'oakfield', about)))).toContain(kept);
      const sent = await talk.sends(who, press.submitSchool(name, 'oakfield', 'once1', about), {
        ...TERMS_2027,
      });
      expect(textOf(sent)).toContain(kept);
    }
    expect(talk.commits()).toBe(0);
  });

  it('another school’s SENCO and a stranger learn nothing, not even that there is such a school', async () => {
    const elsewhere = aSchool({
      ...{ id: 'elm', name: 'Elmtree School' },
      staff: [{ email: 'ella@elm.example', name: 'Ella Elm', role: 'senco' }],
    });
    const talk = await aTalk({ now: NOW, schools: [aSchool(), elsewhere] });
    const hers = await talk.sends('ella@elm.example', press.schoolForm('school-days', 'oakfield'));
    expect(textOf(hers)).toContain('That isn’t one of yours');
    const screen = await talk.sends('ella@elm.example', press.school('oakfield'));
    expect(textOf(screen)).not.toContain('Oakfield');
    expect(textOf(await talk.says(STRANGER, 'review school'))).not.toContain('Oakfield');
    expect(talk.commits()).toBe(0);
  });

  it('whoever is SENCO of several schools is asked which', async () => {
    const elm = aSchool({ id: 'elm', name: 'Elmtree School', staff: STAFF });
    const talk = await aTalk({ now: NOW, schools: [aSchool(), elm] });
    const which = await talk.says(SENCO, 'review school');
    expect(textOf(which)).toMatch(/Elmtree School[\s\S]*Oakfield School/);
    const one = await talk.sends(SENCO, press.school('elm'));
    expect(textOf(one)).toContain('Elmtree School');
    expect(textOf(one)).toContain('Autumn 2026');
  });
});

it('sent twice it is saved once; and a full disk loses nothing typed', async () => {
  const talk = await aTalk({ now: NOW });
  const form = await opens(talk, 'school-safeguarding');
  const typed = { name: 'Lee Leader', contact: 'extension 12' };
  talk.full();
  const back = await talk.presses(SENCO, form, 'Save', typed);
  expect(standingIn(back.show)).toEqual(typed);
  talk.emptied();
  await talk.presses(SENCO, form, 'Save', typed);
  const again = await talk.presses(SENCO, form, 'Save', typed);
  expect(textOf(again)).toContain('already recorded');
  expect(talk.commits()).toBe(1);
});

describe('terms that are not given', () => {
  it('are pointed out from June where the SENCO looks at what is due, with what is done meanwhile', async () => {
    const say = 'The terms of 2027/28 are not all given yet, so every weekday after the holidays counts';
    const talk = await aTalk({ now: '2027-05-28T10:00:00.000Z' });
    expect(textOf(await talk.says(SENCO, 'due'))).not.toContain(say);
    talk.clock.at('2027-06-07', '10:00');
    expect(textOf(await talk.says(SENCO, 'due'))).toContain(say);
    expect(textOf(await talk.says(SENCO, 'mine'))).toContain(say);
    expect(textOf(await talk.says(LEADER, 'due'))).not.toContain(say);
    await change(talk, 'Give the terms of 2027/28', 'Save the terms', TERMS_2027);
    expect(textOf(await talk.says(SENCO, 'due'))).not.toContain('not all given yet');
  });

  it('are asked for in June also where usual days stand for them: a guess is no answer until it is saved', async () => {
    const guessed = { guessed: true } as const;
    const terms = [
      ...aSchool().terms,
      { name: 'Autumn 2027', start: '2027-09-01', end: '2027-12-17', ...guessed },
      { name: 'Spring 2028', start: '2028-01-04', end: '2028-03-31', ...guessed },
      { name: 'Summer 2028', start: '2028-04-18', end: '2028-07-21', ...guessed },
    ];
    const talk = await aTalk({ schools: [aSchool({ terms })], now: '2027-05-28T10:00:00.000Z' });
    const say = 'The terms of 2027/28 are usual days, not your school’s own yet.';
    const stands = '2027/28: usual days, not your school’s own yet.';
    expect(textOf(await talk.says(SENCO, 'review school'))).toContain(stands);
    expect(textOf(await talk.says(SENCO, 'due'))).not.toContain(say);
    talk.clock.at('2027-06-07', '10:00');
    expect(textOf(await talk.says(SENCO, 'due'))).toContain(say);
    // They happen to be right: saved as they stand they are the school's own.
    const saved = await change(talk, 'Give the terms of 2027/28', 'Save the terms', {});
    expect(textOf(saved)).not.toContain(stands);
    expect(textOf(await talk.says(SENCO, 'due'))).not.toContain(say);
    expect((await stored(talk)).terms.some((term) => term.guessed)).toBe(false);
    expect((await stored(talk)).terms).toHaveLength(6);
  });
});
