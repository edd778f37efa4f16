import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withSupportAmended, withSupportCarriedOver } from '../../../src/domain/review/carry-over.ts';
import { evolve } from '../../../src/domain/review/evolve.ts';
import { actionsOfLast, leftByLast } from '../../../src/domain/review/last-review.ts';
import { missingFor } from '../../../src/domain/review/missing.ts';
import type { Provision, ProvisionReview, Review } from '../../../src/domain/review/review.ts';
import { startReview } from '../../../src/domain/review/run.ts';
import { anAnnualReview } from '../../support/annual-builders.ts';
import { aDoneAction, anAction, anOutcome, aPupil, aReview, aSchool, SENCO } from '../../support/builders.ts';
import { command } from '../../support/commands.ts';
import { eventsOf, refusalOf } from '../../support/deciding.ts';
import { only } from '../../support/one-plan.ts';

const READING: Provision = {
  id: 'reading',
  what: 'Paired reading',
  who: 'Ann Assistant',
  howOften: '3 times a week',
  howLong: '15 minutes',
  groupSize: 'One to one',
  howReviewed: 'A tally',
};
const TABLE: Provision = { ...READING, id: 'table', what: 'A quiet table' };
const WEEKLY: Provision = { ...READING, howOften: 'Once a week' };

const became = (provisionId: string, next: ProvisionReview['next']): ProvisionReview => ({
  provisionId,
  delivered: 'yes',
  whyNot: '',
  difference: '',
  next,
  evidence: next === 'keep' ? '' : 'Four checks',
  without: next === 'keep' ? '' : 'Her teacher hears her',
});

/** A review that is over, its meeting on 10 July 2026, where both were agreed. */
const first = aReview({
  id: 'review-0',
  stage: 'closed',
  meeting: { date: '2026-07-10', time: '14:00', invitees: [] },
  meetingOpenedAt: '2026-07-10T13:00:00.000Z',
  provision: [READING, TABLE],
});
const last = { review: 'review-0', heldOn: '2026-07-10', provision: [READING, TABLE] };
const meeting = (given: Partial<Review> = {}) => aReview({ stage: 'meeting', last, ...given });
const concluded = (given: Partial<Review>) => aReview({ stage: 'acting', last, ...given });

describe('the next review', () => {
  const begin = (reviews: readonly Review[]) => {
    const pupil = aPupil();
    const actor = { who: SENCO, at: '2026-11-02T09:00:00.000Z' };
    const about = { pupil, plan: only(pupil), targets: [], reviews, actor, school: aSchool() };
    const ran = startReview({ id: 'review-1', ref: 'K7Q4', ...about }, () => 'key');
    return ran.ok ? ran.review.last : expect.fail();
  };

  it('begins with the support that the last one left, and the day of its meeting', () => {
    expect(begin([first])).toEqual(last);
  });

  it('begins from none before the first, after one that was cancelled, and after one that ended the plan', () => {
    const ended = { ...first, outcome: anOutcome({ kind: 'plan-ended' }) };
    const cancelled = { ...first, stage: 'cancelled' as const };
    for (const before of [[], [cancelled], [ended]]) expect(begin(before)).toBeUndefined();
  });

  it('does not look at what was agreed for another plan of the pupil', () => {
    expect(begin([{ ...first, kind: 'early-years-iep' }])).toBeUndefined();
  });
});

