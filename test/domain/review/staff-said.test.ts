import { describe, expect, it } from 'vitest';
import { nameOf } from '../../../src/domain/language/people.ts';
import type { EvidenceAnswer } from '../../../src/domain/review/questions/evidence.ts';
import { deliveredAgreed, progressAgreed, saidOfTarget } from '../../../src/domain/review/staff-said.ts';
import {
  ASSISTANT,
  anEvidenceAnswer,
  anEvidenceRequest,
  aReview,
  aSchool,
  SENCO,
  TEACHER,
} from '../../support/builders.ts';

const AT = '2026-11-10T10:00:00.000Z';
type Rating = EvidenceAnswer['targets'][number];
const rated = (progress: Rating['progress'], evidence = ''): Rating => ({
  targetId: 'target-1',
  progress,
  evidence,
});

/** A review whose staff say this, each in turn. */
function saying(...all: readonly (Partial<EvidenceAnswer> | 'nothing-to-add')[]) {
  const people = [TEACHER, ASSISTANT, SENCO];
  return aReview({
    evidence: all.map((one, at) =>
      anEvidenceRequest({
        who: people[at] ?? SENCO,
        answer: { at: AT, late: false, said: one === 'nothing-to-add' ? one : anEvidenceAnswer(one) },
      }),
    ),
  });
}

describe('what the meeting’s answer about a target begins with', () => {
  it('is the progress that all who have seen it say, and none where they differ', () => {
    const progress = (...all: Rating['progress'][]) =>
      progressAgreed(saying(...all.map((one) => ({ targets: [rated(one)] }))), 'target-1');
    expect(progress('good', 'good')).toBe('good');
    expect(progress('not-seen', 'some')).toBe('some');
    expect(progress('good', 'some')).toBeUndefined();
    expect(progress('not-seen')).toBeUndefined();
    expect(progress()).toBeUndefined();
    expect(progressAgreed(saying({ targets: [rated('met')] }, 'nothing-to-add'), 'target-1')).toBe('met');
    expect(progressAgreed(saying({ targets: [rated('met')] }), 'target-9')).toBeUndefined();
  });

  it('is whether the support was given, where all say the same', () => {
    expect(deliveredAgreed(saying({ delivered: 'partly' }, 'nothing-to-add', { delivered: 'partly' }))).toBe(
      'partly',
    );
    expect(deliveredAgreed(saying({ delivered: 'partly' }, { delivered: 'yes' }))).toBeUndefined();
    expect(deliveredAgreed(saying())).toBeUndefined();
  });

  it('is what each says shows it, a line each, without those who have not seen it', () => {
    const review = saying(
      { targets: [rated('good', 'Reads aloud.')], delivered: 'yes' },
      { targets: [rated('not-seen')], delivered: 'yes' },
      { targets: [rated('some')], delivered: 'yes' },
    );
    expect(saidOfTarget(review, 'target-1', aSchool())).toBe(
      'Tom Teacher: Good progress. Reads aloud.\nMel Senco: Some progress.',
    );
    expect(saidOfTarget(review, 'target-2', aSchool())).toBe('');
  });

  it('is with why the support was not given as planned, also from who has not seen the target', () => {
    const review = saying(
      { targets: [rated('good', 'Reads aloud')], delivered: 'partly', whyNot: 'The TA was away.' },
      { targets: [rated('not-seen')], delivered: 'no', whyNot: 'No room.' },
      { targets: [rated('not-seen')], delivered: 'yes' },
    );
    expect(saidOfTarget(review, 'target-1', aSchool())).toBe(
      [
        'Tom Teacher: Good progress. Reads aloud. Support given as planned? Partly. The TA was away.',
        `${nameOf(aSchool(), ASSISTANT)}: Support given as planned? No. No room.`,
      ].join('\n'),
    );
  });
});
