import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Digest } from '../../src/domain/nudges/digest.ts';
import type { PendingMessage } from '../../src/domain/nudges/message.ts';
import { firstDue } from '../../src/domain/nudges/obligations.ts';
import type { Review, Stage } from '../../src/domain/review/review.ts';
import { type Collection, Conflict, type Documents, type Store } from '../../src/store/store.ts';
import { action, asked, contact, digest, message, mornings, pupil, review, school } from './documents.ts';

const PEOPLE = ['ann@elm.example', 'bob@elm.example', 'cat@elm.example'];
const SCHOOLS = ['elm', 'oak'];
const PUPILS = ['p1', 'p2', 'p3'];
const DAYS = ['2026-09-17', '2026-09-20', '2026-10-01', '2026-10-05'];
const OBLIGATIONS = ['r1/action/a1/ann@elm.example', 'r2/evidence/bob@elm.example'];
const HOURS = ['09', '10', '11', '12'].map((hour) => `2026-09-10T${hour}:00:00.000Z`);

type Put = {
  readonly [C in Collection]: { readonly collection: C; readonly document: Documents[C] };
}[Collection];
// A pupil stays in the school they are in, as their reviews are of it.
const schoolOf = (pupilId: string) => (pupilId === 'p2' ? 'oak' : 'elm');

// A review without its pupil, or a pupil without their school, would not be opened again.
const WHOM_ALL_IS_ABOUT: readonly Put[] = [
  ...SCHOOLS.map((id) => ({ collection: 'schools' as const, document: school(id) })),
  ...PUPILS.map((id) => ({ collection: 'pupils' as const, document: pupil(id, { schoolId: schoolOf(id) }) })),
];

type Step =
  | { readonly do: 'put'; readonly what: Put; readonly from: 'now' | 'before' | 'nothing' }
  | { readonly do: 'reopen' };

const person = fc.constantFrom(...PEOPLE);
const hour = fc.constantFrom(...HOURS);
const state: fc.Arbitrary<PendingMessage['state']> = fc.oneof(
  fc.constant({ is: 'waiting' as const, tries: 0 }),
  hour.map((after) => ({ is: 'waiting' as const, after, tries: 1 })),
  hour.map((until) => ({ is: 'sending' as const, until, tries: 1, contactId: 'c' })),
  hour.map((at) => ({ is: 'sent' as const, at })),
  hour.map((at) => ({ is: 'undeliverable' as const, at, why: 'left', tries: 1 })),
);

// Order is by time or name, so no two of these share one: where they do, the contract leaves the order open.
const reviews: fc.Arbitrary<Review> = fc
  .record({
    n: fc.nat(4),
    minute: fc.nat(9),
    pupilId: fc.constantFrom(...PUPILS),
    lead: person,
    evidence: fc.array(person.map(asked), { maxLength: 2 }),
    stage: fc.constantFrom<Stage>('preparing', 'gathering', 'acting', 'closed'),
    actions: fc.array(
      fc.tuple(person, fc.constantFrom(...DAYS)).map(([who, due]) => action(who, { due })),
      { maxLength: 2 },
    ),
    invitees: fc.array(
      person.map((who) => ({ kind: 'staff' as const, who })),
      { maxLength: 2 },
    ),
    messages: fc.array(
      state.map((its) => message('k', its)),
      { maxLength: 2 },
    ),
  })
  .map(({ n, minute, invitees, ...rest }) =>
    review(`r${n}`, {
      ...rest,
      schoolId: schoolOf(rest.pupilId),
      startedAt: `2026-09-0${1 + n}T09:0${minute}:00.000Z`,
      meeting: { date: '2026-10-01', time: '14:30', invitees },
    }),
  );

const puts: fc.Arbitrary<Put> = fc.oneof(
  { weight: 4, arbitrary: reviews.map((document) => ({ collection: 'reviews' as const, document })) },
  fc.record({ n: fc.nat(2), name: fc.constantFrom('Ash', 'Beech') }).map(({ n, name }) => ({
    collection: 'schools' as const,
    document: school(`s${n}`, { name: `${name} ${n}` }),
  })),
  fc.record({ n: fc.nat(3), schoolId: fc.constantFrom(...SCHOOLS) }).map(({ n, schoolId }) => ({
    collection: 'pupils' as const,
    // No review is of p0, so that one may change schools.
    document: pupil(`p${n}`, { schoolId: n === 0 ? schoolId : schoolOf(`p${n}`) }),
  })),
  fc.record({ n: fc.nat(3), email: person, minute: fc.nat(9) }).map(({ n, email, minute }) => ({
    collection: 'contacts' as const,
    document: contact(`U${n}`, { email, seenAt: `2026-09-0${1 + n}T09:0${minute}:00.000Z` }),
  })),
  fc
    .record({
      day: fc.constantFrom('2026-09-10', '2026-09-11'),
      to: person,
      state,
      escalations: fc.array(
        fc.record({
          obligationId: fc.constantFrom(...OBLIGATIONS),
          step: fc.constantFrom('senco' as const, 'leader' as const),
        }),
        { maxLength: 2 },
      ),
    })
    .map(({ day, to, state, escalations }) => ({
      collection: 'digests' as const,
      document: { ...digest(day, to, state), escalations },
    })),
  fc.record({ n: fc.nat(1), day: fc.constantFrom(...DAYS) }).map(({ n, day }) => ({
    collection: 'mornings' as const,
    document: mornings(`s${n}`, day),
  })),
);

