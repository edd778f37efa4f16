import { expect, it } from 'vitest';
import { press } from '../../src/presentation/buttons.ts';
import type { ActionData } from '../../src/presentation/message.ts';
import { anAction, aPupil, aReview, aSchool, SENCO } from '../support/builders.ts';
import { aTalkAbout, textOf } from './talk.ts';

const HERE = aSchool({ id: 'here', name: 'Here School', teamsTenantId: 'tenant-1' });
const THERE = aSchool({ teamsTenantId: 'tenant-2' });
const review = aReview({ stage: 'acting', actions: [anAction()] });

const PRESSED: readonly ActionData[] = [
  press.show('status', review.id),
  press.show('record', review.id),
  press.form('cancel', review.id),
  press.submit('cancel', review.id, 'once1'),
  press.special('nothing-to-add', review.id, 'once2', 0),
  press.takeBack(review.id, 'action', 'action-1'),
  press.openMeeting(review.id, true),
];

const talkAboutThere = () => aTalkAbout(review, { schools: [HERE, THERE], pupils: [aPupil()] });
const from = (tenant: string) => ({ channel: 'teams', tenant, account: `29:${tenant}` });

it('somebody of two schools acts, from one school’s tenant, in that school alone', async () => {
  const talk = await talkAboutThere();
  const before = await talk.review();
  for (const data of PRESSED) {
    const said = textOf(await talk.sends(SENCO, data, { reason: 'mistake' }, from('tenant-1')));
    expect(said, JSON.stringify(data)).toMatch(/one of yours/);
    expect(said).not.toContain('Ada');
  }
  expect(await talk.review()).toEqual(before);
});

it('and from the other’s in the other', async () => {
  const talk = await talkAboutThere();
  const said = textOf(await talk.sends(SENCO, press.show('status', review.id), {}, from('tenant-2')));
  expect(said).toContain('Ada');
});
