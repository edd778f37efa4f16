import { describe, expect, it } from 'vitest';
import { press } from '../../src/presentation/buttons.ts';
import { aLetter, anAnnualReview, anEhcpPupil, annualAt } from '../support/annual-builders.ts';
import { SENCO } from '../support/builders.ts';
import { notKnown } from '../support/one-plan.ts';
import { aTalk, aTalkAbout, textOf, titlesOf } from './talk.ts';

/*
 * Ben is in Year 6 and was met on 2 October 2026, before the school had the bot. His plan is to be amended before 15 February
 * 2027 (SEND Regulations 2014, reg 18(1)(b)): by the 14th.
 */
const now = '2026-11-26T10:00:00.000Z';
const met = anEhcpPupil({ yearGroup: '6', planMade: '2025-11-20', lastMeeting: '2026-10-02' });
const waiting = notKnown(met, 'lastDecision');

/** The decision to amend, of 28 October, recorded on the pupil's page. */
async function amended() {
  const talk = await aTalk({ pupils: [waiting], now });
  const form = await talk.sends(SENCO, press.pupilForm('la-decided', waiting.id, 'ehcp'));
  await talk.presses(SENCO, form, 'Save', { kind: 'amend', on: '2026-10-28' });
  const says = async (what: string) => textOf(await talk.says(SENCO, `review ${what}`));
  const records = async (what: string, on: string) => {
    const came = await talk.sends(SENCO, press.pupilForm('la-amended', waiting.id, 'ehcp'));
    return talk.presses(SENCO, came, 'Save', { what, on });
  };
  return { talk, says, records };
}

describe('a decision to amend that is recorded for a meeting in the school’s data', () => {
  it('is followed by the notice, 28 days after the meeting, and the final plan, 12 weeks after it', async () => {
    const { talk, says } = await amended();
    expect(await says('due')).toMatch(/Ben Sample[\s\S]*local authority 27 days late/);
    for (const what of ['dates Ben', 'chase Ben', 'pupil Ben', 'status Ben']) {
      const shown = await says(what);
      expect(shown, what).toMatch(/notice of the changes after the meeting of Fri 2 Oct 2026: 27 days late/);
      expect(shown, what).toContain('Was due by Fri 30 Oct 2026');
      expect(shown, what).toContain('due by Fri 25 Dec 2026');
      expect(shown, what).not.toContain('Sept 2027');
      expect(shown, what).not.toContain('no meeting is set');
    }
    expect(await says('chase')).toMatch(/Ben Sample[\s\S]*27 days late/);
    expect(await says('chase Ben')).toMatch(
      /B\.S\.[\s\S]*The notice of the changes after the meeting of Fri 2 Oct 2026 was due by Fri 30 Oct 2026 \(.*\)\. It is now 27 days late\./,
    );
    const mine = await talk.says(SENCO, 'review mine');
    expect(textOf(mine)).toMatch(/The local authority’s notice of the changes[\s\S]*Was due Fri 30 Oct 2026/);
    expect(titlesOf(mine)).toEqual(expect.arrayContaining(['Record it', 'Chase']));
    expect(textOf(mine)).not.toContain('Hold the review');
  });

  it('given the notice came: then the final plan within 8 weeks of it too, whichever is first', async () => {
    const { says, records } = await amended();
    // Eight weeks after 29 October end on 24 December, a day before the twelve from the meeting.
    expect(textOf(await records('notice', '2026-10-29'))).toContain('The notice of the changes it proposes');
    const chase = await says('chase Ben');
    expect(chase).not.toContain('notice of the changes after');
    expect(chase).toContain(
      'The final amended plan after the meeting of Fri 2 Oct 2026: due by Thu 24 Dec 2026',
    );
  });

  it('given the final plan names the next place: then the move is settled and nothing is waited for', async () => {
    const { says, records } = await amended();
    await records('final-named', '2026-11-20');
    expect(await says('dates Ben')).not.toContain('Moves to secondary school');
    expect(await says('due')).not.toContain('14 Feb');
    expect(await says('mine')).not.toContain('Ben Sample');
    expect(await says('chase')).not.toContain('Ben Sample');
  });

  it('given it names none: then that is owed by 14 February, and no other meeting', async () => {
    const { says, records } = await amended();
    await records('final', '2026-11-20');
    expect(await says('due')).toContain('amend by Sun 14 Feb 2027');
    const dates = await says('dates Ben');
    expect(dates).toContain('the final plan of Fri 20 Nov 2026 names no next place');
    expect(dates).not.toContain('Hold the meeting');
    const chase = await says('chase Ben');
    expect(chase).toContain('A plan that names the next school or college: due by Sun 14 Feb 2027');
    expect(chase).toContain('SEND Regulations 2014, reg 18(1)(b)');
  });

  it('given it does not amend after all: then another meeting is to be held for the move', async () => {
    const { says, records } = await amended();
    await records('not-amending', '2026-11-20');
    expect(await says('dates Ben')).toContain('no meeting is set');
    expect(await says('chase')).not.toContain('Ben Sample');
  });

  it('is refused what is dated before the meeting', async () => {
    const { records } = await amended();
    expect(textOf(await records('notice', '2026-10-01'))).toContain(
      'That is before the meeting (2 October 2026).',
    );
  });
});

