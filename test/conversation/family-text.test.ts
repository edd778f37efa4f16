import { describe, expect, it } from 'vitest';
import type { AnnualReview } from '../../src/domain/review/annual.ts';
import type { Review } from '../../src/domain/review/review.ts';
import { press } from '../../src/presentation/buttons.ts';
import { aRequest, REFUSED, SENT } from '../presentation/forms/samples-requests.ts';
import { aLetter, anAnnualReview, anEhcpPupil, annualAt } from '../support/annual-builders.ts';
import { aDoneAction, anOutcome, aPupil, aReview, SENCO } from '../support/builders.ts';
import { aTalkAbout, textOf } from './talk.ts';

/* What a family gets, to be copied into a letter: the meeting of 24 November 2026, and what came after it. */

async function family(review: Review, day: string, pupil = anEhcpPupil()): Promise<string> {
  const talk = await aTalkAbout(review, { pupils: [pupil], now: `${day}T10:00:00.000Z` });
  return textOf(await talk.sends(SENCO, press.show('family', 'review-1')));
}
const report = aLetter('2026-12-04', 'Everybody');
const letter = (kind: 'keep' | 'amend' | 'cease', on: string) => ({ ...aLetter(on, ''), kind });
const held = (given: Partial<AnnualReview>) =>
  anAnnualReview({
    stage: 'acting',
    annual: annualAt('acting', { report, ...given }),
    actions: [aDoneAction()],
  });

describe('before the meeting, a family is told', () => {
  it('which meeting it is, when and where, who is invited, and how to prepare', async () => {
    const told = await family(anAnnualReview(), '2026-11-10');
    expect(told).toMatch(/The annual review of an EHC plan\.\nTue 24 Nov 2026 at 14:30, at Oakfield/);
    expect(told).toMatch(/Invited: [^\n]*Olu Officer \(Local authority SEN officer\)/);
    for (const said of [
      'Read the plan as it is now',
      'Take along what shows what you mean: work',
      'If you cannot come, send your views in writing.',
      'You may ask for an early review at any time, with your reason.',
    ])
      expect(told).toContain(said);
  });

  it('given no day is set yet, that they are asked which suits them', async () => {
    const { meeting: _, ...unset } = anAnnualReview({ stage: 'preparing' });
    expect(await family(unset, '2026-11-10')).toContain(
      'No day is set yet. Tell us which days and times suit you.',
    );
  });
});

