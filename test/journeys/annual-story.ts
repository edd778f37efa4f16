import { annualAfterwards } from './annual-afterwards.ts';
import { annualMeeting } from './annual-meeting.ts';
import type { Answers, LongStage } from './story.ts';

/*
 * Lily-Mae's annual review, whose days are worked by hand from the rules: Elmshire decided last on 30 January 2026, so the
 * review is to be complete by 29 January 2027, and the meeting is safe until eight weeks before that: 4 December 2026.
 */
const OUTSIDE = {
  mum: 'Kerry Robinson',
  officer: 'SEN officer, Elmshire',
  health: 'Designated clinical officer',
  care: 'Social care officer',
  therapist: 'Beth Corrie',
} as const;

const ADVICE = 'What it says in short, or where it is kept; if there is none, why';

async function startedInTime({ player }: LongStage): Promise<void> {
  const priya = player('Priya Shah');
  await priya.type('review due why');
  await priya.press('Next page');
  await priya.sees(/Due by Fri 29 Jan 2027 \(in 80 days\).*12 months of the local authority’s last decision/);
  await priya.sees(/Hold the meeting by Fri 4 Dec 2026 \(in 24 days\).*8 weeks before.*Elmshire/);
  await priya.press('Start', 'Lily-Mae Robinson');
  await priya.sees(/The last safe day is Fri 4 Dec 2026/);
}

async function planned({ player }: LongStage): Promise<void> {
  const priya = player('Priya Shah');
  await priya.fill({
    'Day of the meeting': '2026-11-20',
    'Parents or carers to invite, one to a line': OUTSIDE.mum,
    'Others to invite, one to a line: role, colon, name': `Speech therapist: ${OUTSIDE.therapist}`,
  });
  await priya.press('Set it and ask');
  await priya.sees('Everybody has less than two weeks’ notice of that day.');
  await priya.fill({ 'Day of the meeting': '2026-12-01' });
  await priya.press('Set it and ask');
  await priya.sees(/The meeting is set for Tue 1 Dec 2026 at 14:00. 3 colleagues are asked for evidence now/);
  await priya.sees(/please invite them to Tue 1 Dec 2026/);
  await priya.sees(`Speech therapist: ${OUTSIDE.therapist}`);
}

async function moved({ player }: LongStage): Promise<void> {
  const [priya, ruth, janet, helen] = [
    player('Priya Shah'),
    player('Ruth Adeyemi'),
    player('Janet Holroyd'),
    player('Helen Whitaker'),
  ];
  for (const asked of [ruth, janet]) await asked.sees('Tue 1 Dec 2026 at 14:00');
  await helen.sees(/You are invited to a review meeting[\s\S]*It is on Tue 1 Dec 2026 at 14:00/);
  await priya.press('All dates');
  for (const before of ['Tue 17 Nov 2026 (in 7 days)', 'Tue 15 Dec 2026', 'Tue 29 Dec 2026'])
    await priya.sees(`By ${before}`);
  await priya.type('review status Lily-Mae');
  await priya.press('Change the meeting');
  await priya.fill({ 'Day of the meeting': '2026-12-04' });
  await priya.press('Set it and ask');
  await priya.sees('Please say why the meeting is moved.');
  await priya.fill({ 'Why is it moved?': 'Elmshire’s officer is at a tribunal on the Tuesday.' });
  await priya.press('Set it and ask');
  await priya.sees(/set for Fri 4 Dec 2026 at 14:00. 3 colleagues are told now that it has moved/);
  await priya.sees('The meeting is now on Fri 4 Dec 2026 at 14:00.');
  await priya.sees('Elmshire’s officer is at a tribunal on the Tuesday.');
  await priya.sees('Please tell them yourself');
  await priya.press('I have told them');
  await priya.sees('Noted that you have told them.');
  for (const told of [ruth, janet, helen]) {
    await told.sees('The review meeting has moved');
    await told.sees(/It is now on Fri 4 Dec 2026 at 14:00/);
  }
  await priya.press('All dates');
  for (const after of ['Fri 20 Nov 2026 (in 10 days)', 'Fri 18 Dec 2026', 'Fri 1 Jan 2027'])
    await priya.sees(`By ${after}`);
  await priya.press('Why');
  await priya.sees(
    /14 days after the meeting; SEND Regulations 2014, reg 20\(7\)–\(9\); Code of Practice 9\.176/,
  );
}

