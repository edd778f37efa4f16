import { describe, expect, it } from 'vitest';
import { wordDigest } from '../../src/conversation/word-digest.ts';
import { digestId } from '../../src/domain/nudges/digest.ts';
import { anEhcpPupil } from '../support/annual-builders.ts';
import { LEADER, SENCO, TEACHER } from '../support/builders.ts';
import { aTalk, textOf, titlesOf } from './talk.ts';

const DAY = '2026-11-18';
const ben = anEhcpPupil({ yearGroup: '6' });
const theTalk = () => aTalk({ pupils: [ben], now: `${DAY}T10:00:00.000Z` });
const ID = `${ben.id}/next-place/ehcp-2027/${SENCO}`;
const digest = {
  ...{ id: digestId(DAY, SENCO), version: 1, to: SENCO, day: DAY, items: [ID], listed: [ID] },
  state: { is: 'sent', at: `${DAY}T08:00:00.000Z` },
} as const;

describe('a move to the next school that nothing is under way for', () => {
  it('stands in the SENCO’s digest and in what waits on them, with the way to begin and to say that it is settled', async () => {
    const talk = await theTalk();
    const card = await wordDigest(talk.store, digest);
    if (!card) throw new Error('no digest');
    expect(textOf(card)).toMatch(
      /Hold the review for the move to the next school or college, in 4 days\.[\s\S]*Ben Sample[\s\S]*last school day before that is Fri 20 Nov 2026/,
    );
    const mine = await talk.says(SENCO, 'review mine');
    expect(titlesOf(mine)).toEqual(expect.arrayContaining(['Start a review', 'The next place is named']));
    expect(card.notification).toBe('SEND reviews: 1 thing');
    for (const who of [LEADER, TEACHER])
      expect(textOf(await talk.says(who, 'review mine'))).not.toContain('Ben Sample');
  });

  it('is settled by the SENCO’s word with who said it and when, and the digest says so; taken back, it stands again', async () => {
    const talk = await theTalk();
    const form = await talk.presses(SENCO, await talk.says(SENCO, 'review mine'), 'The next place is named');
    const why = 'The final plan of 10 November names Hill School';
    const saved = await talk.presses(SENCO, form, 'Save', { answer: 'named', why });
    expect(textOf(saved)).toContain('Saved: the move is settled');
    expect(textOf(saved)).toMatch(
      /The plan names the next place[\s\S]*said by Mel Senco, Wed 18 Nov 2026[\s\S]*Hill School/,
    );
    expect(textOf(await talk.says(SENCO, 'review mine'))).not.toContain('Ben Sample');
    expect(textOf((await wordDigest(talk.store, digest)) ?? saved)).toMatch(/✓ Recorded[\s\S]*Ben Sample/);
    expect(textOf(await talk.says(SENCO, 'review due why'))).not.toContain('Moves to secondary school');

    const again = await talk.presses(SENCO, saved, 'The next place is not named after all');
    const undone = await talk.presses(SENCO, again, 'Save', { answer: 'not-named', why: 'That was Ben S.' });
    expect(textOf(undone)).toContain('Taken back');
    expect(textOf(await talk.says(SENCO, 'review due why'))).toContain('Moves to secondary school');
    expect((await talk.store.get('pupils', ben.id))?.plans[0]?.transferSettled).toBeUndefined();
  });
});
