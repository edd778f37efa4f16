import { type Digest, digestId, type Mornings } from '../../src/domain/nudges/digest.ts';
import type { PendingMessage } from '../../src/domain/nudges/message.ts';
import { obligationId } from '../../src/domain/nudges/obligation-id.ts';
import type { Review } from '../../src/domain/review/review.ts';
import type { Contact } from '../../src/domain/school/contact.ts';
import type { Pupil } from '../../src/domain/school/pupil.ts';
import { refuseEarly } from '../../src/domain/school/refused-requests.ts';
import type { School } from '../../src/domain/school/school.ts';
import { COLLECTIONS } from '../../src/store/schemas.ts';
import type { Collection, Documents, Store } from '../../src/store/store.ts';
import { anAnnualReview, anEhcPlan, anEhcpPupil, aPupilWithTwoPlans } from '../support/annual-builders.ts';
import {
  ASSISTANT,
  aContact,
  aMeeting,
  aProfile,
  aProvision,
  aPupil,
  aSchool,
  LEADER,
  SENCO,
  STAFF,
  TEACHER,
} from '../support/builders.ts';
import { everyReview } from './every-review.ts';

/*
 * One of every document that the program writes, in every shape it has. All of it is made up.
 */

const AT = '2026-12-02T12:00:00.000Z';

function schools(): readonly School[] {
  const [senco, leader, teacher, ...others] = STAFF;
  if (!senco || !leader || !teacher) throw new Error('the builders’ school has staff');
  const absent = { from: '2026-11-30', until: '2026-12-07' };
  return [
    aSchool({
      closures: ['2026-12-01'],
      terms: aSchool().terms.map((term, at) => (at === 2 ? { ...term, guessed: true } : term)),
      teamsTenantId: '11111111-2222-3333-4444-555555555555',
      slackTeamId: 'T1',
      nudges: { hour: '08:15', before: [5, 1], whileOverdue: ['Monday'], sencoAfter: 3, leaderAfter: 10 },
      localAuthorities: [
        {
          ...{ name: 'Northshire', leadWeeks: 6 },
          sendiass: { name: 'SENDIASS Northshire', contact: '01632 960123' },
          mediation: { name: 'Fair Talk', contact: 'fairtalk.example' },
        },
        { name: 'Southshire' },
      ],
      leavingYears: ['6'],
      earlyYearsWeeks: { opens: 6, due: 8 },
      retention: { age: 26, daily: true, trailYears: 10 },
      safeguardingLead: { name: 'Lee Leader', contact: '01632 960789' },
      changedHere: [{ key: 'terms', by: SENCO, at: AT }],
      taken: ['form-absence-1'],
      history: [{ by: SENCO, at: AT, what: 'absence', fields: ['staff'] }],
      secondAccounts: [{ person: TEACHER, account: 'slack.T1.U9', at: AT, yes: { by: SENCO, at: AT } }],
      staff: [
        senco,
        { ...leader, address: 'lee.brown@oakfield.example' },
        { ...teacher, absent },
        ...others,
        ...formerly(),
      ],
    }),
    aSchool({ id: 'elm', name: 'Elm Nursery', staff: [senco] }),
  ];
}

const left = (email: string) =>
  ({
    email,
    name: 'Fay Former',
    role: 'staff',
    left: '2026-09-01',
    leftNoted: '2026-09-01',
    cutOff: { at: AT, by: SENCO },
  }) as const;

/** Somebody who was cut off, and somebody else under the address since. */
const formerly = (): School['staff'] => {
  const fay = left('fay.former@oakfield.example');
  const frank = { email: `${fay.email}#2`, address: fay.email, name: 'Frank New', role: 'staff' as const };
  const changedHere = [{ field: 'name' as const, was: 'Frank Old', by: SENCO, at: AT }];
  return [fay, { ...frank, notSame: [fay.email], changedHere }];
};