const EVIDENCE: Answers = {
  'First, the strengths: what is going well?': 'Lily-Mae greets everybody by name at the door.',
  'Progress on outcome 1': 'Good progress',
  'Progress on outcome 2': 'Some progress',
  'Was the support given as planned?': 'Partly',
  'If not all of it: what got in the way?': 'Nobody covered her key adult on Wednesdays.',
};

async function evidence({ player, until }: LongStage): Promise<void> {
  const [priya, ruth, janet] = [player('Priya Shah'), player('Ruth Adeyemi'), player('Janet Holroyd')];
  await until('2026-11-11');
  await priya.sees(/Lily-Mae Robinson[\s\S]* · \*?in 9 days/);
  await ruth.sees('Give your evidence');
  await ruth.fill(EVIDENCE);
  await ruth.press('Send my evidence');
  await ruth.sees('Thank you. Your evidence is saved, and the SENCO can see it.');
  for (const other of [priya, janet]) {
    await other.press('Nothing to add, or I don’t teach them');
    await other.sees(/The SENCO knows you have nothing to add/);
  }
}

async function advice({ player, until }: LongStage): Promise<void> {
  const priya = player('Priya Shah');
  await until('2026-11-16');
  await priya.type('review status Lily-Mae');
  await priya.sees(/Still missing: written advice from 4 people/);
  await priya.press('Invited and advice');
  await priya.press('Record advice', OUTSIDE.officer);
  await priya.fill({ 'Their written advice': 'Unable to send advice' });
  await priya.press('Save the advice');
  await priya.sees('Please say why there will be none.');
  await priya.fill({ [ADVICE]: 'Elmshire sends none of its own before a meeting.' });
  await priya.press('Save the advice');
  await priya.sees(/Still missing: advice from 3 people/);
  for (const who of [OUTSIDE.health, OUTSIDE.care, OUTSIDE.therapist]) {
    await priya.press('Record advice', who);
    await priya.fill({
      'Their written advice': 'Written advice has come',
      [ADVICE]: `Kept: advice of ${who}.`,
    });
    await priya.press('Save the advice');
    await priya.sees(`Kept: advice of ${who}.`);
  }
  await priya.sees(/Unable to send advice: said Mon 16 Nov 2026/);
}

async function circulated({ player, until }: LongStage): Promise<void> {
  const priya = player('Priya Shah');
  await until('2026-11-18');
  await priya.sees(/Lily-Mae Robinson[\s\S]* · \*?in 2 days/);
  await priya.press('It was sent');
  await priya.sees('It is to be sent to everybody invited by Fri 20 Nov 2026.');
  await priya.press('Save');
  await priya.sees('It is recorded that the advice was sent round.');
  await priya.sees(/It was sent round Wed 18 Nov 2026/);
}

async function views({ player, until }: LongStage): Promise<void> {
  const priya = player('Priya Shah');
  await until('2026-12-02');
  await priya.type('review status Lily-Mae');
  await priya.press('Record parents’ views');
  await priya.fill({
    'What is going well?': 'She asks for a rest at home, too.',
    'What they hope will come of this review': 'Therapy that happens.',
  });
  await priya.press('Save their views');
  await priya.sees('Saved: the parents’ or carers’ views.');
  await priya.press('Record the pupil’s views');
  await priya.fill({
    'How did they give their views?': 'A drawing',
    'Their views, in their words where you can': 'She drew the sandpit and two friends.',
  });
  await priya.press('Save their views');
  await priya.sees('Saved: the pupil’s views.');
}

/**
 * The annual review of an EHC plan over fifteen weeks, from `review due` to closed: the local authority is late with its
 * decision, and amends the plan.
 */
export async function annualReview(stage: LongStage): Promise<void> {
  await startedInTime(stage);
  await planned(stage);
  await moved(stage);
  await evidence(stage);
  await advice(stage);
  await circulated(stage);
  await views(stage);
  await annualMeeting(stage);
  await annualAfterwards(stage);
}
