import { describe, expect, it } from 'vitest';
import { obligationsOf } from '../../../src/domain/nudges/obligations.ts';
import type { AnnualReview } from '../../../src/domain/review/annual.ts';
import { evolve } from '../../../src/domain/review/evolve.ts';
import type { Review } from '../../../src/domain/review/review.ts';
import type { Command } from '../../../src/domain/review/steps/index.ts';
import { movedSentence } from '../../../src/domain/review/steps/moved-dates.ts';
import { isNeverDecidedOffered } from '../../../src/domain/review/steps/never-decided.ts';
import { clockOf } from '../../../src/domain/statute/clock.ts';
import { isInTheWay } from '../../../src/domain/statute/decided.ts';
import { aLetter, anAnnualReview, anEhcpPupil, annualAt } from '../../support/annual-builders.ts';
import { dated, decision, meetingHeld } from '../../support/annual-dates.ts';
import { aDoneAction, anOutcome, aReview, aSchool, parentViews, SENCO } from '../../support/builders.ts';
import { command } from '../../support/commands.ts';
import { eventsOf, refusalOf } from '../../support/deciding.ts';
import { theDue } from '../../support/one-plan.ts';

/*
 * The meeting was on 24 November 2026: the report is due by 8 December, the decision by 22 December, and, where the plan is
 * amended, the final plan by 16 February 2027. The last decision was of 16 December 2025.
 */
const acting = (given: Partial<AnnualReview> = {}): Review =>
  anAnnualReview({ stage: 'acting', annual: annualAt('acting', given), actions: [aDoneAction()] });
const report = aLetter('2026-12-04', 'Everybody');
const letter = (kind: 'keep' | 'amend' | 'cease', on: string) => ({ ...aLetter(on, ''), kind });
const on = (day: string) => ({ at: `${day}T10:00:00.000Z` });
const then = (review: Review, given: Command, day: string): Review =>
  eventsOf(review, given, on(day)).reduce((so, fact) => evolve(so, fact, { who: SENCO, ...on(day) }), review);
const owed = (review: Review) => obligationsOf(review, aSchool()).map(({ kind }) => kind);
const pupil = anEhcpPupil();

describe('a local authority that never decides', () => {
  const silent = acting({ report });
  const given = then(silent, command('never-decided'), '2027-03-01');

  it('given its four weeks are not over, it can’t be given up yet', () => {
    expect(refusalOf(silent, command('never-decided'), on('2026-12-22')).code).toBe('not-now');
    expect(eventsOf(silent, command('never-decided'), on('2026-12-23'))[0]).toMatchObject({
      type: 'decision-given-up',
    });
  });

  it('is offered from three months after the meeting on, and not once it is given up or decided', () => {
    expect(isNeverDecidedOffered(silent, '2027-02-24')).toBe(false);
    expect(isNeverDecidedOffered(silent, '2027-02-25')).toBe(true);
    expect(isNeverDecidedOffered(given, '2027-02-25')).toBe(false);
    expect(isNeverDecidedOffered(acting({ decision: letter('keep', '2026-12-01') }), '2027-02-25')).toBe(
      false,
    );
  });

  it('given no word why, it is refused', () => {
    const refused = refusalOf(silent, { type: 'never-decided', why: ' ' }, on('2027-03-01'));
    expect(refused).toMatchObject({ code: 'words-missing', field: 'why' });
  });

  it('given up, it is awaited nowhere, and the review closes', () => {
    expect(owed(silent)).toEqual(['la-decision']);
    expect(given.stage).toBe('closed');
    const open = then(acting(), command('never-decided'), '2027-03-01');
    expect(open.stage).toBe('acting');
    expect(owed(open)).toEqual(['report']);
    expect(clockOf(open)).not.toHaveProperty('la-decision');
    expect(isInTheWay(open, '2027-03-01')).toBe(false);
    for (const review of [given, open]) {
      const due = theDue(pupil, [{ ...review, pupilId: pupil.id }], '2027-03-01');
      expect(due).not.toHaveProperty('awaiting');
      expect(due).not.toHaveProperty('alsoAwaiting');
    }
  });

  it('given up, the next review still counts from the last decision', () => {
    expect(theDue(pupil, [given], '2027-03-01')).toMatchObject({
      countedFrom: '2025-12-16',
      dueBy: '2026-12-15',
    });
  });

  it('given up, a decision that comes after all is taken, and the next review counts from it', () => {
    const late = command('record-la-decision', { kind: 'keep', on: '2027-03-15' });
    const decided = then(given, late, '2027-03-20');
    expect(decided.stage).toBe('closed');
    expect(decided.annual).toMatchObject({ neverDecided: {}, decision: { on: '2027-03-15' } });
    expect(theDue(pupil, [decided], '2027-03-20')).toMatchObject({ dueBy: '2028-03-14' });
  });

  it('given one that comes after all is to amend, the notice and the final plan are waited for', () => {
    const late = command('record-la-decision', { kind: 'amend', on: '2027-03-15' });
    const decided = then(given, late, '2027-03-20');
    expect(decided.stage).toBe('acting');
    expect(owed(decided)).toEqual(['notice', 'final-plan']);
  });
});

