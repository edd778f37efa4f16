import { toldApart } from '../../school/namesakes.ts';
import { changedInForm } from '../changed-here.ts';
import { detailsOf, isTaken } from '../details.ts';
import { DETAILS } from '../questions/details.ts';
import { aboutPupil } from '../step.ts';
import { schoolYearSaid } from '../year-moves.ts';

/** Who the pupil is, and where in the school: what a list of pupils says, put right here. */
export const details = aboutPupil({
  name: 'details',
  title: 'Details',
  open: 'Change the details',
  send: 'Save',
  ask: () => 'As your records system has it, please. What you change here stays until a list says the same.',
  notification: () => 'SEND reviews: a pupil’s details',
  freeText: false,
  questions: DETAILS,
  values: ({ pupil: { ref, upn = '', firstName, lastName, dateOfBirth, yearGroup, className = '' } }) => ({
    ...{ ref, upn, firstName, lastName, dateOfBirth, yearGroup, className },
  }),
  said: () => 'Saved. Reviews and reminders go by it from now on.',
  decide({ pupil, others = [], actor, today }, answers) {
    const now = detailsOf(answers);
    const taken = isTaken(now, others);
    if (taken) return { ok: false, refusal: taken };
    const { upn: _, className: __, ...rest } = pupil;
    // Put right before September's move or after it: it is of the school year that it is.
    const yearOf = now.yearGroup === pupil.yearGroup ? pupil.yearOf : schoolYearSaid(now, today);
    const said = { ...rest, ...now, ...(yearOf !== undefined && { yearOf }) };
    const changed = changedInForm(pupil, said, actor);
    const [told = changed] = toldApart([changed, ...others]);
    return { ok: true, pupil: told };
  },
});