describe('after the meeting, a family is told', () => {
  it('what it recommended, by when the local authority decides, and how the next day follows', async () => {
    const told = await family(held({}), '2026-12-05');
    expect(told).toContain('The meeting recommended to the local authority that the plan is changed.');
    expect(told).toContain('The local authority decides by Tue 22 Dec 2026, and writes to you.');
    expect(told).toContain('within 12 months of it');
    expect(told).toContain(
      'Check that your views are written down rightly. Ask for corrections, and keep a copy.',
    );
    expect(told).toContain(
      'the Act requires the local authority to provide it (Children and Families Act 2014, s.42)',
    );
  });

  it('given it keeps the plan: that, until when to appeal, and the next review’s day', async () => {
    const told = await family(held({ decision: letter('keep', '2026-12-28') }), '2027-01-05');
    expect(told).toContain('The local authority keeps the plan as it is (letter of Mon 28 Dec 2026).');
    // Two months end on Sunday 28 February.
    expect(told).toContain('The last day for your appeal to reach it is Mon 1 Mar 2027, until 5pm.');
    // Twelve months starting with 28 December 2026.
    expect(told).toContain('It is due by Mon 27 Dec 2027.');
  });

  it('given it amends the plan and no notice has come: that one comes, and the days to answer then', async () => {
    const told = await family(held({ decision: letter('amend', '2026-12-18') }), '2026-12-19');
    expect(told).toContain('The local authority changes the plan (letter of Fri 18 Dec 2026).');
    expect(told).toContain(
      'First you get a notice of the changes it proposes, due by Tue 22 Dec 2026. You then have at least 15 days beginning with the day of the notice to answer.',
    );
    expect(told).toContain('The final plan is due by Tue 16 Feb 2027.');
  });

  it('given the notice: until when they can answer; given their answer, that it is there', async () => {
    const noticed = { decision: letter('amend', '2026-12-18'), notice: aLetter('2026-12-21', '') };
    expect(await family(held(noticed), '2026-12-22')).toContain(
      'Its notice of Mon 21 Dec 2026 says what it proposes. You can answer until Mon 4 Jan 2027, at least.',
    );
    const answered = { ...noticed, comments: aLetter('2027-01-02', 'Agree') };
    expect(await family(held(answered), '2027-01-03')).toContain('Your answer of Sat 2 Jan 2027 is with it.');
  });

  it('given the final plan, until when to appeal against it', async () => {
    const final = {
      ...{ decision: letter('amend', '2026-12-18'), notice: aLetter('2026-12-21', '') },
      finalPlan: aLetter('2027-02-05', ''),
    };
    const told = await family(held(final), '2027-02-06');
    expect(told).toContain('The final plan is of Fri 5 Feb 2027.');
    expect(told).toContain('The last day for your appeal to reach it is Mon 5 Apr 2027');
    expect(told).not.toContain('The final plan is due');
  });

  it('given an appeal, that it was lodged, and no more until when', async () => {
    const appeal = { ...aLetter('2027-01-25', ''), alone: 'no' } as const;
    const told = await family(held({ decision: letter('keep', '2026-12-18'), appeal }), '2027-02-01');
    expect(told).toContain('An appeal was lodged on Mon 25 Jan 2027.');
    expect(told).not.toContain('you may appeal to the SEND Tribunal');
  });

  it.each([
    ['2010-01-10', 'a young person under 18 who leaves education is reviewed, not ceased'],
    ['2007-01-10', 'a young person of 18 or over who leaves education is reviewed before it may be ceased'],
  ])(
    'given it is to end, of somebody born %s: that it stands meanwhile, and what the law says of leaving',
    async (dateOfBirth, law) => {
      const pupil = anEhcpPupil({ dateOfBirth, yearGroup: '12' });
      const review = held({ decision: letter('cease', '2026-12-18') });
      const told = await family(review, '2027-01-05', pupil);
      expect(told).toContain('The local authority decided to end the plan (letter of Fri 18 Dec 2026).');
      expect(told).toContain('It stays in force while you can appeal, and until any appeal has ended.');
      expect(told).toContain(law);
      expect(told).not.toContain('The next review\n');
      const talk = await aTalkAbout(review, { pupils: [pupil], now: '2027-01-05T10:00:00.000Z' });
      expect(textOf(await talk.sends(SENCO, press.show('status', 'review-1')))).toContain(law);
    },
  );

  it('given SEN Support: what was decided, and when the next review is, though nobody typed a day', async () => {
    const review = aReview({ stage: 'acting', outcome: anOutcome({ kind: 'continues' }) });
    const told = await family(review, '2026-12-01', aPupil());
    expect(told).toContain('The plan is working, and goes on.');
    // Six months after the meeting of 24 November 2026.
    expect(told).toContain('It is due by Mon 24 May 2027.');
    expect(told).not.toContain('The local authority\n');
    const talk = await aTalkAbout(review, { pupils: [aPupil()], now: '2026-12-01T10:00:00.000Z' });
    const record = textOf(await talk.sends(SENCO, press.show('record', 'review-1')));
    expect(record).toMatch(/Next review by\s*[\s\S]{0,3}Mon 24 May 2027/);
  });
});

/** Asked for after the meeting of 24 November: sent on 1 December, so to be answered within six weeks, by 12 January. */
const askedFor = (request: Parameters<typeof aRequest>[0], kind: 'ehc-assessment' | 'top-up') => {
  const outcome = anOutcome({ kind: kind === 'top-up' ? 'updated' : 'ehc-assessment' });
  return aReview({ stage: 'acting', outcome, requests: [aRequest({ kind, ...request })] });
};
const sent = { ...SENT, on: '2026-12-01', received: '2026-12-01' };
const refused = { ...REFUSED, on: '2027-01-13' };

