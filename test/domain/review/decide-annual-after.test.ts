import { describe, expect, it } from 'vitest';
import type { AnnualReview } from '../../../src/domain/review/annual.ts';
import { evolve } from '../../../src/domain/review/evolve.ts';
import type { Review } from '../../../src/domain/review/review.ts';
import type { Command, CommandType } from '../../../src/domain/review/steps/index.ts';
import { aLetter, anAnnualReview, annualAt } from '../../support/annual-builders.ts';
import { aDoneAction, anAction, SENCO } from '../../support/builders.ts';
import { command } from '../../support/commands.ts';
import { eventsOf, refusalOf } from '../../support/deciding.ts';

/*
 * The meeting was on 24 November 2026; the day is 1 December unless said otherwise.
 */
const acting = (given: Partial<AnnualReview> = {}, actions = [anAction()]): Review =>
  anAnnualReview({ stage: 'acting', annual: annualAt('acting', given), actions });
const decision = (kind: 'keep' | 'amend' | 'cease', on = '2026-11-27') => ({
  ...aLetter(on, 'Letter'),
  kind,
});
const amending: Partial<AnnualReview> = { decision: decision('amend') };
const noticed: Partial<AnnualReview> = { ...amending, notice: aLetter('2026-11-28', 'E and F') };

type Dating = Extract<Command, { on: string; words: string }>['type'];
const WHY = { whyCorrected: 'The day was read off the envelope' };

const LETTERS: readonly {
  readonly type: Exclude<
    Dating,
    | 'record-advice'
    | 'record-circulation'
    | 'record-la-decision'
    | 'chase-la'
    | 'record-appeal'
    | 'record-appeal-end'
  >;
  readonly event: string;
  readonly given: Partial<AnnualReview>;
  readonly key: keyof AnnualReview;
  /** The first day that is taken. */
  readonly first: string;
}[] = [
  { type: 'record-report', event: 'report-sent', given: {}, key: 'report', first: '2026-11-24' },
  { type: 'record-notice', event: 'notice-recorded', given: amending, key: 'notice', first: '2026-11-24' },
  {
    type: 'record-comments',
    event: 'comments-recorded',
    given: noticed,
    key: 'comments',
    first: '2026-11-28',
  },
  {
    type: 'record-final-plan',
    event: 'final-plan-recorded',
    given: noticed,
    key: 'finalPlan',
    first: '2026-11-28',
  },
  {
    type: 'record-mediation',
    event: 'mediation-recorded',
    given: amending,
    key: 'mediation',
    first: '2026-11-27',
  },
];

function dated(type: (typeof LETTERS)[number]['type'], on: string, words = 'Some words'): Command {
  return { ...command(type), on, words } as Command;
}
const dayBefore = (day: string) => `2026-11-${String(Number(day.slice(8)) - 1).padStart(2, '0')}`;

