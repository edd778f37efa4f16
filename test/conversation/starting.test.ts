import { describe, expect, it } from 'vitest';
import { press } from '../../src/presentation/buttons.ts';
import { anEhcpPupil } from '../support/annual-builders.ts';
import { ASSISTANT, aPupil, aReview, aSchool, LEADER, SENCO, STAFF, TEACHER } from '../support/builders.ts';
import { aTalk, aTalkAbout, hasHeard, standingIn, textOf, titlesOf, unfolded } from './talk.ts';

const OTHER = 'sky.senco@oakfield.example';
const TWO_SENCOS = aSchool({ staff: [...STAFF, { email: OTHER, name: 'Sky Second', role: 'senco' }] });

describe('starting a review', () => {
  it('shows the form that sets its meeting, with the pupil’s key staff chosen', async () => {
    const talk = await aTalk();
    const reply = await talk.says(SENCO, 'review start Ada');
    expect(reply.show.form?.title).toBe('Set the meeting');
    expect(standingIn(reply.show)).toMatchObject({ ask: `${TEACHER},${ASSISTANT}` });
    expect(reply.show.notification).toBe('Set the meeting of a new review');
  });

  it('leaves nothing behind where the form is not sent: it begins once that is', async () => {
    const talk = await aTalk();
    const form = await talk.says(SENCO, 'review start Ada');
    expect(await talk.store.reviewsOfPupil(aPupil().id)).toEqual([]);
    expect(textOf(await talk.says(SENCO, 'review'))).toContain('Nothing is waiting on you');
    expect(titlesOf(await talk.says(SENCO, 'review due'))[0]).toBe('Start');
    expect(talk.commits()).toBe(0);
    await talk.presses(SENCO, form, 'Set it and ask');
    const [review] = await talk.store.reviewsOfPupil(aPupil().id);
    expect(review).toMatchObject({ stage: 'gathering', lead: SENCO, ref: 'R001', id: 'oakfield-p001.1' });
    expect(review?.history.map(({ what }) => what)).toEqual(['review-started', 'meeting-planned']);
    expect(talk.commits()).toBe(1);
  });

  it('opened anew from the button that stands for the form, it is the same', async () => {
    const talk = await aTalk();
    const { show } = await talk.says(SENCO, 'review start Ada');
    const opened = await talk.sends(SENCO, show.form?.data ?? expect.fail('no form'));
    expect(standingIn(opened.show)).toMatchObject({ ask: `${TEACHER},${ASSISTANT}` });
    const set = await talk.presses(SENCO, opened, 'Set it and ask');
    expect(textOf(set)).toContain('The meeting is set for Tue 1 Dec 2026');
    // Its button still stands in the chat.
    const late = await talk.sends(SENCO, show.form?.data ?? expect.fail('no form'));
    expect(textOf(late)).toContain('You have already started this review. Here is how it stands.');
  });

  it('sent twice, is recorded once', async () => {
    const talk = await aTalk();
    const form = await talk.says(SENCO, 'start Ada');
    await talk.presses(SENCO, form, 'Set it and ask');
    expect(textOf(await talk.presses(SENCO, form, 'Set it and ask'))).toContain('already recorded');
    const other = await talk.presses(SENCO, form, 'Set it and ask', { time: '09:00' });
    expect(textOf(other)).toContain('This form was sent before, and what it said then is saved.');
    expect((await talk.review('oakfield-p001.1')).meeting?.time).toBe('15:30');
    expect(talk.commits()).toBe(1);
  });

  it('twice starts one, and shows how it stands', async () => {
    const talk = await aTalk({ schools: [TWO_SENCOS] });
    await talk.presses(SENCO, await talk.sends(SENCO, press.start(aPupil().id)), 'Set it and ask');
    const again = await talk.sends(SENCO, press.start(aPupil().id));
    expect(textOf(again)).toContain('You have already started this review. Here is how it stands.');
    const theirs = await talk.says(OTHER, 'start Ada');
    expect(textOf(theirs)).toContain('A colleague has already started this review.');
    expect(textOf(theirs)).toContain('Led by Mel Senco');
    expect(titlesOf(await unfolded(talk, OTHER, theirs))).toContain('Change the meeting');
    expect(await talk.store.reviewsOfPupil(aPupil().id)).toHaveLength(1);
  });

  it('by two SENCOs at once starts one: the other keeps what they typed, and is told', async () => {
    const talk = await aTalk({ schools: [TWO_SENCOS] });
    const people = [SENCO, OTHER, SENCO, OTHER];
    const forms = await Promise.all(people.map((who) => talk.sends(who, press.start(aPupil().id))));
    const replies = await Promise.all(
      forms.map((form, at) =>
        talk.presses(people[at] ?? SENCO, form, 'Set it and ask', { where: 'The library' }),
      ),
    );
    expect(replies.filter((reply) => textOf(reply).includes('The meeting is set'))).toHaveLength(1);
    const others = replies.filter((reply) => textOf(reply).includes('already started this review'));
    expect(others).toHaveLength(3);
    for (const other of others) expect(textOf(other)).toContain('The library');
    expect(await talk.store.reviewsOfPupil(aPupil().id)).toHaveLength(1);
  });

  it('is for SENCOs only, whatever a forged form says', async () => {
    const talk = await aTalk();
    const form = await talk.says(SENCO, 'start Ada');
    const forged = await talk.presses(TEACHER, form, 'Set it and ask');
    expect(textOf(forged)).toContain('That isn’t one of yours');
    expect(talk.commits()).toBe(0);
  });

  it.each([
    ['cancel', { why: 'Never mind' }],
    ['parent-views', { goingWell: 'The library' }],
  ])(
    'begins none with another form than the one that sets the meeting: a forged %s',
    async (form, values) => {
      const talk = await aTalk();
      const forged = { do: 'submit', form, pupil: aPupil().id, plan: 'sen-support', once: 'once1' };
      const reply = await talk.sends(SENCO, forged, values);
      expect(textOf(reply)).toContain('That isn’t one of yours');
      expect(textOf(reply)).toContain(Object.values(values).join());
      expect(await talk.store.reviewsOfPupil(aPupil().id)).toEqual([]);
      expect(talk.commits()).toBe(0);
    },
  );

  it('of an EHC plan shows the form of an annual review, with whoever the law names', async () => {
    const talk = await aTalk({ pupils: [anEhcpPupil()] });
    const reply = await talk.says(SENCO, 'start Ben');
    expect(reply.show.form).toMatchObject({ title: 'Set the meeting', open: 'Set the annual review' });
    expect(standingIn(reply.show)).toMatchObject({ laOfficer: 'SEN officer, Northshire' });
    const guests = { parents: 'Bea Sample', health: 'Dr Hana', socialCare: 'Duty team' };
    await talk.presses(SENCO, reply, 'Set it and ask', guests);
    const [review] = await talk.store.reviewsOfPupil(anEhcpPupil().id);
    expect(review).toMatchObject({ stage: 'gathering', kind: 'ehcp', annual: { la: 'Northshire' } });
  });

  it('of nobody with a plan is refused in a clear sentence', async () => {
    const pupils = [aPupil({ id: 'p2', ref: 'P2', plan: 'none', firstName: 'Bea' })];
    const talk = await aTalk({ pupils });
    expect(textOf(await talk.says(SENCO, 'start Bea'))).toContain('There is no plan to review.');
    expect(talk.commits()).toBe(0);
  });

  it.each([LEADER, TEACHER])('is for SENCOs only: %s', async (who) => {
    const talk = await aTalkAbout({ stage: 'acting' });
    expect(textOf(await talk.says(who, 'start Ada'))).toContain('Only a SENCO can start a review.');
    const pressed = textOf(await talk.sends(who, press.start(aPupil().id)));
    expect(pressed).toMatch(/Only a SENCO can start a review|That isn’t one of yours/);
    expect(talk.commits()).toBe(0);
  });

  it.each(['preparing', 'gathering', 'meeting'] as const)(
    'waits until the one before is decided: %s',
    async (stage) => {
      const talk = await aTalkAbout({ stage });
      expect(textOf(await talk.says(SENCO, 'start Ada'))).toContain('already started this review');
      expect(talk.commits()).toBe(0);
    },
  );

  it('looks at the targets the last one left', async () => {
    const closed = aReview({
      stage: 'closed',
      newTargets: [
        { id: 'target-3', text: 'Finds a friend', measure: 'Three days of five', setOn: '2026-11-24' },
      ],
      targetReviews: [
        {
          targetId: 'target-1',
          progress: 'met',
          evidence: 'Reads',
          delivered: 'yes',
          difference: '',
          stillRight: 'retire',
        },
      ],
    });
    const talk = await aTalk({ reviews: [closed], now: '2027-03-01T10:00:00.000Z' });
    await talk.presses(SENCO, await talk.says(SENCO, 'start Ada'), 'Set it and ask');
    const next = await talk.review('oakfield-p001.2');
    expect(next.targets.map(({ id }) => id)).toEqual(['target-2', 'target-3']);
  });
});

