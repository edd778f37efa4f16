import { describe, expect, it } from 'vitest';
import { decide } from '../../../src/domain/review/decide.ts';
import { evolve } from '../../../src/domain/review/evolve.ts';
import type { Review } from '../../../src/domain/review/review.ts';
import { formNamed } from '../../../src/presentation/forms/index.ts';
import { SAMPLES } from '../../presentation/forms/samples.ts';
import { buttonsOf } from '../../support/adaptive.ts';
import { aReview, aSchool, parentViews, pupilViews, SENCO, TEACHER } from '../../support/builders.ts';

const AT = '2026-11-10T10:00:00.000Z';
const gathering = aReview({ stage: 'gathering' });
const parents = { ...asked().parents, goingWell: 'She reads to her brother.' };
const pupil = { how: 'drawing', views: 'A picture of the library' } as const;

/** What the form's sample has been answered with: something in every box. */
function asked() {
  const { becomes } = SAMPLES.views ?? expect.fail('there is no sample');
  if (becomes.type !== 'record-views' || !becomes.parents) throw new Error('another command');
  return { parents: becomes.parents };
}
const decided = (review: Review, said: object, who = SENCO) =>
  decide(review, { type: 'record-views', ...said }, { who, at: AT }, aSchool());

const became = (review: Review, said: object) =>
  evolve(review, { type: 'views-recorded', ...said }, { who: SENCO, at: AT });

describe('the views of parents and pupil, recorded at once', () => {
  it('are each recorded as they are by themselves, by whom and when', () => {
    expect(decided(gathering, { parents, pupil })).toEqual({
      ok: true,
      facts: [{ type: 'views-recorded', parents, pupil }],
    });
    const by = { recordedBy: SENCO, at: AT, given: true };
    expect(became(gathering, { parents, pupil })).toEqual({
      ...gathering,
      parentViews: { ...by, said: parents },
      pupilViews: { ...by, said: pupil },
    });
  });

  it('of one alone leave the other’s as they are', () => {
    expect(decided(gathering, { pupil })).toMatchObject({ facts: [{ type: 'views-recorded', pupil }] });
    const before = aReview({ stage: 'gathering', pupilViews: pupilViews() });
    expect(became(before, { parents }).pupilViews).toEqual(before.pupilViews);
  });

  it('that stand there already are no second fact', () => {
    const known = aReview({
      stage: 'gathering',
      parentViews: parentViews(parents),
      pupilViews: pupilViews(pupil),
    });
    expect(decided(known, { parents, pupil })).toEqual({ ok: true, facts: [] });
    const changed = { ...pupil, views: 'The library, and the hall' };
    expect(decided(known, { parents, pupil: changed })).toEqual({
      ok: true,
      facts: [{ type: 'views-recorded', pupil: changed }],
    });
  });

  it('are refused as each would be: without words, and from whoever does not run the review', () => {
    expect(decided(gathering, { pupil: { how: 'form', views: ' ' } })).toMatchObject({
      refusal: { code: 'words-missing', field: 'views' },
    });
    expect(decided(gathering, { parents, pupil }, TEACHER)).toMatchObject({ refusal: { code: 'not-yours' } });
  });
});

describe('the form for both', () => {
  const { subject, answered } = SAMPLES.views ?? expect.fail('there is no sample');
  const form = formNamed('views') ?? expect.fail('there is no form');
  const blank = Object.fromEntries(Object.keys(answered).map((id) => [id, '']));
  const read = (said: object) => form.read({ ...blank, ...said }, subject, () => 'new');

  it('takes one alone', () => {
    expect(read({ goingWell: 'Reading' })).toMatchObject({ ok: true });
    expect(read({ goingWell: 'Reading' })).not.toHaveProperty('command.pupil');
    expect(read(pupil)).toEqual({ ok: true, command: { type: 'record-views', pupil } });
  });

  it('asks for the rest of what was begun, and for something at all', () => {
    expect(read({ views: 'A picture' })).toEqual({
      ok: false,
      errors: { how: 'Please choose how they gave their views.' },
    });
    expect(read({ goingWell: 'Reading', how: 'drawing' })).toEqual({
      ok: false,
      errors: { views: 'Please write what they said or showed.' },
    });
    expect(read({})).toEqual({
      ok: false,
      errors: { goingWell: 'Please write what one of them said, at least.' },
    });
  });

  it('has what stands there, so that what others have recorded meanwhile is not changed unseen', () => {
    const review = aReview({ parentViews: parentViews(parents), pupilViews: pupilViews(pupil) });
    const stands = form.keys(subject).map((id) => [id, { ...parents, ...pupil }[id as 'how']]);
    const merged = form.merge(answered, { ...subject, review }, 'once1', sentBy(subject).shown);
    expect(Object.keys(merged.overtaken)).toEqual(
      stands.flatMap(([id = '', now]) => (now === answered[id] ? [] : [id])),
    );
    expect(Object.keys(merged.overtaken)).toContain('goingWell');
  });

  const sentBy = (about: typeof subject) => buttonsOf(form.show(about, 'once1').card)[0]?.send ?? {};
});
