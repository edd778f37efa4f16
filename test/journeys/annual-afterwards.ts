import type { LongStage } from './story.ts';

const LETTER = 'The day on the letter; if there is no decision yet, the day you asked';
const LETTER_SAYS = 'What the letter says in short, or what came of asking';

async function recordAndReport({ player, until }: LongStage): Promise<void> {
  const [priya, ruth] = [player('Priya Shah'), player('Ruth Adeyemi')];
  await ruth.sees('A new action for you');
  await ruth.sees('Lily-Mae sees her therapist every Tuesday.');
  await ruth.sees(/any differences of view, are kept with the SENCO/);
  // Seven school days before.
  await until('2026-12-09');
  await priya.sees(/Lily-Mae Robinson[\s\S]* · \*?in 9 days/);
  await until('2026-12-10');
  await priya.type('review status Lily-Mae');
  await priya.press('The report was sent');
  await priya.sees('It is to be sent by Fri 18 Dec 2026.');
  await priya.press('Save');
  await priya.sees(/It is recorded that the report was sent/);
}

/** Four weeks after the meeting are over on 1 January, in the holidays. */
async function lateAuthority({ player, until }: LongStage): Promise<void> {
  const priya = player('Priya Shah');
  // The last school day before the holidays warns of it.
  await until('2026-12-18');
  await priya.sees(/Lily-Mae Robinson[\s\S]* · \*?in 14 days/);
  await until('2027-01-05');
  await priya.sees(/Lily-Mae Robinson[\s\S]* · .?4 days late/);
  await priya.type('review chase Lily-Mae');
  await priya.sees('The local authority is 4 days late.');
  await priya.sees(/EHC plan of L\.R\., our reference 1026/);
  await priya.sees(
    /was due by Fri 1 Jan 2027 \(28 days after the meeting; .*9\.176\)\. It is now 4 days late/,
  );
  await priya.press('Record that you asked');
  await priya.fill({ [LETTER_SAYS]: 'They say that a panel meets on Monday.' });
  await priya.press('Save');
  await priya.sees(/It is recorded that the local authority was asked. It is 4 days late/);
}

async function decision({ player, until }: LongStage): Promise<void> {
  const [priya, ruth, janet] = [player('Priya Shah'), player('Ruth Adeyemi'), player('Janet Holroyd')];
  await until('2027-01-12');
  await priya.type('review chase Lily-Mae');
  await priya.sees('The local authority is 11 days late.');
  await priya.sees('They say that a panel meets on Monday.');
  await priya.press('Record the decision');
  await priya.fill({
    'What did the local authority decide?': 'Amend the plan',
    [LETTER]: '2027-01-11',
    [LETTER_SAYS]: 'It will amend section F.',
  });
  await priya.press('Save the decision');
  await priya.sees(/the plan is to be amended\..*The final plan is due by Fri 26 Feb 2027/);
  for (const told of [ruth, janet]) await told.sees(/Amend the plan: letter of Mon 11 Jan 2027/);
  await priya.press('Record the proposed changes');
  await priya.fill({ 'The day on the notice': '2027-01-11' });
  await priya.press('Save');
  await priya.sees(/Parents or carers can answer until Mon 25 Jan 2027/);
}

async function commentsAndAction({ player, until }: LongStage): Promise<void> {
  const [priya, ruth] = [player('Priya Shah'), player('Ruth Adeyemi')];
  await until('2027-01-25');
  await priya.type('review status Lily-Mae');
  await priya.press('Record their answer');
  await priya.fill({
    'What they answered, or that they had nothing to say': 'Mum wants the day named, too.',
  });
  await priya.press('Save their answer');
  await priya.sees('Their answer is recorded.');
  await until('2027-01-26');
  await ruth.sees(/Lily-Mae Robinson[\s\S]* · \*?today/);
  await ruth.press('Done');
  await ruth.fill({ 'What was done?': 'It hangs by the hall door.', 'Did it help?': 'Yes' });
  await ruth.press('It is done');
  await ruth.sees('Thank you, it is done. You will hear no more of it.');
}

async function finalPlan({ player, until }: LongStage): Promise<void> {
  const priya = player('Priya Shah');
  await until('2027-02-24');
  await priya.sees(/Lily-Mae Robinson[\s\S]* · \*?in 2 days/);
  await until('2027-02-25');
  await priya.type('review status Lily-Mae');
  await priya.sees(/Next, by Fri 26 Feb 2027: the local authority sends the final plan/);
  await priya.press('Record the final plan');
  await priya.fill({ 'The day on the final plan': '2027-02-24' });
  await priya.press('Save');
  await priya.sees(
    /The final plan is recorded\. Parents or carers may appeal against it until .* It was the last thing wanted, so the review is closed/,
  );
  await priya.press('See the record');
  await priya.sees(/Amend the plan.? · letter of Mon 11 Jan 2027/);
  await priya.sees(/Parents or carers may appeal to the First-tier Tribunal/);
  await priya.sees(/Until Mon 26 Apr 2027/);
}

async function nextYear({ player }: LongStage): Promise<void> {
  const priya = player('Priya Shah');
  await priya.type('review due ehcp why');
  await priya.sees(/Due by Mon 10 Jan 2028 .*12 months of the local authority’s last decision/);
  await priya.sees(/Hold the meeting by Mon 15 Nov 2027/);
  await priya.sees(/Last meeting Fri 4 Dec 2026, last decision Mon 11 Jan 2027/);
  await priya.type('review early Lily-Mae');
  await priya.fill({
    'Who asked?': 'A parent or carer',
    'Why, in their words?': 'The new therapist has not rung us yet.',
    'Your answer': 'Refuse, and keep the reason',
  });
  await priya.press('Save the answer');
  await priya.sees('Please say why it is refused.');
  await priya.fill({ 'If you refuse: why?': 'She begins on Monday, as the new plan says.' });
  await priya.press('Save the answer');
  await priya.sees(/Refused, and both reasons are kept/);
  await priya.type('review status Lily-Mae');
  await priya.sees('She begins on Monday, as the new plan says.');
}

/** What follows the meeting of Lily-Mae's annual review, to the day it closes and the next one is in the list. */
export async function annualAfterwards(stage: LongStage): Promise<void> {
  await recordAndReport(stage);
  await lateAuthority(stage);
  await decision(stage);
  await commentsAndAction(stage);
  await finalPlan(stage);
  await nextYear(stage);
}
