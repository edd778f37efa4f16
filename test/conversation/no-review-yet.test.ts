import { expect, it } from 'vitest';
import { anEhcpPupil } from '../support/annual-builders.ts';
import { aPupil, SENCO, TEACHER } from '../support/builders.ts';
import { aTalk, textOf, titlesOf } from './talk.ts';

/* How a review stands that has not begun: what is known of the next one all the same. */

const now = '2026-11-26T10:00:00.000Z';

it('given an EHC plan and a move: then the status has when the review is due, and by when the plan is amended', async () => {
  const ben = anEhcpPupil({ yearGroup: '6', lastMeeting: '2026-06-05', lastDecision: '2026-07-01' });
  const talk = await aTalk({ pupils: [ben], now });
  const status = await talk.says(SENCO, 'review status Ben');
  const shown = textOf(status);
  expect(shown).toContain('No review yet');
  expect(shown).toContain('Due by Sun 14 Feb 2027');
  expect(shown).toContain('Moves to secondary school in September 2027: no meeting is set');
  expect(shown).toContain('Last meeting Fri 5 Jun 2026, last decision Wed 1 Jul 2026');
  expect(titlesOf(status)).toContain('Start a review');
});

it('given SEN Support: then the status has when the review is due, and how often the parents were met', async () => {
  const ada = aPupil({ lastReviewed: '2026-06-10' });
  const talk = await aTalk({ pupils: [ada], now });
  const shown = textOf(await talk.says(SENCO, 'review status Ada'));
  // Six months after the last review.
  expect(shown).toContain('Due by Thu 10 Dec 2026');
  expect(shown).toContain('No meetings with parents or carers yet this school year');
  expect(textOf(await talk.says(TEACHER, 'review status Ada'))).not.toContain('10 Dec');
});
