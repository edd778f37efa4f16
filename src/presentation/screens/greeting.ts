import type { Role } from '../../domain/school/school.ts';
import { button, press } from '../buttons.ts';
import type { CardMessage } from '../message.ts';
import { part, section, sheetCard } from '../parts.ts';
import { safetyRuns, type WithLead } from './safety.ts';

const HELPS = 'I help with SEND reviews.';
const TYPE = '“review” shows what is waiting on you at any time, “review help” all that you can type.';

const COMES: Readonly<Record<Role, string>> = {
  senco: 'When a review needs you, I write to you here, privately, in school hours.',
  leader: 'When something needs you, I write to you here, privately, in school hours.',
  staff:
    'When a SENCO needs your evidence, or an action is yours, I write to you here, privately, in school hours.',
};

/** To somebody who opens their chat for the first time: what the bot is for, and how to begin; `role` as for the help. */
export function greetingCard({
  role,
  schools,
}: {
  readonly role: Role;
  readonly schools: readonly WithLead[];
}): CardMessage {
  const card = sheetCard({
    frame: { title: 'Hello', ask: `${HELPS} ${COMES[role]} ${TYPE}` },
    sections: [section('', [part([safetyRuns(schools, 'I don’t pass it on.', 'something')])])],
    buttons: [button('What’s waiting on me', press.mine(1), 'positive'), button('Help', press.help())],
  });
  return { card, notification: 'SEND reviews: hello' };
}
