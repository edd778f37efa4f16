import { expect } from 'vitest';
import type { Review } from '../../src/domain/review/review.ts';
import { run, startReview } from '../../src/domain/review/run.ts';
import type { Command } from '../../src/domain/review/steps/index.ts';
import type { School } from '../../src/domain/school/school.ts';
import type { Store } from '../../src/store/store.ts';
import { aDoneAction, anOutcome, aProvision, aReview } from '../support/builders.ts';
import { testIds } from '../support/ids.ts';
import type { LongStage } from './story.ts';

/*
 * Ruby's last review was on 10 July 2026: paired reading and a quiet table were agreed, and a reading pen, which Ruth has
 * put in the classroom. On 10 November the meeting of the next one is open.
 */

const PRIYA = 'priya.shah@oakfield.example';
const RUTH = 'ruth.adeyemi@oakfield.example';
const KWAME = 'kwame.mensah@oakfield.example';
const READING = aProvision({ id: 'reading', owner: KWAME, starts: '2026-09-07' });
const TABLE = aProvision({ id: 'table', what: 'A quiet table', owner: RUTH, starts: '2026-09-07' });

/** Puts Ruby's two reviews into the store: the last one, closed, and the next, at its meeting. */
export async function atTheSecondMeeting(store: Store, school: School): Promise<void> {
  const pupil =
    (await store.pupilsOf(school.id)).find(({ firstName }) => firstName === 'Ruby') ?? expect.fail();
  const [plan = expect.fail()] = pupil.plans;
  const done = {
    by: RUTH,
    at: '2026-07-15T12:00:00.000Z',
    what: 'It is in her tray',
    helped: 'yes',
  } as const;
  const last = aReview({
    ...{
      id: `${pupil.id}.1`,
      schoolId: school.id,
      pupilId: pupil.id,
      lead: PRIYA,
      stage: 'closed',
      ref: 'J1L1',
    },
    ...{ kind: plan.kind, targets: plan.targets, startedAt: '2026-06-15T09:00:00.000Z', evidence: [] },
    meeting: { date: '2026-07-10', time: '14:00', invitees: [] },
    meetingOpenedAt: '2026-07-10T13:00:00.000Z',
    outcome: anOutcome({ decidedBy: PRIYA, at: '2026-07-10T14:00:00.000Z' }),
    provision: [READING, TABLE],
    actions: [aDoneAction({ owner: RUTH, addedAt: '2026-07-10T13:30:00.000Z', done })],
    closedAt: done.at,
  });
  await store.put('reviews', last);
  await store.put('reviews', await nextOf(last));

  async function nextOf(before: Review): Promise<Review> {
    const actor = (at: string) => ({ who: PRIYA, at });
    const about = { pupil, plan, targets: plan.targets, reviews: [before], school };
    const start = { ...about, id: `${pupil.id}.2`, ref: 'N2V2', actor: actor('2026-10-12T09:00:00.000Z') };
    const key = testIds().unique;
    const meeting = {
      date: '2026-11-10',
      time: '09:00',
      invitees: [],
      ask: [RUTH],
      evidenceBy: '2026-11-02',
    };
    const asked = { soughtOn: '2026-11-06', howSought: 'In person' };
    const steps: readonly Command[] = [
      { type: 'plan-meeting', ...meeting },
      { type: 'views-not-given', whose: 'parent', ...asked },
      { type: 'views-not-given', whose: 'pupil', ...asked },
      { type: 'open-meeting', anyway: true, early: true },
    ];
    const days = ['2026-10-12', '2026-11-06', '2026-11-06', '2026-11-10'];
    const begun = startReview(start, key);
    return steps.reduce(
      (review, command, at) => {
        const ran = run(review, command, actor(`${days[at]}T09:30:00.000Z`), school, key);
        return ran.ok ? ran.review : expect.fail(ran.refusal.say);
      },
      begun.ok ? begun.review : expect.fail(),
    );
  }
}

async function targets({ player }: LongStage): Promise<void> {
  const priya = player('Priya Shah');
  await priya.type('review status Ruby');
  await priya.sees(/Actions of the last review, Fri 10 Jul 2026.*It is in her tray/s);
  await priya.press('Review the next target');
  for (const [still, why] of [['Retire it', ['It has been met']], ['Keep it as it is']] as const) {
    await priya.fill({
      Progress: 'Good progress',
      'What shows it?': 'The weekly check.',
      'Was the support given as planned?': 'Yes',
      'Is the target still right?': still,
      ...(why && { 'If it does not stay as it is: why?': why }),
    });
    await priya.press('Save');
    await priya.sees(/Saved\./);
  }
}

