import { describe, expect, it } from 'vitest';
import { asOfPupil } from '../../src/domain/review/as-of-pupil.ts';
import type { Pupil } from '../../src/domain/school/pupil.ts';
import { press } from '../../src/presentation/buttons.ts';
import { aLetter, anAnnualReview, anEhcpPupil, annualAt } from '../support/annual-builders.ts';
import { aSchool, SENCO, TEACHER } from '../support/builders.ts';
import { aTalkAbout, standingIn, textOf } from './talk.ts';

/* The meeting of an annual review is set for 24 November 2026 when something changes around its pupil, on the 10th. */

const NOW = '2026-11-10T10:00:00.000Z';
const SAID = { since: '2026-11-02', releasedOn: '', by: SENCO, at: '2026-11-03T09:00:00.000Z' } as const;
const status = press.show('status', 'review-1');

const about = (pupil: Pupil) => aTalkAbout(asOfPupil(anAnnualReview(), pupil), { pupils: [pupil], now: NOW });

describe('given the plan names no school', () => {
  const home = anEhcpPupil({ places: [{ ...SAID, place: 'no-school', school: '' }] });

  it('when the local authority’s meeting is put in, then the SENCO is not asked to invite anybody to it', async () => {
    const talk = await about(home);
    const form = await talk.sends(SENCO, press.form('plan-annual', 'review-1'));
    const set = textOf(
      await talk.presses(SENCO, form, 'Set it and ask', { time: '10:00', whyMoved: 'It moved it' }),
    );
    expect(set).toContain('The meeting is set for Tue 24 Nov 2026 at 10:00.');
    expect(set).not.toContain('Please tell them yourself');
    const dates = await talk.sends(SENCO, press.show('dates', 'review-1'));
    expect(textOf(await talk.presses(SENCO, dates, 'Why'))).toMatch(
      /Send all advice to everybody invited[\s\S]*reg 21\(4\)\. The local authority sends it round\./,
    );
  });

  it('then the family is told who holds the meeting, and not that it is at the school', async () => {
    const talk = await about(home);
    const told = textOf(await talk.sends(SENCO, press.show('family', 'review-1')));
    expect(told).toContain('Tue 24 Nov 2026 at 14:30, [write here where it is, or how to join online].');
    expect(told).toContain('The local authority holds this meeting, and invites you to it.');
  });
});

describe('given the pupil has moved to another school', () => {
  it('when that is said, then the meeting that is still set is pointed out, with how those invited hear of it', async () => {
    const talk = await about(anEhcpPupil());
    const form = await talk.sends(SENCO, press.pupilForm('place', anEhcpPupil().id));
    const moved = { place: 'moved-on', since: '2026-11-09', school: 'Hill School' };
    expect(textOf(await talk.presses(SENCO, form, 'Save', moved))).toContain(
      'nobody is reminded of it any more. The meeting of Tue 24 Nov 2026 is still set: call it off in the review, and those invited hear of it.',
    );
  });

  const gone = anEhcpPupil({ places: [{ ...SAID, place: 'moved-on', school: 'Hill School' }] });

  it('then a colleague who was asked sees that nothing is wanted, and nothing of why', async () => {
    const talk = await about(gone);
    const seen = textOf(await talk.says(TEACHER, 'review status Ben'));
    expect(seen).toContain('Nothing is asked of this review now.');
    expect(seen).not.toMatch(/wanted by|24 Nov|Hill School/);
  });

  it('then the family is told that the review is the new school’s, and is invited to nothing', async () => {
    const talk = await about(gone);
    const told = textOf(await talk.sends(SENCO, press.show('family', 'review-1')));
    expect(told).toContain('The day by which the plan is to be reviewed stays the same.');
    expect(told).toContain('Ask the new school, or the local authority, when it is.');
    expect(told).not.toMatch(/24 Nov|Invited/);
  });
});

