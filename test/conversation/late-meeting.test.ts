import { describe, expect, it } from 'vitest';
import { anEhcpPupil } from '../support/annual-builders.ts';
import { aPupil, SENCO } from '../support/builders.ts';
import { aTalk, standingIn, textOf } from './talk.ts';

const GUESTS = {
  parents: 'Bea Sample',
  laOfficer: 'Olu Officer',
  health: 'Dr Hana Health',
  socialCare: 'Social care duty team',
};

/** Ben's plan was last decided on 26 May 2026: to be complete by 25 May 2027, met for by 30 March. */
const ben = anEhcpPupil({ lastMeeting: '2026-04-28', lastDecision: '2026-05-26', phaseTransfer: 'none' });
const AFTER_THE_LAST = 'Thu 10 Jun 2027 is after the last day for the review, Tue 25 May 2027';
const WHY_THE_LAST =
  'within 12 months of the local authority’s last decision; Children and Families Act 2014 s.44(1)(b); Code of Practice 9.169';

describe('an annual review’s meeting on a day that is too late', () => {
  const begun = async (pupil = ben, now = '2027-02-01T10:00:00.000Z') => {
    const talk = await aTalk({ pupils: [pupil], now });
    return { talk, form: await talk.says(SENCO, 'review start Ben') };
  };
  const sets = { ...GUESTS, date: '2027-06-10', evidenceBy: '2027-05-24' };

  it('after the last day of the law, is pointed out at once, and nothing is set', async () => {
    const { talk, form } = await begun();
    const reply = await talk.presses(SENCO, form, 'Set it and ask', sets);
    expect(textOf(reply)).toContain(`${AFTER_THE_LAST}. To keep it, send as it stands.`);
    expect(standingIn(reply.show)).toMatchObject(sets);
    expect(await talk.store.reviewsOf('oakfield')).toEqual([]);
  });

  it('is kept when it is sent again; then the status, all dates and what is due say so', async () => {
    const { talk, form } = await begun();
    const again = await talk.presses(SENCO, form, 'Set it and ask', sets);
    const kept = await talk.presses(SENCO, again, 'Set it and ask');
    expect(textOf(kept)).toContain('The meeting is set for Thu 10 Jun 2027');
    const status = await talk.says(SENCO, 'review status Ben');
    expect(textOf(status)).toContain(`The meeting on ${AFTER_THE_LAST}.`);
    expect(textOf(status)).not.toContain(WHY_THE_LAST);
    expect(textOf(await talk.presses(SENCO, status, 'Why'))).toContain(WHY_THE_LAST);
    expect(textOf(await talk.says(SENCO, 'review dates Ben'))).toContain(`The meeting on ${AFTER_THE_LAST}.`);
    expect(textOf(await talk.says(SENCO, 'review due why'))).toContain(
      'The meeting on Thu 10 Jun 2027 is after the last day for the review',
    );
  });

  it('after the last safe day alone, says that', async () => {
    const { talk, form } = await begun();
    const reply = await talk.presses(SENCO, form, 'Set it and ask', { ...GUESTS, date: '2027-04-20' });
    expect(textOf(reply)).toContain(
      'Tue 20 Apr 2027 is after the last safe day for it, Tue 30 Mar 2027. To keep it, send as it stands.',
    );
  });

  it('before the last safe day, is taken at once', async () => {
    const { talk, form } = await begun();
    const reply = await talk.presses(SENCO, form, 'Set it and ask', { ...GUESTS, date: '2027-03-24' });
    expect(textOf(reply)).toContain('The meeting is set for Wed 24 Mar 2027');
    expect(textOf(await talk.says(SENCO, 'review status Ben'))).not.toContain('after the last');
  });

  it('for a move, after the day by which it is to be met for: likewise', async () => {
    const six = anEhcpPupil({ yearGroup: '6', lastMeeting: '2026-06-05', lastDecision: '2026-07-01' });
    const { talk, form } = await begun(six, '2026-10-12T10:00:00.000Z');
    // 22 November 2026 is a Sunday.
    expect(textOf(form)).toMatch(/The last safe day is Sun 22 Nov 2026; .* is Fri 20 Nov 2026/);
    const late = { ...GUESTS, date: '2026-12-01', evidenceBy: '2026-11-13' };
    const again = await talk.presses(SENCO, form, 'Set it and ask', late);
    expect(textOf(again)).toContain('Tue 1 Dec 2026 is after the last safe day for it, Sun 22 Nov 2026');
    await talk.presses(SENCO, again, 'Set it and ask');
    expect(textOf(await talk.says(SENCO, 'review status Ben'))).toContain(
      'The meeting on Tue 1 Dec 2026 is after the last safe day for it, Sun 22 Nov 2026.',
    );
    const due = textOf(await talk.says(SENCO, 'review due why'));
    expect(due).toContain('the meeting on Tue 1 Dec 2026 is too late');
    expect(due).not.toContain('no meeting is set');
  });
});

it('a SEN Support meeting after the last day for the review is pointed out, too', async () => {
  // Last reviewed on 10 July 2026: due by 10 January 2027.
  const talk = await aTalk({
    pupils: [aPupil({ lastReviewed: '2026-07-10' })],
    now: '2026-11-10T10:00:00.000Z',
  });
  const form = await talk.says(SENCO, 'review start Ada');
  const reply = await talk.presses(SENCO, form, 'Set it and ask', { date: '2027-01-12' });
  expect(textOf(reply)).toContain('Tue 12 Jan 2027 is after the last day for the review, Sun 10 Jan 2027');
  const kept = await talk.presses(SENCO, reply, 'Set it and ask');
  expect(textOf(kept)).toContain('The meeting on Tue 12 Jan 2027 is after the last day for the review');
});
