import type { LocalDate } from '../../src/domain/time.ts';
import type { Answers, LongStage } from './story.ts';

/** An annual review that is told in few words: whose, and what is done on which days. */
interface Short {
  /** As it is typed. */
  readonly pupil: string;
  readonly met: LocalDate;
  readonly reported: LocalDate;
  /** How many outcomes the plan has. */
  readonly outcomes: number;
  /** The colleagues who are invited besides the SENCO and the head. */
  readonly colleagues: readonly [string, string];
  /** Whose officer is invited. */
  readonly authority: string;
}

/** What the meeting itself records, until its report is sent: the plan is to stay as it is. */
export async function annualMeetingToReport(stage: LongStage, short: Short): Promise<void> {
  const priya = stage.player('Priya Shah');
  await stage.until(short.met);
  await priya.type(`review status ${short.pupil}`);
  await viewsAndOpen(stage, short);
  // From then on the next opens by itself.
  await priya.press('Review the next outcome');
  for (let outcome = 0; outcome < short.outcomes; outcome += 1) {
    await priya.fill({
      Progress: 'Good progress',
      'What shows it?': 'The record of each session.',
      'Was the support given as planned?': 'Yes',
      'Is the outcome still right?': 'Keep it as it is',
    });
    await priya.press('Save');
  }
  await recommendation(stage, short);
  await stage.until(short.reported);
  await priya.press('Done');
  await priya.fill({ 'What was done?': 'All have seen it.', 'Did it help?': 'Too early to say' });
  await priya.press('It is done');
  await priya.type(`review status ${short.pupil}`);
  await priya.press('The report was sent');
  await priya.press('Save');
  await priya.sees(/It is recorded that the report was sent/);
}

/** The four colleagues who are invited, and those from outside. */
const tookPart = ({ colleagues: [one, other], authority }: Short): Answers => ({
  'Priya Shah': 'Present',
  'Helen Whitaker': 'Present',
  [one]: 'Present',
  [other]: 'Present',
  'Parents or carers': 'Present',
  [`SEN officer, ${authority}`]: 'Sent apologies',
  'Designated clinical officer': 'Not present',
  'Social care officer': 'Not present',
});

async function viewsAndOpen({ player }: LongStage, short: Short): Promise<void> {
  const priya = player('Priya Shah');
  await priya.press('Record parents’ views');
  await priya.fill({ 'What is going well?': 'We are glad of all that was done.' });
  await priya.press('Save their views');
  await priya.sees('Saved: the parents’ or carers’ views.');
  await priya.press('Record the pupil’s views');
  await priya.fill({
    'How did they give their views?': 'A drawing',
    'Their views, in their words where you can': 'A door, and friends behind it.',
  });
  await priya.press('Save their views');
  await priya.sees('Saved: the pupil’s views.');
  await priya.press('Open the meeting');
  await priya.press('Open the meeting anyway');
  await priya.sees('The meeting is open.');
  await priya.press('Who took part');
  await priya.fill(tookPart(short));
  await priya.press('Save who took part');
  await priya.sees('It is recorded who took part.');
}

async function recommendation({ player }: LongStage, { pupil, reported }: Short): Promise<void> {
  const priya = player('Priya Shah');
  await priya.press('Add an action');
  await priya.fill({
    'What will be done?': 'Show the new timetable to everybody.',
    'Who will do it?': 'Priya Shah',
    'By when?': reported,
    'How will we know it is done?': 'It hangs in the hall.',
  });
  await priya.press('Add it');
  await priya.sees(/Added: due/);
  await priya.press('Record the recommendation');
  const answers: Answers = {
    'What does the meeting recommend?': 'Keep the plan as it is',
    'Why? The reasons in words': 'All agree that it is right.',
    'What will actually change for the child?': `${pupil} has a timetable to look at.`,
  };
  await priya.fill(answers);
  await priya.press('Record it');
  await priya.sees(/The report to everybody invited is due by/);
}
