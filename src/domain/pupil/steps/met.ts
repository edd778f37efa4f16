import { recordMeeting } from '../../school/meet-parents.ts';
import { MET } from '../../school/questions/met.ts';
import { familyOf } from '../../school/young-person.ts';
import { aboutPupil } from '../step.ts';

/** The parents were met, besides a review (Code of Practice 6.65: at least three times each year). */
export const met = aboutPupil({
  name: 'met',
  title: 'Meeting with the family',
  open: 'Record a meeting',
  send: 'Save the meeting',
  ask: ({ pupil, today }) =>
    `A meeting with ${familyOf(pupil.dateOfBirth, today)} besides a review. A review whose meeting they are at counts by itself.`,
  notification: () => 'SEND reviews: a meeting besides a review',
  questions: MET,
  suggests: ({ today }) => ({ on: today }),
  said: () => 'The meeting is kept, and counts.',
  decide: ({ pupil, actor, school, newId }, { on, who, agreed }) =>
    recordMeeting(pupil, { id: newId, on, who, agreed }, actor, school),
});
