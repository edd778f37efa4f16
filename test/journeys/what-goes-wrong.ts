import type { Answers, Stage } from './story.ts';

async function wrongWords({ player }: Stage): Promise<void> {
  const [priya, helen, ruth] = [player('Priya Shah'), player('Helen Whitaker'), player('Ruth Adeyemi')];
  await priya.type('review deu');
  await priya.sees(/Did you mean “\/?review due”\?/);
  await priya.type('review status Xanthippe');
  await priya.sees('No such pupil');
  await priya.type('review status Zarra');
  await priya.sees(/No pupil has that name. Did you mean one of these\?/);
  await priya.type('review status Amelia');
  await priya.sees(/2 pupils fit what you typed. Whom do you mean\?/);
  await priya.press('Choose', 'Amelia Nowak');
  await priya.sees('No review of this pupil has been started here.');
  await helen.type('review start Zara');
  await helen.sees('Only a SENCO can start a review.');
  await ruth.type('review due');
  await ruth.sees(/Only SENCOs and senior leaders see what is due/);
  await ruth.type('review start Zara');
  await ruth.sees('No such pupil');
}

async function aDayThatHasPassed({ player, day }: Stage): Promise<void> {
  const priya = player('Priya Shah');
  await priya.type('review start Zara');
  await priya.fill({ 'Day of the meeting': day(-1) });
  await priya.press('Set it and ask');
  await priya.sees(/has passed. Choose today or a later day/);
  await priya.fill({ 'Day of the meeting': day(22) });
  await priya.press('Set it and ask');
  await priya.sees(/2 colleagues are asked for evidence now/);
  await priya.type('review start Zara');
  await priya.sees(/You have already started this review/);
}

const LATE: Answers = {
  'First, the strengths: what is going well?': 'Zara counts the register out loud.',
  'Progress on target 1': 'Some progress',
  'Progress on target 2': 'I have not seen this',
};

async function anOutcomeTooSoon({ player, day }: Stage): Promise<void> {
  const priya = player('Priya Shah');
  await player('Ruth Adeyemi').fill(LATE);
  await priya.type('review status Zara');
  await priya.press('Open the meeting');
  await priya.sees('Before you open the meeting');
  await priya.press('Open the meeting anyway');
  await priya.press('Yes, it is held today');
  await priya.sees('The meeting is open.');
  await priya.type('review status Zara');
  await priya.press('Decide the outcome');
  await priya.sees('The outcome can be decided once what is named below is there.');
  for (const views of ['Record parents’ views', 'Record the pupil’s views']) {
    await priya.press(views);
    await priya.press('No views received');
    await priya.fill({
      'When were they last asked?': day(0),
      'How were they asked, and what happened?': 'By letter; no answer.',
    });
    await priya.press('Save');
    await priya.sees('Saved: they were asked, and no views were received.');
  }
  await priya.press('Review the next target');
  for (let target = 1; target <= 2; target++) {
    await priya.fill({
      Progress: 'No progress yet',
      'What shows it?': 'The weekly check.',
      'Is the target still right?': 'Keep it as it is',
    });
    await priya.press('Save');
    await priya.sees('Saved.');
  }
  await priya.press('No new support: add an action');
  await priya.fill({
    'What will be done?': 'Lend a set of counters to take home.',
    'Who will do it?': 'Kwame Mensah',
    'By when?': day(1),
    'How will we know it is done?': 'They come back on Fridays.',
  });
  await priya.press('Add it');
  await priya.sees(/Added: due/);
}

async function anOutcomeWithoutItsReason({ player, day }: Stage): Promise<void> {
  const priya = player('Priya Shah');
  await priya.fill({
    'What does the review conclude?': 'Little difference so far: the plan is updated',
    'In your own words': 'The sessions rarely took place.',
    'What will actually change for the child?': 'Zara practises at home with counters she likes.',
    'Next review by (if not the usual time)': day(63),
  });
  await priya.press('Record the outcome');
  await priya.sees('Please choose at least one reason why there was little progress.');
  await priya.fill({
    'If there was little progress: why?': ['The plan was not clear enough to put into practice'],
  });
  await priya.press('Record the outcome');
  await priya.sees(/The outcome is recorded/);
}

async function aFirstAnswerAfterTheMeeting({ player }: Stage): Promise<void> {
  const ruth = player('Ruth Adeyemi');
  await ruth.press('Send my evidence');
  await ruth.sees('Your evidence is saved, and the SENCO can see it.');
  await ruth.sees('The meeting has opened, so it stays as it is.');
  await ruth.sees('Zara counts the register out loud.');
}

async function anActionOfSomebodyElse({ player }: Stage): Promise<void> {
  const [priya, ruth, kwame] = [player('Priya Shah'), player('Ruth Adeyemi'), player('Kwame Mensah')];
  await kwame.sees('A new action for you');
  await kwame.press('Not mine');
  await kwame.fill({
    'Why is it not yours?': 'I do not see her at home time.',
    'Who should have it?': 'Ruth Adeyemi',
  });
  await kwame.press('Tell the SENCO');
  await kwame.sees(/The SENCO finds it an owner/);
  await priya.sees('An action needs a new owner');
  await priya.sees('I do not see her at home time.');
  await priya.press('Find a new owner');
  await priya.sees('Give it to them');
  await priya.press('Give it to them');
  await priya.sees(/The new owner is told now/);
  await ruth.sees('A new action for you');
  await kwame.press('Done');
  await kwame.sees(/That isn’t one of yours/);
}

async function moreTime({ player, day, nextSchoolMorning }: Stage): Promise<void> {
  const ruth = player('Ruth Adeyemi');
  await nextSchoolMorning();
  await ruth.sees('What’s due');
  await ruth.press('Need more time');
  await ruth.fill({ 'New day': day(-1), 'Why is more time needed?': 'The counters are on order.' });
  await ruth.press('Move the day');
  await ruth.sees('Please choose a day after today.');
  await ruth.fill({ 'New day': day(2) });
  await ruth.press('Move the day');
  await ruth.sees('The day is moved.');
}

/** Another pupil's review, in which much is mistaken, forgotten or too late; nothing typed is lost. */
export async function whatGoesWrong(stage: Stage): Promise<void> {
  await wrongWords(stage);
  await aDayThatHasPassed(stage);
  await anOutcomeTooSoon(stage);
  await anOutcomeWithoutItsReason(stage);
  await aFirstAnswerAfterTheMeeting(stage);
  await anActionOfSomebodyElse(stage);
  await moreTime(stage);
}
