import { expect, it } from 'vitest';
import { annualReview } from './annual-story.ts';
import { schoolAtNoChat } from './no-chat.ts';
import { closedAndReopened, held, movedAndCalledOff, openedTooEarly } from './on-the-way-story.ts';
import type { LongStage } from './story.ts';

/** So many buttons that can still be pressed may be left in anybody’s chat. */
const MOST_LIVE = 15;
const NAMES = ['Priya Shah', 'Ruth Adeyemi', 'Kwame Mensah', 'Helen Whitaker'] as const;
const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);

/** The school, with the most that stood above the newest card in anybody’s chat after anything that was done. */
async function watchedSchool() {
  const school = await schoolAtNoChat();
  const most = { above: 0 };
  const player = (name: string) => {
    const one = school.player(name);
    const after = async (done: Promise<void>) => {
      await done;
      for (const each of NAMES) {
        most.above = Math.max(most.above, sum(school.player(each).buttons().slice(0, -1)));
      }
    };
    return {
      ...one,
      type: (text: string) => after(one.type(text)),
      press: (title: string, beside?: string) => after(one.press(title, beside)),
    };
  };
  const stage: LongStage = { ...school, player };
  const live = () => NAMES.map((name) => sum(school.player(name).buttons()));
  return { school, stage, most, live };
}

it('all that happens to a review on its way leaves few buttons in anybody’s chat, and nothing untrue', async () => {
  const { school, stage, most, live } = await watchedSchool();
  await openedTooEarly(stage);
  const reads = (name: string) => school.player(name).reads().join('\n---\n');
  // The meeting is closed again: what it opened by itself is over.
  expect(reads('Priya Shah')).not.toContain('Yes, it is held today');
  expect(reads('Priya Shah')).not.toContain('Review this target');
  expect(reads('Priya Shah')).toContain('This form is over');
  await movedAndCalledOff(stage);
  // Each card that names the meeting has its last day; whoever is not invited any more has no day.
  expect(reads('Ruth Adeyemi')).toContain('Wed 2 Dec 2026 at 15:30');
  for (const before of ['You are invited to Tue 1 Dec', 'The meeting you are invited to\nTue 1 Dec'])
    expect(reads('Ruth Adeyemi')).not.toContain(before);
  expect(reads('Kwame Mensah')).not.toContain('The meeting you are invited to');
  await held(stage);
  await closedAndReopened(stage);
  expect(most.above).toBeLessThanOrEqual(MOST_LIVE);
  for (const left of live()) expect(left).toBeLessThanOrEqual(MOST_LIVE);
}, 20_000);

it('so does an annual review until the local authority has decided', async () => {
  const { stage, most, live } = await watchedSchool();
  await annualReview(stage);
  expect(most.above).toBeLessThanOrEqual(MOST_LIVE);
  for (const left of live()) expect(left).toBeLessThanOrEqual(MOST_LIVE);
}, 20_000);
