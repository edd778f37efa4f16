import type { PendingMessage } from '../../src/domain/nudges/message.ts';
import type {
  Action,
  EvidenceAnswer,
  EvidenceRequest,
  Outcome,
  ParentViewsAnswer,
  Provision,
  PupilViewsAnswer,
  Review,
  Stage,
  Views,
} from '../../src/domain/review/review.ts';
import type { Contact } from '../../src/domain/school/contact.ts';
import { contactId } from '../../src/domain/school/contact.ts';
import type { FamilySays } from '../../src/domain/school/family-says.ts';
import type { Profile } from '../../src/domain/school/profile.ts';
import type { Plan, Pupil } from '../../src/domain/school/pupil.ts';
import type { ParentMeeting } from '../../src/domain/school/pupil-meetings.ts';
import type { PersonId, School, StaffMember, Target } from '../../src/domain/school/school.ts';
import { type OfAPupil, withOnePlan } from './one-plan.ts';

/*
 * Test data: each builder gives something whole and likely, and takes what the test is about. The school year is
 * 2026-27. Nothing here is a real person, school or place.
 */

/** The people of `aSchool()`. */
export const SENCO: PersonId = 'mel.senco@oakfield.example';
export const LEADER: PersonId = 'lee.leader@oakfield.example';
export const TEACHER: PersonId = 'tom.teacher@oakfield.example';
export const ASSISTANT: PersonId = 'ann.assistant@oakfield.example';
/** Works at the school, but is asked nothing. */
export const BYSTANDER: PersonId = 'bo.bystander@oakfield.example';
/** Is on no staff list. */
export const STRANGER: PersonId = 'sam.stranger@elsewhere.example';

const person = (email: PersonId, name: string, role: StaffMember['role'] = 'staff'): StaffMember => ({
  email,
  name,
  role,
});

export const STAFF: readonly StaffMember[] = [
  person(SENCO, 'Mel Senco', 'senco'),
  { ...person(LEADER, 'Lee Leader', 'leader'), head: true },
  person(TEACHER, 'Tom Teacher'),
  person(ASSISTANT, 'Ann Assistant'),
  person(BYSTANDER, 'Bo Bystander'),
];

/** Oakfield: three terms of 2026-27, an INSET day on 2026-09-01 and on 2027-01-04, no closures. */
export function aSchool(given: Partial<School> = {}): School {
  return {
    id: 'oakfield',
    version: 0,
    name: 'Oakfield School',
    terms: [
      {
        name: 'Autumn 2026',
        start: '2026-09-01',
        end: '2026-12-18',
        halfTerm: { start: '2026-10-26', end: '2026-10-30' },
      },
      {
        name: 'Spring 2027',
        start: '2027-01-04',
        end: '2027-03-25',
        halfTerm: { start: '2027-02-15', end: '2027-02-19' },
      },
      {
        name: 'Summer 2027',
        start: '2027-04-12',
        end: '2027-07-21',
        halfTerm: { start: '2027-05-31', end: '2027-06-04' },
      },
    ],
    insetDays: ['2026-09-01', '2027-01-04'],
    closures: [],
    staff: STAFF,
    ...given,
  };
}

/** A target on reading, set on 2026-07-10. */
export function aTarget(given: Partial<Target> = {}): Target {
  return {
    id: 'target-1',
    text: 'Reads aloud a page of a level 4 book',
    measure: '9 words of 10 right, in three readings',
    setOn: '2026-07-10',
    ...given,
  };
}

/** SEN Support made on 2025-09-10 and last reviewed on 2026-07-10, with two targets. */
export function aPlan(given: Partial<Plan> = {}): Plan {
  return {
    kind: 'sen-support',
    planMade: '2025-09-10',
    lastReviewed: '2026-07-10',
    targets: [
      aTarget(),
      aTarget({ id: 'target-2', text: 'Asks for help with a card', measure: 'Twice in each lesson' }),
    ],
    ...given,
  };
}

/** A meeting with Ada's mother on 2026-10-08, recorded the day after. */
export function aMeeting(given: Partial<ParentMeeting> = {}): ParentMeeting {
  return {
    id: 'met-1',
    on: '2026-10-08',
    who: 'Tom Teacher and her mother',
    agreed: 'A reading book comes home on Fridays.',
    by: SENCO,
    at: '2026-10-09T09:00:00.000Z',
    ...given,
  };
}

