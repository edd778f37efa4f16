import { type LocalDate, type LocalTime, localDate } from '../../src/domain/time.ts';
import type { Term } from './a-term.ts';
import type { Player } from './story.ts';

type Then = readonly [LocalDate, LocalTime];

/** Sets a meeting; where its day is after the last one for the review, that is pointed out, and the day is kept. */
async function plan(
  { senco }: Term,
  pupil: string,
  [day, time]: Then,
  evidenceBy: LocalDate,
  tooLate?: 'suggested' | 'typed',
): Promise<void> {
  await senco.type(`review start ${pupil}`);
  await senco.fill({ 'Day of the meeting': day, Time: time, 'Evidence wanted by': evidenceBy });
  const pointedOut = /is after the last day for the review, Thu 12 Nov 2026/;
  // A day that the form suggests itself is pointed out from the first: one press keeps it.
  if (tooLate === 'suggested') await senco.sees(pointedOut);
  await senco.press('Set it and ask');
  if (tooLate !== 'typed') return;
  await senco.sees(pointedOut);
  await senco.press('Set it and ask');
}

const nothingToAdd = (player: Player) => player.press('Nothing to add, or I don’t teach them');

async function viewsNotGiven({ senco }: Term, whose: string, soughtOn: LocalDate): Promise<void> {
  await senco.press(whose);
  await senco.press('No views received');
  await senco.fill({
    'When were they last asked?': soughtOn,
    'How were they asked, and what happened?': 'By letter; no answer.',
  });
  await senco.press('Save');
}

/** The whole meeting: opened, views noted, targets reviewed, one action, the outcome. */
/** Meets, with one action; `pointedOut` is what is said of its day, where that is no school day, before it is kept. */
async function meet(
  term: Term,
  pupil: string,
  owner: string,
  due: LocalDate,
  pointedOut = '',
): Promise<void> {
  const { senco, clock } = term;
  const today = localDate(clock.now());
  await senco.type(`review status ${pupil}`);
  await viewsNotGiven(term, 'Record parents’ views', today);
  await viewsNotGiven(term, 'Record the pupil’s views', today);
  await senco.press('Open the meeting');
  await senco.sees('The meeting is open.');
  for (let target = 1; target <= 2; target++) {
    await senco.fill({
      Progress: 'Good progress',
      'What shows it?': 'The weekly check.',
      'Is the target still right?': 'Keep it as it is',
    });
    await senco.press('Save');
  }
  await senco.press('No new support: add an action');
  await senco.fill({
    'What will be done?': `The reading pen for ${pupil}.`,
    'Who will do it?': owner,
    'By when?': due,
    'How will we know it is done?': 'It is used in guided reading.',
  });
  await senco.press('Add it');
  if (pointedOut) {
    await senco.sees(pointedOut);
    await senco.press('Add it');
  }
  await senco.fill({
    'What does the review conclude?': 'The plan is working and continues',
    'In your own words': 'Steady progress.',
    'What will actually change for the child?': 'A reading pen in every lesson.',
  });
  await senco.press('Record the outcome');
  await senco.sees(/The outcome is recorded/);
}

async function done(player: Player, pupil: string): Promise<void> {
  await player.type('review mine');
  await player.press('Done');
  await player.sees(`The reading pen for ${pupil}.`);
  await player.fill({ 'What was done?': 'Shown and in use.', 'Did it help?': 'Yes' });
  await player.press('It is done');
  await player.sees(/That was the last action, so the review is closed/);
}

async function reassign({ senco }: Term, due: LocalDate): Promise<void> {
  await senco.type('review mine');
  await senco.press('Find a new owner');
  await senco.fill({ 'Who will do it?': 'Tom Teacher', 'By when?': due });
  await senco.press('Give it to them');
  await senco.sees(/The new owner is told/);
}

