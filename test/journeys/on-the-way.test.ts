import { expect, it } from 'vitest';
import { schoolAtNoChat } from './no-chat.ts';

const MOST_LIVE = 15;
const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);

it('a meeting opened early, closed, called off, set again and moved leaves few buttons, and nothing untrue', async () => {
  const school = await schoolAtNoChat();
  const [priya, ruth] = [school.player('Priya Shah'), school.player('Ruth Adeyemi')];
  await priya.type('review due');
  await priya.press('Start', 'Ruby Thompson');
  await priya.press('Set it and ask');
  await ruth.fill({
    'First, the strengths: what is going well?': 'Ruby starts stories herself.',
    'Progress on target 1': 'Good progress',
    'Progress on target 2': 'Some progress',
  });
  await ruth.press('Send my evidence');
  await ruth.sees('The meeting you are invited to');

  // Asked whether it is held today, and left standing; how the review stands is looked at elsewhere.
  await priya.type('review status Ruby');
  await priya.press('Open the meeting');
  await priya.press('Open the meeting anyway');
  await priya.sees('Yes, it is held today');
  await priya.type('review status Ruby');
  expect(priya.reads().join('\n')).not.toContain('Yes, it is held today');
  // Opened all the same, and closed again.
  await priya.press('Open the meeting');
  await priya.press('Open the meeting anyway');
  await priya.press('Yes, it is held today');
  await priya.type('review status Ruby');
  await priya.press('Opened by mistake: close it');

  await priya.press('Call the meeting off');
  await priya.fill({ 'Why is the meeting called off?': 'The hall is flooded.' });
  await priya.press('Call it off');
  // What she has open is put right where it stands, at once; and of the change she hears.
  const own = () => ruth.reads().findLast((card) => card.startsWith('Your evidence'));
  expect(own()).not.toContain('The meeting you are invited to');
  await ruth.sees('called off');
  await priya.press('Set a new meeting');
  await priya.press('Set it and ask');
  expect(own()).toContain('The meeting you are invited to');
  await school.nextSchoolMorning();
  await priya.type('review status Ruby');
  expect(sum(priya.buttons())).toBeLessThanOrEqual(MOST_LIVE);
  expect(sum(ruth.buttons())).toBeLessThanOrEqual(MOST_LIVE);
}, 20_000);
