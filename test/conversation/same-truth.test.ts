import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Reply } from '../../src/channels/channel.ts';
import { wordDigest } from '../../src/conversation/word-digest.ts';
import { escalationsOf } from '../../src/domain/nudges/escalation.ts';
import { obligationsOf } from '../../src/domain/nudges/obligations.ts';
import type { Action, Review, Stage } from '../../src/domain/review/review.ts';
import type { School, StaffMember } from '../../src/domain/school/school.ts';
import { plusDays } from '../../src/domain/time.ts';
import { buttonsOf } from '../support/adaptive.ts';
import {
  ASSISTANT,
  anAction,
  anEvidenceRequest,
  aReview,
  aSchool,
  BYSTANDER,
  LEADER,
  SENCO,
  STAFF,
  TEACHER,
} from '../support/builders.ts';
import { aTalk, cardsOf, type Talk, textOf, titlesOf } from './talk.ts';

/** A Wednesday in term. */
const TODAY = '2026-12-09';
const AT = `${TODAY}T10:00:00.000Z`;
const SECOND = 'sky.senco@oakfield.example';
const OWNERS = [SENCO, LEADER, TEACHER, ASSISTANT, BYSTANDER];
const PEOPLE: readonly StaffMember[] = [...STAFF, { email: SECOND, name: 'Sky Second', role: 'senco' }];

const day = fc.integer({ min: -40, max: 40 }).map((days) => plusDays(TODAY, days));
const marks = fc.constantFrom('done', 'withdrawn', 'disowned', 'cannotBeDone', 'open', 'open', 'open');
const anyAction = fc
  .record({ owner: fc.constantFrom(...OWNERS), due: day, mark: marks })
  .map(({ owner, due, mark }): Omit<Action, 'id'> => {
    const at = '2026-12-01T10:00:00.000Z';
    const said = {
      open: {},
      done: { done: { by: owner, at, what: 'x', helped: 'yes' as const } },
      withdrawn: { withdrawn: { by: owner, at, why: 'Because' } },
      disowned: { disowned: { at, why: 'Because' } },
      cannotBeDone: { cannotBeDone: { by: owner, at, why: 'Because' } },
    };
    return { ...anAction({ owner, due }), ...said[mark] };
  });
const stage = fc.constantFrom<Stage>(
  'preparing',
  'gathering',
  'meeting',
  'acting',
  'acting',
  'acting',
  'closed',
);
const anyReview = fc.record({
  stage,
  lead: fc.constantFrom(SENCO, SECOND),
  evidenceBy: day,
  asked: fc.constantFrom(TEACHER, ASSISTANT),
  actions: fc.array(anyAction, { maxLength: 4 }),
});
const standing = fc.constantFrom<Partial<StaffMember>>(
  {},
  {},
  { left: '2026-12-02' },
  { absent: { from: '2026-12-07', until: '2026-12-18' } },
  { absent: { from: '2026-12-14', until: '2027-01-06' } },
  { absent: { from: '2026-11-02', until: '2026-11-20' } },
);
// The SENCO whose screens are looked at stays.
const anySchool = fc
  .array(standing, { minLength: PEOPLE.length, maxLength: PEOPLE.length })
  .map(
    (all): School =>
      aSchool({ staff: PEOPLE.map((one, at) => (one.email === SENCO ? one : { ...one, ...all[at] })) }),
  );

/** Every page of what somebody is shown. */
async function pagesOf(talk: Talk, who: string, typed: string): Promise<Reply[]> {
  const pages = [await talk.says(who, typed)];
  for (
    let last = pages[0];
    last && titlesOf(last).includes('Next page') && pages.length < 60;
    last = pages.at(-1)
  ) {
    pages.push(await talk.presses(who, last, 'Next page'));
  }
  return pages;
}

/** The actions that buttons are about, each once. */
const actionsIn = (replies: readonly Reply[]) =>
  new Set(
    replies
      .flatMap(cardsOf)
      .flatMap(({ card }) => buttonsOf(card))
      .flatMap(({ send }) => (send.about?.startsWith('act') ? [`${send.review} ${send.about}`] : [])),
  );

