import type { Answers, LongStage } from './story.ts';

async function opened({ player, until }: LongStage): Promise<void> {
  const priya = player('Priya Shah');
  await until('2026-12-04');
  await priya.type('review status Lily-Mae');
  await priya.press('Open the meeting');
  await priya.sees('The meeting is open.');
  await priya.press('Record the recommendation');
  await priya.sees('The recommendation can be recorded once what is named below is there.');
  await priya.sees(
    /you still need: who took part, an action \(unless the plan is to cease\), 2 outcomes to review/,
  );
}

const TOOK_PART: Answers = {
  'Priya Shah': 'Present',
  'Helen Whitaker': 'Present',
  'Ruth Adeyemi': 'Present',
  'Janet Holroyd': 'Sent apologies',
  'Kerry Robinson': 'Present',
  'SEN officer, Elmshire': 'Sent apologies',
  'Designated clinical officer': 'Sent advice instead',
  'Social care officer': 'Not present',
  'Speech therapist: Beth Corrie': 'Present',
};

async function attendance({ player }: LongStage): Promise<void> {
  const priya = player('Priya Shah');
  await priya.press('Who took part');
  await priya.fill(TOOK_PART);
  await priya.press('Save who took part');
  await priya.sees('It is recorded who took part.');
  await priya.sees(/Not present: Social care officer/);
}

async function outcomes({ player }: LongStage): Promise<void> {
  const priya = player('Priya Shah');
  // The next one opens by itself.
  await priya.press('Review the next outcome');
  for (const outcome of ['The tally of each day.', 'What the board shows.']) {
    await priya.fill({
      Progress: 'Good progress',
      'What shows it?': outcome,
      'Was the support given as planned?': 'Yes',
      'Is the outcome still right?': 'Keep it as it is',
    });
    await priya.press('Save');
  }
  await priya.sees(/ · Good progress/);
}

async function provision({ player }: LongStage): Promise<void> {
  const priya = player('Priya Shah');
  await priya.press('Add provision');
  await priya.fill({
    'What will be provided?': 'Speech and language therapy',
    'Who provides it?': 'A speech and language therapist',
    'How often?': 'As required',
    'How long is each session, and for how many weeks?': '30 minutes, for 12 weeks',
    'One to one, or a group of how many?': 'A small group',
    'How and when will it be checked?': 'Each half-term, by the therapist’s own measure',
    'When does it start?': '2027-06-14',
    'Who sees to it that it happens?': 'Ruth Adeyemi',
  });
  await priya.press('Add it');
  await priya.sees(/It could be more exact\./);
  await priya.sees('“as required”');
  await priya.sees(/A group of how many\?/);
  await priya.press('Change this provision');
  await priya.fill({
    'How often?': 'Once a week, on Tuesdays',
    'One to one, or a group of how many?': 'One to one',
  });
  await priya.press('Save');
  await priya.sees('The provision is changed.');
  await priya.sees(/Once a week, on Tuesdays/);
}

async function disagreement({ player }: LongStage): Promise<void> {
  const priya = player('Priya Shah');
  await priya.press('Record a disagreement');
  await priya.fill({
    'Who disagrees?': 'Mum',
    'What they said, in their own words':
      'Last year it said regular therapy, as required, and there was none.',
  });
  await priya.press('Record it');
  await priya.sees('The disagreement is recorded in their own words.');
}

const RECOMMENDATION: Answers = {
  'What does the meeting recommend?': 'Amend the plan',
  'Why? The reasons in words': 'Section F does not say how often.',
  'What will actually change for the child?': 'Lily-Mae sees her therapist every Tuesday.',
  'Health and care: what has changed, and what is needed?': 'Glasses since October.',
};

async function sectionAndAction({ player }: LongStage): Promise<void> {
  const priya = player('Priya Shah');
  const recommend = async () => {
    await priya.press('Record the recommendation');
    await priya.fill(RECOMMENDATION);
    await priya.press('Record it');
  };
  await recommend();
  await priya.sees(/No change to a section of the plan is noted/);
  await priya.press('Change a section');
  await priya.fill({
    'Which section of the plan?': 'F: special educational provision',
    'What should change in it?': 'Speech and language therapy: 30 minutes, one to one, once a week in term.',
    'What shows that it should change?': 'The therapist’s letter of October.',
  });
  await priya.press('Add the change');
  await priya.sees('The change to the plan is noted.');
  await recommend();
  await priya.sees(/This recommendation needs at least one action/);
  await priya.press('Add an action');
  await priya.fill({
    'What will be done?': 'Put up a picture timetable by the hall door.',
    'Who will do it?': 'Ruth Adeyemi',
    'By when?': '2027-01-26',
    'How will we know it is done?': 'Lily-Mae looks at it on her way in.',
  });
  await priya.press('Add it');
  await priya.sees(/Added: due Tue 26 Jan 2027/);
  await recommend();
  await priya.sees(/The report to everybody invited is due by Fri 18 Dec 2026/);
  await priya.sees(/The local authority’s decision is due by Fri 1 Jan 2027/);
}

/** The meeting of Lily-Mae's annual review on 4 December, to the recommendation. */
export async function annualMeeting(stage: LongStage): Promise<void> {
  await opened(stage);
  await attendance(stage);
  await outcomes(stage);
  await provision(stage);
  await disagreement(stage);
  await sectionAndAction(stage);
}