function pupils(): readonly Pupil[] {
  return [
    ...everyReview().map(({ pupil }) => pupil),
    aPupil({
      ...{ id: 'oakfield-n1', plan: 'none', keyStaff: [] },
      legalHold: { why: 'A claim', until: '2028-07-31', by: SENCO, at: AT },
      heldBefore: [
        {
          hold: { why: 'An inquiry', until: '2027-07-31', by: SENCO, at: AT },
          lifted: { by: SENCO, at: AT, why: 'It takes longer' },
        },
      ],
    }),
    aPupil({
      id: 'oakfield-n11',
      upn: 'A123456789012',
      className: '5 Oak',
      toldApartBy: 'class',
      yearOf: 2026,
      movedUp: { from: '3', to: '4', year: 2026, yearOf: 2025 },
    }),
    aPupil({
      id: 'oakfield-n14',
      plans: [
        anEhcPlan({
          provision: [
            aProvision({
              named: { by: SENCO, at: AT },
              happening: [{ by: ASSISTANT, at: AT, is: 'yes', why: '', next: '2027-01-15' }],
              ended: { by: SENCO, at: AT, why: 'It was for ten weeks' },
            }),
          ],
        }),
      ],
    }),
    {
      ...aPupil({ id: 'oakfield-n13', plan: 'none' }),
      senNotSaid: true,
      changedHere: [
        { field: 'yearGroup', by: SENCO, at: AT },
        { field: 'planMade', plan: 'sen-support', by: SENCO, at: AT },
      ],
    },
    aPupilWithTwoPlans({ id: 'oakfield-n5' }),
    {
      ...refused(aPupil({ id: 'oakfield-n2', taken: ['form-early-1'] })),
      history: [{ by: SENCO, at: AT, what: 'early-review', fields: ['refusedRequests.r1'] }],
    },
    anEhcpPupil({ id: 'oakfield-n3', phaseTransfer: { kind: 'primary-secondary', year: 2028 } }),
    anEhcpPupil({ id: 'oakfield-n4', phaseTransfer: 'none', laSince: '2026-11-02' }),
    aPupil({
      id: 'oakfield-n12',
      plans: [
        anEhcPlan({
          phaseTransfer: { kind: 'post-16-post-16', year: 2027, on: '2027-11-08' },
          moveSaid: { by: SENCO, at: AT, move: 'none' },
        }),
      ],
      people: {
        ...{ interpreter: '', supporter: '', lookedAfter: 'no', socialWorker: '', virtualHead: '' },
        ...{ jointReviewOn: '', representative: '', ground: '', capacity: '', by: SENCO, at: AT },
      },
    }),
    saidOf(anEhcpPupil({ id: 'oakfield-n6' })),
    knownWell(aPupil({ id: 'oakfield-n7' })),
    anEhcpPupil({
      id: 'oakfield-n10',
      places: [
        {
          ...{ place: 'moved-on', since: '2026-09-01', school: 'Hill School', releasedOn: '' },
          ...{ passOn: 'yes', by: SENCO, at: AT },
        },
        {
          ...{ place: 'no-school', since: '2026-09-07', school: '', releasedOn: '' },
          ...{ passOn: '', by: SENCO, at: AT },
        },
        { place: 'custody', since: '2026-11-02', school: '', releasedOn: '2026-12-15', by: SENCO, at: AT },
        // By a list that was brought in at the command line.
        { place: 'left', since: '2027-01-08', school: '', releasedOn: '', by: '', at: AT, listed: true },
      ],
    }),
    anEhcpPupil({
      id: 'oakfield-n9',
      people: {
        interpreter: 'Polish, for Mum',
        supporter: 'Kim Reed, SENDIASS',
        lookedAfter: 'yes',
        socialWorker: 'Sol Worker',
        virtualHead: 'Val Head',
        jointReviewOn: '2026-12-08',
        representative: 'Dee Deputy',
        ground: 'deputy',
        capacity: 'Assessed on 1 September',
        by: SENCO,
        at: AT,
      },
    }),
  ];
}

