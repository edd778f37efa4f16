import type { Review } from '../../src/domain/review/review.ts';
import type { School } from '../../src/domain/school/school.ts';
import type { Store } from '../../src/store/store.ts';
import { anAction, aReview, parentViews, pupilViews } from '../support/builders.ts';
import type { LongStage } from './story.ts';

/*
 * Ruby's meeting is open on Tuesday 10 November 2026. It asks for an EHC needs assessment and, as is thought of afterwards, for
 * top-up funding. Both go off that day;
 * six weeks end on 22 December. In January the funding is agreed, and the assessment refused.
 */

/** Ruby's review as it stands at its meeting, all there but the outcome. */
export async function aMeetingIsOpen(store: Store, school: School): Promise<void> {
  const ruby = (await store.pupilsOf(school.id)).find(({ firstName }) => firstName === 'Ruby');
  const named = (name: string) => school.staff.find((one) => one.name === name)?.email ?? '';
  if (!ruby) throw new Error('Ruby is not at the school');
  const priya = named('Priya Shah');
  const { targetId: _target, ...action } = anAction();
  const review: Review = aReview({
    ...{ id: 'review-ruby', version: 0, schoolId: school.id, pupilId: ruby.id, lead: priya, ref: 'RUBY' },
    stage: 'meeting',
    startedAt: '2026-10-12T09:00:00.000Z',
    meeting: { date: '2026-11-10', time: '09:30', invitees: [{ kind: 'staff', who: priya }] },
    meetingOpenedAt: '2026-11-10T09:30:00.000Z',
    evidence: [],
    parentViews: { ...parentViews(), recordedBy: priya },
    pupilViews: { ...pupilViews(), recordedBy: priya },
    targets: [],
    targetReviews: [],
    actions: [{ ...action, owner: named('Kwame Mensah'), due: '2026-11-17' }],
    history: [],
    messages: [],
  });
  await store.put('reviews', review);
}

const OUTCOME = {
  'What does the review conclude?': 'Needs cannot be met this way: ask for an EHC needs assessment',
  'In your own words': 'She needs more than we can give.',
  'What will actually change for the child?': 'Ruby has an adult beside her each morning.',
};

/** The review asks for both; both are sent, answered, and the ways to go after a refusal are shown. */
export async function requestsSentAndAnswered({ player, until }: LongStage): Promise<void> {
  const priya = player('Priya Shah');
  await priya.type('review status Ruby');
  await priya.press('Decide the outcome');
  await priya.fill(OUTCOME);
  await priya.press('Record the outcome');
  await priya.sees(/What was considered and tried is not recorded/);
  await priya.press('What was considered and tried');
  await priya.fill({
    'What was tried, and what it did': 'Talk Boost for two terms; she joins in now.',
    'Why what a mainstream school can usually give is not enough': 'She needs an adult beside her.',
  });
  await priya.press('Save');
  await priya.sees('What was considered and tried is saved.');
  await priya.press('Decide the outcome');
  await priya.fill(OUTCOME);
  await priya.press('Record the outcome');
  await priya.sees(/The outcome is recorded/);

  await priya.type('review status Ruby');
  await priya.press('Ask the local authority');
  await priya.fill({ 'What is asked for?': 'Top-up funding', 'By when is it to be sent?': '2026-11-20' });
  await priya.press('Save');
  await priya.sees('Saved. Whoever sends it finds it in their own list, and is reminded.');
  await priya.sees(/Still to be sent by Priya Shah by Fri 20 Nov 2026/);

  await priya.type('review actions');
  await priya.sees(
    /2 requests still to be sent to a local authority.*To be sent to the local authority.*Ruby Thompson/s,
  );
  await priya.type('review chase Ruby');
  await priya.sees(/Still to be sent by Priya Shah by Tue 24 Nov 2026/);
  await priya.press('It was sent');
  await priya.press('Save');
  await priya.sees(/The answer is due by Tue 22 Dec 2026.*SEND Regulations 2014, reg 5\(1\)/);
  await priya.press('It was sent');
  await priya.press('Save');
  await priya.sees(/top-up funding was sent/);

  await until('2027-01-07');
  await priya.type('review mine');
  await priya.sees(/The local authority’s answer to a request/);
  await priya.type('review actions');
  await priya.sees('Waiting for the local authority');
  await priya.sees(/16 days late/);
  await priya.type('review chase Ruby');
  await priya.sees(/The answer is 16 days late/);
  for (const [answer, day] of [
    ['It refuses', '2027-01-06'],
    ['It agrees', '2027-01-05'],
  ] as const) {
    await priya.press('Record the answer');
    await priya.fill({ 'What does the local authority answer?': answer, 'The day on the letter': day });
    await priya.press('Save');
    await priya.sees(/The answer is recorded/);
  }
  await priya.type('review chase Ruby');
  await priya.sees(/Mediation/);
  // Two months from the letter.
  await priya.sees(/Mon 8 Mar 2027/);
  await priya.sees(/SENDIASS Elmshire: 01632 960123/);
}
