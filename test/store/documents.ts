import { type Digest, digestId, type Mornings } from '../../src/domain/nudges/digest.ts';
import type { PendingMessage } from '../../src/domain/nudges/message.ts';
import type { Action, EvidenceRequest, Review } from '../../src/domain/review/review.ts';
import { begin } from '../../src/domain/review/review-started.ts';
import { type Contact, contactId } from '../../src/domain/school/contact.ts';
import type { Pupil } from '../../src/domain/school/pupil.ts';
import type { School } from '../../src/domain/school/school.ts';
import type { Store } from '../../src/store/store.ts';
import { formatOf } from '../../src/store/upgrades/bring-up.ts';
import { UPGRADES } from '../../src/store/upgrades/index.ts';

/** Documents for the store's tests: whole, not yet stored, and told apart by what a test says of them. */

/** The format in which documents are stored today. */
export const FORMAT = formatOf(UPGRADES);

/** Puts the school and the pupil whom the reviews here are about: without them a store with a review does not open again. */
export async function putSubjects(store: Store): Promise<void> {
  await store.put('schools', school('elm'));
  await store.put('pupils', pupil('p1'));
}

export function school(id: string, over: Partial<School> = {}): School {
  return { id, version: 0, name: `School ${id}`, terms: [], insetDays: [], closures: [], staff: [], ...over };
}

export function pupil(id: string, over: Partial<Pupil> = {}): Pupil {
  return {
    id,
    version: 0,
    schoolId: 'elm',
    ref: id,
    firstName: 'Zoë',
    lastName: `O'Brien ${id}`,
    dateOfBirth: '2016-02-29',
    yearGroup: '5',
    plans: [{ kind: 'sen-support', targets: [] }],
    keyStaff: [],
    ...over,
  };
}

export function review(id: string, over: Partial<Review> = {}): Review {
  return {
    ...begin({
      ...{ type: 'review-started', id, schoolId: 'elm', pupilId: 'p1', ref: 'K7Q4', kind: 'sen-support' },
      ...{ lead: 'senco@elm.example', targets: [], at: '2026-09-10T09:00:00.000Z' },
    }),
    stage: 'gathering',
    ...over,
  };
}

export function contact(userId: string, over: Partial<Contact> = {}): Contact {
  return {
    id: contactId('slack', 'T1', userId),
    version: 0,
    channel: 'slack',
    tenant: 'T1',
    userId,
    ...over,
  };
}

export function digest(day: string, to: string, state: PendingMessage['state']): Digest {
  return { id: digestId(day, to), version: 0, to, day, items: ['action:r1:a1'], state };
}

export function mornings(schoolId: string, day: string): Mornings {
  return { id: schoolId, version: 0, day };
}

export function message(key: string, state: PendingMessage['state']): PendingMessage {
  return { key, to: 'ta@elm.example', kind: 'evidence-request', queuedAt: '2026-09-10T09:00:00.000Z', state };
}

export function asked(who: string): EvidenceRequest {
  return { who, askedAt: '2026-09-10T09:00:00.000Z', dueBy: '2026-09-20', revision: 0 };
}

export function action(owner: string, over: Partial<Action> = {}): Action {
  return {
    id: 'a1',
    what: 'Meet the speech therapist',
    owner,
    due: '2026-10-01',
    howWeWillKnow: 'A plan is agreed',
    addedAt: '2026-09-10T09:00:00.000Z',
    extensions: [],
    ...over,
  };
}
