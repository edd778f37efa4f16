import { describe, expect, it } from 'vitest';
import type { AnnualReview } from '../../src/domain/review/annual.ts';
import { press } from '../../src/presentation/buttons.ts';
import { aLetter, anAnnualReview, anEhcpPupil, annualAt } from '../support/annual-builders.ts';
import { aDoneAction, aSchool, SENCO } from '../support/builders.ts';
import { aTalkAbout, type Talk, textOf, titlesOf } from './talk.ts';

/* The right to appeal as a SENCO meets it: the meeting was on 24 November 2026, the plan is Northshire's. */

const SENDIASS = { name: 'Northshire SENDIASS', contact: '0117 496 0101' };
const school = aSchool({ localAuthorities: [{ name: 'Northshire', sendiass: SENDIASS }] });
const report = aLetter('2026-12-04', 'Everybody');
const letter = (kind: 'keep' | 'amend' | 'cease', on: string) => ({ ...aLetter(on, ''), kind });
const at = (day: string, given: Partial<AnnualReview>, reported = true): Promise<Talk> =>
  aTalkAbout(
    anAnnualReview({
      stage: 'acting',
      annual: annualAt('acting', { ...(reported && { report }), ...given }),
      actions: [aDoneAction()],
    }),
    { pupils: [anEhcpPupil()], schools: [school], now: `${day}T10:00:00.000Z` },
  );
const show = async (talk: Talk, screen: 'status' | 'record') =>
  textOf(await talk.sends(SENCO, press.show(screen, 'review-1')));
const record = async (talk: Talk, form: string, send: string, given: Record<string, string>) =>
  talk.presses(SENCO, await talk.sends(SENCO, press.form(form, 'review-1')), send, given);

describe('given a decision to keep the plan', () => {
  it('when two months end on a Sunday, then until the Monday, and who helps stands beside it', async () => {
    const talk = await at('2027-01-05', { decision: letter('keep', '2026-12-28') });
    for (const screen of ['status', 'record'] as const) {
      const shown = await show(talk, screen);
      expect(shown).toContain('Parents or carers may appeal to the First-tier Tribunal (SEND)');
      expect(shown).toContain('Until Mon 1 Mar 2027');
      expect(shown).toContain(
        'SENDIASS gives free, independent advice (Northshire SENDIASS: 0117 496 0101); the mediation adviser named in the letter gives the certificate.',
      );
    }
  });

  it('when the last day has gone, then that is said', async () => {
    const talk = await at('2027-03-02', { decision: letter('keep', '2026-12-28') });
    expect(await show(talk, 'status')).toMatch(
      /The last day to appeal has passed; the Tribunal may still take a late appeal[\s\S]*The last day was Mon 1 Mar 2027/,
    );
  });

  const certified = { decision: letter('keep', '2027-02-09'), mediation: aLetter('2027-11-30', '') };
  it('when section I alone is appealed against, then the day of a certificate is no bar', async () => {
    const talk = await at('2027-12-01', certified);
    const given = { on: '2027-03-01', alone: 'yes' };
    expect(textOf(await record(talk, 'appeal', 'Save', given))).toContain('The appeal is recorded.');
  });

  it('when other sections are, then not before the certificate', async () => {
    const talk = await at('2027-12-01', certified);
    const refused = await record(talk, 'appeal', 'Save', { on: '2027-03-01', alone: 'no' });
    expect(textOf(refused)).toContain('That is before the mediation certificate (30 November 2027).');
  });

  const kept = { decision: letter('keep', '2026-12-18') };
  const appeal = { ...aLetter('2027-01-25', ''), alone: 'no' } as const;

  it('when an appeal is lodged, then none is offered, and it is said how it stands', async () => {
    const talk = await at('2027-02-01', { ...kept, appeal });
    for (const screen of ['status', 'record'] as const) {
      const shown = await show(talk, screen);
      expect(shown).not.toContain('may appeal');
      expect(shown).toContain('An appeal was lodged on Mon 25 Jan 2027. What was decided stands');
    }
    const dates = textOf(await talk.sends(SENCO, press.show('dates', 'review-1')));
    expect(dates).toMatch(/Lodged Mon 25 Jan 2027\n?.*the last day was Thu 18 Feb 2027/);
  });

  it('when that has ended, then how, and that only a point of law is left', async () => {
    const appealEnded = { ...aLetter('2027-05-10', ''), how: 'dismissed' } as const;
    const talk = await at('2027-05-12', { ...kept, appeal, appealEnded });
    const status = await talk.sends(SENCO, press.show('status', 'review-1'));
    expect(textOf(status)).not.toContain('may appeal');
    expect(textOf(status)).toContain(
      'The appeal ended on Mon 10 May 2027: The Tribunal decided for the local authority.',
    );
    expect(textOf(status)).toContain('only on a point of law, by asking it for permission within 28 days');
    expect(titlesOf(status)).not.toContain('An appeal was lodged');
  });

  it('when an amended plan is agreed, then the appeal is against that, and counts from it', async () => {
    const talk = await at('2027-01-20', kept);
    const given = { cameBy: 'agreed', on: '2027-01-15' };
    const said = textOf(await record(talk, 'ordered-plan', 'Save', given));
    expect(said).toContain('Parents or carers may appeal against it until Mon 15 Mar 2027');
    const shown = await show(talk, 'record');
    expect(shown).toContain('Until Mon 15 Mar 2027');
    expect(shown).not.toContain('18 Feb 2027');
  });

  it('when the Tribunal orders one, then only a point of law is left', async () => {
    const talk = await at('2027-05-12', { ...kept, appeal });
    const said = textOf(await record(talk, 'ordered-plan', 'Save', { cameBy: 'tribunal', on: '2027-05-10' }));
    expect(said).toContain('only on a point of law, by asking it for permission within 28 days');
    expect(await show(talk, 'record')).not.toContain('may appeal');
  });

  it('when a plan is agreed after an appeal was withdrawn, then that plan can be appealed against', async () => {
    const appealEnded = { ...aLetter('2027-03-01', ''), how: 'withdrawn' } as const;
    const orderedPlan = { ...aLetter('2027-03-10', ''), cameBy: 'agreed' } as const;
    const talk = await at('2027-03-12', { ...kept, appeal, appealEnded, orderedPlan });
    expect(await show(talk, 'status')).toMatch(/may appeal to[\s\S]*Until Mon 10 May 2027/);
  });
});