describe('a plan that is not amended after all (reg 22(4))', () => {
  const noticed = acting({
    report,
    decision: letter('amend', '2026-12-18'),
    notice: aLetter('2026-12-18', ''),
  });
  const letterOf = command('record-not-amending', { on: '2027-02-01' });

  it('given the notice, no final plan is owed any more and the review closes', () => {
    const ended = then(noticed, letterOf, '2027-02-03');
    expect(owed(noticed)).toEqual(['comments', 'final-plan']);
    expect(ended.stage).toBe('closed');
    expect(clockOf(ended)).not.toHaveProperty('final-plan');
  });

  it('is to be said within eight weeks of the notice, and can be appealed against for two months', () => {
    const clock = clockOf(then(noticed, letterOf, '2027-02-03'));
    expect(clock['not-amending']).toMatchObject({ date: '2027-02-12' });
    expect(clock.appeal).toMatchObject({ date: '2027-04-01', rule: { id: 'appeal-not-amending' } });
  });

  it('leaves the next review counted from the decision', () => {
    expect(theDue(pupil, [then(noticed, letterOf, '2027-02-03')], '2027-02-03')).toMatchObject({
      dueBy: '2027-12-17',
    });
  });

  it('given no notice, or a final plan already, it is refused', () => {
    const bare = acting({ decision: letter('amend', '2026-12-18') });
    expect(refusalOf(bare, letterOf, on('2027-02-03')).code).toBe('things-missing');
    const amended = anAnnualReview({ stage: 'closed' });
    expect(refusalOf(amended, letterOf, on('2027-02-10')).code).toBe('not-now');
  });
});

describe('a plan that came without a notice', () => {
  it.each(['keep', 'amend', 'cease'] as const)('given the decision was to %s, it is taken', (kind) => {
    const review = acting({ report, decision: letter(kind, '2026-12-01') });
    const plan = command('record-ordered-plan', { on: '2027-05-10' });
    const ordered = then(review, plan, '2027-05-12');
    expect(ordered.stage).toBe('closed');
    expect(theDue(pupil, [ordered], '2027-05-12')).toMatchObject({ dueBy: '2027-11-30' });
    expect(theDue(pupil, [ordered], '2027-05-12')).not.toHaveProperty('ceasing');
  });

  it('given no decision, or a day before it, it is refused', () => {
    const plan = command('record-ordered-plan', { on: '2026-12-01' });
    expect(refusalOf(acting(), plan).offer).toEqual({ what: 'la-decision' });
    const review = acting({ decision: letter('keep', '2026-12-18') });
    expect(refusalOf(review, plan, on('2027-01-10')).code).toBe('date-order');
  });

  it('given it names the next place, the transfer is settled, though no notice went before', () => {
    const transfer = { kind: 'primary-secondary', year: 2027 } as const;
    const inYear6 = anEhcpPupil({ yearGroup: '6', phaseTransfer: transfer });
    const kept = { transfer, decision: decision('keep', '2026-11-20') };
    const met = meetingHeld('2026-11-02', kept);
    expect(theDue(inYear6, [met], '2027-01-10')?.transfer).toBeDefined();
    const orderedPlan = { ...dated('2027-01-08'), cameBy: 'tribunal', nextPlace: 'named' } as const;
    const ordered = meetingHeld('2026-11-02', { ...kept, orderedPlan });
    expect(theDue(inYear6, [ordered], '2027-01-10')?.transfer).toBeUndefined();
  });
});

