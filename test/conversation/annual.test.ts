import { describe, expect, it } from 'vitest';
import type { Reply } from '../../src/channels/channel.ts';
import { press } from '../../src/presentation/buttons.ts';
import { SAMPLES } from '../presentation/forms/samples.ts';
import {
  aLetter,
  anAnnualReview,
  anEhcpPupil,
  annualAt,
  readyToRecommend,
} from '../support/annual-builders.ts';
import {
  aDoneAction,
  anAction,
  aPupil,
  aReview,
  BYSTANDER,
  LEADER,
  SENCO,
  TEACHER,
} from '../support/builders.ts';
import { aTalk, aTalkAbout, standingIn, type Talk, textOf, titlesOf } from './talk.ts';

const pupils = [anEhcpPupil()];
const about = (review = anAnnualReview(), now?: string) =>
  aTalkAbout(review, { pupils, ...(now ? { now } : {}) });
const status = (talk: Talk) => talk.sends(SENCO, press.show('status', 'review-1'));
const GUESTS = {
  parents: 'Bea Sample',
  laOfficer: 'Olu Officer',
  health: 'Dr Hana Health',
  socialCare: 'Social care duty team',
};

describe('given an annual review that has begun', () => {
  const planned = async () => {
    const talk = await aTalk({ pupils, now: '2026-11-02T10:00:00.000Z' });
    const form = await talk.says(SENCO, 'review start Ben');
    return { talk, reply: await talk.presses(SENCO, form, 'Set it and ask', GUESTS) };
  };

  it('when its meeting is set, then it is said whom the SENCO invites, and the dates that follow', async () => {
    const { talk, reply } = await planned();
    const shown = textOf(reply);
    expect(shown).toContain('The meeting is set for Tue 17 Nov 2026 at 14:00.');
    expect(shown).toContain('2 colleagues are asked for evidence now');
    expect(shown).toMatch(/Please tell them yourself[\s\S]*please invite them to Tue 17 Nov 2026 at 14:00/);
    expect(shown).toMatch(/Olu Officer[\s\S]*Local authority SEN officer/);
    expect(shown).toContain('Send all advice to everybody invited');
    const why = await talk.presses(SENCO, reply, 'Why');
    expect(textOf(why)).toMatch(/Send all advice to everybody invited[\s\S]*14 days before the meeting/);
    const without = await talk.presses(SENCO, why, 'Without reasons');
    expect([why.kind, without.kind]).toEqual(['replace', 'replace']);
    expect(textOf(without)).not.toContain('14 days before the meeting');
    expect(titlesOf(reply)).toContain('Invited and advice');
  });

  it('when it is set nearer than advice can be sent round, then that is said, with the day it was to be', async () => {
    const talk = await aTalk({ pupils, now: '2026-11-02T10:00:00.000Z' });
    const form = await talk.says(SENCO, 'review start Ben');
    const near = { ...GUESTS, date: '2026-11-12', evidenceBy: '2026-11-10' };
    const refused = await talk.presses(SENCO, form, 'Set it and ask', near);
    expect(textOf(refused)).toContain(
      'Everybody has less than two weeks’ notice of that day. Choose a later day, or say why it can’t be later.',
    );
    const set = await talk.presses(SENCO, refused, 'Set it and ask', { shortNotice: 'All agreed' });
    expect(textOf(set)).toContain(
      'All advice was to be sent round by Thu 29 Oct 2026: send what comes on as soon as it is there.',
    );
  });

  it('when advice is recorded and sent round, then the pack says what has come and what has not', async () => {
    const { talk, reply } = await planned();
    const pack = await talk.presses(SENCO, reply, 'Invited and advice');
    expect(textOf(pack)).toContain('Still missing: advice from 3 people');
    const form = await talk.presses(SENCO, pack, 'Record advice');
    const after = await talk.presses(SENCO, form, 'Save the advice', {
      given: 'given',
      words: 'A letter in the file',
    });
    expect(textOf(after)).toContain('The advice is recorded.');
    expect(textOf(after)).toContain('Still missing: advice from 2 people');
    expect(textOf(after)).toContain('A letter in the file');
    const round = await talk.presses(SENCO, after, 'Record that it was sent round');
    const sent = await talk.presses(SENCO, round, 'Save');
    expect(textOf(sent)).toContain('It is recorded that the advice was sent round.');
    expect(textOf(sent)).toContain('It was sent round Mon 2 Nov 2026.');
  });
});

