import { describe, expect, it } from 'vitest';
import { obligationsOf } from '../../../src/domain/nudges/obligations.ts';
import { joinedWords } from '../../../src/domain/review/people-around.ts';
import type { Review } from '../../../src/domain/review/review.ts';
import { run } from '../../../src/domain/review/run.ts';
import type { Command } from '../../../src/domain/review/steps/index.ts';
import type { LocalDate } from '../../../src/domain/time.ts';
import { aReview, aSchool, SENCO } from '../../support/builders.ts';
import { command } from '../../support/commands.ts';
import { eventsOf, refusalOf } from '../../support/deciding.ts';

function having(review: Review, day: LocalDate, ...commands: readonly Command[]): Review {
  return commands.reduce((so, does, at) => {
    const actor = { who: SENCO, at: `${day}T10:0${at}:00.000Z` };
    const ran = run(so, does, actor, aSchool(), () => 'key');
    if (!ran.ok) throw new Error(ran.refusal.say);
    return ran.review;
  }, review);
}
const asked = having(aReview(), '2026-11-10', command('ask-to-rearrange'));
const waiting = (review: Review) =>
  obligationsOf(review, aSchool()).filter(({ kind }) => kind === 'rearrange');

describe('parents who ask to rearrange the meeting', () => {
  it('are kept with who, when, why and what would suit them; and wait for the SENCO, who has two days', () => {
    expect(asked.rearrangements).toMatchObject([
      { asker: 'parent', why: 'Mum works nights that week', preferred: 'A Tuesday after 14:00', by: SENCO },
    ]);
    expect(waiting(asked)).toMatchObject([{ who: SENCO, due: '2026-11-12' }]);
  });

  it('wait no longer than to the meeting itself', () => {
    const late = having(aReview(), '2026-11-23', command('ask-to-rearrange'));
    expect(waiting(late)).toMatchObject([{ due: '2026-11-24' }]);
  });

  it('are answered by moving the meeting', () => {
    const move = command('plan-meeting', { date: '2026-12-01', whyMoved: 'They asked' });
    expect(waiting(having(asked, '2026-11-11', move))).toEqual([]);
  });

  it('are answered by a reason, which is kept; there is nobody to answer twice', () => {
    const kept = having(asked, '2026-11-11', command('keep-meeting'));
    expect(waiting(kept)).toEqual([]);
    expect(kept.rearrangements).toMatchObject([
      { kept: { by: SENCO, why: expect.stringContaining('therapist') } },
    ]);
    expect(refusalOf(kept, command('keep-meeting')).code).toBe('already-done');
    expect(refusalOf(asked, command('keep-meeting', { why: ' ' })).field).toBe('why');
  });

  it('may ask again once the meeting has been moved', () => {
    const moved = having(
      asked,
      '2026-11-11',
      command('plan-meeting', { date: '2026-12-01', whyMoved: 'They asked' }),
      command('ask-to-rearrange', { id: 'rearrangement-2' }),
    );
    expect(waiting(moved)).toHaveLength(1);
  });

  it('are told so where the meeting is called off already, or the same is recorded twice', () => {
    const off = having(asked, '2026-11-11', command('cancel-meeting'));
    expect(waiting(off)).toEqual([]);
    expect(refusalOf(off, command('ask-to-rearrange')).offer).toEqual({ what: 'plan-meeting' });
    expect(eventsOf(asked, command('ask-to-rearrange', { id: 'again' }))).toEqual([]);
  });
});

describe('what families send in', () => {
  const sent = having(aReview(), '2026-11-10', command('record-sent-in'));

  it('is listed: what, from whom, when it came, and where it is kept', () => {
    expect(sent.sentIn).toMatchObject([
      { what: 'A letter from the sleep clinic', from: 'Mum', on: '2026-11-09', kept: 'In the file' },
    ]);
    expect(eventsOf(sent, command('record-sent-in'))).toEqual([]);
  });

  it('is put right under its id, and anything else is another', () => {
    const right = command('record-sent-in', { kept: 'In the safe' });
    const more = command('record-sent-in', { id: 'sent-in-2', what: 'A drawing' });
    expect(having(sent, '2026-11-11', right, more).sentIn?.map(({ what, kept }) => [what, kept])).toEqual([
      ['A letter from the sleep clinic', 'In the safe'],
      ['A drawing', 'In the file'],
    ]);
  });

  it.each(['what', 'from', 'kept'] as const)('needs to say %s', (field) => {
    expect(refusalOf(aReview(), command('record-sent-in', { [field]: ' ' })).field).toBe(field);
  });

  it('has come: not a day that is still to come', () => {
    expect(refusalOf(aReview(), command('record-sent-in', { on: '2027-01-01' })).code).toBe('date-order');
  });
});

describe('a looked-after child’s review and their PEP or care plan review (Code 9.169)', () => {
  const people = (jointReviewOn: LocalDate | '', lookedAfter: 'yes' | 'no' = 'yes') => ({
    people: {
      ...{ interpreter: '', supporter: '', lookedAfter, socialWorker: '', virtualHead: '', jointReviewOn },
      ...({
        representative: '',
        ground: '',
        capacity: '',
        by: SENCO,
        at: '2026-11-02T10:00:00.000Z',
      } as const),
    },
  });
  const joined = (pupil: Parameters<typeof joinedWords>[0]) => joinedWords(pupil, '2026-11-24', '2026-11-10');

  it('are to be joined where the other is within eight weeks of the meeting', () => {
    // 56 days after 24 November 2026 is 19 January 2027.
    expect(joined(people('2027-01-19'))).toBe(
      'The PEP or care plan review is on Tue 19 Jan 2027: join the two if you can.',
    );
  });

  it.each([
    ['a day later', people('2027-01-20')],
    ['one that is over', people('2026-11-09')],
    ['no day known', people('')],
    ['a child who is not looked after', people('2026-12-01', 'no')],
    ['nobody asked yet', {}],
  ])('given %s, nothing is said', (_name, pupil) => {
    expect(joined(pupil)).toBe('');
  });
});
