import { describe, expect, it } from 'vitest';
import type { Review } from '../../src/domain/review/review.ts';
import { press } from '../../src/presentation/buttons.ts';
import { aSchool, SENCO, STAFF } from '../support/builders.ts';
import { aTalkAbout, standingIn, type Talk, textOf } from './talk.ts';

/** Oakfield has two SENCOs, who may have the same form of a review open at once. */
const SUE = 'sue.senco@oakfield.example';
const school = aSchool({ staff: [...STAFF, { email: SUE, name: 'Sue Second', role: 'senco' }] });
const theTalk = (review: Partial<Review>) => aTalkAbout(review, { schools: [school] });

/** Both open the form; then each sends theirs. */
async function bothFill(
  talk: Talk,
  [form, about, send]: readonly [string, string | undefined, string],
  [sues, mels]: readonly [Readonly<Record<string, string>>, Readonly<Record<string, string>>],
) {
  const data = press.form(form, 'review-1', about);
  const [hers, mine] = [await talk.sends(SUE, data), await talk.sends(SENCO, data)];
  expect((await talk.presses(SUE, hers, send, sues)).kind).toBe('replace');
  return talk.presses(SENCO, mine, send, mels);
}

const VIEWS = ['parent-views', undefined, 'Save their views'] as const;
const said = async (talk: Talk) => {
  const { parentViews } = await talk.review();
  return parentViews?.given ? parentViews.said : undefined;
};

describe('a form of a review that was open while a colleague answered', () => {
  it('adds what the parents told the one to what they told the other', async () => {
    const talk = await theTalk({});
    await bothFill(talk, VIEWS, [
      { difficult: 'Mornings, before the bell.' },
      { goingWell: 'She likes the library.' },
    ]);
    expect(await said(talk)).toMatchObject({
      difficult: 'Mornings, before the bell.',
      goingWell: 'She likes the library.',
    });
  });

  it('loses neither where both are sent in the same moment', async () => {
    const talk = await theTalk({});
    const data = press.form('parent-views', 'review-1');
    const [hers, mine] = [await talk.sends(SUE, data), await talk.sends(SENCO, data)];
    await Promise.all([
      talk.presses(SUE, hers, 'Save their views', { difficult: 'Mornings.' }),
      talk.presses(SENCO, mine, 'Save their views', { goingWell: 'The library.' }),
    ]);
    expect(await said(talk)).toMatchObject({ difficult: 'Mornings.', goingWell: 'The library.' });
  });

  it('comes back where both wrote in one box, with both texts; sent once more, it holds', async () => {
    const talk = await theTalk({});
    const back = await bothFill(talk, VIEWS, [{ goingWell: 'The choir.' }, { goingWell: 'The library.' }]);
    expect(back.kind).toBe('invalid');
    expect(textOf(back)).toContain('The choir.');
    expect(standingIn(back.show).goingWell).toBe('The library.');
    expect(await said(talk)).toMatchObject({ goingWell: 'The choir.' });
    await talk.presses(SENCO, back, 'Save their views');
    expect(await said(talk)).toMatchObject({ goingWell: 'The library.' });
  });

  it('does not move a meeting back that was moved meanwhile: the new day is shown first', async () => {
    const talk = await theTalk({});
    const back = await bothFill(
      talk,
      ['plan-meeting', undefined, 'Set it and ask'],
      [{ date: '2026-12-09', where: 'Room 9' }, { time: '16:00' }],
    );
    expect(back.kind).toBe('invalid');
    expect(textOf(back)).toContain('Wed 9 Dec 2026');
    expect((await talk.review()).meeting).toMatchObject({ date: '2026-12-09', time: '14:30' });
    await talk.presses(SENCO, back, 'Set it and ask');
    expect((await talk.review()).meeting).toMatchObject({
      ...{ date: '2026-12-09', time: '16:00', where: 'Room 9' },
    });
  });
});
