import { planRow } from '../../src/domain/plans/index.ts';
import type { School } from '../../src/domain/school/school.ts';
import type { Store } from '../../src/store/store.ts';
import { aMeeting, aReview } from '../support/builders.ts';
import type { LongStage } from './story.ts';

/*
 * The Code expects that parents are met at least three times each year. The school's autumn term ends on 18 December 2026,
 * its spring term on 19 March 2027. Freya's mother has not been met since September; everybody else's parents were, three times.
 */

const FREYA = 'Freya';

/** Everybody's parents were met three times in autumn, but for Freya's mother. */
async function othersMet(store: Store, school: School): Promise<void> {
  for (const pupil of await store.pupilsOf(school.id)) {
    const expected = pupil.plans.some(({ kind }) => planRow(kind).parentMeetings);
    if (!expected || pupil.firstName === FREYA) continue;
    const meetings = ['2026-09-15', '2026-10-06', '2026-11-03'].map((on) =>
      aMeeting({ id: `met-${on}`, on }),
    );
    await store.put('pupils', { ...pupil, meetings });
  }
}

/** Freya's review is held on 6 April 2027, with her mother's say. */
async function reviewHeld(store: Store, school: School): Promise<void> {
  const freya = (await store.pupilsOf(school.id)).find(({ firstName }) => firstName === FREYA);
  if (!freya) throw new Error('Freya is not at the school');
  const meeting = { date: '2027-04-06', time: '14:30', invitees: [] };
  const held = { startedAt: '2027-03-01T09:00:00.000Z', meetingOpenedAt: '2027-04-06T13:30:00.000Z' };
  const ids = { id: 'freya-review', schoolId: school.id, pupilId: freya.id, ref: 'F7K4' };
  await store.put('reviews', aReview({ stage: 'closed', ...ids, meeting, ...held }));
}

async function noneInAutumn({ player, until }: LongStage): Promise<void> {
  const priya = player('Priya Shah');
  await until('2027-01-04');
  await priya.sees('Parents of 1 pupil to meet');
  await until('2027-01-12');
  await priya.type('review due parents');
  await priya.sees(
    /No meetings with parents or carers yet this school year.*one by the end of the autumn term/,
  );
  await priya.press('Record a meeting', 'Freya Donnelly');
  await priya.fill({
    'When did you meet?': '2027-01-13',
    'Who met whom?': 'Ruth Adeyemi and her mother',
    'What was agreed?': 'Freya changes her reading book herself.',
  });
  await priya.press('Save the meeting');
  await priya.sees('That day is still to come. Please choose today or before.');
  await priya.fill({ 'When did you meet?': '2027-01-11' });
  await priya.press('Save the meeting');
  await priya.sees('The meeting is kept, and counts.');
  await priya.sees('Freya changes her reading book herself.');
}

async function oneBySpring({ player, until }: LongStage, store: Store, school: School): Promise<void> {
  const priya = player('Priya Shah');
  await until('2027-04-05');
  await priya.sees('Parents of 1 pupil to meet');
  await priya.press('See whose');
  await priya.sees(/One meeting with parents or carers this school year.*two by the end of the spring term/);
  await reviewHeld(store, school);
  await until('2027-04-07');
  await priya.type('review due parents');
  await priya.sees('Parents were met as often as is expected by now.');
  await priya.type('review met Freya');
  await priya.fill({
    'When did you meet?': '2027-04-07',
    'Who met whom?': 'Priya Shah and her mother',
    'What was agreed?': 'We meet again in September.',
  });
  await priya.press('Save the meeting');
  await priya.sees(/Three meetings with parents or carers this school year/);
}

/** A school year in which parents are met too seldom, until they are met. */
export async function threeMeetings(stage: LongStage, store: Store, school: School): Promise<void> {
  await othersMet(store, school);
  await noneInAutumn(stage);
  await oneBySpring(stage, store, school);
}