/** Ada's mother said on 9 November 2026 that what staff wrote is wrong; what becomes of it is not decided yet. */
export function aFamilySays(given: Partial<FamilySays> = {}): FamilySays {
  return {
    id: 'says-1',
    about: 'staff',
    review: '',
    wrong: 'That she hit another child',
    says: 'She was pushed first.',
    saidBy: 'Her mother',
    saidOn: '2026-11-09',
    became: 'not-yet',
    why: '',
    by: SENCO,
    at: '2026-11-09T09:00:00.000Z',
    ...given,
  };
}

/** Ada's one-page profile, written on 2026-09-14 in her own words, with help. */
export function aProfile(given: Partial<Profile> = {}): Profile {
  return {
    id: 'profile-1',
    like: 'I make people laugh.',
    matters: 'My rabbit, and knowing what comes next.',
    support: 'Tell me before things change.\nLet me sit near the door.',
    words: 'helped',
    by: SENCO,
    at: '2026-09-14T09:00:00.000Z',
    ...given,
  };
}

/** A Year 4 pupil of `aSchool()`. What is given of a plan is of their only one, `aPlan()`; `plan` is its kind. */
export function aPupil(given: OfAPupil = {}): Pupil {
  return withOnePlan(aPlan(), given, {
    id: 'oakfield-p001',
    version: 0,
    schoolId: 'oakfield',
    ref: 'P001',
    firstName: 'Ada',
    lastName: 'Example',
    dateOfBirth: '2018-02-03',
    yearGroup: '4',
    keyStaff: [TEACHER, ASSISTANT],
  });
}

/** An action of the teacher's, due Friday 2026-12-04. */
export function anAction(given: Partial<Action> = {}): Action {
  return {
    id: 'action-1',
    what: 'Put the reading pen in the classroom and show how it works',
    targetId: 'target-1',
    owner: TEACHER,
    due: '2026-12-04',
    howWeWillKnow: 'It is used in guided reading',
    addedAt: '2026-11-24T15:00:00.000Z',
    extensions: [],
    ...given,
  };
}

/** Paired reading that the assistant sees to, from Wednesday 2026-11-25 on; nothing said of it yet. */
export function aProvision(given: Partial<Provision> = {}): Provision {
  return {
    id: 'provision-1',
    what: 'Paired reading',
    who: 'Teaching assistant',
    howOften: 'Three times a week',
    howLong: '15 minutes',
    groupSize: 'One to one',
    howReviewed: 'Words right, each Friday',
    starts: '2026-11-25',
    owner: ASSISTANT,
    ...given,
  };
}

/** An answered action: `anAction()` that is done. */
export function aDoneAction(given: Partial<Action> = {}): Action {
  const done = {
    by: TEACHER,
    at: '2026-12-02T12:00:00.000Z',
    what: 'Shown and in use',
    helped: 'yes',
  } as const;
  return anAction({ done, ...given });
}

/** Evidence asked of the teacher on 2026-11-03 by Friday 2026-11-13, not answered yet. */
export function anEvidenceRequest(given: Partial<EvidenceRequest> = {}): EvidenceRequest {
  return {
    who: TEACHER,
    askedAt: '2026-11-03T10:00:00.000Z',
    dueBy: '2026-11-13',
    revision: 0,
    ...given,
  };
}

/** A full answer on `aPupil()`'s targets. */
export function anEvidenceAnswer(given: Partial<EvidenceAnswer> = {}): EvidenceAnswer {
  return {
    strengths: 'Keen to read to the class',
    targets: [
      { targetId: 'target-1', progress: 'good', evidence: '8 words of 10 in the last two readings' },
      { targetId: 'target-2', progress: 'some', evidence: 'Once in most lessons' },
    ],
    delivered: 'partly',
    whyNot: 'Two sessions fell to a school trip',
    worked: 'Short books',
    didNotWork: 'The reading window',
    sources: ['progress-data', 'observation'],
    link: '',
    suggestedChange: 'Mornings rather than afternoons',
    ...given,
  };
}

