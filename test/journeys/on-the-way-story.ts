import type { LongStage } from './story.ts';

/*
 * All that can happen to a review on its way, tried by somebody new: the meeting is opened early and closed again, moved, held
 * without one who was invited, called off and set anew; its outcome is recorded, it is closed, reopened and closed again.
 */

const EVIDENCE = {
  'First, the strengths: what is going well?': 'Ruby starts stories herself.',
  'Progress on target 1': 'Good progress',
  'Progress on target 2': 'Some progress',
};

/** From the list of reviews due to a meeting that was set, opened too early, and closed again. */
export async function openedTooEarly({ player }: LongStage): Promise<void> {
  const [priya, ruth, kwame] = [player('Priya Shah'), player('Ruth Adeyemi'), player('Kwame Mensah')];
  await priya.type('review due');
  await priya.press('Start', 'Ruby Thompson');
  await priya.press('Set it and ask');
  await ruth.fill(EVIDENCE);
  await ruth.press('Send my evidence');
  await ruth.sees('The meeting you are invited to');
  await kwame.press('Nothing to add, or I don’t teach them');
  // Asked whether it is held today, and left standing; how the review stands is looked at elsewhere.
  await priya.type('review status Ruby');
  await priya.press('Record both views');
  await priya.fill({
    'What is going well?': 'She reads to her brother.',
    'How did they give their views?': 'In the meeting',
    'Their views, in their words where you can': 'I like the stories.',
  });
  await priya.press('Save their views');
  await priya.press('Open the meeting');
  await priya.sees('Yes, it is held today');
  await priya.type('review status Ruby');
  await priya.press('Open the meeting');
  await priya.press('Yes, it is held today');
  await priya.type('review status Ruby');
  await priya.press('Opened by mistake: close it');
}

/** It moves, one is taken off the invitation, it is called off, and is set anew. */
export async function movedAndCalledOff({ player, nextSchoolMorning }: LongStage): Promise<void> {
  const [priya, ruth, kwame] = [player('Priya Shah'), player('Ruth Adeyemi'), player('Kwame Mensah')];
  await priya.press('Change the meeting');
  await priya.fill({ 'Day of the meeting': '2026-12-03', 'Why is it moved?': 'The therapist is ill.' });
  await priya.press('Set it');
  await ruth.sees('The review meeting has moved');
  await nextSchoolMorning();
  await priya.type('review status Ruby');
  await priya.press('Change the meeting');
  await priya.fill({ 'Colleagues to invite': ['Priya Shah', 'Ruth Adeyemi'] });
  await priya.press('Set it');
  await kwame.sees('You need not come to the review meeting');
  await priya.type('review status Ruby');
  await priya.press('Call the meeting off');
  await priya.fill({ 'Why is the meeting called off?': 'The hall is flooded.' });
  await priya.press('Call it off');
  await ruth.sees('called off');
  await nextSchoolMorning();
  await priya.press('Set a new meeting');
  await priya.fill({ 'Day of the meeting': '2026-12-02' });
  await priya.press('Set it');
  await nextSchoolMorning();
}

/** It is held on its day: targets, support, an action, the outcome. */
export async function held({ player, until, nextSchoolMorning }: LongStage): Promise<void> {
  const priya = player('Priya Shah');
  await until('2026-12-02');
  await priya.type('review status Ruby');
  await priya.press('Open the meeting');
  for (let target = 1; target <= 2; target++) await priya.press('Save');
  await priya.fill({
    'What will be provided?':
      'Talk Boost, 3 times a week, 20 minutes for 10 weeks, a group of 4, with Kwame Mensah',
  });
  await priya.press('Add it');
  await priya.fill({ 'What will be done?': 'Clear a quiet table.', 'Who will do it?': 'Kwame Mensah' });
  await priya.press('Add it');
  await priya.fill({
    'What does the review conclude?': 'The plan is working and continues',
    'What will actually change for the child?': 'Ruby has a quiet table of her own.',
  });
  await priya.press('Record the outcome');
  await priya.sees(/The outcome is recorded/);
  await nextSchoolMorning();
}

const DONE = { 'What was done?': 'Moved the table on Monday.' };

/** The action is done, so it is closed; that was a mistake, so it is reopened with a reason; and is closed again. */
export async function closedAndReopened({ player, nextSchoolMorning }: LongStage): Promise<void> {
  const [priya, kwame] = [player('Priya Shah'), player('Kwame Mensah')];
  await kwame.press('Done');
  await kwame.fill(DONE);
  await kwame.press('It is done');
  await kwame.sees(/review is closed/);
  await nextSchoolMorning();
  await priya.type('review status Ruby');
  await priya.press('Closed by mistake: open it again');
  await priya.fill({ 'Why is it opened again?': 'The table is not there.' });
  await priya.press('Open it again');
  await nextSchoolMorning();
  await kwame.press('Done');
  await kwame.fill(DONE);
  await kwame.press('It is done');
  await kwame.sees(/review is closed/);
  await nextSchoolMorning();
  await priya.type('review status Ruby');
}