/** A one-page profile and the one before it; meetings with the parents, one put right and one recorded by mistake. */
function knownWell(pupil: Pupil): Pupil {
  const recorded = { by: SENCO, at: AT };
  const meetings = [
    aMeeting(),
    aMeeting({ id: 'met-2', corrected: [recorded] }),
    aMeeting({ id: 'met-3', takenBack: recorded }),
  ];
  const profiles = [aProfile(), aProfile({ id: 'profile-2', words: 'own', at: AT })];
  const familySays: Pupil['familySays'] = [
    {
      ...{
        id: 'says-1',
        about: 'staff' as const,
        review: '',
        wrong: 'That she hit',
        says: 'She was pushed first',
      },
      ...{ saidBy: 'Her mother', saidOn: '2026-12-01', became: 'stays' as const, why: 'It is what was seen' },
      ...{ by: SENCO, at: AT },
    },
    {
      ...{ id: 'says-2', about: 'use' as const, review: '', wrong: 'That it is shown to all staff' },
      ...{ says: 'Only her teacher needs it', saidBy: 'Her mother', saidOn: '2026-11-02' },
      ...{ became: 'not-yet' as const, why: '', by: SENCO, at: AT },
      answers: [
        { became: 'longer', why: 'Many have seen it', toldOn: '2026-11-20', by: SENCO, at: AT },
        { became: 'refused', why: 'Staff need it', toldOn: '2026-12-01', by: SENCO, at: AT },
      ],
    },
  ];
  return { ...pupil, meetings, profiles, familySays };
}

/** All that a SENCO can say of a plan. */
function saidOf(pupil: Pupil): Pupil {
  const recorded = { by: SENCO, at: AT };
  const said = {
    moveSaid: { ...recorded, move: { kind: 'post-16-post-16', year: 2027, on: '2027-11-08' } },
    transferSettled: { ...recorded, year: 2027, why: 'The letter names it' },
    settledBefore: [
      {
        settled: { ...recorded, year: 2027, why: 'It was said on the phone' },
        takenBack: { ...recorded, why: 'No plan has come' },
      },
    ],
    laWrote: { ...recorded, since: '2026-11-02', answer: 'wrote', words: 'It reviews in March' },
    laAmended: [{ ...recorded, meetingOn: '2026-07-01', on: '2026-07-30', what: 'notice' }],
    laDecided: [{ ...recorded, meetingOn: '2026-07-01', on: '2026-07-29', kind: 'keep' }],
    laMoved: { ...recorded, from: 'Northshire', to: 'Wexcombe', since: '2026-11-02' },
  } as const;
  return { ...pupil, plans: pupil.plans.map((plan) => ({ ...plan, ...said })) };
}

/** A review as it is while its pupil is in no school, and then in custody. */
const elsewhere = (): Review => ({
  ...anAnnualReview({ id: 'elsewhere', pupilId: 'oakfield-n10' }),
  noSchool: true,
  quiet: { why: 'custody', from: '2026-11-02', until: '2026-12-15' },
  decidedInData: '2026-12-18',
});

function refused(pupil: Pupil): Pupil {
  const request = {
    id: 'request-1',
    kind: 'sen-support',
    asker: 'parent',
    askedOn: '2026-11-10',
    why: 'She is tired',
    refusal: 'The review is in two weeks',
  } as const;
  const answer = refuseEarly(pupil, request, { who: SENCO, at: AT }, aSchool());
  if (!answer.ok) throw new Error(answer.refusal.say);
  return answer.pupil;
}

const withoutEmail = ({ email: _, ...contact }: Contact): Contact => contact;

