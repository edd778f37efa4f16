import { correctMeeting, takeBackMeeting } from '../../school/meet-parents.ts';
import { meetingsOf } from '../../school/pupil-meetings.ts';
import { MET_AGAIN } from '../../school/questions/met.ts';
import { aboutPupil } from '../step.ts';

/** A meeting that was recorded is put right, or taken back. */
export const metAgain = aboutPupil({
  name: 'met-again',
  title: 'A meeting put right',
  open: 'Put a meeting right',
  send: 'Save',
  ask: () => 'Leave empty what stays as it is.',
  notification: () => 'SEND reviews: a meeting put right',
  questions: MET_AGAIN,
  offered: ({ pupil }) => (meetingsOf(pupil).length > 0 ? 'Put a meeting right' : undefined),
  note: ({ pupil }) =>
    meetingsOf(pupil).length > 0 ? undefined : 'No meeting is kept of this pupil besides reviews.',
  said: () => 'Saved, with who changed it and when.',
  decide({ pupil, actor, school }, { which, what, on, who, agreed }) {
    if (what === 'take-back') return takeBackMeeting(pupil, which, actor, school);
    const before = meetingsOf(pupil).find(({ id }) => id === which);
    const said = {
      on: on || (before?.on ?? ''),
      who: who || (before?.who ?? ''),
      agreed: agreed || (before?.agreed ?? ''),
    };
    return correctMeeting(pupil, { id: which, ...said }, actor, school);
  },
});
