import { PLAN_KINDS } from '../../plans/index.ts';
import { refusal } from '../../review/decision.ts';
import type { Pupil } from '../../school/pupil.ts';
import { saidInForm } from '../changed-here.ts';
import { detailsOf, isTaken } from '../details.ts';
import { ADD_PUPIL, SAME, WHOSE } from '../questions/add-pupil.ts';
import { withoutTaken } from '../who/freed.ts';
import { refKey } from '../who/person.ts';
import { whoIsWho } from '../who/who-is-who.ts';
import { schoolYearSaid } from '../year-moves.ts';
import { alikeIn } from './alike.ts';
import { aboutRegister, type PupilChange } from './step.ts';

/**
 * A pupil who is in no list yet. One who may be here already is asked about, as in an import; where it is another child, the
 * first keeps their reviews, and a number that both have is the new one's from now on.
 */
export const addPupil = aboutRegister({
  name: 'add-pupil',
  title: 'A new pupil',
  open: 'Add a pupil',
  send: 'Add the pupil',
  ask: () =>
    'As your records system has them, please. A plan’s dates, targets and key staff come afterwards.',
  notification: () => 'SEND reviews: a new pupil',
  freeText: false,
  questions: ADD_PUPIL,
  decide({ pupils, school, typed, today, actor, newId }, { whose = '', status, ...said }) {
    const [is, id = ''] = whose.split(':');
    // Somebody may have added them since it was sent.
    const alike = alikeIn(typed, pupils);
    if (alike && alike.id !== id)
      return { ok: false, refusal: refusal('number-taken', WHOSE, { field: 'whose' }) };
    if (is === SAME)
      return { ok: true, changes: [], say: 'Nobody was added: this is the child who is here.', shows: id };
    const details = detailsOf(said);
    const { freed } = whoIsWho(pupils, [details], new Map([[refKey(details.ref), 'another']]));
    const free = (now: Pupil) => withoutTaken(now, [details], today, pupils);
    // They were asked about one child; that the number or UPN is a third one's they were not.
    const others = pupils.map((pupil) => (freed.includes(pupil) ? free(pupil) : pupil));
    const taken = isTaken(details, others);
    if (taken) return { ok: false, refusal: taken };
    const changes = freed.map((pupil): PupilChange => ({ id: pupil.id, change: (now) => now && free(now) }));
    const plans = PLAN_KINDS.filter((kind) => kind === status).map((kind) => ({ kind, targets: [] }));
    const yearOf = schoolYearSaid(details, today);
    const added: Pupil = {
      ...{ id: newId, version: 0, schoolId: school.id, ...details, yearOf },
      ...{ keyStaff: [], plans },
    };
    return {
      ok: true,
      changes: [...changes, { id: newId, change: (now) => (now ? undefined : saidInForm(added, actor)) }],
      say: plans.length
        ? 'Added. Please give the plan’s dates next, so that its review is reckoned from them.'
        : 'Added. Without a plan no review is due; one can be added here.',
      shows: newId,
    };
  },
});