const namesOf = (reviews: readonly Review[]) =>
  reviews
    .filter((review) => review.stage === 'acting')
    .flatMap((review) => review.actions.map((action) => ({ review, action })))
    .filter(({ action }) => !action.done && !action.withdrawn);

/** Who has an open action waiting on them, reckoned from the data alone. */
function waitsOn(action: Action, school: School, lead: string): string[] {
  if (action.cannotBeDone || action.disowned) return [lead];
  const owner = school.staff.find((one) => one.email === action.owner);
  if (!owner || owner.left) return [lead];
  const { absent } = owner;
  const gone = absent && TODAY < absent.until && action.due < absent.until;
  const away = gone && (action.due >= absent.from || TODAY >= absent.from);
  return away ? [owner.email, lead] : [owner.email];
}

/** Who runs a review today: its lead while they are there, else the other SENCO, if they are. */
function leadOf(review: Review, school: School): string {
  const second = school.staff.find((one) => one.email === SECOND);
  const there =
    !second?.left && !(second?.absent && second.absent.from <= TODAY && TODAY < second.absent.until);
  return review.lead === SECOND && there ? SECOND : SENCO;
}

it('is the same in the overview, in what waits on each, in their digests and in what is escalated', async () => {
  await fc.assert(
    fc.asyncProperty(anySchool, fc.array(anyReview, { maxLength: 5 }), async (school, given) => {
      const reviews = given.map(({ actions, evidenceBy, asked, ...review }, at) =>
        aReview({
          ...review,
          id: `review-${at}`,
          ref: `R${at}`,
          evidence: [anEvidenceRequest({ who: asked, dueBy: evidenceBy })],
          actions: actions.map((action, n) => ({ ...action, id: `act${at}-${n}` })),
        }),
      );
      const talk = await aTalk({ schools: [school], reviews, now: AT });
      const open = namesOf(reviews);
      const nameOf = ({ review, action }: { review: Review; action: Action }) => `${review.id} ${action.id}`;

      const overview = await pagesOf(talk, SENCO, 'review actions');
      expect(actionsIn(overview)).toEqual(new Set(open.map(nameOf)));
      expect(actionsIn(await pagesOf(talk, SENCO, 'actions by pupil'))).toEqual(actionsIn(overview));
      expect(textOf(overview[0] as Reply)).toContain(
        `${open.length} action${open.length === 1 ? '' : 's'} open`,
      );
      const overdue = actionsIn(await pagesOf(talk, SENCO, 'actions overdue'));
      expect([...overdue].filter((one) => !actionsIn(overview).has(one))).toEqual([]);

      for (const { email, left, absent } of school.staff) {
        if (left) continue;
        const mine = actionsIn(await pagesOf(talk, email, 'mine'));
        const theirs = open.filter(({ review, action }) =>
          waitsOn(action, school, leadOf(review, school)).includes(email),
        );
        expect(mine, email).toEqual(new Set(theirs.map(nameOf)));
        const digest = {
          id: 'd',
          version: 1,
          to: email,
          day: TODAY,
          // As on a day on which what is overdue is mentioned.
          items: reviews.flatMap((review) => obligationsOf(review, school, TODAY)).map(({ id }) => id),
          state: { is: 'waiting', tries: 0 },
        } as const;
        const card = await wordDigest(talk.store, digest);
        const listed = card ? actionsIn([{ kind: 'new', show: card }]) : new Set<string>();
        const away = absent && absent.from <= TODAY && TODAY < absent.until;
        if (away) expect(card, email).toBeUndefined();
        for (const one of listed) expect(mine, email).toContain(one);
        // What is overdue to anybody who is there is in their digest, as long as that has room for all.
        // What has no room, or no button, is in the list of all.
        const leftOut =
          card !== undefined && buttonsOf(card.card).some(({ title }) => title === 'What’s waiting on me');
        if (!away && !leftOut)
          for (const one of mine) if (overdue.has(one)) expect(listed, email).toContain(one);
      }

      for (const review of reviews) {
        for (const { obligation } of escalationsOf(review, school, TODAY)) {
          if (obligation.about?.startsWith('act'))
            expect(overdue).toContain(`${obligation.reviewId} ${obligation.about}`);
        }
      }
    }),
    { numRuns: 60 },
  );
}, 120_000);