describe('a plan that is to cease', () => {
  const ceased = acting({ report, decision: letter('cease', '2026-12-18') });
  const ceasing = (review: Review, today: string) => theDue(pupil, [review], today)?.ceasing;
  const lodged = then(ceased, command('record-appeal', { on: '2027-02-10' }), '2027-02-12');

  it('stands until the last day to appeal, and while an appeal is under way', () => {
    expect(ceasing(ceased, '2027-01-10')).toMatchObject({
      on: '2026-12-18',
      appealBy: { date: '2027-02-18' },
    });
    expect(ceasing(lodged, '2027-06-01')).toMatchObject({ appealOn: '2027-02-10' });
  });

  it.each([
    ['dismissed', true],
    ['withdrawn', true],
    ['allowed', false],
    ['agreed', false],
  ] as const)('given the appeal is %s, it ceases: %s', (how, ceases) => {
    const ended = then(lodged, command('record-appeal-end', { on: '2027-06-10', how }), '2027-06-12');
    expect(ceasing(ended, '2027-06-12') !== undefined).toBe(ceases);
  });

  it('given it was consulted after the decision, that is refused: it comes first (reg 31)', () => {
    const late = command('record-cease-consultation', { on: '2026-12-19' });
    expect(refusalOf(ceased, late, on('2027-01-10')).code).toBe('date-order');
    const first = command('record-cease-consultation', { on: '2026-12-10' });
    expect(eventsOf(ceased, first, on('2027-01-10'))).toMatchObject([{ type: 'cease-consulted' }]);
  });
});

describe('an appeal', () => {
  it('given nothing to appeal against yet, it is refused', () => {
    for (const review of [acting(), acting({ decision: letter('amend', '2026-12-01') })])
      expect(refusalOf(review, command('record-appeal'), on('2027-01-10')).code).toBe('things-missing');
  });

  it('given one that ended before it was lodged, or none, its end is refused', () => {
    const kept = { decision: letter('keep', '2026-12-01') };
    const end = command('record-appeal-end', { on: '2027-01-01' });
    expect(refusalOf(acting(kept), end, on('2027-01-10')).offer).toEqual({ what: 'appeal' });
    const appeal = { ...aLetter('2027-01-05', ''), alone: 'no' } as const;
    expect(refusalOf(acting({ ...kept, appeal }), end, on('2027-01-10')).code).toBe('date-order');
  });

  describe('that is the second in one review', () => {
    const kept = acting({ report, decision: letter('cease', '2026-12-01') });
    const first = then(kept, command('record-appeal', { on: '2027-01-10' }), '2027-01-12');
    const over = (how: 'dismissed' | 'allowed') =>
      then(first, command('record-appeal-end', { on: '2027-04-20', how }), '2027-04-21');
    const again = command('record-appeal', { on: '2027-04-28', words: 'Section F', alone: 'no' });
    const second = then(over('dismissed'), again, '2027-04-30');

    it('given the first has ended, it is another: the first is kept with its end, and nothing is put right', () => {
      expect(second.annual?.earlierAppeals).toMatchObject([
        { lodged: { on: '2027-01-10' }, ended: { on: '2027-04-20', how: 'dismissed' } },
      ]);
      expect(second.annual?.appeal).toMatchObject({ on: '2027-04-28', words: 'Section F' });
      expect(second.annual?.appealEnded).toBeUndefined();
      expect(second.annual?.corrected).toBeUndefined();
    });

    it('given it is under way, a plan that was to cease stands until it has ended too', () => {
      const ceasing = (review: Review) => theDue(pupil, [review], '2027-05-01')?.ceasing;
      expect(ceasing(over('dismissed'))).toMatchObject({ appealEnded: '2027-04-20' });
      expect(ceasing(second)).toMatchObject({ appealOn: '2027-04-28' });
      expect(ceasing(second)).not.toHaveProperty('appealEnded');
      // What the first one decided for the family stands.
      expect(ceasing(then(over('allowed'), again, '2027-04-30'))).toBeUndefined();
    });

    it('given a day no later than the end of the first, that one is put right, with a word why', () => {
      const slip = command('record-appeal', { on: '2027-01-11' });
      expect(refusalOf(over('dismissed'), slip, on('2027-05-01')).field).toBe('whyCorrected');
      const right = then(over('dismissed'), { ...slip, whyCorrected: 'It came a day later' }, '2027-05-01');
      expect(right.annual).toMatchObject({ appeal: { on: '2027-01-11' }, appealEnded: { on: '2027-04-20' } });
      expect(right.annual?.earlierAppeals).toBeUndefined();
    });

    it('given its day is put right, that is not before the end of the first', () => {
      const early = { ...command('record-appeal', { on: '2027-04-19' }), whyCorrected: 'A slip' };
      expect(refusalOf(second, early, on('2027-05-01')).code).toBe('date-order');
    });
  });

  // By hand: two months from the letter, or one from the certificate where that is later and a certificate is needed.
  it.each([
    // 20 February 2027 is a Saturday.
    ['no', '2027-01-20', '2027-02-22'],
    ['yes', '2027-01-20', '2027-02-01'],
    ['no', '2026-12-20', '2027-02-01'],
  ] as const)('section I alone: %s, with a certificate of %s: by %s', (alone, certificate, until) => {
    const review = meetingHeld('2026-11-02', {
      decision: decision('keep', '2026-12-01'),
      mediation: dated(certificate),
      appeal: { ...dated('2027-01-25'), alone },
    });
    expect(clockOf(review).appeal?.date).toBe(until);
  });
});