/** All that is done in the term, in order. */
export const HAPPENS: readonly (readonly [LocalDate, LocalTime, (term: Term) => Promise<void>])[] = [
  // A Sunday evening: nobody hears of it before Monday.
  ['2026-09-06', '19:00', (term) => plan(term, 'Ada', ['2026-09-16', '15:30'], '2026-09-15')],
  ['2026-09-06', '19:05', (term) => plan(term, 'Ben', ['2026-09-17', '15:30'], '2026-09-15')],
  ['2026-09-06', '19:10', (term) => plan(term, 'Cal', ['2026-09-22', '15:30'], '2026-09-15')],
  ['2026-09-06', '19:15', (term) => plan(term, 'Dee', ['2026-09-24', '15:30'], '2026-09-15')],
  ['2026-09-07', '10:00', ({ tom, ann }) => times(4, tom, ann)],
  ['2026-09-16', '15:30', (term) => meet(term, 'Ada', 'Tom Teacher', '2026-09-25')],
  ['2026-09-17', '15:30', (term) => meet(term, 'Ben', 'Tom Teacher', '2026-09-30')],
  // A Friday, after hours.
  ['2026-09-18', '17:30', (term) => plan(term, 'Eli', ['2026-10-06', '15:30'], '2026-10-02')],
  ['2026-09-18', '17:35', (term) => plan(term, 'Fay', ['2026-10-08', '15:30'], '2026-10-02')],
  ['2026-09-18', '17:40', (term) => plan(term, 'Gus', ['2026-10-14', '15:30'], '2026-10-02')],
  ['2026-09-21', '10:00', ({ tom, ann }) => times(3, tom, ann)],
  ['2026-09-22', '15:30', (term) => meet(term, 'Cal', 'Ann Assistant', '2026-10-05')],
  ['2026-09-24', '12:00', ({ tom }) => done(tom, 'Ada')],
  // Due on a Saturday.
  ['2026-09-24', '15:30', (term) => meet(term, 'Dee', 'Ann Assistant', '2026-10-10', 'it is a Saturday')],
  ['2026-09-30', '12:00', ({ tom }) => done(tom, 'Ben')],
  // Due in half-term.
  [
    '2026-10-06',
    '15:30',
    (term) => meet(term, 'Eli', 'Tom Teacher', '2026-10-28', 'it is in the half-term holiday'),
  ],
  ['2026-10-08', '15:30', (term) => meet(term, 'Fay', 'Bo Bystander', '2026-10-15')],
  ['2026-10-09', '15:00', ({ ann }) => done(ann, 'Cal')],
  ['2026-10-14', '12:00', ({ ann }) => done(ann, 'Dee')],
  ['2026-10-14', '15:30', (term) => meet(term, 'Gus', 'Tom Teacher', '2026-11-10')],
  ['2026-10-18', '12:00', (term) => term.boLeaves('2026-10-18')],
  ['2026-10-21', '10:00', (term) => reassign(term, '2026-11-12')],
  // The first Saturday of half-term.
  ['2026-10-24', '10:00', (term) => plan(term, 'Hal', ['2026-11-10', '20:30'], '2026-11-09')],
  ['2026-10-24', '10:05', (term) => plan(term, 'Ivy', ['2026-11-13', '15:30'], '2026-11-09', 'suggested')],
  ['2026-10-24', '10:10', (term) => plan(term, 'Joy', ['2026-11-20', '20:00'], '2026-11-09', 'typed')],
  ['2026-11-02', '10:00', ({ tom, ann }) => times(3, tom, ann)],
  ['2026-11-05', '16:00', ({ tom }) => done(tom, 'Eli')],
  ['2026-11-10', '12:00', (term) => moreTime(term, '2026-11-20')],
  ['2026-11-10', '12:30', (term) => term.restart()],
  ['2026-11-10', '20:30', (term) => meet(term, 'Hal', 'Ann Assistant', '2026-11-13')],
  ['2026-11-13', '10:00', ({ tom }) => done(tom, 'Fay')],
  ['2026-11-13', '15:00', ({ ann }) => done(ann, 'Hal')],
  ['2026-11-13', '15:30', (term) => meet(term, 'Ivy', 'Ann Assistant', '2026-11-30')],
  ['2026-11-20', '20:00', (term) => meet(term, 'Joy', 'Tom Teacher', '2026-12-18')],
  ['2026-11-25', '12:00', ({ tom }) => done(tom, 'Gus')],
  ['2026-11-30', '12:00', notMine],
  ['2026-11-30', '15:00', (term) => reassign(term, '2026-12-04')],
  ['2026-12-04', '16:30', ({ tom }) => done(tom, 'Ivy')],
  // After the holidays.
  ['2027-01-08', '10:00', ({ tom }) => done(tom, 'Joy')],
  ['2027-01-11', '10:00', async () => {}],
];

async function times(count: number, ...players: readonly Player[]): Promise<void> {
  for (const player of players) for (let time = 0; time < count; time++) await nothingToAdd(player);
}

async function moreTime({ tom }: Term, day: LocalDate): Promise<void> {
  await tom.type('review mine');
  await tom.press('More');
  await tom.press('Need more time');
  await tom.fill({ 'New day': day, 'Why is more time needed?': 'The pens are on order.' });
  await tom.press('Move the day');
  await tom.sees('The day is moved.');
}

async function notMine({ ann }: Term): Promise<void> {
  await ann.type('review mine');
  await ann.press('More');
  await ann.press('Not mine');
  await ann.fill({ 'Why is it not yours?': 'I am in Year 1 now.' });
  await ann.press('Tell the SENCO');
}