/** What a parent said, recorded by the SENCO. */
export function parentViews(said: Partial<ParentViewsAnswer> = {}): Views<ParentViewsAnswer> {
  return {
    recordedBy: SENCO,
    at: '2026-11-16T16:00:00.000Z',
    given: true,
    said: {
      goingWell: 'Reads to her brother',
      difficult: 'Mornings',
      changed: 'Nothing',
      supportHappening: 'Yes',
      supportHelping: 'Mostly',
      newConcerns: 'None',
      childSays: 'Likes the small room',
      examples: '',
      hopedFor: 'To read a whole book',
      ...said,
    },
  };
}

/** What the pupil said, recorded by the SENCO. */
export function pupilViews(said: Partial<PupilViewsAnswer> = {}): Views<PupilViewsAnswer> {
  return {
    recordedBy: SENCO,
    at: '2026-11-16T16:05:00.000Z',
    given: true,
    said: { how: 'trusted-adult', views: 'I like reading to Tom', ...said },
  };
}

/** "The plan is succeeding and continues." */
export function anOutcome(given: Partial<Outcome> = {}): Outcome {
  return {
    kind: 'continues',
    inWords: 'Steady progress; carry on',
    reasons: [],
    topUpFunding: false,
    whatWillChange: 'Ada will have a reading pen in every lesson',
    decidedBy: SENCO,
    at: '2026-11-24T15:30:00.000Z',
    ...given,
  };
}

/** A message waiting to be sent to the teacher. */
export function aMessage(given: Partial<PendingMessage> = {}): PendingMessage {
  return {
    key: 'message-1',
    to: TEACHER,
    kind: 'evidence-request',
    queuedAt: '2026-11-03T10:00:00.000Z',
    state: { is: 'waiting', tries: 0 },
    ...given,
  };
}

// What a review that has come this far has; each stage adds to the one before.
const asked: Partial<Review> = {
  meeting: {
    date: '2026-11-24',
    time: '14:30',
    invitees: [
      { kind: 'staff', who: TEACHER },
      { kind: 'other', name: "Ada's mother" },
    ],
  },
  evidence: [anEvidenceRequest(), anEvidenceRequest({ who: ASSISTANT })],
};
const met: Partial<Review> = {
  ...asked,
  parentViews: parentViews(),
  pupilViews: pupilViews(),
  meetingOpenedAt: '2026-11-24T14:30:00.000Z',
};
const decided: Partial<Review> = { ...met, outcome: anOutcome(), actions: [anAction()] };

const byStage: Readonly<Record<Stage, Partial<Review>>> = {
  preparing: {},
  gathering: asked,
  meeting: met,
  acting: decided,
  closed: { ...decided, actions: [aDoneAction()], closedAt: '2026-12-02T12:00:00.000Z' },
  cancelled: { cancelled: { by: SENCO, at: '2026-11-03T09:00:00.000Z', why: 'Moved school' } },
};

/**
 * A review of `aPupil()` as it stands in `stage` (default gathering): started 2026-11-02 by the SENCO, evidence asked
 * of the teacher and the assistant, meeting on 2026-11-24, one action of the teacher's.
 */
export function aReview(given: Partial<Review> = {}): Review {
  const stage = given.stage ?? 'gathering';
  return {
    id: 'review-1',
    version: 0,
    schoolId: 'oakfield',
    pupilId: 'oakfield-p001',
    ref: 'K7Q4',
    kind: 'sen-support',
    stage,
    lead: SENCO,
    startedAt: '2026-11-02T09:00:00.000Z',
    evidence: [],
    targets: aPlan().targets,
    targetReviews: [],
    newTargets: [],
    provision: [],
    disagreements: [],
    actions: [],
    corrections: [],
    taken: [],
    history: [],
    messages: [],
    ...byStage[stage],
    ...given,
  };
}

/** The teacher, as the sandbox's channel knows them. */
export function aContact(given: Partial<Contact> = {}): Contact {
  const channel = given.channel ?? 'sandbox';
  const tenant = given.tenant ?? 'sandbox';
  const userId = given.userId ?? 'u-teacher';
  return {
    id: contactId(channel, tenant, userId),
    version: 0,
    channel,
    tenant,
    userId,
    email: TEACHER,
    address: { to: userId },
    ...given,
  };
}

/** What a review begins with where support was in place before it. */
export const withSupport = (): Pick<Review, 'last'> => ({
  last: { review: '', heldOn: '2026-07-10', provision: [aProvision()] },
});