describe('the support in place once the outcome is recorded', () => {
  const inPlace = (given: Partial<Review>) => withSupportCarriedOver(concluded(given)).provision;

  it.each<[string, Partial<Review>, readonly Provision[]]>([
    [
      'what was kept, without being typed again',
      { provisionReviews: [became('reading', 'keep')] },
      [READING, TABLE],
    ],
    [
      'the new wording of what was reduced, and not the old',
      { provisionReviews: [became('reading', 'reduce')], provision: [WEEKLY] },
      [WEEKLY, TABLE],
    ],
    ['nothing of what was stopped', { provisionReviews: [became('table', 'stop')] }, [READING]],
    [
      'what was agreed anew, after the rest',
      { provision: [{ ...TABLE, id: 'new', what: 'A lunch club' }] },
      [READING, TABLE, { ...TABLE, id: 'new', what: 'A lunch club' }],
    ],
    ['none of it once the plan has ended', { outcome: anOutcome({ kind: 'plan-ended' }) }, []],
  ])('is %s', (_what, given, expected) => {
    expect(inPlace(given)).toEqual(expected);
  });

  it('keeps what was heard of it, so that whoever sees to it is asked when they were to be', () => {
    const happening = [
      { by: SENCO, at: '2026-10-05T09:00:00.000Z', is: 'yes', why: '', next: '2026-11-16' },
    ] as const;
    const provision = [{ ...READING, happening }];
    const kept = concluded({ last: { ...last, provision }, provisionReviews: [became('reading', 'keep')] });
    expect(withSupportCarriedOver(kept).provision).toEqual(provision);
  });

  it('of an EHC plan is not cut before the final plan has come: until it is amended, it is owed', () => {
    const cut = anAnnualReview({
      stage: 'acting',
      last,
      provision: [WEEKLY],
      provisionReviews: [became('reading', 'reduce'), became('table', 'stop')],
    });
    const waiting = withSupportCarriedOver(cut);
    expect(waiting).toMatchObject({ provision: [READING, TABLE], proposedProvision: [WEEKLY] });
    expect(withSupportAmended(cut)).toEqual(cut);
    expect(withSupportAmended(waiting).provision).toEqual([WEEKLY]);
  });

  it('loses nothing and has nothing twice, whatever is kept, changed or stopped of it', () => {
    const choices = fc.constantFrom<ProvisionReview['next']>('keep', 'change', 'reduce', 'stop');
    fc.assert(
      fc.property(choices, choices, (one, two) => {
        const provisionReviews = [became('reading', one), became('table', two)];
        const reworded = [READING, TABLE].filter((_, at) =>
          ['change', 'reduce'].includes([one, two][at] ?? ''),
        );
        const going = ['reading', 'table'].filter((_, at) => [one, two][at] !== 'stop');
        expect(inPlace({ provisionReviews, provision: reworded }).map(({ id }) => id)).toEqual(going);
      }),
    );
  });

  it('is what the next review begins from, but for what has ended since', () => {
    const ended = { by: SENCO, at: '2026-09-30T09:00:00.000Z', why: 'He reads by himself' };
    const now = { ...first, provision: [{ ...READING, ended }, TABLE] };
    expect(leftByLast([now])?.provision).toEqual([TABLE]);
  });
});

describe('the meeting, asked of each', () => {
  const say = (given: Partial<ProvisionReview>) =>
    command('review-provision', { review: { ...became('reading', 'keep'), ...given } });

  it('waits with its outcome until each was looked at, and the new wording of what changes is written', () => {
    const views = meeting({ targets: [], actions: [anAction()] });
    const named = (review: Review) => missingFor(review, aSchool()).map(({ what, about }) => [what, about]);
    expect(named(views)).toEqual([
      ['provision-review', 'reading'],
      ['provision-review', 'table'],
    ]);
    const said = { ...views, provisionReviews: [became('reading', 'reduce'), became('table', 'keep')] };
    expect(named(said)).toEqual([['provision-change', 'reading']]);
    expect(named({ ...said, provision: [WEEKLY] })).toEqual([]);
    expect(refusalOf(views, command('decide-outcome'))).toMatchObject({
      code: 'provision-missing',
      offer: { what: 'provision-review', about: 'reading' },
      say: 'Before an outcome: Support 1 from before has not been looked at. Support 2 from before has not been looked at.',
    });
  });

  it.each<[string, Partial<ProvisionReview>, string]>([
    ['not given as planned, without why', { delivered: 'partly', whyNot: ' ' }, 'whyNot'],
    ['stopped, without evidence', { next: 'stop', evidence: ' ', without: 'x' }, 'evidence'],
    ['reduced, without how they go on', { next: 'reduce', evidence: 'x', without: '' }, 'without'],
  ])('does not take support that is %s', (_what, given, field) => {
    expect(refusalOf(meeting(), say(given))).toMatchObject({ code: 'words-missing', field });
  });

  it('does not take a word on support that there is not', () => {
    expect(refusalOf(meeting(), say({ provisionId: 'other' }))).toMatchObject({ code: 'unknown-thing' });
  });

  it('takes another word in the place of the first; a new wording goes when it is kept after all', () => {
    const reduced = meeting({ provisionReviews: [became('reading', 'reduce')], provision: [WEEKLY] });
    const [kept] = eventsOf(reduced, say({}));
    const actor = { who: SENCO, at: '2026-11-24T15:00:00.000Z' };
    const after = kept ? evolve(reduced, kept, actor) : expect.fail();
    expect(after).toMatchObject({ provisionReviews: [became('reading', 'keep')], provision: [] });
    expect(eventsOf(after, say({}))).toEqual([]);
  });
});