describe('what is recorded after the meeting', () => {
  it.each(LETTERS)('given $type, it is recorded as of its day', ({ type, event, given, first }) => {
    for (const on of [first, '2026-12-01']) {
      expect(eventsOf(acting(given), dated(type, on))).toEqual([{ type: event, on, words: 'Some words' }]);
    }
  });

  it.each(LETTERS)('given $type of a day still to come, it is refused', ({ type, given }) => {
    expect(refusalOf(acting(given), dated(type, '2026-12-02'))).toMatchObject({
      code: 'date-order',
      field: 'on',
      say: expect.stringContaining('1 December 2026 or earlier'),
    });
  });

  it.each(LETTERS)('given $type of a day before what it follows, it is refused', ({ type, given, first }) => {
    expect(refusalOf(acting(given), dated(type, dayBefore(first)))).toMatchObject({
      code: 'date-order',
      field: 'on',
      say: expect.stringMatching(/^That is before the .*\(2\d November 2026\)/),
    });
  });

  it.each(LETTERS)(
    'given $type again the same, nothing happens; otherwise, that takes its place',
    (letter) => {
      const { type, given, key, first, event } = letter;
      const review = acting({ ...given, [key]: aLetter(first, 'Some words') });
      expect(eventsOf(review, dated(type, first))).toEqual([]);
      expect(eventsOf(review, { ...dated(type, '2026-12-01'), ...WHY })).toMatchObject([
        { type: event, on: '2026-12-01', ...WHY },
      ]);
      expect(eventsOf(review, { ...dated(type, first, 'Others'), ...WHY })).toMatchObject([
        { words: 'Others' },
      ]);
    },
  );

  it.each(LETTERS)(
    'given $type as something else is recorded, and no reason, it is refused: what was there is kept with why',
    ({ type, given, key, first }) => {
      const review = acting({ ...given, [key]: aLetter(first, 'Some words') });
      for (const whyCorrected of [undefined, '  ']) {
        const again = { ...dated(type, '2026-12-01'), ...(whyCorrected && { whyCorrected }) };
        expect(refusalOf(review, again)).toMatchObject({ code: 'words-missing', field: 'whyCorrected' });
      }
    },
  );

  it('given a final plan, whether it names the next place is kept, and can be said later of the same letter', () => {
    const said = { ...dated('record-final-plan', '2026-12-01'), nextPlace: 'named' } as Command;
    const kept = { type: 'final-plan-recorded', on: '2026-12-01', words: 'Some words', nextPlace: 'named' };
    expect(eventsOf(acting(noticed), said)).toEqual([kept]);
    const before = { ...aLetter('2026-12-01', 'Some words'), nextPlace: 'not-named' } as const;
    const corrected = { ...said, ...WHY } as Command;
    expect(eventsOf(acting({ ...noticed, finalPlan: before }), corrected)).toEqual([{ ...kept, ...WHY }]);
    const again = { ...before, nextPlace: 'named' } as const;
    expect(eventsOf(acting({ ...noticed, finalPlan: again }), said)).toEqual([]);
  });

  it('given a meeting held before its day, letters count from the day it was held', () => {
    const review = { ...acting(), meetingOpenedAt: '2026-11-20T10:00:00.000Z' };
    expect(eventsOf(review, dated('record-report', '2026-11-20'))).toHaveLength(1);
  });

  it.each(['record-report', 'record-comments'] as const)('given %s without words, it is refused', (type) => {
    expect(refusalOf(acting(noticed), dated(type, '2026-12-01', ' '))).toMatchObject({
      code: 'words-missing',
      field: 'words',
    });
  });

  it.each(['record-notice', 'record-final-plan', 'record-mediation'] as const)(
    'given %s without words, it is taken',
    (type) => {
      const { notice: _, ...unnoticed } = noticed;
      const given = type === 'record-notice' ? unnoticed : noticed;
      expect(eventsOf(acting(given), dated(type, '2026-12-01', ''))).toHaveLength(1);
    },
  );
});

describe('what belongs to amendments', () => {
  const theirs = ['record-notice', 'record-comments', 'record-final-plan'] as const;

  it.each(theirs)('given no decision yet, %s is refused and offers to record it', (type) => {
    expect(refusalOf(acting(), command(type) as Command)).toMatchObject({
      code: 'things-missing',
      say: expect.stringContaining('decision is not recorded yet'),
      offer: { what: 'la-decision' },
    });
  });

  it.each(theirs)('given the plan is kept or ceased, %s is refused and offers to record it anew', (type) => {
    for (const kind of ['keep', 'cease'] as const) {
      expect(refusalOf(acting({ decision: decision(kind) }), command(type) as Command)).toMatchObject({
        code: 'not-now',
        offer: { what: 'la-decision' },
      });
    }
  });

  it.each(['record-comments', 'record-final-plan'] as const)(
    'given no notice yet, %s is refused and offers its form',
    (type) => {
      expect(refusalOf(acting(amending), command(type) as Command)).toMatchObject({
        code: 'things-missing',
        offer: { what: 'notice' },
      });
    },
  );

  it('given what followed it is recorded, the notice can’t be put after that', () => {
    const answered = acting({ ...noticed, comments: aLetter('2026-11-29', 'Yes') });
    const done = acting({ ...noticed, finalPlan: aLetter('2026-11-29', '') });
    for (const review of [answered, done]) {
      expect(refusalOf(review, dated('record-notice', '2026-11-30'))).toMatchObject({
        code: 'date-order',
        field: 'on',
        say: expect.stringContaining('29 November 2026'),
      });
      expect(eventsOf(review, { ...dated('record-notice', '2026-11-29'), ...WHY })).toHaveLength(1);
    }
  });

  it('given no decision, there is no mediation', () => {
    expect(refusalOf(acting(), command('record-mediation'))).toMatchObject({
      code: 'things-missing',
      offer: { what: 'la-decision' },
    });
  });

  it('given the review has closed, a mediation certificate can still be recorded', () => {
    const closed = anAnnualReview({ stage: 'closed' });
    const at = '2027-03-01T10:00:00.000Z';
    expect(eventsOf(closed, dated('record-mediation', '2027-02-26'), { at })).toMatchObject([
      { type: 'mediation-recorded' },
    ]);
    expect(refusalOf(closed, dated('record-mediation', '2026-12-17'), { at }).code).toBe('date-order');
  });
});

