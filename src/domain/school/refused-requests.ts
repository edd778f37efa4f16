import { checkWords } from '../review/checks.ts';
import { type Actor, type Refusal, refusal } from '../review/decision.ts';
import { checkAsked } from '../review/start.ts';
import { localDate } from '../time.ts';
import { isSenco, membership, NOT_HERE } from './membership.ts';
import type { Pupil, RefusedRequest } from './pupil.ts';
import type { School } from './school.ts';

/** The pupil with a refused request kept (the version as it was: the store raises it), or why that can't be recorded. */
export type RequestRefused =
  | { readonly ok: true; readonly pupil: Pupil }
  | { readonly ok: false; readonly refusal: Refusal };

/**
 * Records that somebody asked for a review before its time and was refused, with both reasons. Only a SENCO of the
 * pupil's school may. `request.id` is new each time: the same one again changes nothing.
 */
export function refuseEarly(
  pupil: Pupil,
  request: Omit<RefusedRequest, 'by' | 'at'>,
  actor: Actor,
  school: School,
): RequestRefused {
  const refused =
    notTheirs(pupil, actor, school) ??
    checkAsked(request, localDate(actor.at)) ??
    checkWords(request.refusal, 'refusal', 'Please say why the request is refused: they may ask.');
  if (refused) return { ok: false, refusal: refused };
  const before = pupil.refusedRequests ?? [];
  if (before.some(({ id }) => id === request.id)) return { ok: true, pupil };
  const { id, kind, asker, askedOn, why, refusal: reason } = request;
  const kept: RefusedRequest = {
    ...{ id, asker, askedOn, why, refusal: reason },
    ...(kind && { kind }),
    ...{ by: actor.who, at: actor.at },
  };
  return { ok: true, pupil: { ...pupil, refusedRequests: [...before, kept] } };
}

function notTheirs(pupil: Pupil, { who }: Actor, school: School): Refusal | undefined {
  if (pupil.schoolId === school.id && isSenco(school, who)) return undefined;
  const known = pupil.schoolId === school.id && membership(school, who);
  const say = 'Only the SENCO can answer a request for a review. Pass it on to them.';
  return refusal('not-yours', known ? say : NOT_HERE);
}
