import { describe, expect, it } from 'vitest';
import { planImport } from '../../src/data-in/plan.ts';
import { press } from '../../src/presentation/buttons.ts';
import { anAnnualReview, anEhcpPupil } from '../support/annual-builders.ts';
import { aSchool, LEADER, SENCO, TEACHER } from '../support/builders.ts';
import { notKnown, only } from '../support/one-plan.ts';
import { aTalk, textOf, titlesOf } from './talk.ts';

/** Made on 10 July 2025, met on 1 July 2026 as the school's data has it; to be decided by 29 July, and due by 9 July. */
const ben = notKnown(anEhcpPupil({ planMade: '2025-07-10', lastMeeting: '2026-07-01' }), 'lastDecision');
const theTalk = (pupil = ben) => aTalk({ pupils: [pupil], now: '2026-11-26T10:00:00.000Z' });
const plan = async (talk: Awaited<ReturnType<typeof theTalk>>) => {
  const pupil = await talk.store.get('pupils', ben.id);
  if (!pupil) throw new Error('gone');
  return only(pupil);
};
const DUE_BY = 'Was due by Thu 9 Jul 2026';

describe('a meeting that only the school’s data has, on which the local authority has not decided', () => {
  it('is late in what is due and in what is chased, with the way to chase it', async () => {
    const talk = await theTalk();
    const due = await talk.says(SENCO, 'review due why');
    // From 29 July to 26 November are 120 days.
    expect(textOf(due)).toContain('Local authority’s decision 120 days late');
    expect(textOf(due)).toContain(DUE_BY);
    expect(titlesOf(due)).toContain('Chase');
    const list = await talk.says(SENCO, 'review chase');
    expect(textOf(list)).toMatch(
      /Waiting for the local authority[\s\S]*Ben Sample[\s\S]*The decision on the meeting of Wed 1 Jul 2026[\s\S]*120 days late/,
    );
    expect(textOf(list)).toContain('Local authorities are late with 1 thing.');
    expect(textOf(await talk.presses(SENCO, list, 'Chase'))).toContain(
      'The local authority is 120 days late.',
    );
    expect(textOf(await talk.says(LEADER, 'review chase'))).toContain('120 days late');
    expect(textOf(await talk.says(TEACHER, 'review chase'))).not.toContain('Ben');
  });

  it('has a text to send that names no child, and the form that records the decision', async () => {
    const talk = await theTalk();
    const chase = await talk.says(SENCO, 'review chase Ben');
    expect(textOf(chase)).toContain('The review meeting was held on Wed 1 Jul 2026.');
    expect(textOf(chase)).toMatch(
      /Annual review of the EHC plan of B\.S\., our reference P002[\s\S]*Your decision was due by Wed 29 Jul 2026 \(28 days after the meeting; .*\)\. It is now 120 days late\./,
    );
    const form = await talk.presses(SENCO, chase, 'Record the decision');
    expect(textOf(form)).toContain('On the meeting of Wed 1 Jul 2026, as the school’s data has it.');
    const saved = await talk.presses(SENCO, form, 'Save', { kind: 'keep', on: '2026-11-20' });
    expect(textOf(saved)).toContain('Saved. The next review counts from that decision.');
    expect(textOf(saved)).toMatch(
      /Keep the plan as it is · letter of Fri 20 Nov 2026[\s\S]*on the meeting of Wed 1 Jul 2026, recorded by Mel Senco, Thu 26 Nov 2026/,
    );
    expect(await plan(talk)).toMatchObject({ lastDecision: '2026-11-20', laDecided: [{ kind: 'keep' }] });
    expect(textOf(await talk.says(SENCO, 'review due why'))).toContain('Due by Fri 19 Nov 2027');
    expect(textOf(await talk.says(SENCO, 'review chase'))).not.toContain('Ben Sample');
  });

  it('is put right when it is recorded again, and what stood there is kept', async () => {
    const talk = await theTalk();
    const record = (answer: object) => async () => {
      const form = await talk.sends(SENCO, press.pupilForm('la-decided', ben.id, 'ehcp'));
      return talk.presses(SENCO, form, 'Save', { ...answer });
    };
    await record({ kind: 'keep', on: '2026-11-20' })();
    const again = await record({ kind: 'amend', on: '2026-11-18' })();
    expect(textOf(again)).toMatch(
      /Amend the plan · letter of Wed 18 Nov 2026[\s\S]*Recorded before: Keep the plan/,
    );
    expect((await plan(talk)).laDecided).toHaveLength(2);
    expect((await plan(talk)).lastDecision).toBe('2026-11-18');
    const early = await record({ kind: 'keep', on: '2026-06-30' })();
    expect(textOf(early)).toContain('That is before the meeting (1 July 2026).');
    expect((await plan(talk)).laDecided).toHaveLength(2);
  });

  it('to cease the plan, is shown as such until any appeal is over', async () => {
    const talk = await theTalk();
    const form = await talk.sends(SENCO, press.pupilForm('la-decided', ben.id, 'ehcp'));
    await talk.presses(SENCO, form, 'Save', { kind: 'cease', on: '2026-11-20' });
    expect(textOf(await talk.says(SENCO, 'review due why'))).toMatch(
      /decided to cease the plan \(letter of Fri 20 Nov 2026\)[\s\S]*the last day for one is Wed 20 Jan 2027/,
    );
  });

  it('is not offered where the data has no meeting, and is refused there', async () => {
    const talk = await theTalk(notKnown(anEhcpPupil(), 'lastMeeting'));
    expect(titlesOf(await talk.says(SENCO, 'review pupil Ben'))).not.toContain(
      'Record the local authority’s decision',
    );
    const form = await talk.sends(SENCO, press.pupilForm('la-decided', ben.id, 'ehcp'));
    const refused = await talk.presses(SENCO, form, 'Save', { kind: 'keep', on: '2026-11-20' });
    expect(textOf(refused)).toContain('No meeting in the school’s data waits for a decision.');
  });

  it('of which a review here owes nothing yet: what the data has is chased', async () => {
    const talk = await aTalk({
      pupils: [ben],
      reviews: [anAnnualReview({ stage: 'preparing', pupilId: ben.id })],
      now: '2026-11-26T10:00:00.000Z',
    });
    expect(textOf(await talk.says(SENCO, 'review chase Ben'))).toContain('120 days late');
  });
});

it('a decision recorded here outlives an import of the school’s data, until that has a later one', () => {
  const word = {
    meetingOn: '2026-07-01',
    on: '2026-11-20',
    kind: 'keep',
    by: SENCO,
    at: '2026-11-26T10:00:00.000Z',
  } as const;
  const known = { ...ben, plans: [{ ...only(ben), lastDecision: '2026-11-20', laDecided: [word] }] };
  const imported = (lastDecision?: string) => {
    const wanted = { ...ben, plans: [{ ...only(ben), ...(lastDecision && { lastDecision }) }] };
    const { version: _, ...school } = aSchool();
    const [after] = planImport(
      { school: aSchool(), pupils: [known] },
      { school, pupils: [wanted] },
      { today: '2026-11-27', newId: () => 'new' },
    ).pupils;
    return only(after ?? known);
  };
  expect(imported()).toMatchObject({ lastDecision: '2026-11-20', laDecided: [word] });
  expect(imported('2025-12-01')).toMatchObject({ lastDecision: '2026-11-20' });
  expect(imported('2027-03-01')).toMatchObject({ lastDecision: '2027-03-01', laDecided: [word] });
});