describe('the local authority’s decision', () => {
  const decided = (given: Partial<Extract<Command, { type: 'record-la-decision' }>> = {}) =>
    command('record-la-decision', given);

  it.each(['keep', 'amend', 'cease'] as const)('given %s, it is recorded as of its letter', (kind) => {
    expect(eventsOf(acting(), decided({ kind }))).toEqual([
      { type: 'la-decided', kind, on: '2026-12-01', words: 'Letter of that day' },
    ]);
    expect(eventsOf(acting(), decided({ kind, on: '2026-11-24', words: '' }))).toHaveLength(1);
  });

  it('given the same again, nothing happens; given another kind or day, that takes its place', () => {
    const review = acting({ decision: { ...aLetter('2026-12-01', 'Letter of that day'), kind: 'keep' } });
    expect(eventsOf(review, decided())).toEqual([]);
    expect(eventsOf(review, decided({ kind: 'amend', ...WHY }))).toMatchObject([{ kind: 'amend', ...WHY }]);
    expect(eventsOf(review, decided({ on: '2026-11-30', ...WHY }))).toMatchObject([{ on: '2026-11-30' }]);
    expect(refusalOf(review, decided({ kind: 'amend' }))).toMatchObject({ field: 'whyCorrected' });
  });

  it.each([
    ['a day still to come', '2026-12-02', {}],
    ['a day before the meeting', '2026-11-23', {}],
    ['a day after the mediation about it', '2026-12-01', { mediation: aLetter('2026-11-30', '') }],
  ])('given %s, it is refused', (_, on, given) => {
    expect(refusalOf(acting(given), decided({ on }))).toMatchObject({ code: 'date-order', field: 'on' });
  });
});

describe('asking the local authority for it', () => {
  const chase = (given: Partial<Extract<Command, { type: 'chase-la' }>> = {}) => command('chase-la', given);

  it.each([{}, amending, noticed])('given something has not come yet, it is noted each time', (given) => {
    expect(eventsOf(acting(given), chase())).toEqual([{ ...chase(), type: 'la-chased' }]);
    const again = acting({ ...given, chases: [aLetter('2026-11-30', 'No answer')] });
    expect(eventsOf(again, chase())).toHaveLength(1);
  });

  it('given the same again, nothing happens', () => {
    const { on, words } = chase();
    expect(eventsOf(acting({ chases: [aLetter(on, words)] }), chase())).toEqual([]);
  });

  it.each(['2026-12-02', '2026-11-23'])(
    'given %s, still to come or before the meeting, it is refused',
    (on) => {
      expect(refusalOf(acting(), chase({ on }))).toMatchObject({ code: 'date-order', field: 'on' });
    },
  );

  it.each([
    { decision: decision('keep') },
    { decision: decision('cease') },
    { ...noticed, finalPlan: aLetter('2026-12-01', '') },
  ])('given all has come, there is nothing to ask for', (given) => {
    expect(refusalOf(acting(given), chase()).code).toBe('already-done');
  });
});

