import { checkWords, dayInWords } from '../review/checks.ts';
import { type Actor, type Refusal, refusal } from '../review/decision.ts';
import { type LocalDate, localDate } from '../time.ts';
import { isSenco, membership, NOT_HERE } from './membership.ts';
import type { Pupil } from './pupil.ts';
import type { ParentMeeting } from './pupil-meetings.ts';
import type { School } from './school.ts';

/** The pupil as it is then (the version as it was: the store raises it), or why that can't be done. */
export type MeetingKept =
  | { readonly ok: true; readonly pupil: Pupil }
  | { readonly ok: false; readonly refusal: Refusal };

/** What is said of a meeting: when it was, who met whom, and what was agreed. */
export type MeetingSaid = Pick<ParentMeeting, 'on' | 'who' | 'agreed'>;

/**
 * Keeps that a pupil's parents were met, besides a review. Only a SENCO of the pupil's school may, and only once the day has
 * come. `id` is new each time: the same one again changes nothing.
 */
export function recordMeeting(
  pupil: Pupil,
  meeting: MeetingSaid & { readonly id: string },
  actor: Actor,
  school: School,
): MeetingKept {
  const refused = notTheirs(pupil, actor, school) ?? checkSaid(meeting, localDate(actor.at));
  if (refused) return { ok: false, refusal: refused };
  const { meetings = [] } = pupil;
  if (meetings.some(({ id }) => id === meeting.id)) return { ok: true, pupil };
  const { id, on, who, agreed } = meeting;
  const kept: ParentMeeting = { id, on, who, agreed, by: actor.who, at: actor.at };
  return { ok: true, pupil: { ...pupil, meetings: [...meetings, kept] } };
}

/** Puts right what is kept of a meeting; who did that, and when, stays. Only a SENCO of the pupil's school may. */
export function correctMeeting(
  pupil: Pupil,
  { id, on, who, agreed }: MeetingSaid & { readonly id: string },
  actor: Actor,
  school: School,
): MeetingKept {
  const refused = checkSaid({ on, who, agreed }, localDate(actor.at));
  return changed(pupil, id, actor, school, refused, (meeting) => ({
    ...meeting,
    ...{ on, who, agreed },
    corrected: [...(meeting.corrected ?? []), { by: actor.who, at: actor.at }],
  }));
}

/** A meeting was recorded by mistake: it stays with who took it back, and is counted no more. */
export function takeBackMeeting(pupil: Pupil, id: string, actor: Actor, school: School): MeetingKept {
  return changed(pupil, id, actor, school, undefined, (meeting) => ({
    ...meeting,
    takenBack: { by: actor.who, at: actor.at },
  }));
}

function changed(
  pupil: Pupil,
  id: string,
  actor: Actor,
  school: School,
  fault: Refusal | undefined,
  change: (meeting: ParentMeeting) => ParentMeeting,
): MeetingKept {
  const refused = notTheirs(pupil, actor, school) ?? notThere(pupil, id) ?? fault;
  if (refused) return { ok: false, refusal: refused };
  const meetings = (pupil.meetings ?? []).map((one) => (one.id === id ? change(one) : one));
  return { ok: true, pupil: { ...pupil, meetings } };
}

function checkSaid({ on, who, agreed }: MeetingSaid, today: LocalDate): Refusal | undefined {
  if (on > today) {
    const say = `${dayInWords(on)} is still to come. Record the meeting once you have met.`;
    return refusal('date-order', say, { field: 'on' });
  }
  return (
    checkWords(who, 'who', 'Please say who met whom.') ??
    checkWords(agreed, 'agreed', 'Please write a line on what was agreed.')
  );
}

function notThere({ meetings = [] }: Pupil, id: string): Refusal | undefined {
  const meeting = meetings.find((one) => one.id === id);
  if (!meeting) return refusal('unknown-thing', 'That meeting is not kept here. Look at the pupil again.');
  if (!meeting.takenBack) return undefined;
  return refusal(
    'already-done',
    'That meeting was taken back already. Record it again if it was held after all.',
  );
}

function notTheirs(pupil: Pupil, { who }: Actor, school: School): Refusal | undefined {
  if (pupil.schoolId === school.id && isSenco(school, who)) return undefined;
  const known = pupil.schoolId === school.id && membership(school, who);
  return refusal('not-yours', known ? 'Only the SENCO can record this. Pass it on to them.' : NOT_HERE);
}