describe('of what the review asked of the local authority, a family is told', () => {
  it('given it has not answered: by when it does and, from the day after, how late it is', async () => {
    const waiting = askedFor({ sent }, 'ehc-assessment');
    expect(await family(waiting, '2027-01-12', aPupil())).toContain('The answer is due by Tue 12 Jan 2027.');
    const late = await family(waiting, '2027-01-15', aPupil());
    expect(late).toContain('The answer was due by Tue 12 Jan 2027. The local authority is 3 days late');
    expect(late).not.toContain('is due by Tue 12 Jan');
  });

  it('given it refuses to assess: that, mediation, the last day to appeal, and SENDIASS', async () => {
    const told = await family(askedFor({ sent, answer: refused }, 'ehc-assessment'), '2027-01-14', aPupil());
    expect(told).toContain('An EHC needs assessment: it refuses (letter of Wed 13 Jan 2027).');
    // Two months end on Saturday 13 March.
    expect(told).toContain('The last day for your appeal to reach it is Mon 15 Mar 2027, until 5pm.');
    expect(told).toMatch(/Who helps: SENDIASS gives free, independent advice.*mediation adviser/);
    expect(told).not.toContain('12 Jan');
    const after = await family(askedFor({ sent, answer: refused }, 'ehc-assessment'), '2027-03-16', aPupil());
    expect(after).toContain('The last day to appeal was Mon 15 Mar 2027.');
    expect(after).not.toContain('you may appeal to the SEND Tribunal');
  });

  it('given it refuses top-up funding: that no law gives an appeal, and who helps', async () => {
    const told = await family(askedFor({ sent, answer: refused }, 'top-up'), '2027-01-14', aPupil());
    expect(told).toContain('Top-up funding: it refuses (letter of Wed 13 Jan 2027).');
    expect(told).toContain('No law gives an appeal against that.');
    expect(told).toContain('SENDIASS: free, independent advice');
    expect(told).not.toContain('ediation');
  });

  it('given it assesses: that, and by when the final plan is there', async () => {
    const agreed = { ...refused, result: 'agreed' } as const;
    const told = await family(askedFor({ sent, answer: agreed }, 'ehc-assessment'), '2027-01-14', aPupil());
    expect(told).toContain('An EHC needs assessment: it agrees (letter of Wed 13 Jan 2027).');
    // Twenty weeks after 1 December.
    expect(told).toContain('The local authority sends the final EHC plan: by Tue 20 Apr 2027.');
  });
});

describe('of a day that has passed, a family is told so, and how late the local authority is', () => {
  it('given no decision has come', async () => {
    const told = await family(held({}), '2027-01-05');
    expect(told).toContain(
      'The local authority’s decision was due by Tue 22 Dec 2026. The local authority is 14 days late',
    );
    expect(told).not.toContain('decides by');
  });

  it('given neither the notice nor the final plan has come', async () => {
    const told = await family(held({ decision: letter('amend', '2026-12-18') }), '2027-02-20');
    expect(told).toContain('Its notice of the changes it proposes was due by Tue 22 Dec 2026.');
    expect(told).toContain('The final plan was due by Tue 16 Feb 2027. The local authority is 4 days late');
    expect(told).not.toContain('First you get');
  });

  it('given the days to answer its notice have ended', async () => {
    const noticed = { decision: letter('amend', '2026-12-18'), notice: aLetter('2026-12-21', '') };
    const told = await family(held(noticed), '2027-01-06');
    expect(told).toContain('ended on Mon 4 Jan 2027: ask at once whether it still takes your answer.');
    expect(told).not.toContain('You can answer until');
  });

  it('given the report, the next review and what somebody was to do are overdue', async () => {
    const { report: _, ...unsent } = annualAt('acting');
    expect(await family(anAnnualReview({ stage: 'acting', annual: unsent }), '2026-12-12')).toContain(
      'The report of the meeting was to be with you by Tue 8 Dec 2026: ask us when it comes.',
    );
    const support = aReview({ stage: 'acting', outcome: anOutcome({ kind: 'continues' }) });
    expect(await family(support, '2027-05-26', aPupil())).toContain('It was due by Mon 24 May 2027.');
  });
});