function contacts(): readonly Contact[] {
  const { email: _, address: _address, ...stranger } = aContact({ userId: 'u-stranger' });
  return [
    withoutEmail(aContact({ userId: 'u-marked', seenAt: AT, mark: 'k'.repeat(24) })),
    aContact({ id: 'teams.t1.teams', userId: 'teams', groups: [{ id: '19:t', address: { bot: '28:b' } }] }),
    aContact({
      checkedAt: AT,
      seenAt: AT,
      cards: [{ is: 'mine////', ref: { message: 'm-1' }, buttons: 3, at: AT, of: ['p1'] }],
      shownBefore: ['p1'],
    }),
    aContact({
      channel: 'slack',
      tenant: 'T1',
      userId: 'U2',
      email: ASSISTANT,
      person: ASSISTANT,
      address: { channel: 'D1' },
    }),
    aContact({
      ...{
        channel: 'teams',
        tenant: '11111111-2222-3333-4444-555555555555',
        userId: '29:1abc',
        email: LEADER,
      },
      address: { serviceUrl: 'https://teams.example/', bot: '28:bot', conversation: 'a:1' },
      unreachable: { since: AT, why: 'not-installed' },
    }),
    stranger,
  ];
}

const STATES: readonly PendingMessage['state'][] = [
  { is: 'waiting', tries: 0 },
  { is: 'waiting', tries: 1, after: AT },
  { is: 'sending', until: AT, tries: 1, contactId: 'slack.T1.U2' },
  {
    is: 'sent',
    at: AT,
    where: { contactId: 'slack.T1.U2', ref: { channel: 'D1', ts: '1764720000.000100' } },
  },
  { is: 'unconfirmed', at: AT },
  { is: 'undeliverable', at: AT, why: 'blocked', tries: 5 },
  { is: 'dropped', at: AT },
];

const ASKED = obligationId({ reviewId: 'early', kind: 'evidence', who: TEACHER });
const ACTION = obligationId({ reviewId: 'ehcp-acting', kind: 'action', about: 'action-1', who: SENCO });
const TO_SETTLE = obligationId({ reviewId: 'oakfield-n3', kind: 'next-place', about: 'ehcp', who: SENCO });

function digests(): readonly Digest[] {
  const plain = STATES.map((state, n): Digest => {
    const day = `2026-11-${n + 10}`;
    return { id: digestId(day, TEACHER), version: 0, to: TEACHER, day, items: [ASKED], state };
  });
  const day = '2026-12-02';
  const settled: Digest = {
    ...{ id: digestId(day, SENCO), version: 0, to: SENCO, day, items: [ACTION] },
    escalations: [{ obligationId: ASKED, step: 'senco' }],
    toMeet: ['oakfield'],
    aboutStaff: ['oakfield'],
    aboutSchool: ['oakfield'],
    listed: [ACTION, ASKED, TO_SETTLE],
    shown: '5f2d',
    stood: { contactId: 'slack.T1.U2', ref: { channel: 'D1' } },
    state: {
      ...{ is: 'sent', at: AT, where: { contactId: 'slack.T1.U2', ref: { channel: 'D1' } } },
      formAt: { contactId: 'slack.T1.U2', ref: { channel: 'D1' } },
    },
  };
  return [...plain, settled];
}

const mornings = (): readonly Mornings[] => [{ id: 'oakfield', version: 0, day: '2026-12-02' }];

/** Stores one of every document. */
export async function storeEverything(store: Store): Promise<void> {
  const every = everyDocument();
  for (const collection of COLLECTIONS) {
    for (const document of every[collection]) await store.put(collection, document);
  }
}

type Every = { readonly [C in Collection]: readonly Documents[C][] };

/** One of every document, by collection, none of them stored yet. A pupil stands before their review, a school before both. */
export function everyDocument(): Every {
  return {
    schools: schools(),
    pupils: pupils(),
    reviews: [...everyReview().map(({ review }) => review), elsewhere()],
    contacts: contacts(),
    digests: digests(),
    mornings: mornings(),
  };
}