describe('given the form that sets an annual review', () => {
  it('when it is asked why, then the law on its days stands below, and the form stays', async () => {
    const talk = await about(anAnnualReview({ stage: 'preparing' }));
    const form = await talk.sends(SENCO, press.form('plan-annual', 'review-1'));
    expect(textOf(form)).not.toContain('the regulations require');
    const why = await talk.presses(SENCO, form, 'Why');
    expect(why.kind).toBe('new');
    expect(textOf(why)).toContain('the regulations require everybody invited');
    expect(textOf(await talk.sends(TEACHER, press.why(press.form('plan-annual', 'review-1'))))).toContain(
      'Not one of yours',
    );
  });
});

describe('given everybody is invited', () => {
  it('when the meeting is moved, then those outside are named, and who heard of it', async () => {
    const talk = await about();
    const form = await talk.presses(SENCO, await status(talk), 'Change the meeting');
    const reply = await talk.presses(SENCO, form, 'Set it and ask', {
      date: '2026-12-01',
      invitedOn: '2026-11-10',
      whyMoved: 'The officer is away',
    });
    const shown = textOf(reply);
    expect(shown).toMatch(/colleagues? (is|are) told now that it has moved/);
    expect(shown).toMatch(/The meeting is now on Tue 1 Dec 2026[\s\S]*Olu Officer/);
    expect(shown).toMatch(/Earlier meetings[\s\S]*Tue 24 Nov 2026 at 14:30[\s\S]*The officer is away/);
  });

  it('when it is called off, then it is said who must hear of it, and a new one is the next thing', async () => {
    const talk = await about();
    const form = await talk.presses(SENCO, await status(talk), 'Call the meeting off');
    const reply = await talk.presses(SENCO, form, 'Call it off', { why: 'The officer is away' });
    const shown = textOf(reply);
    expect(shown).toContain('The meeting is called off. What was gathered stays. 2 colleagues are told now.');
    expect(shown).toMatch(/Not in this chat\. The meeting is called off\.[\s\S]*Olu Officer/);
    expect(shown).toContain('The meeting was called off. Next: set a new date.');
    const again = await talk.presses(SENCO, reply, 'Set a new meeting');
    expect(standingIn(again.show)).toMatchObject({ laOfficer: 'Olu Officer' });
    expect(textOf(await talk.sends(SENCO, press.show('dates', 'review-1')))).toContain(
      'The dates follow once the meeting is set.',
    );
  });

  it('when SEN Support’s meeting is called off, then the parents are named', async () => {
    const talk = await aTalkAbout();
    const form = await talk.presses(SENCO, await status(talk), 'Call the meeting off');
    const reply = await talk.presses(SENCO, form, 'Call it off', { why: 'Snow' });
    expect(textOf(reply)).toMatch(/The meeting is called off\.[\s\S]*Ada's mother/);
  });
});

describe('given an annual review meeting', () => {
  it('when an outcome is looked at, then the next one opens by itself, and after the last the agenda', async () => {
    const talk = await about(anAnnualReview({ stage: 'meeting', targetReviews: [] }));
    const first = await talk.sends(SENCO, press.form('target-review', 'review-1', 'target-1'));
    const next = await talk.presses(SENCO, first, 'Save', SAMPLES['target-review']?.answered);
    expect(next.show.form?.data).toMatchObject({ form: 'target-review', about: 'target-2' });
    const last = await talk.presses(SENCO, next, 'Save', SAMPLES['target-review']?.answered);
    expect(textOf(last)).toContain('Agenda of the review meeting');
  });

  it('when who took part and a change to a section are noted, then the agenda has them', async () => {
    const talk = await about(anAnnualReview({ stage: 'meeting', annual: annualAt('gathering') }));
    const agenda = await talk.sends(SENCO, press.show('agenda', 'review-1'));
    const form = await talk.presses(SENCO, agenda, 'Change a section of the plan');
    const changed = await talk.presses(SENCO, form, 'Add the change', {
      section: 'F',
      change: 'Weekly therapy for 30 minutes',
      evidence: 'The report',
    });
    expect(textOf(changed)).toContain('The change to the plan is noted.');
    expect(textOf(changed)).toContain('Weekly therapy for 30 minutes');
    const asked = await talk.presses(SENCO, changed, 'Take back');
    expect(textOf(asked)).toContain('Weekly therapy for 30 minutes');
    const back = await talk.presses(SENCO, asked, 'Take it back');
    expect(textOf(back)).toContain('Taken back.');
    expect((await talk.review()).annual?.sectionChanges).toEqual([]);
    const who = await talk.presses(SENCO, back, 'Who took part');
    const everybody = Object.fromEntries(Object.keys(standingIn(who.show)).map((id) => [id, 'present']));
    const took = await talk.presses(SENCO, who, 'Save who took part', everybody);
    expect(textOf(took)).toContain('It is recorded who took part.');
    expect(textOf(took)).not.toContain('who took part,');
  });

  it('when it recommends, then the record says so, and what comes next', async () => {
    const talk = await about(readyToRecommend());
    const agenda = await talk.sends(SENCO, press.show('agenda', 'review-1'));
    const form = await talk.presses(SENCO, agenda, 'Record the recommendation');
    const reply = await talk.presses(SENCO, form, 'Record it', {
      kind: 'recommend-amend',
      inWords: 'Weekly therapy',
      whatWillChange: 'He sees the therapist each week',
    });
    const shown = textOf(reply);
    expect(shown).toContain('The recommendation is recorded.');
    expect(shown).toContain('The report to everybody invited is due by Tue 8 Dec 2026.');
    expect(shown).toContain('The local authority’s decision is due by Tue 22 Dec 2026.');
    expect(titlesOf(reply)).toContain('The report was sent');
  });
});

describe('given an annual review meeting was held', () => {
  const record = async (talk: Talk, on: Reply, title: string, send: string, values: Record<string, string>) =>
    talk.presses(SENCO, await talk.presses(SENCO, on, title), send, values);

  it('when each letter is recorded in turn, then the next thing follows, and the last closes the review', async () => {
    const done = { stage: 'acting', actions: [aDoneAction()] } as const;
    const talk = await about(anAnnualReview(done), '2027-02-08T10:00:00.000Z');
    const started = await status(talk);
    expect(textOf(started)).toContain('The local authority is 48 days late.');
    const reported = await record(talk, started, 'The report was sent', 'Save', { on: '2026-12-04' });
    expect(textOf(reported)).toContain('It is recorded that the report was sent.');
    const decided = await record(talk, reported, 'Record the decision', 'Save the decision', {
      kind: 'amend',
      on: '2026-12-18',
      words: 'Amends section F',
    });
    expect(textOf(decided)).toContain('The decision is recorded: the plan is to be amended.');
    expect(textOf(decided)).toContain('The final plan is due by');
    const noticed = await record(talk, decided, 'Record the proposed changes', 'Save', { on: '2026-12-18' });
    expect(textOf(noticed)).toContain('Parents or carers can answer until Fri 1 Jan 2027.');
    const answered = await record(talk, noticed, 'Record their answer', 'Save their answer', {
      on: '2027-01-02',
      words: 'They agree',
    });
    expect(textOf(answered)).toContain('Their answer is recorded.');
    const closed = await record(talk, answered, 'Record the final plan', 'Save', { on: '2027-02-05' });
    expect(textOf(closed)).toContain('It was the last thing wanted, so the review is closed.');
    expect(textOf(closed)).toContain('Parents or carers may appeal to the First-tier Tribunal (SEND)');
    expect((await talk.review()).stage).toBe('closed');
  });

  const late = '2027-01-12T10:00:00.000Z';

  it('when the local authority is late, then the overview has it first, with the way to chase it', async () => {
    const talk = await about(anAnnualReview({ stage: 'acting' }), late);
    const overview = await talk.says(SENCO, 'review actions');
    expect(textOf(overview)).toContain('Local authorities are late with 1 thing.');
    expect(textOf(overview)).toMatch(/Waiting for the local authority[\s\S]*21 days late[\s\S]*reading pen/);
    const chase = await talk.presses(SENCO, overview, 'Chase');
    expect(textOf(chase)).toContain('The local authority is 21 days late.');
    const mine = await talk.says(SENCO, 'mine');
    expect(textOf(mine)).toContain('21 days late: was due Tue 22 Dec 2026');
    expect(textOf(mine)).not.toContain('28 days after the meeting');
    expect(textOf(await talk.presses(SENCO, mine, 'Why'))).toContain('28 days after the meeting');
    expect(titlesOf(mine)).toContain('Chase');
    const leader = await talk.says(LEADER, 'review actions');
    expect(titlesOf(leader)).toContain('Look');
    expect(titlesOf(leader)).not.toContain('Chase');
    const own = await talk.says(TEACHER, 'review actions');
    expect(textOf(own)).not.toContain('late with 1 thing');
    expect(textOf(await talk.says(SENCO, 'review actions closed'))).not.toContain('Waiting for the');
  });

  it('when it is chased, then a text without a name stands ready, and that they were asked is kept', async () => {
    const talk = await about(anAnnualReview({ stage: 'acting' }), late);
    const chase = await talk.says(SENCO, 'review chase Ben');
    const [, text = ''] = /It has initials([\s\S]*)Mel Senco/.exec(textOf(chase)) ?? [];
    expect(text).toContain('Annual review of the EHC plan of B.S., our reference P002');
    expect(text).toContain(
      'The local authority’s decision was due by Tue 22 Dec 2026 (28 days after the meeting; SEND Regulations 2014, reg 20(10)–(11); Code of Practice 9.176). It is now 21 days late.',
    );
    expect(text).not.toMatch(/Ben|Sample/);
    const form = await talk.presses(SENCO, chase, 'Record that you asked');
    expect(standingIn(form.show)).toMatchObject({ kind: 'not-yet', on: '2027-01-12', words: '' });
    const reply = await talk.presses(SENCO, form, 'Save', { words: 'They said by Friday' });
    expect(textOf(reply)).toContain('It is recorded that the local authority was asked. It is 21 days late.');
    const again = await talk.presses(SENCO, reply, 'Chase the local authority');
    expect(textOf(again)).toMatch(/Asked before[\s\S]*Tue 12 Jan 2027[\s\S]*They said by Friday/);
  });

  it('when mediation follows, then the later day to appeal is said', async () => {
    const keeps = { ...aLetter('2026-12-18', ''), kind: 'keep' as const };
    const given = annualAt('acting', { report: aLetter('2026-12-04', 'All'), decision: keeps });
    const talk = await about(anAnnualReview({ stage: 'acting', annual: given }), '2027-02-10T10:00:00.000Z');
    const form = await talk.presses(SENCO, await status(talk), 'Record a mediation certificate');
    const reply = await talk.presses(SENCO, form, 'Save', { on: '2027-02-08' });
    expect(textOf(reply)).toContain('An appeal can be made until Mon 8 Mar 2027.');
  });
});

describe('given the local authority does not decide', () => {
  const starting = async (now: string) => {
    const talk = await about(anAnnualReview({ stage: 'acting' }), now);
    return { talk, shown: textOf(await talk.says(SENCO, 'review start Ben')) };
  };

  it('when its last day is not over, then that review is gone on with', async () => {
    const { shown } = await starting('2026-12-22T10:00:00.000Z');
    expect(shown).toContain('Here is how it stands');
  });

  it('when that has passed, then the next begins, and the decision on the last can still be recorded', async () => {
    const { talk, shown } = await starting('2027-01-05T10:00:00.000Z');
    expect(shown).toContain('Set the annual review');
    const old = await talk.sends(SENCO, press.form('la-decision', 'review-1'));
    const given = { kind: 'keep', on: '2026-12-30', words: 'It stays as it is' };
    const recorded = textOf(await talk.presses(SENCO, old, 'Save the decision', given));
    expect(recorded).toContain('the plan stays as it is. Parents or carers may appeal until Mon 1 Mar 2027');
  });
});

describe('given the words “review dates” and “review chase”', () => {
  it('when there is an annual review, then each date has its reason', async () => {
    const talk = await about();
    const short = await talk.says(SENCO, 'review dates Ben');
    const dates = textOf(await talk.presses(SENCO, short, 'Why'));
    expect(dates).toContain('The dates of the annual review');
    expect(dates).toMatch(
      /Report to everyone invited\nBy Tue 8 Dec 2026[^\n]*\n14 days after the meeting; SEND Regulations 2014, reg 20\(7\)–\(9\); Code/,
    );
    expect(textOf(await talk.says(LEADER, 'dates ben'))).toContain('The dates of the annual review');
    expect(textOf(await talk.says(TEACHER, 'dates ben'))).not.toContain('The dates of the annual review');
    expect(textOf(await talk.says(BYSTANDER, 'dates ben'))).toContain('I know no pupil of that name');
  });

  it.each(['dates', 'chase'])('when there is none, then that is said: %s', async (word) => {
    const other = await aTalk({ pupils: [aPupil()], reviews: [aReview()] });
    expect(textOf(await other.says(SENCO, `${word} Ada`))).toContain(
      'Such dates belong to the annual review of an EHC plan, and this pupil has no EHC plan.',
    );
    const none = await aTalk({ pupils });
    expect(textOf(await none.says(SENCO, `${word} Ben`))).toMatch(
      /No annual review (of this pupil )?is under way/,
    );
    expect(textOf(await none.says(SENCO, 'dates'))).toContain('Which pupil?');
  });

  it('when “chase” names nobody, then every local authority that is late is there, to chase', async () => {
    const talk = await about(anAnnualReview({ stage: 'acting' }), '2027-01-12T10:00:00.000Z');
    const all = await talk.says(SENCO, 'review chase');
    expect(textOf(all)).toContain('Waiting for the local authority');
    expect(textOf(await talk.presses(SENCO, all, 'Chase'))).toContain('What the local authority owes');
  });

  it.each(['dates', 'chase'])('when two have the name, then the one chosen is shown: %s', async (word) => {
    const twins = [anEhcpPupil(), anEhcpPupil({ id: 'p9', ref: 'P009', lastName: 'Twin' })];
    const talk = await aTalk({ pupils: twins, reviews: [anAnnualReview({ stage: 'acting' })] });
    const which = await talk.says(SENCO, `${word} Ben`);
    const chosen = await talk.presses(SENCO, which, 'Choose');
    expect(textOf(chosen)).toMatch(/The dates of the annual review|What the local authority owes/);
  });
});

describe('given wording that could be more exact', () => {
  const meeting = () => about(readyToRecommend());
  const agenda = (talk: Talk) => talk.sends(SENCO, press.show('agenda', 'review-1'));
  const VAGUE = {
    what: 'Access to a quiet room as needed',
    who: 'A teaching assistant',
    howOften: 'Regularly',
    howLong: '20 minutes',
    groupSize: 'One to one',
    howReviewed: 'A tally',
    owner: TEACHER,
  };

  it('when provision is added, then it is taken, and each phrase comes with its question and a way to change it', async () => {
    const talk = await meeting();
    const form = await talk.presses(SENCO, await agenda(talk), 'Add provision');
    const reply = await talk.presses(SENCO, form, 'Add it', VAGUE);
    expect(textOf(reply)).toContain('The provision is added. It could be more exact.');
    expect(textOf(reply)).toMatch(/“as needed”\s*: When exactly, and how often\? Who decides\?/);
    expect(textOf(reply)).toMatch(/“regular”\s*: How often/);
    expect((await talk.review()).provision).toHaveLength(1);
    const change = await talk.presses(SENCO, reply, 'Change this provision');
    expect(standingIn(change.show)).toMatchObject(VAGUE);
    const exact = { what: 'A quiet room', howOften: 'Every morning, 5 times a week' };
    const changed = await talk.presses(SENCO, change, 'Save', exact);
    expect(textOf(changed)).toContain('The provision is changed.');
    expect(textOf(changed)).not.toContain('more exact');
    expect((await talk.review()).provision).toMatchObject([{ ...VAGUE, ...exact }]);
  });

  it.each([
    [
      'Add an outcome',
      'Add it',
      { text: 'Improve reading as appropriate', measure: 'A test' },
      'as appropriate',
    ],
    [
      'Change a section of the plan',
      'Add the change',
      { section: 'F', change: 'Opportunities for therapy', evidence: 'Seen' },
      'opportunities for',
    ],
    [
      'Add an action',
      'Add it',
      { what: 'Buy pens if needed', owner: TEACHER, due: '2026-12-11', howWeWillKnow: 'They are there' },
      'if needed',
    ],
  ])('when something else is: “%s”, then it is pointed out and taken', async (open, send, values, phrase) => {
    const talk = await meeting();
    const form = await talk.presses(SENCO, await agenda(talk), open);
    const reply = await talk.presses(SENCO, form, send, values);
    expect(reply.kind).toBe('replace');
    expect(textOf(reply)).toContain('It could be more exact.');
    expect(textOf(reply)).toContain(`“${phrase}”`);
  });

  it('when it is what somebody said, then nothing is pointed out', async () => {
    const talk = await meeting();
    const form = await talk.presses(SENCO, await agenda(talk), 'Add provision');
    const exact = { ...VAGUE, what: 'A room (“access to it as needed”, she says)', howOften: 'Twice a week' };
    const reply = await talk.presses(SENCO, form, 'Add it', exact);
    expect(textOf(reply)).not.toContain('more exact');
    const other = await talk.presses(
      SENCO,
      await talk.presses(SENCO, reply, 'Record a disagreement'),
      'Record it',
      { who: 'His mother', words: 'Regular is not enough, as needed' },
    );
    expect(textOf(other)).not.toContain('more exact');
  });

  it('when an action is added later, then it is pointed out there, too', async () => {
    const talk = await aTalkAbout({ stage: 'acting', actions: [anAction()] });
    const form = await talk.presses(SENCO, await status(talk), 'Add an action');
    const values = { what: 'Offer regular breaks', owner: TEACHER, due: '2026-12-18', howWeWillKnow: 'Seen' };
    const reply = await talk.presses(SENCO, form, 'Add it', values);
    expect(textOf(reply)).toMatch(/Its owner is told now\. It could be more exact\.[\s\S]*“regular”/);
  });
});
