import type { Answers, LongStage } from './story.ts';

/*
 * Isla is in the nursery; her plan is reviewed every six to eight weeks. Her last review was on 9 September, so the next
 * was due by 4 November. Its meeting is on 1 December, so the one after opens on 12 January and is due by the 26th.
 */

async function preparing({ player }: LongStage): Promise<void> {
  const priya = player('Priya Shah');
  await priya.type('review due why');
  await priya.sees(/6 days overdue.*Was due by Wed 4 Nov 2026.*8 weeks after the last review/);
  await priya.press('Start', 'Isla MacLeod');
  await priya.sees('Set the meeting');
  await priya.fill({ 'Day of the meeting': '2026-12-01' });
  await priya.press('Set it and ask');
  await priya.sees(/2 colleagues are asked for evidence now/);
  await priya.sees(/Still missing: 2 answers, the parents’ or carers’ views, the child’s views/);
}

const EVIDENCE: Answers = {
  'First, the strengths: what is going well?': 'Isla brings a book to her key person each day.',
  'Progress on target 1': 'Good progress',
  'Progress on target 2': 'Some progress',
};

async function gathering({ player, until }: LongStage): Promise<void> {
  const [priya, mei, janet] = [player('Priya Shah'), player('Mei Chan'), player('Janet Holroyd')];
  await until('2026-11-17');
  await mei.sees('Give your evidence');
  await mei.fill(EVIDENCE);
  await mei.press('Send my evidence');
  await mei.sees('Thank you. Your evidence is saved, and the SENCO can see it.');
  await janet.press('Nothing to add, or I don’t work with them');
  await janet.sees(/The SENCO knows you have nothing to add/);
  await priya.sees(/All the evidence you asked for is in.*the child’s views/);
  await until('2026-11-27');
  await priya.sees(/Isla MacLeod[\s\S]* · \*?in 4 days/);
  await priya.type('review status Isla');
  await priya.press('Record parents’ views');
  await priya.fill({
    'What is going well?': 'She asks for the red cup by herself.',
    'What does their child say about nursery?': 'Sand, sand, sand.',
  });
  await priya.press('Save their views');
  await priya.sees('Saved: the parents’ or carers’ views.');
  await priya.press('Record the child’s views');
  await priya.sees(/What do they say, show or draw about nursery\?/);
  await priya.fill({
    'How did they give their views?': 'Through a trusted adult',
    'Their views, in their words where you can': 'She took Mei by the hand to the sand tray.',
  });
  await priya.press('Save their views');
  await priya.sees('Saved: the child’s views.');
}

async function meeting({ player, until }: LongStage): Promise<void> {
  const priya = player('Priya Shah');
  await until('2026-12-01');
  await priya.type('review status Isla');
  await priya.press('Open the meeting');
  await priya.sees('The meeting is open.');
  for (const shown of ['The tally of each session.', 'What her key person timed.']) {
    await priya.fill({
      Progress: 'Some progress',
      'What shows it?': shown,
      'Is the target still right?': 'Keep it as it is',
    });
    await priya.press('Save');
    await priya.sees('Saved.');
  }
  await priya.press('No new support: add an action');
  await priya.fill({
    'What will be done?': 'Lend a song card to take home.',
    'Who will do it?': 'Mei Chan',
    'By when?': '2026-12-08',
    'How will we know it is done?': 'It comes back on Fridays.',
  });
  await priya.press('Add it');
  await priya.sees(/Added: due/);
  await priya.fill({
    'What does the review conclude?': 'The plan is working and continues',
    'In your own words': 'Slow and steady.',
    'What will actually change for the child?': 'Isla sings the same songs at home and here.',
  });
  await priya.press('Record the outcome');
  await priya.sees(/The outcome is recorded/);
  await priya.sees('What their child says about nursery');
}

async function acting({ player, until }: LongStage): Promise<void> {
  const [priya, mei, janet] = [player('Priya Shah'), player('Mei Chan'), player('Janet Holroyd')];
  await janet.sees('Isla sings the same songs at home and here.');
  await mei.sees('A new action for you');
  await until('2026-12-08');
  await mei.sees(/Isla MacLeod[\s\S]* · \*?today/);
  await mei.press('Done');
  await mei.fill({ 'What was done?': 'It went home on Friday.', 'Did it help?': 'Yes' });
  await mei.press('It is done');
  await mei.sees(/That was the last action, so the review is closed/);
  await priya.sees(/Every action is done. The next review is due by Tue 26 Jan 2027/);
}

async function nextReview({ player, until }: LongStage): Promise<void> {
  const priya = player('Priya Shah');
  await until('2027-01-12');
  await priya.type('review due why');
  for (let page = 2; page <= 3; page += 1) await priya.press('Next page');
  await priya.sees(/Due by Tue 26 Jan 2027 \(in 14 days\).*8 weeks after the last review/);
  await priya.press('Start', 'Isla MacLeod');
  await priya.sees('Set the meeting');
  await priya.press('Set it and ask');
  await priya.sees(/The meeting is set for/);
}

/** The review of a nursery child's plan, from overdue to closed, and on until it is time for the next. */
export async function earlyYearsReview(stage: LongStage): Promise<void> {
  await preparing(stage);
  await gathering(stage);
  await meeting(stage);
  await acting(stage);
  await nextReview(stage);
}
