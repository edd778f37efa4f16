import { describe, expect, it } from 'vitest';
import { press } from '../../src/presentation/buttons.ts';
import { buttonsOf } from '../support/adaptive.ts';
import { aReview, parentViews, pupilViews, SENCO, TEACHER } from '../support/builders.ts';
import { aTalkAbout, textOf, titlesOf } from './talk.ts';

/* Ada's meeting was set for Tuesday 24 November, and nobody has opened it; evidence was asked of two colleagues. */
const AFTER = '2026-11-26T10:00:00.000Z';

describe('given the day of a meeting has passed and nobody has opened it', () => {
  it('then colleagues are asked for evidence no more, and the status says just that', async () => {
    const talk = await aTalkAbout(aReview(), { now: AFTER });
    expect(textOf(await talk.says(TEACHER, 'review mine'))).toContain('Nothing is waiting on you');
    const status = textOf(await talk.says(SENCO, 'review status Ada'));
    expect(status).toContain(
      'The day of the meeting has passed. If it was held, open it and record what came of it; if not, change its day.',
    );
    expect(status).toContain('Not yet; not reminded any more. It can be given until the outcome is recorded');
    expect(status).not.toContain('was wanted by');
  });

  it('then evidence that comes all the same is taken', async () => {
    const talk = await aTalkAbout(aReview(), { now: AFTER });
    const form = await talk.sends(TEACHER, press.form('evidence', 'review-1'));
    const thanks = await talk.presses(TEACHER, form, 'Nothing to add, or I don’t teach them');
    expect(textOf(thanks)).toContain('Thank you');
    expect((await talk.review()).evidence.filter(({ answer }) => answer)).toHaveLength(1);
  });

  it('then, moved to another day, it is asked for again', async () => {
    const talk = await aTalkAbout(aReview(), { now: AFTER });
    const status = await talk.says(SENCO, 'review status Ada');
    const form = await talk.presses(SENCO, status, 'Change the meeting');
    const moved = { date: '2026-12-08', evidenceBy: '2026-12-03', whyMoved: 'The room was taken' };
    await talk.presses(SENCO, form, 'Set it and ask', moved);
    expect(textOf(await talk.says(TEACHER, 'review mine'))).toContain('By Thu 3 Dec 2026');
    expect(textOf(await talk.says(SENCO, 'review status Ada'))).toContain(
      'Not yet; wanted by Thu 3 Dec 2026',
    );
  });
});

describe('the main button before a meeting', () => {
  const first = async (review: Parameters<typeof aReview>[0], now: string) => {
    const talk = await aTalkAbout(aReview(review), { now });
    const titles = titlesOf(await talk.says(SENCO, 'review status Ada'));
    return titles[titles.indexOf('The guide') + 1];
  };
  const before = '2026-11-10T10:00:00.000Z';
  const onTheDay = '2026-11-24T10:00:00.000Z';
  const [ofParents, ofPupil] = [parentViews(), pupilViews()];

  it('is what is missing next, while the meeting is to come', async () => {
    expect(await first({}, before)).toBe('Record both views');
    expect(await first({ pupilViews: ofPupil }, before)).toBe('Record parents’ views');
    expect(await first({ parentViews: ofParents }, before)).toBe('Record the pupil’s views');
  });

  it('is to look at what was gathered, where nothing is missing', async () => {
    const all = { parentViews: ofParents, pupilViews: ofPupil };
    expect(await first(all, before)).toBe('Read what has come');
  });

  it('is to open it, from its day on', async () => {
    expect(await first({}, onTheDay)).toBe('Open the meeting');
    expect(await first({}, AFTER)).toBe('Open the meeting');
  });

  it('is none, while nothing is asked of the review: to open a meeting that is to come is not offered', async () => {
    const quiet = { why: 'custody', from: '2026-11-06' } as const;
    const talk = await aTalkAbout(aReview({ quiet }), { now: before });
    const status = await talk.says(SENCO, 'review status Ada');
    expect(titlesOf(status)).not.toContain('Open the meeting');
    expect(buttonsOf(status.show.card).filter(({ style }) => style === 'positive')).toEqual([]);
  });
});