describe('setting the meeting', () => {
  it('says what follows, and asks each colleague once', async () => {
    const talk = await aTalk();
    const form = await talk.says(SENCO, 'start Ada');
    const reply = await talk.presses(SENCO, form, 'Set it and ask');
    expect(reply.kind).toBe('replace');
    expect(textOf(reply)).toContain(
      'The meeting is set for Tue 1 Dec 2026 at 15:30. 2 colleagues are asked for evidence now, by Tue 24 Nov 2026.',
    );
    const review = await talk.review('oakfield-p001.1');
    expect(review.messages.map(({ to, kind }) => [to, kind])).toEqual([
      [TEACHER, 'evidence-request'],
      [ASSISTANT, 'evidence-request'],
    ]);
    await hasHeard(talk, review);
    const changed = await talk.presses(SENCO, reply, 'Change the meeting');
    const moved = await talk.presses(SENCO, changed, 'Set it and ask', { date: '2026-12-02' });
    expect(textOf(moved)).toContain(
      'The meeting is set for Wed 2 Dec 2026 at 15:30. 2 colleagues are told now that it has moved.',
    );
    const added = await talk.presses(
      SENCO,
      await talk.presses(SENCO, moved, 'Change the meeting'),
      'Set it and ask',
      {
        ask: `${TEACHER},${ASSISTANT},${LEADER}`,
      },
    );
    expect(textOf(added)).toContain('1 colleague is asked for evidence now, by Tue 24 Nov 2026.');
    expect(textOf(added)).not.toContain('moved');
  });

  it('in the evening says when colleagues hear of it', async () => {
    const talk = await aTalk({ now: '2026-11-13T18:00:00.000Z' });
    const reply = await talk.presses(SENCO, await talk.says(SENCO, 'start Ada'), 'Set it and ask');
    expect(textOf(reply)).toContain('2 colleagues are asked for evidence on Mon 16 Nov 2026 at 08:00');
  });

  it.each([
    [{ date: '2026-11-09' }, 'date', /9 November 2026 has passed. Choose today or a later day/],
    [{ date: '2028-11-09' }, 'date', /more than a year away/],
    [{ evidenceBy: '2026-12-17' }, 'evidenceBy', /by the day of the meeting at the latest/],
    [{ evidenceBy: '2026-11-01' }, 'evidenceBy', /has passed/],
    [{ time: '' }, 'time', /Please choose a time/],
    [{ ask: '' }, 'ask', /at least one colleague/],
    [{ ask: 'sam.stranger@elsewhere.example' }, 'ask', /from the staff list/],
    [{ invitees: 'sam.stranger@elsewhere.example' }, 'invitees', /from the staff list/],
  ])('says what is wrong with %o, at its place, and keeps what was typed', async (typed, id, sentence) => {
    const talk = await aTalk();
    const form = await talk.says(SENCO, 'start Ada');
    const reply = await talk.presses(SENCO, form, 'Set it and ask', { others: 'Mum\nDad', ...typed });
    expect(reply.kind).toBe('invalid');
    if (reply.kind === 'invalid') expect(reply.errors).toEqual({ [id]: expect.stringMatching(sentence) });
    expect(standingIn(reply.show).others).toBe('Mum\nDad');
    expect(await talk.store.reviewsOfPupil(aPupil().id)).toEqual([]);
    const right = { date: '2026-12-01', time: '09:00', ask: TEACHER, invitees: '', evidenceBy: '2026-11-24' };
    const taken = await talk.presses(SENCO, reply, 'Set it and ask', right);
    expect(textOf(taken)).toContain('The meeting is set for Tue 1 Dec 2026 at 09:00.');
  });
});