describe('the actions of the last review', () => {
  const done = aDoneAction();
  const before = { ...first, actions: [done, anAction({ id: 'action-2' })] };

  it('stand as they are now until this one’s outcome, then as they were when it was decided', () => {
    expect(actionsOfLast(meeting(), [before])).toEqual(before.actions);
    // The outcome is of 24 November; the action was done on 2 December.
    const [first, second] = actionsOfLast(concluded({}), [before]);
    expect(first?.done).toBeUndefined();
    expect(second).toEqual(before.actions[1]);
    const late = concluded({ outcome: anOutcome({ at: '2026-12-03T09:00:00.000Z' }) });
    expect(actionsOfLast(late, [before])[0]).toEqual(done);
  });

  it('are none where the last review is not kept any more', () => {
    expect(actionsOfLast(meeting(), [])).toEqual([]);
    expect(leftByLast([])).toBeUndefined();
  });
});

describe('a note on a point of the agenda', () => {
  const note = (point: string, words = 'Loud at lunch') => command('note-agenda-point', { point, words });

  it('is taken for each point of the plan’s agenda, and takes the place of the one before', () => {
    const noted = meeting({ agendaNotes: [{ point: 'wellbeing', words: 'Before' }] });
    expect(eventsOf(noted, note('wellbeing'))).toMatchObject([
      { point: 'wellbeing', words: 'Loud at lunch' },
    ]);
    expect(eventsOf(noted, note('wellbeing', 'Before'))).toEqual([]);
    expect(refusalOf(noted, note('adulthood-work'))).toMatchObject({ code: 'unknown-thing' });
    expect(eventsOf(anAnnualReview({ stage: 'meeting' }), note('adulthood-work'))).toHaveLength(1);
    expect(refusalOf(noted, note('needs', '  '))).toMatchObject({ code: 'words-missing', field: 'words' });
  });

  it('is taken back by its point', () => {
    const noted = meeting({ agendaNotes: [{ point: 'wellbeing', words: 'Before' }] });
    const [back] = eventsOf(noted, command('take-back', { what: 'agenda-note', id: 'wellbeing' }));
    const actor = { who: SENCO, at: '2026-11-24T15:00:00.000Z' };
    expect(back && evolve(noted, back, actor).agendaNotes).toEqual([]);
  });
});

describe('a target that does not stay as it is', () => {
  it.each(['change', 'retire', 'new'] as const)('says why: %s', (stillRight) => {
    const { review } = command('review-target');
    const said = { ...review, stillRight, newText: 'x', newMeasure: 'y' };
    const changed = command('review-target', { review: said });
    expect(refusalOf(meeting(), changed)).toMatchObject({ code: 'reason-missing', field: 'whyChanged' });
    const why = command('review-target', { review: { ...said, whyChanged: ['met', 'too-easy'] } });
    expect(eventsOf(meeting(), why)).toHaveLength(1);
  });
});