const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    {
      weight: 12,
      arbitrary: fc.record({
        do: fc.constant('put' as const),
        what: puts,
        from: fc.constantFrom(
          'now' as const,
          'now' as const,
          'now' as const,
          'before' as const,
          'nothing' as const,
        ),
      }),
    },
    { weight: 1, arbitrary: fc.constant({ do: 'reopen' as const }) },
  ),
  { minLength: 1, maxLength: 40 },
);

/** The plainest store there could be: a map, and finders that look at everything. */
class Model {
  readonly documents = new Map<string, Put['document']>();

  put({ collection, document }: Put): void {
    this.documents.set(`${collection}/${document.id}`, { ...document, version: document.version + 1 });
  }

  version({ collection, document }: Put): number {
    return this.documents.get(`${collection}/${document.id}`)?.version ?? 0;
  }

  all<C extends Collection>(collection: C): Documents[C][] {
    const found = [...this.documents].filter(([key]) => key.startsWith(`${collection}/`));
    return found.map(([, document]) => document as Documents[C]);
  }
}

const by =
  <T>(key: (document: T) => string) =>
  (a: T, b: T) =>
    key(a).localeCompare(key(b), 'en-GB');

async function expectSame(store: Store, model: Model): Promise<void> {
  for (const [key, document] of model.documents) {
    const [collection, id] = key.split('/') as [Collection, string];
    expect(await store.get(collection, id)).toEqual(document);
  }
  const oldest = model.all('reviews').sort(by((one) => one.startedAt));
  expect(await store.schools()).toEqual(model.all('schools').sort(by((one) => one.name)));
  for (const id of SCHOOLS) {
    const theirs = model.all('pupils').filter((one) => one.schoolId === id);
    expect(await store.pupilsOf(id)).toEqual(theirs.sort(by((one) => one.lastName)));
    expect(await store.reviewsOf(id)).toEqual(oldest.filter((one) => one.schoolId === id));
  }
  for (const id of SCHOOLS) {
    for (const last of DAYS) {
      const dueBy = (one: Review) => one.schoolId === id && (firstDue(one) ?? '9') <= last;
      const found = await store.reviewsDueBy(id, last);
      expect([...found].sort(by((one) => one.id))).toEqual(oldest.filter(dueBy).sort(by((one) => one.id)));
      const days = found.map((one) => firstDue(one) ?? '');
      expect(days).toEqual([...days].sort());
    }
  }
  expect(await store.reviewsUnreached()).toEqual(
    oldest.filter((one) => one.messages.some((it) => it.state.is === 'undeliverable')),
  );
  const inOrder = (digests: readonly Digest[]) => [...digests].sort(by((one) => one.id));
  for (const day of ['2026-09-10', '2026-09-11']) {
    const theirs = model.all('digests').filter((one) => one.day === day);
    expect(inOrder(await store.digestsOf(day))).toEqual(inOrder(theirs));
  }
  for (const id of OBLIGATIONS) {
    const theirs = model.all('digests').filter((one) => JSON.stringify(one.escalations).includes(id));
    expect(inOrder(await store.digestsEscalating(id))).toEqual(inOrder(theirs));
  }
  for (const id of PUPILS) {
    expect(await store.reviewsOfPupil(id)).toEqual(oldest.filter((one) => one.pupilId === id));
  }
  for (const who of PEOPLE) {
    expect(await store.reviewsConcerning(who)).toEqual(oldest.filter((one) => concerns(one, who)));
    const theirs = model.all('contacts').filter((one) => one.email === who);
    expect(await store.contactsOf(who)).toEqual(theirs.sort(by((one) => one.seenAt ?? '')).reverse());
  }
  for (const now of HOURS) {
    expect(await store.reviewsToDeliver(now)).toEqual(
      oldest.filter((one) => one.messages.some((it) => due(it, now))),
    );
    const digests = model.all('digests').filter((one) => due(one, now));
    expect([...(await store.digestsToDeliver(now))].sort(by((one) => one.id))).toEqual(
      digests.sort(by((one) => one.id)),
    );
  }
}

function concerns(one: Review, who: string): boolean {
  return JSON.stringify([one.lead, one.evidence, one.actions, one.meeting]).includes(who);
}

function due(it: { readonly state: PendingMessage['state'] }, now: string): boolean {
  if (it.state.is === 'waiting') return (it.state.after ?? now) <= now;
  return it.state.is === 'sending' && it.state.until <= now;
}

/** A store, whatever is put into it and however often it is opened again, gives what a plain map would. */
export function storeModel(newPlace: () => Promise<{ open(): Promise<Store> }>): void {
  it('gives the same after any puts, refusals and restarts', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (todo) => {
        const place = await newPlace();
        const model = new Model();
        let store = await place.open();
        for (const what of WHOM_ALL_IS_ABOUT) await putBoth(store, model, { do: 'put', what, from: 'now' });
        for (const step of todo) {
          if (step.do === 'reopen') {
            await store.close();
            store = await place.open();
          } else await putBoth(store, model, step);
        }
        await expectSame(store, model);
        await store.close();
        await expectSame(await place.open(), model);
      }),
      { numRuns: 50 },
    );
  });
}

async function putBoth(store: Store, model: Model, step: Extract<Step, { do: 'put' }>): Promise<void> {
  const now = model.version(step.what);
  const version = step.from === 'now' ? now : step.from === 'before' ? Math.max(0, now - 1) : 0;
  const what = { ...step.what, document: { ...step.what.document, version } } as Put;
  const putting = store.put(what.collection, what.document);
  if (version !== now) return void (await expect(putting).rejects.toThrow(Conflict));
  model.put(what);
  expect(await putting).toEqual({ ...what.document, version: version + 1 });
}
