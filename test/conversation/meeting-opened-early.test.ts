import { describe, expect, it } from 'vitest';
import type { Review } from '../../src/domain/review/review.ts';
import { press } from '../../src/presentation/buttons.ts';
import { anAnnualReview, anEhcpPupil, annualAt } from '../support/annual-builders.ts';
import { aReview, SENCO } from '../support/builders.ts';
import { aTalk, aTalkAbout, standingIn, textOf, titlesOf } from './talk.ts';

// The builders' meeting is set for Tuesday 24 November 2026 at 14:30.
const ON_17: { readonly now: string } = { now: '2026-11-17T10:00:00.000Z' };
const BY_MISTAKE = 'Opened by mistake: close it';

const withEverything = (): Partial<Review> => {
  const { evidence, parentViews, pupilViews } = aReview({ stage: 'meeting' });
  const answered = evidence.filter(({ answer }) => answer);
  return { evidence: answered, ...(parentViews && { parentViews }), ...(pupilViews && { pupilViews }) };
};

describe('a meeting opened before its day', () => {
  it('is asked about first, whatever else is missing; then every date counts from the day it is held', async () => {
    const talk = await aTalkAbout({}, ON_17);
    const missing = await talk.presses(SENCO, await talk.says(SENCO, 'status Ada'), 'Open the meeting');
    const asked = await talk.presses(SENCO, missing, 'Open the meeting anyway');
    expect(textOf(asked)).toContain('Held today, brought forward from Tue 24 Nov 2026?');
    expect(titlesOf(asked)).toEqual(['Yes, it is held today', 'Change its day', 'Back']);
    expect((await talk.review()).stage).toBe('gathering');
    const opened = await talk.presses(SENCO, asked, 'Yes, it is held today');
    const agenda = await talk.presses(SENCO, opened, 'Back, without saving');
    expect(textOf(agenda)).toContain('Meeting of Tue 17 Nov 2026, brought forward from Tue 24 Nov 2026.');
    expect(textOf(await talk.says(SENCO, 'status Ada'))).toMatch(
      /Tue 17 Nov 2026, brought forward from Tue 24 Nov 2026/,
    );
    // To decide is owed on the day it is held, not on the day that was.
    expect(textOf(await talk.says(SENCO, 'review'))).toMatch(/Decide the outcome[\s\S]*today/i);
  });

  it('on its day, or after it, is opened without a question', async () => {
    for (const now of ['2026-11-24T08:00:00.000Z', '2026-11-26T10:00:00.000Z']) {
      const talk = await aTalkAbout(withEverything(), { now });
      expect(textOf(await talk.sends(SENCO, press.openMeeting('review-1', true)))).toContain(
        'The meeting is open.',
      );
    }
  });

  it('of an EHC plan is told of the days of notice and circulation that it costs (SEND Regulations 2014, reg 20)', async () => {
    // Invited on Monday 2 November, 15 days before the 17th: of the 24th, which is no notice of the 17th.
    const annual = annualAt('gathering', { invitedOn: '2026-11-02' });
    const review = anAnnualReview({ id: 'annual-1', annual });
    const talk = await aTalk({ pupils: [anEhcpPupil()], reviews: [review], ...ON_17 });
    const asked = await talk.sends(SENCO, press.openMeeting('annual-1', true));
    expect(textOf(asked)).toContain(
      'Two weeks’ notice of the date: on Mon 2 Nov 2026 people were told of Tue 24 Nov 2026, not of today.',
    );
    expect(textOf(asked)).toContain('All advice sent round two weeks before: it is not sent yet.');
    const why = await talk.presses(SENCO, asked, 'Why');
    expect(textOf(why)).toContain('The regulations require it: SEND Regulations 2014, reg 20(2)–(3)');
    const opened = await talk.presses(SENCO, why, 'Yes, it is held today');
    // The question is answered: there is no way back to it.
    expect(titlesOf(opened)).not.toContain('Back');
    // The report is due 14 days after the day it was held: 17 November + 14 = 1 December.
    const dates = textOf(await talk.says(SENCO, 'review dates Ben'));
    expect(dates).toMatch(/Report to everyone invited[\s\S]*Tue 1 Dec 2026/);
    expect(dates).toContain('Told Mon 2 Nov 2026, of the meeting of Tue 24 Nov 2026');
    const agenda = await talk.says(SENCO, 'review status Ben');
    const views = textOf(await talk.presses(SENCO, agenda, 'Record parents’ views'));
    expect(views).toContain('They are needed before the outcome.');
    expect(views).not.toContain('24 Nov');
    const provision = await talk.presses(SENCO, agenda, 'Add provision');
    // The day of the next review follows from a decision that is still to come.
    expect(standingIn(provision.show)).toMatchObject({ howReviewed: 'At the next review' });
  });
});

describe('a meeting opened by mistake', () => {
  it('is closed again while nothing is recorded in it, and is as it was', async () => {
    const talk = await aTalkAbout({}, ON_17);
    const before = await talk.review();
    const opened = await talk.sends(SENCO, press.openMeeting('review-1', true, true));
    const agenda = await talk.presses(SENCO, opened, 'Back, without saving');
    const closed = await talk.presses(SENCO, agenda, BY_MISTAKE);
    expect(textOf(closed)).toContain('The meeting is not open any more.');
    expect(textOf(closed)).toContain('Tue 24 Nov 2026 at 14:30');
    const back = textOf(await talk.sends(SENCO, press.show('agenda', 'review-1')));
    expect(back, 'no agenda of a meeting that is not open').toContain('How the review stands');
    expect(back).not.toContain('Everything the outcome needs is here');
    const { version: _, history, ...after } = await talk.review();
    const { version: _v, history: _h, ...was } = before;
    expect(after).toEqual(was);
    expect(history.slice(-2).map(({ what, by }) => [what, by])).toEqual([
      ['meeting-opened', SENCO],
      ['meeting-closed-again', SENCO],
    ]);
  });

  it('stays open once something is recorded: that is taken back first', async () => {
    const talk = await aTalkAbout({}, ON_17);
    const opened = await talk.sends(SENCO, press.openMeeting('review-1', true, true));
    const agenda = await talk.presses(SENCO, opened, 'Back, without saving');
    const form = await talk.presses(SENCO, agenda, 'Record a disagreement');
    const noted = await talk.presses(SENCO, form, 'Record it', { who: 'Mum', words: 'It is too much' });
    expect(titlesOf(noted)).not.toContain(BY_MISTAKE);
    expect(textOf(await talk.sends(SENCO, press.closeMeeting('review-1')))).toContain(
      'Something has been recorded in this meeting',
    );
    const sure = await talk.presses(SENCO, noted, 'Take back');
    const back = await talk.presses(SENCO, sure, 'Take it back');
    expect(textOf(await talk.presses(SENCO, back, BY_MISTAKE))).toContain('not open any more');
  });
});