describe('a letter that is put right', () => {
  const why = { whyCorrected: 'The day was read off the envelope' };
  const moved = (review: Review, given: Command, which: Parameters<typeof movedSentence>[1]) => {
    const now = then(review, given, '2027-01-10');
    const more = { about: undefined, told: {}, whenTold: 'now', laLate: 0 };
    return movedSentence(
      { review: now, pupil, school: aSchool(), today: '2027-01-10', answers: why, ...more },
      which,
    );
  };

  it('given the day of the notice, says that the fifteen days move and the twelve weeks do not', () => {
    // A late notice, of 4 January: 15 days beginning with it end on the 18th; the final plan stays due on 16 February.
    const review = acting({ decision: letter('amend', '2026-12-18'), notice: aLetter('2026-12-30', '') });
    const said = moved(review, command('record-notice', { on: '2027-01-04', ...why }), 'notice');
    expect(said).toContain('from Wed 13 Jan 2027 to Mon 18 Jan 2027');
    expect(said).not.toContain('final plan');
  });

  it('given the decision, says how the appeal and the next review move', () => {
    const review = acting({ decision: letter('keep', '2026-12-18') });
    const said = moved(
      review,
      command('record-la-decision', { kind: 'keep', on: '2026-12-15', ...why }),
      'decision',
    );
    expect(said).toContain('from Thu 18 Feb 2027 to Mon 15 Feb 2027');
    expect(said).toContain('from Fri 17 Dec 2027 to Tue 14 Dec 2027');
  });

  it('given only words, says that no date moves', () => {
    const review = acting({ report });
    const said = moved(
      review,
      command('record-report', { on: '2026-12-04', words: 'All but one', ...why }),
      'report',
    );
    expect(said).toMatch(/No other date moves\.$/);
  });
});

describe('what the meeting did not have', () => {
  const views = parentViews();
  const record = command('record-parent-views');

  it('given an annual review, views and advice are taken until the report is sent', () => {
    const review = { ...acting(), outcome: anOutcome({ kind: 'recommend-amend' }) };
    const { parentViews: _, ...without } = review;
    expect(eventsOf(without, record)).toMatchObject([{ type: 'parent-views-recorded' }]);
    const advice = command('record-advice', { id: 'outsider-care' });
    expect(eventsOf(without, advice)).toMatchObject([{ type: 'advice-recorded' }]);
    expect(eventsOf(without, command('record-attendance'))).toHaveLength(1);
    const sent = { ...without, annual: annualAt('acting', { report: aLetter('2026-11-26', '') }) };
    for (const late of [record, advice, command('record-attendance')])
      expect(refusalOf(sent, late)).toMatchObject({ code: 'not-now', offer: { what: 'correction' } });
  });

  it('given another kind of review, views are taken until it is closed', () => {
    const { parentViews: _, ...without } = aReview({ stage: 'acting', outcome: anOutcome() });
    expect(eventsOf(without, record)).toHaveLength(1);
    expect(refusalOf({ ...without, stage: 'closed' }, record).code).toBe('not-now');
  });

  it('given the meeting had views, those stand: another wording is a correction', () => {
    const review = aReview({ stage: 'acting', outcome: anOutcome(), parentViews: views });
    expect(refusalOf(review, record).offer).toEqual({ what: 'correction' });
  });
});
