import { expect, it } from 'vitest';
import { WaitingFiles } from '../../src/channels/private-file.ts';
import { Drafts } from '../../src/conversation/drafts.ts';
import { NOTHING_CAME, Parts } from '../../src/conversation/parts-kept.ts';
import { Waiting } from '../../src/conversation/waiting.ts';
import type { ActionData } from '../../src/presentation/message.ts';
import { buttonsOf } from '../support/adaptive.ts';
import { anAction, TEACHER } from '../support/builders.ts';
import { aTalkAbout, standingIn } from './talk.ts';

it('what a button has a name for is forgotten with all that waits: the form opens without it', async () => {
  const waiting = new Waiting();
  const two = [
    anAction({ id: 'laptop', what: 'Set the laptop up' }),
    anAction({ id: 'table', what: 'Move it' }),
  ];
  const talk = await aTalkAbout({ stage: 'acting', actions: two }, { waiting });
  const which = await talk.says(TEACHER, 'not mine: her mother told me that she is moving');
  const first = buttonsOf(which.show.card)[0]?.send as unknown as ActionData;
  expect(standingIn((await talk.sends(TEACHER, first)).show)).toMatchObject({
    why: 'her mother told me that she is moving',
  });
  waiting.forget();
  expect(JSON.stringify(await talk.sends(TEACHER, first))).not.toContain('mother');
});

it('drafts, forms that have come in part and files that wait to be fetched are forgotten when they are told to', () => {
  const waiting = new Waiting();
  const [drafts, parts, files] = [
    waiting.with(new Drafts()),
    waiting.with(new Parts()),
    waiting.with(new WaitingFiles()),
  ];
  drafts.keep('a', { why: 'she is moving' });
  parts.keep('b', { ...NOTHING_CAME, values: { why: 'she is moving' } });
  files.put('c', 'u1', { name: 'record.html', type: 'text/html', bytes: new Uint8Array(1) });
  expect([drafts.of('a'), parts.of('b').values]).toEqual([
    { why: 'she is moving' },
    { why: 'she is moving' },
  ]);
  waiting.forget();
  expect([drafts.of('a'), parts.of('b'), files.take('c', 'u1')]).toEqual([
    undefined,
    NOTHING_CAME,
    undefined,
  ]);
});
