import { filledFrom } from '../../questions/form-answers.ts';
import { profileOf, withProfile } from '../../school/profile.ts';
import { PROFILE } from '../../school/questions/profile.ts';
import { aboutPupil } from '../step.ts';

/** The pupil's one-page profile is written, or brought up to date: the one before is kept (Guide to SEND review meetings). */
export const profile = aboutPupil({
  name: 'profile',
  title: 'One-page profile',
  open: 'Write the one-page profile',
  send: 'Save the profile',
  words: ({ pupil }) => (profileOf(pupil) ? { open: 'Bring the one-page profile up to date' } : {}),
  ask: () =>
    'Staff who work with them read it, and it stands in the record for the family. Write it with them where you can.',
  notification: () => 'SEND reviews: a one-page profile',
  questions: PROFILE,
  values: ({ pupil }) => filledFrom(PROFILE, profileOf(pupil) ?? {}),
  offered: ({ pupil }) => (profileOf(pupil) ? 'Bring the profile up to date' : 'Write the profile'),
  said: () => 'The profile is kept. Staff who are asked for evidence see it.',
  decide: ({ pupil, actor, newId }, said) => ({
    ok: true,
    pupil: withProfile(pupil, { id: newId, ...said, by: actor.who, at: actor.at }),
  }),
});
