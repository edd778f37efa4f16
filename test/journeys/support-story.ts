import { expect } from 'vitest';
import type { Provision, Review } from '../../src/domain/review/review.ts';
import { run, startReview } from '../../src/domain/review/run.ts';
import type { Command } from '../../src/domain/review/steps/index.ts';
import type { Pupil } from '../../src/domain/school/pupil.ts';
import type { School } from '../../src/domain/school/school.ts';
import { instantAt, type LocalDate } from '../../src/domain/time.ts';
import type { Store } from '../../src/store/store.ts';
import { parentViews, pupilViews } from '../support/builders.ts';
import { only } from '../support/one-plan.ts';
import type { LongStage } from './story.ts';

/*
 * Ruby's review agrees Talk Boost from Wednesday 11 November on, and Kwame sees to it. Two weeks later, on the 25th, he is
 * asked: the room is taken, so not yet. A week later it is. The spring term begins on Monday 4 January 2027; two weeks into
 * it, on the 18th, he is asked again, and says yes at one press. All of it stands in her next review, which goes on with it:
 * then it is his to say in that one, with all that was heard so far.
 */

/** Where a story happens whose reviews are begun behind the scenes. */
export interface KeptStage extends LongStage {
  readonly store: Store;
  readonly school: School;
}

const PRIYA = 'priya.shah@oakfield.example';
const KWAME = 'kwame.mensah@oakfield.example';

const TALK_BOOST: Provision = {
  id: 'talk-boost',
  what: 'Talk Boost',
  who: 'Kwame Mensah',
  howOften: '3 times a week',
  howLong: '20 minutes, for 20 weeks',
  groupSize: 'A group of 4',
  howReviewed: 'Each half-term, by the class teacher',
  starts: '2026-11-11',
  owner: KWAME,
};

const GOES_ON = {
  provisionId: 'talk-boost',
  delivered: 'yes',
  whyNot: '',
  difference: 'She answers in class',
  next: 'keep',
  evidence: '',
  without: '',
} as const;

async function ruby({ store, school }: KeptStage): Promise<Pupil> {
  const found = (await store.pupilsOf(school.id)).find(({ firstName }) => firstName === 'Ruby');
  if (!found) throw new Error('Ruby is not in the made-up school');
  return found;
}

/** A review of Ruby's plan in its meeting on `day`, with all that its outcome needs. */
async function atItsMeeting(stage: KeptStage, id: string, day: LocalDate, more: readonly Command[]) {
  const { store, school } = stage;
  const pupil = await ruby(stage);
  const plan = only(pupil);
  const actor = { who: PRIYA, at: instantAt(day, '09:00') };
  let count = 0;
  const key = () => `${id}-${++count}`;
  const taken = (ran: ReturnType<typeof run>): Review => {
    if (!ran.ok) throw new Error(ran.refusal.say);
    return ran.review;
  };
  const about = { id, ref: id.slice(0, 4).toUpperCase(), pupil, plan, targets: plan.targets, actor, school };
  const reviews = await store.reviewsOfPupil(pupil.id);
  const begun = taken(startReview({ ...about, reviews }, key));
  const [parents, child] = [parentViews(), pupilViews()];
  const staff = { invitees: [{ kind: 'staff', who: PRIYA }], ask: [PRIYA] } as const;
  const looked = {
    progress: 'some',
    evidence: 'A tally',
    delivered: 'yes',
    difference: '',
    stillRight: 'keep',
  };
  const steps: readonly Command[] = [
    { type: 'plan-meeting', date: day, time: '14:00', evidenceBy: day, ...staff },
    ...(parents.given ? [{ type: 'record-parent-views', said: parents.said } as const] : []),
    ...(child.given ? [{ type: 'record-pupil-views', said: child.said } as const] : []),
    { type: 'open-meeting', anyway: true, early: true },
    ...plan.targets.map(({ id: targetId }): Command => {
      return { type: 'review-target', review: { targetId, ...looked } as never };
    }),
    {
      type: 'add-action',
      id: `${id}-a`,
      what: 'Tell the class',
      owner: PRIYA,
      due: '2027-03-01',
      howWeWillKnow: 'Told',
    },
    ...more,
  ];
  const review = steps.reduce((so, step) => taken(run(so, step, actor, school, key)), begun);
  await store.put('reviews', review);
}

async function decides({ player }: LongStage): Promise<void> {
  const priya = player('Priya Shah');
  await priya.type('review status Ruby');
  await priya.press('Decide the outcome');
  await priya.fill({
    'What does the review conclude?': 'The plan is working and continues',
    'In your own words': 'She talks more.',
    'What will actually change for the child?': 'Ruby practises talking three times a week.',
  });
  await priya.press('Record the outcome');
  await priya.sees(/The outcome is recorded/);
}

/** The last action is done, so that the review is closed: support goes on. */
async function closed({ store, school }: KeptStage): Promise<void> {
  const review = await store.get('reviews', 'ruby-1');
  if (!review) throw new Error('Ruby’s review is not there');
  const done = { type: 'complete-action', id: 'ruby-1-a', what: 'Told', helped: 'yes' } as const;
  const ran = run(review, done, { who: PRIYA, at: instantAt('2026-11-11', '09:00') }, school, () => 'closed');
  if (ran.ok) await store.put('reviews', ran.review);
}

/** From what was agreed to whether it happened, over two half-terms, and on into the next review. */
export async function supportFollowedThrough(stage: KeptStage): Promise<void> {
  const { player, until, store } = stage;
  const [priya, kwame] = [player('Priya Shah'), player('Kwame Mensah')];
  await atItsMeeting(stage, 'ruby-1', '2026-11-10', [{ type: 'add-provision', provision: TALK_BOOST }]);
  await decides(stage);
  await kwame.sees('Support for you to see to');
  await kwame.sees(/On Wed 25 Nov 2026 you are asked whether it is happening as agreed/);
  await closed(stage);

  await until('2026-11-25');
  await kwame.sees(/Is this support happening as agreed\?.*Ruby Thompson.*Talk Boost/s);
  await kwame.press('Partly, or not yet');
  await kwame.fill({
    'Is it happening as agreed?': 'Not yet',
    'If not, or partly: what gets in the way?': 'The room is taken.',
  });
  await kwame.press('Send');
  await kwame.sees(/Thank you for saying so. The SENCO is told/);
  await priya.sees(/Support is not happening as agreed.*Talk Boost.*The room is taken/s);

  await until('2026-12-02');
  await kwame.press('Yes, it is');
  await kwame.sees(/You are asked again on Mon 18 Jan 2027/);
  await until('2027-01-18');
  await kwame.sees(/Is this support happening as agreed\?.*Talk Boost/s);
  await kwame.press('Yes, it is');

  await atItsMeeting(stage, 'ruby-2', '2027-01-18', [{ type: 'review-provision', review: GOES_ON }]);
  await priya.type('review status Ruby');
  await priya.sees(
    /Talk Boost.*Is it happening as agreed\? Yes, 2 times, the last Mon 18 Jan 2027.*Not yet, Wed 25 Nov 2026: The room is taken/s,
  );
  await decides(stage);
  const [before] = (await store.get('reviews', 'ruby-1'))?.provision ?? [];
  const [now] = (await store.get('reviews', 'ruby-2'))?.provision ?? [];
  expect(before?.ended?.why).toBe('The next review agreed what comes next.');
  expect(now?.ended).toBeUndefined();
  expect(now?.happening).toEqual(before?.happening);
}