describe('a decision that the school’s data has, and not what it was', () => {
  const unsaid = anEhcpPupil({
    ...{ yearGroup: '6', planMade: '2025-11-20', lastMeeting: '2026-10-02', lastDecision: '2026-10-28' },
  });

  it('is asked for, where a move hangs on it, and no meeting is missed that was held', async () => {
    const talk = await aTalk({ pupils: [unsaid], now });
    const due = await talk.says(SENCO, 'review due');
    expect(textOf(due)).toContain('say what was decided');
    const dates = textOf(await talk.says(SENCO, 'review dates Ben'));
    expect(dates).toContain('what was decided on the meeting of Fri 2 Oct 2026 is not said');
    expect(dates).not.toContain('no meeting is set');
    expect(titlesOf(due)).toContain('Say what was decided');
    const mine = await talk.says(SENCO, 'review mine');
    expect(textOf(mine)).toContain('Say what the local authority decided on the last review');
    expect(textOf(mine)).not.toContain('Hold the review');
    const form = await talk.presses(SENCO, mine, 'Say what was decided');
    // The day is known already.
    const saved = await talk.presses(SENCO, form, 'Save', { kind: 'amend' });
    expect(textOf(saved)).toContain('Amend the plan · letter of Wed 28 Oct 2026');
    expect(textOf(await talk.says(SENCO, 'review chase Ben'))).toContain('Was due by Fri 30 Oct 2026');
  });

  it('given it kept the plan: then another meeting is to be held for the move', async () => {
    const talk = await aTalk({ pupils: [unsaid], now });
    const form = await talk.presses(SENCO, await talk.says(SENCO, 'review mine'), 'Say what was decided');
    await talk.presses(SENCO, form, 'Save', { kind: 'keep' });
    expect(textOf(await talk.says(SENCO, 'review mine'))).toContain('Hold the review for the move');
  });
});

describe('a final plan here that names no place for the move', () => {
  const review = anAnnualReview({
    stage: 'acting',
    annual: annualAt('acting', {
      transfer: { kind: 'primary-secondary', year: 2027 },
      report: aLetter('2026-12-04', 'Everybody invited'),
      decision: { ...aLetter('2026-12-18', ''), kind: 'amend' },
      notice: aLetter('2026-12-18', ''),
      finalPlan: { ...aLetter('2027-02-05', ''), nextPlace: 'not-named' },
    }),
  });
  const six = anEhcpPupil({ yearGroup: '6' });
  const open = async (day: string) => {
    const talk = await aTalkAbout(review, { pupils: [six], now: `${day}T10:00:00.000Z` });
    return { talk, says: async (what: string) => textOf(await talk.says(SENCO, `review ${what}`)) };
  };

  it('is not the end of it: every screen has 14 February, and the local authority is chased', async () => {
    const { talk, says } = await open('2027-02-08');
    const dates = await says('dates Ben');
    expect(dates).toContain('The plan is still to name the next school or college, by Sun 14 Feb 2027.');
    expect(dates).not.toMatch(/Review and amend the plan for the transfer\s+Done/);
    expect(dates).not.toContain('Every step that has a date by now is done');
    for (const what of ['due', 'dates Ben', 'chase Ben', 'status Ben', 'mine']) {
      const shown = await says(what);
      expect(shown, what).toContain('14 Feb 2027');
      expect(shown, what).not.toContain('no meeting is set');
      expect(shown, what).not.toContain('Hold the ');
      expect(shown, what).not.toContain('owes nothing');
    }
    const chase = await talk.says(SENCO, 'review chase Ben');
    expect(textOf(chase)).toContain('A plan that names the next school or college');
    expect(textOf(await talk.sends(SENCO, press.show('chase', 'review-1')))).not.toContain('owes nothing');
    expect(titlesOf(await talk.says(SENCO, 'review due'))).not.toContain('Start');
  });

  it('is late from 15 February on, in what local authorities are late with', async () => {
    const { says } = await open('2027-02-24');
    expect(await says('chase')).toMatch(
      /Ben Sample[\s\S]*A plan that names the next school or college[\s\S]*10 days late/,
    );
  });
});
