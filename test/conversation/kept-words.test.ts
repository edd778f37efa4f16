import { describe, expect, it } from 'vitest';
import type { Reply } from '../../src/channels/channel.ts';
import type { ActionData } from '../../src/presentation/message.ts';
import { buttonsOf } from '../support/adaptive.ts';
import { ASSISTANT, anAction, SENCO, TEACHER } from '../support/builders.ts';
import { aTalkAbout, cardsOf, standingIn, titlesOf } from './talk.ts';

/*
 * What somebody typed and a button goes on with stays with the bot: what a button carries, the chat keeps.
 */

const REASON = 'her mother told me that she is moving';
const two = [
  anAction({ id: 'laptop', what: 'Set the laptop up', owner: TEACHER }),
  anAction({ id: 'table', what: 'Move her table', owner: TEACHER }),
];
const asked = () => aTalkAbout({ stage: 'acting', actions: two });
const carried = (reply: Reply) =>
  JSON.stringify(
    cardsOf(reply).map(({ card, form }) => [buttonsOf(card).map(({ send }) => send), form?.data]),
  );
const firstButton = (reply: Reply) => buttonsOf(reply.show.card)[0]?.send as unknown as ActionData;

describe('given a reason, and two actions it may be for', () => {
  it('when it is chosen for which, then the reason stands in its form, and no button carried it', async () => {
    const talk = await asked();
    const which = await talk.says(TEACHER, `not mine: ${REASON}`);
    expect(titlesOf(which).length).toBeGreaterThan(1);
    expect(carried(which)).not.toContain('mother');
    const form = await talk.sends(TEACHER, firstButton(which));
    expect(standingIn(form.show)).toMatchObject({ why: REASON });
    expect(carried(form)).not.toContain('mother');
  });

  it('when somebody else sends that button, then the reason is not theirs to see', async () => {
    const talk = await asked();
    const data = firstButton(await talk.says(TEACHER, `not mine: ${REASON}`));
    for (const who of [SENCO, ASSISTANT])
      expect(JSON.stringify(await talk.sends(who, data))).not.toContain('mother');
  });

  it('when what the button names was never kept, then the form is opened, and asks', async () => {
    const talk = await asked();
    const data = firstButton(await talk.says(TEACHER, `not mine: ${REASON}`));
    const form = await talk.sends(TEACHER, { ...data, words: 'of-before-a-restart' });
    expect(standingIn(form.show)).toMatchObject({ why: '' });
  });
});

it('given a slip in a command, then “Did you mean” carries no name that was typed with it', async () => {
  const talk = await asked();
  const reply = await talk.says(SENCO, 'statsu Ada Lovelace');
  expect(titlesOf(reply)).toContain('Yes, status');
  expect(carried(reply)).not.toContain('Lovelace');
  expect(JSON.stringify(await talk.presses(SENCO, reply, 'Yes, status'))).toContain('Ada');
});
