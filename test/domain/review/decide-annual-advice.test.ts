import { describe, expect, it } from 'vitest';
import { aLetter, anAnnualReview, annualAt } from '../../support/annual-builders.ts';
import { command } from '../../support/commands.ts';
import { eventsOf, refusalOf } from '../../support/deciding.ts';

// The day is 10 November 2026 while gathering, 24 November at the meeting.
const gathering = anAnnualReview();
const advice = (given: Partial<ReturnType<typeof command<'record-advice'>>> = {}) =>
  command('record-advice', given);

describe('written advice from outside', () => {
  it.each(['gathering', 'meeting'] as const)('given it came, it is recorded (%s)', (stage) => {
    expect(eventsOf(anAnnualReview({ stage }), advice())).toEqual([{ ...advice(), type: 'advice-recorded' }]);
  });

  it('given it came and nothing is said of it, it is recorded; given none will come, why is needed', () => {
    expect(eventsOf(gathering, advice({ words: '' }))).toHaveLength(1);
    expect(eventsOf(gathering, advice({ given: false, words: 'Too short a time' }))).toMatchObject([
      { given: false },
    ]);
    expect(refusalOf(gathering, advice({ given: false, words: ' ' }))).toMatchObject({
      code: 'words-missing',
      field: 'words',
    });
  });

  it('given the same again, nothing happens; given it otherwise, that takes its place', () => {
    const health = {
      id: 'outsider-health',
      on: '2026-11-05',
      words: 'Hearing tested and well; letter in the file',
    };
    expect(eventsOf(gathering, advice(health))).toEqual([]);
    expect(eventsOf(gathering, advice({ ...health, on: '2026-11-06' }))).toMatchObject([
      { on: '2026-11-06' },
    ]);
    expect(eventsOf(gathering, advice({ ...health, given: false }))).toHaveLength(1);
  });

  it('given a day still to come, it is refused; given today, it is taken', () => {
    expect(refusalOf(gathering, advice({ on: '2026-11-11' }))).toMatchObject({
      code: 'date-order',
      field: 'on',
      say: expect.stringContaining('10 November 2026 or earlier'),
    });
    expect(eventsOf(gathering, advice({ on: '2026-11-10' }))).toHaveLength(1);
  });

  it('given somebody who is not invited, it is refused and offers the plan', () => {
    expect(refusalOf(gathering, advice({ id: 'outsider-99' }))).toMatchObject({
      code: 'unknown-thing',
      offer: { what: 'plan-annual' },
    });
  });
});

describe('sending all advice round', () => {
  const circulation = (given: Partial<ReturnType<typeof command<'record-circulation'>>> = {}) =>
    command('record-circulation', given);

  it.each(['gathering', 'meeting'] as const)('given it was sent, that is recorded (%s)', (stage) => {
    const review = anAnnualReview({ stage, annual: annualAt('gathering') });
    expect(eventsOf(review, circulation({ words: '' }))).toEqual([
      { type: 'advice-circulated', on: '2026-11-10', words: '' },
    ]);
  });

  it('given the same again, nothing happens; given another day, that takes its place', () => {
    const annual = annualAt('gathering', { circulated: aLetter('2026-11-09', 'By hand') });
    const review = anAnnualReview({ annual });
    expect(eventsOf(review, circulation({ on: '2026-11-09', words: 'By hand' }))).toEqual([]);
    expect(eventsOf(review, circulation())).toMatchObject([{ on: '2026-11-10' }]);
  });

  it('given a day still to come, it is refused', () => {
    expect(refusalOf(gathering, circulation({ on: '2026-11-11' }))).toMatchObject({
      code: 'date-order',
      field: 'on',
    });
  });
});
