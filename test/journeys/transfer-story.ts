import type { School } from '../../src/domain/school/school.ts';
import type { Store } from '../../src/store/store.ts';
import { annualOfThePast } from './annual-past.ts';
import { annualMeetingToReport } from './annual-short.ts';
import type { LongStage } from './story.ts';

/*
 * Niamh is in Year 6 and moves to secondary school in September 2027, so her plan is to name the school before 15 February:
 * by 14 February 2027, and the meeting for it is twelve weeks before, by Sunday 22 November 2026. In Year 5 her plan was
 * reviewed on 3 February 2026, and kept on 27 February: that settles nothing of her move.
 */

/** Niamh's review of Year 5, closed, as it stands when the story begins. */
export async function reviewedInYearFive(store: Store, school: School): Promise<void> {
  const pupil = (await store.pupilsOf(school.id)).find(({ firstName }) => firstName === 'Niamh');
  if (!pupil) throw new Error('nobody is called Niamh');
  const days = { started: '2026-01-06', met: '2026-02-03', reported: '2026-02-10', kept: '2026-02-27' };
  await store.put('reviews', annualOfThePast({ ref: 'Y5RV', pupil, school, ...days }));
}

/** What a row of `review due` says of Niamh while her move is open, so many days before 14 February. */
const open = (days: number) =>
  new RegExp(
    `Niamh Doyle\\*? · Year 6 · EHCP\\nDue by Sun 14 Feb 2027 \\(in ${days} days\\).*reg 18\\(1\\)\\(b\\).*\\n(Hold.*\\n)?(A plan that names.*\\n)?\\*?Moves to secondary school in September 2027`,
  );

async function looksAtDue({ player }: LongStage): Promise<void> {
  const priya = player('Priya Shah');
  await priya.type('review due ehcp why');
}

async function openInYearSix(stage: LongStage): Promise<void> {
  const priya = stage.player('Priya Shah');
  await looksAtDue(stage);
  await priya.sees(open(96));
  await priya.sees(
    /Hold the meeting by Sun 22 Nov 2026 \(in 12 days\).*The last school day before that is Fri 20/,
  );
  await priya.sees(/secondary school in September 2027: no meeting is set\*?\nLast meeting Tue 3 Feb 2026/);
  // Seven school days before Friday the 20th.
  await stage.until('2026-11-11');
  await priya.sees(
    /Niamh Doyle\*?\n[\s\S]*Hold the review for the move to the next school or college · in 11 days/,
  );
  await priya.press('Start a review');
  await priya.fill({
    'Day of the meeting': '2026-11-20',
    'Evidence and advice wanted by': '2026-11-18',
    'If that is less than two weeks before the meeting: why?': 'It is the last school day for it; all agree.',
  });
  await priya.press('Set it and ask');
  await priya.sees(/The meeting is set for Fri 20 Nov 2026/);
}

async function keptAndStillOpen(stage: LongStage): Promise<void> {
  const priya = stage.player('Priya Shah');
  await annualMeetingToReport(stage, {
    ...{ pupil: 'Niamh', met: '2026-11-20', reported: '2026-11-27', outcomes: 2 },
    colleagues: ['Tom Bradley', 'Janet Holroyd'],
    authority: 'Elmshire',
  });
  await stage.until('2026-12-11');
  await priya.type('review status Niamh');
  await priya.press('Record the decision');
  await priya.fill({
    'What did the local authority decide?': 'Keep the plan as it is',
    'The day on the letter; if there is no decision yet, the day you asked': '2026-12-10',
  });
  await priya.press('Save the decision');
  await looksAtDue(stage);
  await priya.sees(open(65));
}

async function amendedWithoutTheName(stage: LongStage): Promise<void> {
  const priya = stage.player('Priya Shah');
  await stage.until('2027-01-06');
  await priya.type('review dates Niamh');
  await priya.press('Change', 'decides, and tells everyone');
  await priya.fill({
    'What did the local authority decide?': 'Amend the plan',
    'The day on the letter; if there is no decision yet, the day you asked': '2027-01-05',
    'A decision is recorded already. Where it is put right: why?': 'It has to name her school after all.',
  });
  await priya.press('Save the decision');
  await priya.press('Record the proposed changes');
  await priya.fill({ 'The day on the notice': '2027-01-05' });
  await priya.press('Save');
  await stage.until('2027-02-02');
  await priya.type('review status Niamh');
  await priya.press('Record the final plan');
  await priya.fill({
    'The day on the final plan': '2027-02-01',
    'Does it name the next school or college?': 'No, it does not name it yet',
  });
  await priya.press('Save');
  await priya.sees(/The final plan is recorded/);
  // Its review is closed without the name, so the local authority is to amend it again: in time before 15 February.
  await stage.until('2027-02-04');
  await priya.sees(/Niamh Doyle\*?\n[\s\S]*The plan is to name the next school or college · in 11 days/);
}

/** What a row says of her once it is settled: twelve months from the decision of 5 January, so many days on, and no move. */
const settled = (days: number) =>
  new RegExp(
    `Niamh Doyle\\*? · Year 6 · EHCP\\nDue by Tue 4 Jan 2028 \\(in ${days} days\\).*\\nHold the meeting by Tue 9 Nov 2027.*\\nLast meeting Fri 20 Nov 2026`,
  );

const SAYS_SO = 'Which place, and how do you know? Or why is it taken back?';

async function inTheSencosWord(stage: LongStage): Promise<void> {
  const priya = stage.player('Priya Shah');
  await priya.type('review pupil Niamh');
  await priya.press('The next place is named');
  await priya.fill({ [SAYS_SO]: 'Hill School rang, and has the plan.' });
  await priya.press('Save');
  await priya.sees(/Saved: the move is settled, and nobody is reminded of it/);
  await looksAtDue(stage);
  await priya.sees(settled(334));
  await priya.type('review pupil Niamh');
  await priya.press('The next place is not named after all');
  await priya.fill({
    'How it stands': 'It does not, or not yet: take this back',
    [SAYS_SO]: 'It had the plan of another child.',
  });
  await priya.press('Save');
  await priya.sees(/Taken back: the move is not settled, and its dates stand again/);
  await looksAtDue(stage);
  await priya.sees(open(10));
}

async function inTheFinalPlan(stage: LongStage): Promise<void> {
  const priya = stage.player('Priya Shah');
  await stage.until('2027-02-05');
  await priya.type('review dates Niamh');
  await priya.press('Change', 'sends the final plan');
  await priya.fill({
    'The day on the final plan': '2027-02-04',
    'Does it name the next school or college?': 'Yes, it names the next place',
    'It is recorded already. Why is it put right?': 'It came again, with section I filled in.',
  });
  await priya.press('Save');
  await looksAtDue(stage);
  await priya.sees(settled(333));
}

/**
 * The year before a pupil moves to secondary school: a review of Year 5 settles nothing, nor does the one of Year 6 that keeps
 * the plan, nor a final plan that does not name the school. The SENCO's word does, and a final plan that names it.
 */
export async function transferYear(stage: LongStage): Promise<void> {
  await openInYearSix(stage);
  await keptAndStillOpen(stage);
  await amendedWithoutTheName(stage);
  await inTheSencosWord(stage);
  await inTheFinalPlan(stage);
}
