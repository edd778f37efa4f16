import { describe, expect, it } from 'vitest';
import { anAnnualReview, anEhcPlan, anEhcpPupil } from '../support/annual-builders.ts';
import { aPupil, aReview, SENCO } from '../support/builders.ts';
import { aTalk, aTalkAbout, textOf } from './talk.ts';

const known = async (talk: Awaited<ReturnType<typeof aTalk>>, name: string) =>
  textOf(await talk.says(SENCO, `review pupil ${name}`));

describe('what is known of a pupil says which day the next review counts from, and where that is from', () => {
  it('given an annual review held and decided here: then its decision, beside what the data has', async () => {
    const closed = anAnnualReview({ stage: 'closed' });
    const talk = await aTalkAbout(closed, { pupils: [anEhcpPupil()], now: '2027-02-10T10:00:00.000Z' });
    const shown = await known(talk, 'Ben');
    expect(shown).toContain('Last decision in the school’s data Tue 16 Dec 2025');
    expect(shown).toContain('Last review held here Tue 24 Nov 2026, decided Fri 18 Dec 2026 (review K7Q4)');
    expect(shown).toContain('Next review due by Fri 17 Dec 2027');
    expect(shown).toContain('Counts from the decision of Fri 18 Dec 2026 on the review held here (K7Q4)');
  });

  it('given one that is not decided: then the decision in the data still', async () => {
    const talk = await aTalkAbout(anAnnualReview({ stage: 'acting' }), { pupils: [anEhcpPupil()] });
    const shown = await known(talk, 'Ben');
    expect(shown).toContain('Last review held here Tue 24 Nov 2026, not decided yet (review K7Q4)');
    expect(shown).toContain('Counts from the decision of Tue 16 Dec 2025 in the school’s data');
  });

  it('given a SEN Support review held here: then that', async () => {
    const talk = await aTalkAbout(aReview({ stage: 'closed' }), { pupils: [aPupil()] });
    expect(await known(talk, 'Ada')).toContain('Counts from the review held here on Tue 24 Nov 2026 (K7Q4)');
  });

  it('given a decision recorded on that very page: then by whom, and no more as one of the data', async () => {
    const laDecided = [
      {
        meetingOn: '2026-10-13',
        on: '2026-11-09',
        kind: 'keep' as const,
        by: SENCO,
        at: '2026-11-10T09:00:00.000Z',
      },
    ];
    const plan = anEhcPlan({ lastMeeting: '2026-10-13', lastDecision: '2026-11-09', laDecided });
    const ben = anEhcpPupil({ plans: [plan] });
    const talk = await aTalk({ pupils: [ben] });
    const shown = await known(talk, 'Ben');
    expect(shown).toContain('Counts from the decision of Mon 9 Nov 2026, recorded here by Mel Senco');
    expect(shown).not.toContain('Last decision in the school’s data');
  });

  it('given days that a SENCO set in the form of the plan’s dates: then by whom and when, and not as the data’s', async () => {
    const talk = await aTalk({ pupils: [anEhcpPupil()], now: '2026-11-10T10:00:00.000Z' });
    const form = await talk.presses(
      SENCO,
      await talk.says(SENCO, 'review pupil Ben'),
      'Change the plan’s dates',
    );
    const days = { lastMeeting: '2026-10-06', lastDecision: '2026-10-20' };
    await talk.presses(SENCO, form, 'Save', days);
    const shown = await known(talk, 'Ben');
    // The day the plan was made was not changed.
    expect(shown).toContain('Made Mon 15 Jan 2024');
    expect(shown).not.toContain('Made Mon 15 Jan 2024 · Last');
    expect(shown).toContain(
      'Last meeting Tue 6 Oct 2026 · Last decision Tue 20 Oct 2026, changed here by Mel Senco on Tue 10 Nov 2026',
    );
    expect(shown).toContain(
      'Counts from the decision of Tue 20 Oct 2026, changed here by Mel Senco on Tue 10 Nov 2026',
    );
    expect(shown).not.toContain('in the school’s data');
  });

  it('given nothing but the day the plan was made: then that', async () => {
    const { lastMeeting: _, lastDecision: __, ...plan } = anEhcPlan();
    const talk = await aTalk({ pupils: [anEhcpPupil({ plans: [plan] })] });
    expect(await known(talk, 'Ben')).toContain('Counts from the day the plan was made, Mon 15 Jan 2024');
  });
});