describe('closing an annual review', () => {
  const types = (review: Review, last: Command) => eventsOf(review, last).map(({ type }) => type);
  const report = aLetter('2026-11-30', 'Everybody');
  const finalPlan = aLetter('2026-12-01', '');
  const done = [aDoneAction()];
  const keep = { decision: decision('keep') };

  it.each<[string, Review, CommandType]>([
    ['the report', acting(keep, done), 'record-report'],
    ['the decision', acting({ report }, done), 'record-la-decision'],
    ['the last action done', acting({ ...keep, report }), 'complete-action'],
    ['the last action ended', acting({ ...keep, report }), 'withdraw-action'],
    ['the final plan', acting({ ...noticed, report }, done), 'record-final-plan'],
    ['the last action done, amended', acting({ ...noticed, report, finalPlan }), 'complete-action'],
    ['the report, amended', acting({ ...noticed, finalPlan }, done), 'record-report'],
    ['that it is not amended after all', acting({ ...amending, report }, done), 'record-la-decision'],
  ])('given %s comes last, it closes', (_, review, type) => {
    expect(types(review, { ...command(type), ...WHY } as Command)).toEqual([
      expect.any(String),
      'review-closed',
    ]);
  });

  it.each<[string, Review, CommandType]>([
    ['an action is open', acting({ report }), 'record-la-decision'],
    ['there is no report', acting({}, done), 'record-la-decision'],
    ['there is no decision', acting({ report }), 'complete-action'],
    ['there is no decision, nor any action', acting({}, []), 'record-report'],
    ['there is no notice', acting({ ...amending, report }), 'complete-action'],
    ['there is no final plan', acting({ ...noticed, report }), 'complete-action'],
    ['there is no final plan, but an answer', acting({ ...noticed, report }, done), 'record-comments'],
  ])('given %s, it stays open', (_, review, type) => {
    expect(types(review, command(type) as Command)).toEqual([expect.any(String)]);
  });

  it('given the decision is to amend, it does not close with it', () => {
    const amend = command('record-la-decision', { kind: 'amend' });
    expect(types(acting({ report }, done), amend)).toEqual(['la-decided']);
  });
});

describe('provision noted at a meeting', () => {
  const { provision } = command('add-provision');
  const review = anAnnualReview({ stage: 'meeting', provision: [provision] });

  it('given another wording, it takes the place of the first; given the same, nothing happens', () => {
    const { provision: other } = command('change-provision');
    expect(eventsOf(review, command('change-provision'))).toEqual([
      { type: 'provision-changed', provision: other },
    ]);
    expect(eventsOf(review, command('change-provision', { provision }))).toEqual([]);
  });

  it('given it is not there, or nothing is said, it is refused', () => {
    const unknown = command('change-provision', { provision: { ...provision, id: 'provision-9' } });
    expect(refusalOf(review, unknown)).toMatchObject({ code: 'unknown-thing', offer: { what: 'agenda' } });
    const blank = command('change-provision', { provision: { ...provision, what: '' } });
    expect(refusalOf(review, blank)).toMatchObject({ code: 'words-missing', field: 'what' });
  });
});

describe('a slip in a closed annual review', () => {
  const closed = anAnnualReview({
    stage: 'closed',
    annual: annualAt('closed', { decision: decision('keep') }),
    actions: [aDoneAction()],
  });
  const decided = (kind: 'keep' | 'amend', on: string): Command => ({
    type: 'record-la-decision',
    kind,
    on,
    words: 'Letter',
    ...WHY,
  });

  it('given the right day of the decision, it takes the place of the other, and nothing closes twice', () => {
    expect(eventsOf(closed, decided('keep', '2026-11-26'))).toEqual([
      { type: 'la-decided', kind: 'keep', on: '2026-11-26', words: 'Letter', ...WHY },
    ]);
  });

  it('given it was to amend after all, the review is open again until the final plan is there', () => {
    const [fact] = eventsOf(closed, decided('amend', '2026-11-26'));
    const annual = annualAt('closed', { decision: decision('keep') });
    const { notice: _, comments: __, finalPlan: ___, ...bare } = annual;
    const kept = { ...closed, annual: bare };
    const after = evolve(kept, fact ?? expect.fail(), { who: SENCO, at: '2026-12-01T10:00:00.000Z' });
    expect(after).toMatchObject({ stage: 'acting', annual: { decision: { kind: 'amend' } } });
    expect(after).not.toHaveProperty('closedAt');
    const types = eventsOf(after, command('record-notice')).map(({ type }) => type);
    expect(types).toEqual(['notice-recorded']);
  });

  it('given it was to amend, and the final plan is there, it stays closed', () => {
    const facts = eventsOf(anAnnualReview({ stage: 'closed' }), decided('amend', '2026-11-26'));
    const after = evolve(anAnnualReview({ stage: 'closed' }), facts[0] ?? expect.fail(), {
      who: SENCO,
      at: '2027-03-01T10:00:00.000Z',
    });
    expect(after.stage).toBe('closed');
  });
});