describe('given the local authority amends the plan', () => {
  // The notice was of 18 December: the family has until 1 January, the fifteenth day beginning with it.
  const amending = { decision: letter('amend', '2026-12-18'), notice: aLetter('2026-12-18', '') };

  it.each([
    ['final-plan', '2026-12-18', 'The final plan is recorded.'],
    ['final-plan', '2027-01-01', 'The final plan is recorded.'],
    ['not-amending', '2026-12-30', 'the plan stays as it is'],
  ])(
    'when %s has a day within the fifteen, %s, then that is pointed out, and kept if sent again',
    async (form, on, taken) => {
      const talk = await at('2027-01-05', amending);
      const pointed = await record(talk, form, 'Save', { on, words: 'As proposed' });
      expect(textOf(pointed)).toContain(
        'is within the days the family has to answer: at least until Fri 1 Jan 2027.',
      );
      expect(textOf(await talk.presses(SENCO, pointed, 'Why'))).toMatch(
        /Fri 1 Jan 2027 \(15 days beginning with the day of the notice; SEND Regulations 2014, reg 22\(2\)\(c\)/,
      );
      expect(textOf(await talk.presses(SENCO, pointed, 'Save', { on, words: 'As proposed' }))).toContain(
        taken,
      );
    },
  );

  it('when the final plan comes after them, then the last day to appeal is said at once', async () => {
    const talk = await at('2027-01-05', amending);
    const said = textOf(await record(talk, 'final-plan', 'Save', { on: '2027-01-02' }));
    // Two months: Tuesday 2 March 2027.
    expect(said).toContain(
      'The final plan is recorded. Parents or carers may appeal against it until Tue 2 Mar 2027',
    );
  });
});

describe('given something is late', () => {
  it('when it is the school’s report, then since when is said, not by when', async () => {
    const talk = await at('2026-12-18', {}, false);
    expect(await show(talk, 'status')).toContain(
      'Next, due since Tue 8 Dec 2026 (10 days): report to everyone invited.',
    );
  });
});

describe('given a young person past 25', () => {
  it('when the 31 July after it has passed, then the pupil’s screen says so', async () => {
    const pupil = anEhcpPupil({ dateOfBirth: '2001-03-10', yearGroup: '13' });
    const now = '2026-11-26T10:00:00.000Z';
    const talk = await aTalkAbout(anAnnualReview(), { pupils: [pupil], now });
    const shown = await talk.says(SENCO, 'review pupil Ben');
    expect(textOf(shown)).toContain('The plan could run until Fri 31 Jul 2026, which has passed');
    expect(textOf(await talk.presses(SENCO, shown, 'Why'))).toContain(
      'an apprenticeship’s year ends with the training',
    );
    expect(textOf(await talk.says(SENCO, 'review due why'))).toContain(
      'could run until Fri 31 Jul 2026, which',
    );
  });
});

describe('given an appeal was withdrawn', () => {
  const decision = letter('keep', '2026-12-18');
  const appeal = { ...aLetter('2027-01-11', ''), alone: 'no' as const };
  const ended = (how: 'withdrawn' | 'dismissed') => ({ ...aLetter('2027-01-20', ''), how });

  it('when the family appeals anew, then that is offered where the review stands, and the first is kept', async () => {
    const talk = await at('2027-02-03', { decision, appeal, appealEnded: ended('withdrawn') });
    const status = await talk.sends(SENCO, press.show('status', 'review-1'));
    const form = await talk.presses(SENCO, status, 'An appeal was lodged');
    expect(textOf(form)).toContain('a day after that is another appeal, and that one is kept');
    await talk.presses(SENCO, form, 'Save', { on: '2027-02-02', alone: 'no' });
    const { annual } = await talk.review();
    expect(annual?.appeal?.on).toBe('2027-02-02');
    expect(annual?.earlierAppeals?.map(({ lodged }) => lodged.on)).toEqual(['2027-01-11']);
    expect(await show(talk, 'status')).not.toContain('An appeal was lodged\n');
  });

  it('when the Tribunal dismissed it instead, then none is offered', async () => {
    const talk = await at('2027-02-03', { decision, appeal, appealEnded: ended('dismissed') });
    const status = await talk.sends(SENCO, press.show('status', 'review-1'));
    expect(titlesOf(status)).not.toContain('An appeal was lodged');
  });
});
