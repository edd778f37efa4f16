import { describe, expect, it } from 'vitest';
import { aLetter, anAnnualReview, anEhcpPupil, annualAt } from '../support/annual-builders.ts';
import { aPupil, SENCO } from '../support/builders.ts';
import { aTalk, textOf } from './talk.ts';

const EARLY = 'This is early';

describe('a review that is begun before it is time', () => {
  it('given an annual review due by 25 May 2027: then in November it says how early, from when, and goes on', async () => {
    // To be met for by 30 March, so advice is asked for from 2 March: 26 November is 25 weeks before 25 May.
    const ben = anEhcpPupil({ lastMeeting: '2026-04-28', lastDecision: '2026-05-26', phaseTransfer: 'none' });
    const talk = await aTalk({ pupils: [ben], now: '2026-11-26T10:00:00.000Z' });
    const form = await talk.says(SENCO, 'review start Ben');
    expect(textOf(form)).toContain(
      'This is early: it is 25 weeks before the review is due, Tue 25 May 2027, and time to prepare it from Tue 2 Mar 2027. You can go on all the same.',
    );
    const guests = {
      parents: 'Bea Sample',
      laOfficer: 'Olu Officer',
      health: 'Dr Hana',
      socialCare: 'Duty team',
    };
    const set = await talk.presses(SENCO, form, 'Set it and ask', {
      ...guests,
      date: '2027-01-12',
      evidenceBy: '2026-12-14',
    });
    expect(textOf(set)).toContain('The meeting is set for Tue 12 Jan 2027');
    expect(textOf(set)).not.toContain(EARLY);
  });

  it('given SEN Support last reviewed on 10 November: then it is early until 10 February', async () => {
    const talk = await aTalk({
      pupils: [aPupil({ lastReviewed: '2026-11-10' })],
      now: '2026-11-26T10:00:00.000Z',
    });
    expect(textOf(await talk.says(SENCO, 'review start Ada'))).toContain(
      'it is 23 weeks before the review is due, Mon 10 May 2027, and time to prepare it from Wed 10 Feb 2027.',
    );
  });

  it('given it is time: then nothing is said of it', async () => {
    // Three months since 10 July are over.
    const talk = await aTalk({ pupils: [aPupil()], now: '2026-11-26T10:00:00.000Z' });
    expect(textOf(await talk.says(SENCO, 'review start Ada'))).not.toContain(EARLY);
  });

  it('given the last one awaits its decision: then that is said, whether or not it is early', async () => {
    const report = aLetter('2026-12-04', 'Everybody invited');
    const silent = anAnnualReview({ stage: 'acting', annual: annualAt('acting', { report }) });
    const talk = await aTalk({ pupils: [anEhcpPupil()], reviews: [silent], now: '2027-01-12T10:00:00.000Z' });
    const shown = await talk.says(SENCO, 'review start Ben');
    const form = `${textOf(shown)}${textOf(await talk.presses(SENCO, shown, 'Why'))}`;
    expect(form).toContain(
      'The review before it, held on Tue 24 Nov 2026, still awaits the local authority’s decision.',
    );
    // Its own year counts from that meeting: complete by 23 November 2027, eight weeks before that 28 September.
    expect(form).toMatch(
      /The last safe day is Tue 28 Sept 2027 \([^)]*\), which counts back from Tue 23 Nov 2027 \(.*\) as the last meeting is not decided on\./,
    );
  });

  it('given somebody asked for it early: then they know, and it is not said', async () => {
    const talk = await aTalk({
      pupils: [aPupil({ lastReviewed: '2026-11-10' })],
      now: '2026-11-26T10:00:00.000Z',
    });
    const asked = await talk.says(SENCO, 'review early Ada');
    const said = { asker: 'parent', askedOn: '2026-11-25', why: 'A move of house', answer: 'agree' };
    const form = await talk.presses(SENCO, asked, 'Save the answer', said);
    expect(textOf(form)).not.toContain(EARLY);
  });
});
