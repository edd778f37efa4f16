import type { LongStage } from './story.ts';

/*
 * David's annual review was held on 1 October 2026. The local authority's four weeks were over on 29 October; three months
 * after the meeting, from 2 January on, the SENCO may wait no longer.
 */

async function silent({ player, until }: LongStage): Promise<void> {
  const priya = player('Priya Shah');
  await priya.type('review chase David');
  await priya.sees(/The local authority is 12 days late/);
  await until('2027-01-06');
  await priya.type('review chase David');
  await priya.press('No decision ever came');
  await priya.fill({ 'Why do you no longer wait for it?': 'Asked four times since October.' });
  await priya.press('Wait no longer');
  await priya.sees(/nobody waits for it any more/);
  await priya.type('review chase David');
  await priya.sees('The local authority owes nothing at the moment.');
}

async function afterAll({ player, until }: LongStage): Promise<void> {
  const priya = player('Priya Shah');
  await until('2027-01-12');
  await priya.type('review status David');
  await priya.sees('Asked four times since October.');
  await priya.press('A decision has come after all');
  await priya.fill({
    'What did the local authority decide?': 'Keep the plan as it is',
    'The day on the letter; if there is no decision yet, the day you asked': '2027-01-11',
  });
  await priya.press('Save the decision');
  // Two months from the letter.
  await priya.sees(/may appeal until Thu 11 Mar 2027/);
}

async function corrected({ player }: LongStage): Promise<void> {
  const priya = player('Priya Shah');
  await priya.press('All dates');
  await priya.press('Change', 'decides, and tells everyone');
  await priya.fill({
    'The day on the letter; if there is no decision yet, the day you asked': '2027-01-08',
    'A decision is recorded already. Where it is put right: why?': 'The 11th was the day it came.',
  });
  await priya.press('Save the decision');
  await priya.sees(/from Thu 11 Mar 2027 to Mon 8 Mar 2027/);
  await priya.sees(/from Mon 10 Jan 2028 to Fri 7 Jan 2028/);
}

/** A local authority that does not decide in its time, nor in months; and whose letter comes after all. */
export async function silentAuthority(stage: LongStage): Promise<void> {
  await silent(stage);
  await afterAll(stage);
  await corrected(stage);
}

/** The family appeals against the plan being kept, and the Tribunal orders another plan, which no notice goes before. */
export async function tribunalPlan({ player, until }: LongStage): Promise<void> {
  const priya = player('Priya Shah');
  await until('2027-02-23');
  await priya.type('review status David');
  await priya.press('An appeal was lodged');
  await priya.fill({
    'The day the appeal was lodged': '2027-02-22',
    'Is section I (the placement) alone appealed against?': 'No, other sections too',
  });
  await priya.press('Save');
  await priya.sees(/stands as it is until the appeal has ended/);
  await priya.press('The appeal has ended');
  await priya.fill({
    'How did it end?': 'The Tribunal decided for the family, wholly or in part',
    'The day it ended': '2027-02-23',
  });
  await priya.press('Save');
  await priya.press('An amended plan came without a notice');
  await priya.fill({
    'How did it come about?': 'The Tribunal ordered it',
    'The day on the plan': '2027-02-23',
  });
  await priya.press('Save');
  await priya.sees(/does not restart the twelve months/);
  await priya.type('review pupil David');
  // Twelve months from the decision of 8 January still, and not from the plan.
  await priya.sees(/Next review due by Fri 7 Jan 2028 \(in 318 days\)/);
}
