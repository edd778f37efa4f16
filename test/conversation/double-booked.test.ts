import { describe, expect, it } from 'vitest';
import { aPupil, SENCO } from '../support/builders.ts';
import { aTalk, standingIn, textOf } from './talk.ts';

/* Two pupils with the same colleagues, whose reviews are begun one after the other. */
const sam = aPupil({ id: 'p-sam', firstName: 'Sam', lastName: 'Sample' });
const kit = aPupil({ id: 'p-kit', firstName: 'Kit', lastName: 'Keen' });

describe('meetings of two reviews with the same colleagues', () => {
  it('are suggested on two days; one put on the other’s day and time is pointed out, names no pupil, and is kept if sent again', async () => {
    const talk = await aTalk({ pupils: [sam, kit] });
    const first = await talk.says(SENCO, 'review start Sam');
    await talk.presses(SENCO, first, 'Set it and ask');
    const [set] = await talk.store.reviewsOf('oakfield');
    const date = set?.meeting?.date ?? '';

    const second = await talk.says(SENCO, 'review start Kit');
    expect((standingIn(second.show).date ?? '') > date).toBe(true);

    const clash = await talk.presses(SENCO, second, 'Set it and ask', { date });
    expect(textOf(clash)).toMatch(/Mel Senco(, .*)? (and .* )?have another review then\. To keep it/);
    expect(textOf(clash)).not.toContain('Sam Sample');
    const kept = await talk.presses(SENCO, clash, 'Set it and ask');
    expect(textOf(kept)).toContain('The meeting is set for');
  });
});
