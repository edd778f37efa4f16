import { timesUnfolded } from '../support/folded.ts';
import type { LongStage, Player, Stage } from './story.ts';

/** What everybody did, in order: who, and what they pressed or filled in. */
export interface Hands {
  readonly presses: string[];
  readonly fields: string[];
}

/** The same stage, with everybody's hands counted. `openings`: how many forms they had to open before they could fill them in. */
export function counting<S extends Stage>(
  stage: S,
  openings: (player: Player) => number = () => 0,
): { stage: S; hands: Hands } {
  const hands: Hands = { presses: [], fields: [] };
  const counted = (player: Player, who: string): Player => ({
    type: (text) => player.type(text),
    sees: (text) => player.sees(text),
    async press(button, beside) {
      hands.presses.push(`${who}: ${button}`);
      const before = timesUnfolded();
      await player.press(button, beside);
      for (let n = before; n < timesUnfolded(); n++) hands.presses.push(`${who}: More, first`);
    },
    async fill(answers) {
      const before = openings(player);
      hands.fields.push(...Object.keys(answers).map((label) => `${who}: ${label}`));
      await player.fill(answers);
      if (openings(player) > before) hands.presses.push(`${who}: opens the form`);
    },
  });
  return { stage: { ...stage, player: (name) => counted(stage.player(name), name) }, hands };
}

/**
 * A SEN Support review with nothing done that need not be: two targets, two colleagues asked, one provision, one action, from
 * "Start" to closed. No optional field is filled in, and none that stands there already.
 */
export async function shortestReview({ player, nextSchoolMorning, until, day }: LongStage): Promise<void> {
  const [priya, ruth, kwame] = [player('Priya Shah'), player('Ruth Adeyemi'), player('Kwame Mensah')];
  await priya.type('review due');
  await priya.press('Start', 'Ruby Thompson');
  await priya.press('Set it and ask');

  for (const colleague of [ruth, kwame]) {
    await colleague.fill({
      'First, the strengths: what is going well?': 'Ruby loves telling stories, and now starts them herself.',
      'Progress on target 1': 'Good progress',
      'Progress on target 2': 'Some progress',
    });
    await colleague.press('Send my evidence');
    await colleague.sees('Your evidence is saved');
  }

  // The day that stands in the form: three weeks on.
  await until(day(21));
  await priya.type('review status Ruby');
  await priya.press('Record both views');
  await priya.fill({
    'What is going well?': 'She reads to her brother.',
    'How did they give their views?': 'In the meeting',
    'Their views, in their words where you can': 'I like the stories.',
  });
  await priya.press('Save their views');
  await priya.press('Open the meeting');
  // What the meeting needs next opens by itself.
  for (let target = 1; target <= 2; target++) {
    // What both colleagues saw stands there: read, and confirmed.
    await priya.press('Save');
  }
  await priya.fill({
    'What will be provided?':
      'Talk Boost, 3 times a week, 20 minutes for 10 weeks, a group of 4, with Kwame Mensah',
  });
  await priya.press('Add it');
  await priya.fill({
    'What will be done?': 'Clear a quiet table by the window.',
    'Who will do it?': 'Kwame Mensah',
  });
  await priya.press('Add it');
  await priya.fill({
    'What does the review conclude?': 'The plan is working and continues',
    'What will actually change for the child?': 'Ruby has a quiet table of her own.',
  });
  await priya.press('Record the outcome');
  await priya.sees(/The outcome is recorded/);

  await nextSchoolMorning();
  await kwame.sees('A new action for you');
  await kwame.press('Done');
  await kwame.fill({ 'What was done?': 'Moved the table on Monday.' });
  await kwame.press('It is done');
  await kwame.sees(/review is closed/);
}
