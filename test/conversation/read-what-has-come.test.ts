import { describe, expect, it } from 'vitest';
import { press } from '../../src/presentation/buttons.ts';
import { anAnnualReview } from '../support/annual-builders.ts';
import {
  ASSISTANT,
  anEvidenceAnswer,
  anEvidenceRequest,
  aPupil,
  LEADER,
  SENCO,
  TEACHER,
} from '../support/builders.ts';
import { aTalkAbout, textOf, titlesOf } from './talk.ts';

const BEFORE = '2026-11-12T10:00:00.000Z';
const STRENGTH = 'She reads to the younger ones';
const answer = {
  at: '2026-11-11T10:00:00.000Z',
  late: false,
  said: anEvidenceAnswer({ strengths: STRENGTH }),
};
const oneAnswered = [anEvidenceRequest({ revision: 1, answer }), anEvidenceRequest({ who: ASSISTANT })];
const about = (evidence = oneAnswered) => aTalkAbout({ stage: 'gathering', evidence }, { now: BEFORE });

describe('what has come', () => {
  it.each([SENCO, LEADER])('is read from the first answer on, by %s', async (who) => {
    const talk = await about();
    const status = await talk.says(who, 'review status Ada');
    const read = textOf(await talk.presses(who, status, 'Read what has come'));
    expect(read).toContain(STRENGTH);
    expect(read).toContain('To send it round, copy it from here.');
  });

  it('is no button while nothing has come', async () => {
    const talk = await about([anEvidenceRequest(), anEvidenceRequest({ who: ASSISTANT })]);
    expect(titlesOf(await talk.says(SENCO, 'review status Ada'))).not.toContain('Read what has come');
  });

  it('is nothing for a colleague, who is asked for their own', async () => {
    const talk = await about();
    const read = textOf(await talk.sends(ASSISTANT, press.show('agenda', 'review-1', 'gathered-1')));
    expect(read).not.toContain(STRENGTH);
  });

  it('stands in the pack of an annual review in its own words', async () => {
    const review = { ...anAnnualReview({ evidence: oneAnswered }), pupilId: aPupil().id };
    const talk = await aTalkAbout(review, { now: BEFORE });
    const pack = textOf(await talk.sends(SENCO, press.show('pack', review.id)));
    expect(pack).toContain(STRENGTH);
    expect(textOf(await talk.sends(TEACHER, press.show('pack', review.id)))).not.toContain('Who is invited');
  });
});
