import { describe, expect, it } from 'vitest';
import { anAction, aReview, BYSTANDER, TEACHER } from '../support/builders.ts';
import { aTalkAbout, textOf, titlesOf } from './talk.ts';

const OWN_BUTTON = 'What waits on you has a button of its own; for more time, please tell your SENCO.';

describe('given a teacher owes evidence and has no open action', () => {
  it.each(['done', 'snooze until Friday', 'not mine', 'can’t be done', 'done the evidence', 'Friday'])(
    'when they say “%s”: then they are told what they owe, and it is offered',
    async (words) => {
      const talk = await aTalkAbout(aReview());
      const reply = await talk.says(TEACHER, words);
      expect(textOf(reply)).toContain(`You have no open action. ${OWN_BUTTON}`);
      expect(textOf(reply)).toContain('By Fri 13 Nov 2026');
      expect(titlesOf(reply)).toEqual(['Give your evidence']);
    },
  );

  it('when they say more: then what they typed is there to copy, above it', async () => {
    const talk = await aTalkAbout(aReview());
    const reply = await talk.says(TEACHER, 'done: she reads to her brother now');
    expect(textOf(reply)).toContain('she reads to her brother now');
    expect(titlesOf(reply)).toEqual(['Give your evidence']);
  });

  it('when somebody who owes nothing says it: then nothing is open', async () => {
    const talk = await aTalkAbout(aReview());
    const reply = textOf(await talk.says(BYSTANDER, 'done'));
    expect(reply).toContain('None of your actions is open');
  });
});

describe('given a teacher owes evidence for one pupil and an action for another', () => {
  const acting = aReview({ id: 'review-2', ref: 'M3X9', stage: 'acting', actions: [anAction()] });
  const talkOf = () => aTalkAbout(aReview(), { reviews: [aReview(), acting] });

  it('when they name the evidence: then they are told that it is no action, and it is offered', async () => {
    const reply = await (await talkOf()).says(TEACHER, 'done the evidence');
    expect(textOf(reply)).toContain(`That is no action. ${OWN_BUTTON}`);
    expect(titlesOf(reply)).toContain('Give your evidence');
  });

  it('when they say “done”: then it is the action', async () => {
    expect(textOf(await (await talkOf()).says(TEACHER, 'done'))).toContain('Put the reading pen');
  });
});