describe('given another local authority takes the plan over', () => {
  const school = aSchool({ localAuthorities: [{ name: 'Northshire' }, { name: 'Eastshire' }] });
  const TO_INVITE = 'Invite its SEN officer, too: change who is invited, and send the advice there.';

  it('then its officer is to be invited, until the SENCO has looked at the invitations again', async () => {
    const history = [{ at: '2026-11-03T09:00:00.000Z', by: SENCO, what: 'meeting-planned', fields: [] }];
    const talk = await aTalkAbout(anAnnualReview({ history }), {
      ...{ pupils: [anEhcpPupil()], schools: [school], now: NOW },
    });
    const form = await talk.sends(SENCO, press.pupilForm('la-moved', anEhcpPupil().id, 'ehcp'));
    await talk.presses(SENCO, form, 'Save', { to: 'Eastshire', since: '2026-11-09' });
    const shown = await talk.sends(SENCO, status);
    expect(textOf(shown)).toContain('This review goes on, with it.');
    expect(textOf(shown)).toContain(TO_INVITE);
    talk.clock.pass(60_000);
    const again = await talk.sends(SENCO, press.form('plan-annual', 'review-1'));
    const set = await talk.presses(SENCO, again, 'Set it and ask', { laOfficer: 'SEN officer, Eastshire' });
    expect(textOf(set)).toContain('SEN officer, Eastshire');
    expect(textOf(await talk.sends(SENCO, status))).not.toContain(TO_INVITE);
  });
});

describe('given advice that came after the meeting', () => {
  it('when the report is sent, then it is to go with it; nothing is “still” to be sent round', async () => {
    const { circulated: _c, ...rest } = annualAt('acting');
    const talk = await aTalkAbout(anAnnualReview({ stage: 'acting', annual: rest }), {
      ...{ pupils: [anEhcpPupil()], now: '2026-11-26T10:00:00.000Z' },
    });
    expect(textOf(await talk.sends(SENCO, status))).toContain('answered, not recorded as sent round');
    const before = textOf(await talk.sends(SENCO, press.form('report', 'review-1')));
    expect(before).not.toContain('Send with it');
    const [late] = rest.outsiders.filter(({ role }) => role === 'social-care');
    const form = await talk.sends(SENCO, press.form('advice', 'review-1', late?.id ?? ''));
    await talk.presses(SENCO, form, 'Save the advice', {
      given: 'given',
      on: '2026-11-26',
      words: 'Short breaks',
    });
    expect(textOf(await talk.sends(SENCO, press.form('report', 'review-1')))).toContain(
      `Send with it the advice that came after the meeting: ${late?.name}.`,
    );
  });
});

describe('given a colleague who had not answered when the meeting was held', () => {
  const unsent = annualAt('acting');
  const asked = { who: TEACHER, askedAt: '2026-11-03T09:00:00.000Z', dueBy: '2026-11-10', revision: 0 };
  const held = (annual = unsent) =>
    aTalkAbout(anAnnualReview({ stage: 'acting', annual, evidence: [asked] }), {
      ...{ pupils: [anEhcpPupil()], now: '2026-11-26T10:00:00.000Z' },
    });
  const give = press.form('evidence', 'review-1');

  it('when they answer before the report is sent, then it is kept as having come afterwards, and goes with it', async () => {
    const talk = await held();
    const form = await talk.sends(TEACHER, give);
    expect(textOf(form)).toContain('The meeting was held, and what you saw still helps');
    const progress = Object.keys(standingIn(form.show)).filter((id) => id.startsWith('progress_'));
    await talk.presses(TEACHER, form, 'Send my evidence', {
      ...Object.fromEntries(progress.map((id) => [id, 'good'])),
      ...{ strengths: 'He helps others', delivered: 'yes' },
    });
    expect((await talk.review()).evidence[0]?.answer).toMatchObject({
      late: true,
      said: { strengths: 'He helps others' },
    });
    expect((await talk.review()).messages).toEqual([]);
    expect(textOf(await talk.sends(SENCO, status))).toContain('Answered Thu 26 Nov 2026, after the meeting');
    expect(textOf(await talk.sends(SENCO, press.form('report', 'review-1')))).toContain(
      'Send with it the advice that came after the meeting: Tom Teacher.',
    );
    expect(textOf(await talk.sends(TEACHER, give))).toContain('your answer stands as it is');
  });

  it('when the report has been sent, then they are told whom to tell', async () => {
    const talk = await held({ ...unsent, report: aLetter('2026-11-25', 'Everybody') });
    expect(textOf(await talk.sends(TEACHER, give))).toContain(
      'Tell the SENCO: they can add it to the record as a correction.',
    );
    expect((await talk.review()).evidence[0]).not.toHaveProperty('answer');
  });
});
