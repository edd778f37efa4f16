import { changedInForm } from '../changed-here.ts';
import { KEY_STAFF } from '../questions/key-staff.ts';
import { aboutPupil } from '../step.ts';

/** The colleagues who work with the pupil. */
export const keyStaff = aboutPupil({
  name: 'key-staff',
  title: 'Key staff',
  open: 'Change who is asked for evidence',
  send: 'Save',
  ask: () => 'They are offered first when a meeting is set and evidence is asked for.',
  notification: () => 'SEND reviews: who works with a pupil',
  freeText: false,
  questions: KEY_STAFF,
  values: ({ pupil, school }) => {
    const here = pupil.keyStaff.filter((who) =>
      school.staff.some(({ email, left }) => email === who && !left),
    );
    return { keyStaff: here.join(',') };
  },
  offered: ({ pupil }) => (pupil.keyStaff.length ? 'Change who is asked' : 'Say who works with them'),
  said: () => 'Saved. They are offered first when the next meeting is set.',
  decide: ({ pupil, actor }, { keyStaff }) => ({
    ok: true,
    pupil: changedInForm(pupil, { ...pupil, keyStaff }, actor),
  }),
});
