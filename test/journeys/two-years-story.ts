import type { School } from '../../src/domain/school/school.ts';
import type { Store } from '../../src/store/store.ts';
import { annualOfThePast } from './annual-past.ts';
import { annualMeetingToReport } from './annual-short.ts';
import type { LongStage } from './story.ts';

/*
 * David's plan was made on 25 November 2024, so its first review was to be complete by 24 November 2025. The meeting was on
 * 18 November 2025 and the report went off in its two weeks; Wexcombe was to decide by 16 December 2025, and never did. A year
 * on, on 10 November 2026, the next review begins.
 */

const LETTER = 'The day on the letter; if there is no decision yet, the day you asked';

/** David's first review, held and reported in the autumn of 2025, and never decided on. */
export async function heldAYearAgo(store: Store, school: School): Promise<void> {
  const david = (await store.pupilsOf(school.id)).find(({ firstName }) => firstName === 'David');
  if (!david) throw new Error('nobody is called David');
  const pupil = { ...david, plans: david.plans.map((plan) => ({ ...plan, planMade: '2024-11-25' })) };
  await store.put('pupils', pupil);
  const days = { started: '2025-10-06', met: '2025-11-18', reported: '2025-11-28' };
  await store.put('reviews', annualOfThePast({ ref: 'D1RV', pupil, school, ...days }));
}

/** A row of `review due`: overdue so many days since 24 November 2025, and these lines of what is awaited. */
const row = (days: number, ...awaited: readonly string[]) =>
  new RegExp(
    `David Okonkwo\\*? · Year 4 · EHCP\\n\\*?${days} days overdue\\*? · Was due by Mon 24 Nov 2025.*s\\.44\\(1\\)\\(a\\).*\\n(.*Hold the next.*\\n)?(The next review to be complete.*\\n)?${awaited.join('.*\\n')}`,
  );

const FIRST = (late: number) =>
  `\\*?Local authority’s decision ${late} days late\\*? · Meeting held Tue 18 Nov 2025 · Was due by Tue 16 Dec 2025`;

async function beginsTheNext({ player }: LongStage): Promise<void> {
  const priya = player('Priya Shah');
  await priya.type('review due why');
  await priya.sees(row(351, FIRST(329)));
  await priya.type('review start David');
  await priya.sees(/Set the annual review/);
  await priya.fill({ 'Day of the meeting': '2026-11-26', 'Evidence and advice wanted by': '2026-11-12' });
  await priya.press('Set it and ask');
  await priya.sees(/The meeting is set for Thu 26 Nov 2026/);
  await priya.type('review status David');
  await priya.sees(/Also waited for, from another review\n.*Meeting held Tue 18 Nov 2025, review D1RV/);
  await priya.type('review chase David');
  await priya.sees('The local authority is 329 days late.');
}

async function bothAwait(stage: LongStage): Promise<void> {
  const priya = stage.player('Priya Shah');
  await annualMeetingToReport(stage, {
    ...{ pupil: 'David', met: '2026-11-26', reported: '2026-12-04', outcomes: 3 },
    colleagues: ['Gareth Pugh', 'Kwame Mensah'],
    authority: 'Wexcombe',
  });
  await priya.type('review due why');
  // Four weeks after 26 November.
  const second =
    'Local authority’s decision due by Thu 24 Dec 2026 \\(in 20 days\\).*Meeting held Thu 26 Nov 2026';
  await priya.sees(row(375, second, FIRST(353)));
  await stage.until('2027-01-05');
  await priya.type('review due why');
  const late =
    '\\*?Local authority’s decision 12 days late\\*? · Meeting held Thu 26 Nov 2026 · Was due by Thu 24 Dec 2026';
  await priya.sees(row(407, late, FIRST(385)));
}

async function decidesTheSecond(stage: LongStage): Promise<void> {
  const priya = stage.player('Priya Shah');
  await stage.until('2027-01-12');
  await priya.type('review status David');
  await priya.press('Record the decision');
  await priya.fill({
    'What did the local authority decide?': 'Keep the plan as it is',
    [LETTER]: '2027-01-11',
  });
  await priya.press('Save the decision');
  await priya.sees(/The decision is recorded: the plan stays as it is.*so the review is closed/);
  await priya.type('review pupil David');
  await priya.press('Why');
  await priya.sees(/Next review due by Mon 10 Jan 2028.*12 months of the local authority’s last decision/);
}

async function closesTheFirst({ player }: LongStage): Promise<void> {
  const priya = player('Priya Shah');
  await priya.type('review chase David');
  // 16 December 2025 to 12 January 2027.
  await priya.sees('The local authority is 392 days late.');
  await priya.press('No decision ever came');
  await priya.fill({ 'Why do you no longer wait for it?': 'They decided on the review after it.' });
  await priya.press('Wait no longer');
  await priya.sees(/nobody waits for it any more.*It was the last thing wanted, so the review is closed/);
  await priya.type('review mine');
  await priya.sees('Nothing is waiting on you.');
}

/** A local authority that is silent for a year: the next review is prepared, held and reported while the first awaits. */
export async function silentForTwoYears(stage: LongStage): Promise<void> {
  await beginsTheNext(stage);
  await bothAwait(stage);
  await decidesTheSecond(stage);
  await closesTheFirst(stage);
}
