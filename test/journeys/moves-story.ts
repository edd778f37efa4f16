import type { LongStage } from './story.ts';

/*
 * Three pupils who are not at this school any more, or for a while, in November 2026: Mohammed is in custody, Amelia Hughes has
 * moved to another school in the middle of her review, and Saskia's plan names no school.
 */

/** In custody nothing is asked; on release the review is taken up where it was. */
export async function inCustody({ player, until }: LongStage): Promise<void> {
  const priya = player('Priya Shah');
  await priya.type('review start Mohammed');
  await priya.press('Set it and ask');
  await priya.type('review pupil Mohammed');
  await priya.press('Educated somewhere else');
  await priya.fill({ 'Where is the pupil educated?': 'In custody', 'Since which day?': '2026-11-10' });
  await priya.press('Save');
  await priya.sees(/nothing is asked until the pupil is released/);
  await priya.sees(/In custody since Tue 10 Nov 2026.*it is reviewed on release/s);
  await priya.type('review status Mohammed');
  await priya.sees('Nothing is asked of this review now. All that is recorded is kept.');
  await until('2026-11-20');
}

/** Released: the review goes on, and is to be held as soon as can be. */
export async function released({ player }: LongStage): Promise<void> {
  const priya = player('Priya Shah');
  await priya.type('review pupil Mohammed');
  await priya.press('Change where they are');
  await priya.fill({ 'If in custody: released on, once that is known': '2026-11-20' });
  await priya.press('Save');
  await priya.sees('Released from custody on Fri 20 Nov 2026');
  await priya.type('review mine');
  await priya.sees(/Mohammed/);
}

/** Moved in the middle of a review: it is kept for the new school, and nobody hears of it any more. */
export async function movedOn({ player }: LongStage): Promise<void> {
  const priya = player('Priya Shah');
  await priya.type('review start Amelia Hughes');
  await priya.press('Set it and ask');
  await priya.type('review pupil Amelia Hughes');
  await priya.press('Educated somewhere else');
  await priya.fill({
    'Where is the pupil educated?': 'At another school: they have moved',
    'Since which day?': '2026-11-10',
  });
  await priya.press('Save');
  await priya.sees('Please write where to, such as the school’s name.');
  await priya.fill({ 'If they have moved or left: where to?': 'Hill School' });
  await priya.press('Save');
  await priya.sees(
    /At another school since Tue 10 Nov 2026: Hill School.*The day by which the plan is to be reviewed stays the same/s,
  );
  await priya.type('review start Amelia Hughes');
  await priya.sees(/already started this review.*At another school since Tue 10 Nov 2026: Hill School/s);
}

/** Without a school the local authority holds the review: no head is invited, and what it sends is recorded. */
export async function noSchool({ player }: LongStage): Promise<void> {
  const priya = player('Priya Shah');
  await priya.type('review pupil Saskia');
  await priya.press('Educated somewhere else');
  await priya.fill({
    'Where is the pupil educated?': 'Not in a school (EOTAS): the plan names no school',
    'Since which day?': '2026-09-07',
  });
  await priya.press('Save');
  await priya.sees('The local authority holds the review, within the same days');
  await priya.press('Why');
  await priya.sees(/the regulations require it \(SEND Regulations 2014, reg 21\)/);
  await priya.type('review start Saskia');
  await priya.sees('The local authority holds this review: put in the day it has set, and whom it invites.');
  // The local authority has set the day: none is put in before.
  await priya.fill({ 'Day of the meeting': '2027-01-12', 'Evidence and advice wanted by': '2026-12-14' });
  await priya.press('Set it and ask');
  await priya.type('review dates Saskia');
  await priya.sees(/Not in a school since Mon 7 Sept? 2026/);
  await priya.press('Why');
  await priya.sees(/SEND Regulations 2014, reg 21\(7\)/);
}