async function support({ player }: LongStage): Promise<void> {
  const priya = player('Priya Shah');
  await priya.fill({ 'Was it given as planned?': 'Yes', 'From now on': 'Reduce it' });
  await priya.press('Save');
  await priya.sees('Please say what evidence supports giving less.');
  await priya.fill({
    'If it is reduced or stopped: what evidence supports that?': '9 of 10 words in four checks running.',
    'If it is reduced or stopped: how will the pupil go on learning well and safely?':
      'Ruth hears her on Mondays.',
  });
  await priya.press('Save');
  await priya.sees(/Now write how it is to be from now on/);
  await priya.fill({ 'How often?': 'Once a week', 'When does it start?': '2026-11-16' });
  await priya.press('Save');
  await priya.fill({ 'Was it given as planned?': 'Yes', 'From now on': 'Keep it as it is' });
  await priya.press('Save');
  await priya.sees(/Saved\./);
}

async function notesAndActions({ player }: LongStage): Promise<void> {
  const priya = player('Priya Shah');
  await priya.type('review status Ruby');
  await priya.press('Add a note');
  await priya.fill({
    'On which point?': '8. Attendance, behaviour and wellbeing',
    'What was said': 'Mum: “she is asleep by six”',
  });
  await priya.press('Save the note');
  await priya.sees('The note is saved.');
  await priya.press('Add an action');
  await priya.fill({
    'What will be done?': 'Read together at home on Sundays.',
    'Who will do it?': 'Ruth Adeyemi',
    'Or is it for the family, or somebody outside, to do?': 'The parents or carers',
    'If so: their name or role': 'Mum',
    'By when?': '2026-12-01',
    'How will we know it is done?': 'Ruby says what she read.',
  });
  await priya.press('Add it');
}

async function outcome({ player }: LongStage): Promise<void> {
  const [priya, ruth] = [player('Priya Shah'), player('Ruth Adeyemi')];
  await priya.fill({
    'What does the review conclude?': 'The plan is working and continues',
    'In your own words': 'She reads by herself now.',
    'What will actually change for the child?': 'Ruby reads with Mum on Sundays.',
  });
  await priya.press('Record the outcome');
  await priya.sees(/The outcome is recorded/);
  await priya.sees(/Because: It has been met/);
  await priya.sees(/By Mum; Ruth Adeyemi keeps in touch/);
  await ruth.sees(/The family does it, and you keep in touch with them/);
}

/** The meeting of a review that begins from the last one, until its record. */
export async function secondReview(stage: LongStage): Promise<void> {
  await targets(stage);
  await support(stage);
  await notesAndActions(stage);
  await outcome(stage);
}

/** Expects the second review to have kept, changed and noted what the story says. */
export async function expectTheSecondReview(store: Store, { id }: School): Promise<void> {
  const review = (await store.reviewsOf(id)).find(({ ref }) => ref === 'N2V2') ?? expect.fail();
  expect(review.last).toMatchObject({ heldOn: '2026-07-10', provision: [READING, TABLE] });
  expect(review.provisionReviews?.map(({ provisionId, next }) => [provisionId, next])).toEqual([
    ['reading', 'reduce'],
    ['table', 'keep'],
  ]);
  // What was kept stands in it as it was; what was reduced in its new wording, under its own name.
  expect(review.provision).toEqual([{ ...READING, howOften: 'Once a week', starts: '2026-11-16' }, TABLE]);
  expect(review.targetReviews.map(({ stillRight, whyChanged }) => [stillRight, whyChanged])).toEqual([
    ['retire', ['met']],
    ['keep', undefined],
  ]);
  expect(review.agendaNotes).toEqual([{ point: 'wellbeing', words: 'Mum: “she is asleep by six”' }]);
  expect(review.actions).toMatchObject([{ owner: RUTH, doneBy: 'parent', onBehalfOf: 'Mum' }]);
  expect(JSON.stringify(review.history)).not.toMatch(/asleep|Sundays|checks running/);
}
