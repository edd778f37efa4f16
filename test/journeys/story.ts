import type { LocalDate } from '../../src/domain/time.ts';

/** What goes into a form, by label: text, a date (2026-12-01), a choice's words, or several. */
export type Answers = Readonly<Record<string, string | readonly string[]>>;

/** A member of staff at some chat: the story is the same in each, only their hands differ. */
export interface Player {
  /** Types to the bot, and waits for its answer. */
  type(text: string): Promise<void>;
  /** Presses the newest button of that name, in the newest row that says `beside` where one is given. */
  press(button: string, beside?: string): Promise<void>;
  /** Fills in the newest form that has these labels. */
  fill(answers: Answers): Promise<void>;
  /** Resolves when the newest place that says `text` is there to be read. */
  sees(text: string | RegExp): Promise<void>;
}

/** Who of the made-up school's staff is in some story. */
type Name = 'Priya Shah' | 'Ruth Adeyemi' | 'Kwame Mensah' | 'Helen Whitaker' | 'Janet Holroyd' | 'Mei Chan';

/** The made-up school's staff who are in the story, at one chat, and the means to let time pass. */
export interface Stage {
  player(name: Name): Player;
  /** Moves the clock to the next school morning, and lets the day's messages arrive. */
  nextSchoolMorning(): Promise<void>;
  /** The date `days` from today, as a form takes it. */
  day(days: number): string;
}

/** A stage for a story of weeks, which begins on Tuesday 10 November 2026 in the morning. */
export interface LongStage extends Stage {
  /** Moves the clock to the morning of a later day by way of each school morning, and lets each day's messages arrive. */
  until(date: LocalDate): Promise<void>;
}

const EVIDENCE: Answers = {
  'First, the strengths: what is going well?': 'Ruby loves telling stories, and now starts them herself.',
  'What worked?': 'Practising in a pair, five minutes each morning.',
  'One change you would suggest': 'Move the group to Mondays.',
};

async function preparing({ player }: Stage): Promise<void> {
  const priya = player('Priya Shah');
  await priya.type('review due');
  await priya.sees(/7 overdue/);
  await priya.press('Start', 'Ruby Thompson');
  await priya.sees('Set the meeting');
  await priya.press('Set it and ask');
  await priya.sees(/2 colleagues are asked for evidence now/);
}

async function gathering({ player, day }: Stage): Promise<void> {
  const [priya, ruth, kwame] = [player('Priya Shah'), player('Ruth Adeyemi'), player('Kwame Mensah')];
  await ruth.sees('Give your evidence');
  await ruth.fill(EVIDENCE);
  await ruth.press('Send my evidence');
  await ruth.sees('Please choose how far they have come.');
  await ruth.fill({
    'Progress on target 1': 'Good progress',
    'Progress on target 2': 'I have not seen this',
  });
  await ruth.press('Send my evidence');
  await ruth.sees('Thank you. Your evidence is saved, and the SENCO can see it.');
  await ruth.press('Change my answer');
  await ruth.fill({ 'What worked?': 'Practising in a pair, ten minutes each morning.' });
  await ruth.press('Send my evidence');
  await ruth.sees('Practising in a pair, ten minutes each morning.');
  await kwame.press('Nothing to add, or I don’t teach them');
  await kwame.sees(/The SENCO knows you have nothing to add/);

  await priya.type('review status Ruby');
  await priya.sees('Evidence: 2 of 2 answers in');
  await priya.press('Open the meeting');
  await priya.sees('Before you open the meeting');
  await priya.press('Back');
  await priya.press('Record parents’ views');
  await priya.fill({
    'What is going well?': 'She reads to her brother.',
    'What they hope will come of this review': 'A quieter place to work.',
  });
  await priya.press('Save their views');
  await priya.sees('Saved: the parents’ or carers’ views.');
  await priya.press('Record the pupil’s views');
  await priya.press('No views received');
  await priya.fill({
    'When were they last asked?': day(0),
    'How were they asked, and what happened?': 'Twice, with pictures; she would rather not say.',
  });
  await priya.press('Save');
  await priya.sees('Saved: they were asked, and no views were received.');
}

async function meeting({ player, day }: Stage): Promise<void> {
  const priya = player('Priya Shah');
  await priya.press('Open the meeting');
  await priya.sees(/Held today, brought forward from (Tue 1|Mon 14) Dec 2026\?/);
  await priya.press('Yes, it is held today');
  await priya.sees('The meeting is open.');
  for (let target = 1; target <= 2; target++) {
    await priya.fill({
      Progress: 'Good progress',
      'What shows it?': 'The weekly check.',
      'Is the target still right?': 'Keep it as it is',
    });
    await priya.press('Save');
    await priya.sees('Saved.');
  }
  await priya.fill({
    'What will be provided?': 'Talk Boost',
    'Who provides it?': 'Kwame Mensah',
    'How often?': '3 times a week',
    'How long is each session, and for how many weeks?': '20 minutes, for 10 weeks',
    'One to one, or a group of how many?': 'A group of 4',
    'How and when will it be checked?': 'Half-termly check by the class teacher',
    'Who sees to it that it happens?': 'Kwame Mensah',
  });
  await priya.press('Add it');
  await priya.sees('The provision is added.');
  await priya.type('review status Ruby');
  await priya.press('Record a disagreement');
  await priya.fill({
    'Who disagrees?': 'Mum',
    'What they said, in their own words': 'I think she needs one-to-one, not a group.',
  });
  await priya.press('Record it');
  await priya.sees('The disagreement is recorded in their own words.');
  await priya.press('Add an action');
  await priya.fill({
    'What will be done?': 'Clear a quiet table by the window.',
    'Who will do it?': 'Kwame Mensah',
    'By when?': day(1),
    'How will we know it is done?': 'Ruby works there every morning.',
  });
  await priya.press('Add it');
  await priya.sees(/Added: due/);
  await priya.fill({
    'What does the review conclude?': 'The plan is working and continues',
    'In your own words': 'Steady progress, with more to come.',
    'What will actually change for the child?':
      'Ruby has a quiet table of her own and practises with a friend each morning.',
  });
  await priya.press('Record the outcome');
  await priya.sees(/The outcome is recorded/);
}

async function acting({ player, nextSchoolMorning }: Stage): Promise<void> {
  const [priya, ruth, kwame] = [player('Priya Shah'), player('Ruth Adeyemi'), player('Kwame Mensah')];
  await ruth.sees('Ruby has a quiet table of her own and practises with a friend each morning.');
  await kwame.sees('A new action for you');
  await priya.press('Correct the record');
  await priya.fill({ 'Which part of the record?': 'Provision', 'What it should say': 'The group is of 3.' });
  await priya.press('Add the correction');
  await priya.sees('The group is of 3.');
  await ruth.sees('The record was corrected');

  await nextSchoolMorning();
  await kwame.sees('What’s due');
  await kwame.press('Done');
  await kwame.fill({ 'What was done?': 'Moved the table on Monday.', 'Did it help?': 'Too early to say' });
  await kwame.press('It is done');
  await kwame.sees(/That was the last action, so the review is closed/);
  await priya.sees('The review is closed');
  await priya.type('review status Ruby');
  await priya.sees(/Everything agreed is done/);
  await priya.sees(/Next review due by|6 months after the last review/);
}

/** A SEN Support review, from due to closed, by three members of staff. */
export async function senSupportReview(stage: Stage): Promise<void> {
  await preparing(stage);
  await gathering(stage);
  await meeting(stage);
  await acting(stage);
}
