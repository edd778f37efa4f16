import { describe, expect, it } from 'vitest';
import { aLetter, anAnnualReview, anEhcpPupil, annualAt } from '../support/annual-builders.ts';
import { SENCO } from '../support/builders.ts';
import { aTalk, aTalkAbout, textOf } from './talk.ts';

/*
 * Ben is in Year 6: his plan is to be amended before 15 February 2027, so by the 14th, a Sunday. SEND Regulations 2014,
 * reg 18(1)(b).
 */
const six = anEhcpPupil({ yearGroup: '6' });
const BY = 'The plan is to be amended by Sun 14 Feb 2027';
const annual = (given: Parameters<typeof annualAt>[1]) =>
  annualAt('acting', { transfer: { kind: 'primary-secondary', year: 2027 }, ...given });
const report = aLetter('2026-12-04', 'Everybody invited');
const decision = { ...aLetter('2026-12-18', 'Amends section I'), kind: 'amend' as const };
const finalPlan = (nextPlace: 'named' | 'not-named') => ({ ...aLetter('2027-02-05', ''), nextPlace });

const said = async (given: Parameters<typeof annualAt>[1], now: string) => {
  const review = anAnnualReview({ stage: 'acting', annual: annual(given) });
  const talk = await aTalkAbout(review, { pupils: [six], now });
  const of = async (what: string) => textOf(await talk.says(SENCO, `review ${what} Ben`));
  return {
    status: await of('status'),
    chase: await of('chase'),
    dates: await of('dates'),
    pupil: await of('pupil'),
  };
};

describe('the last day to amend the plan for a move', () => {
  it('given the report was sent and nothing is decided: then it stands on every screen with dates, and in the text to send', async () => {
    const { status, chase, dates, pupil } = await said({ report }, '2026-12-10T10:00:00.000Z');
    expect(status).toContain(`${BY} (in 66 days)`);
    expect(chase).toContain(`${BY} (in 66 days)`);
    expect(chase).toContain(
      'Moves to secondary school in September 2027: the plan is to be amended, naming the next place, by Sun 14 Feb 2027 (before 15 February of the year of transfer; SEND Regulations 2014, reg 18(1)(b); Code of Practice 9.179).',
    );
    expect(dates).toContain('Plan amended by Sun 14 Feb 2027');
    expect(pupil).toContain('Plan amended by Sun 14 Feb 2027');
  });

  it('given it is past: then it says so, and by how much it is late', async () => {
    const { status, chase } = await said({ report }, '2027-02-24T10:00:00.000Z');
    expect(status).toContain('The plan was to be amended by Sun 14 Feb 2027 (10 days ago)');
    expect(chase).toContain('It is now 10 days late.');
  });

  it('given a final plan that names no place: then it stands still', async () => {
    const { status } = await said(
      { report, decision, finalPlan: finalPlan('not-named') },
      '2027-02-08T10:00:00.000Z',
    );
    expect(status).toContain(`${BY} (in 6 days)`);
  });

  it('given its review was held and decided: then the next review is a year after the decision, not on that day', async () => {
    // Decided on 18 December 2026. Kept as it is, the plan asks for another meeting by the day of the move.
    for (const [given, next, not] of [
      [{ report, decision }, 'Fri 17 Dec 2027', 'Sun 14 Feb 2027'],
      [{ report, decision, finalPlan: finalPlan('not-named') }, 'Fri 17 Dec 2027', 'Sun 14 Feb 2027'],
      [{ report, decision: { ...decision, kind: 'keep' as const } }, 'Sun 14 Feb 2027', 'Fri 17 Dec 2027'],
    ] as const) {
      const { status, pupil } = await said(given, '2027-02-08T10:00:00.000Z');
      expect(status).toMatch(new RegExp(`Next review due by\\n${next}`));
      expect(pupil).toContain(`Next review due by ${next}`);
      for (const shown of [status, pupil])
        expect(shown).not.toMatch(new RegExp(`Next review due by\\s${not}`));
    }
  });

  it('given a final plan that names it: then it is settled, and gone', async () => {
    const { status, chase, dates } = await said(
      { report, decision, finalPlan: finalPlan('named') },
      '2027-02-08T10:00:00.000Z',
    );
    expect(status).not.toContain('14 Feb');
    expect(chase).not.toContain('14 Feb');
    // There it is among what was done.
    expect(dates).not.toContain('Plan amended by');
    expect(dates).toMatch(/Done Fri 5 Feb 2027\n · was due Sun 14 Feb 2027/);
  });

  it('stands in what the family gets, too', async () => {
    const review = anAnnualReview({ stage: 'acting', annual: annual({ report }) });
    const talk = await aTalkAbout(review, { pupils: [six], now: '2026-12-10T10:00:00.000Z' });
    const status = await talk.says(SENCO, 'review status Ben');
    expect(textOf(await talk.presses(SENCO, status, 'For the family'))).toContain(
      'For the move to the next school or college the plan is to name the place by Sun 14 Feb 2027.',
    );
  });

  it('stands beside a decision that is waited for from the school’s data alone', async () => {
    const met = anEhcpPupil({ yearGroup: '6', lastMeeting: '2026-11-10', lastDecision: '2025-12-16' });
    const talk = await aTalk({ pupils: [met], now: '2026-12-10T10:00:00.000Z' });
    expect(textOf(await talk.says(SENCO, 'review chase Ben'))).toContain(BY);
  });
});
