import type { Review } from '../../../src/domain/review/review.ts';
import type { Command } from '../../../src/domain/review/steps/index.ts';
import type { School } from '../../../src/domain/school/school.ts';
import {
  ASSISTANT,
  aDoneAction,
  anAction,
  anEvidenceAnswer,
  anEvidenceRequest,
  aProvision,
  aReview,
  aSchool,
  aTarget,
  BYSTANDER,
  parentViews,
  pupilViews,
  SENCO,
  STAFF,
  TEACHER,
  withSupport,
} from '../../support/builders.ts';
import { of, type Sample, subject, TODAY } from './sample.ts';
import { ANNUAL_SAMPLES } from './samples-annual.ts';
import { FAMILY_SAMPLES } from './samples-families.ts';
import { kindSamples } from './samples-kinds.ts';
import { REQUEST_SAMPLES } from './samples-requests.ts';
import { secondSamples } from './samples-second.ts';

export type { Sample } from './sample.ts';

const PLAN = {
  date: '2026-12-01',
  time: '15:30',
  where: ' Room 4 ',
  invitees: `${SENCO},${TEACHER}`,
  others: ' Ada’s mother \n\n The speech therapist',
  ask: `${TEACHER},${ASSISTANT}`,
  evidenceBy: '2026-11-24',
};
const PLANNED: Command = {
  type: 'plan-meeting',
  date: '2026-12-01',
  time: '15:30',
  where: 'Room 4',
  invitees: [
    { kind: 'staff', who: SENCO },
    { kind: 'staff', who: TEACHER },
    { kind: 'other', name: 'Ada’s mother' },
    { kind: 'other', name: 'The speech therapist' },
  ],
  ask: [TEACHER, ASSISTANT],
  evidenceBy: '2026-11-24',
};

const GENERAL = {
  strengths: ' Keen to read\nto the class ',
  delivered: 'yes',
  whyNot: 'Two sessions fell to a trip',
  worked: 'Short books',
  didNotWork: 'The reading window',
  sources: 'progress-data,observation',
  changed: 'Her brother was born',
  link: 'https://records.example/p1',
  suggestedChange: 'Mornings',
};
const ON_TARGETS = {
  'progress_target-1': 'good',
  'evidence_target-1': '8 of 10 words',
  'progress_target-2': 'not-seen',
  'evidence_target-2': 'I do not teach that lesson',
};
const SAID = {
  strengths: 'Keen to read\nto the class',
  targets: [],
  delivered: 'yes',
  whyNot: 'Two sessions fell to a trip',
  worked: 'Short books',
  didNotWork: 'The reading window',
  sources: ['progress-data', 'observation'],
  changed: 'Her brother was born',
  link: 'https://records.example/p1',
  suggestedChange: 'Mornings',
} as const;
const { delivered: _given, whyNot: _whyNot, ...WITHOUT_SUPPORT } = GENERAL;
const { delivered: _delivered, ...SAID_WITHOUT_SUPPORT } = SAID;
const SAID_ON_TARGETS = {
  ...SAID,
  targets: [
    { targetId: 'target-1', progress: 'good', evidence: '8 of 10 words' },
    { targetId: 'target-2', progress: 'not-seen', evidence: 'I do not teach that lesson' },
  ],
} as const;
const answered = anEvidenceRequest({
  revision: 1,
  answer: { at: '2026-11-12T16:20:00.000Z', late: false, said: anEvidenceAnswer() },
});

const VIEWS = {
  goingWell: 'Reads to her brother',
  difficult: 'Mornings',
  changed: 'A new flat',
  supportHappening: 'Yes',
  supportHelping: 'Mostly',
  newConcerns: 'None',
  childSays: 'Likes the small room',
  examples: 'Last Tuesday',
  hopedFor: 'A whole book',
};
const PUPIL_SAYS = { how: 'drawing', views: 'A picture of the library' } as const;
const SOUGHT = { soughtOn: '2026-11-09', howSought: 'Two letters and a call' };

const TARGET_REVIEW = {
  progress: 'some',
  evidence: '6 of 10 words',
  delivered: 'partly',
  difference: 'She picks up a book by herself',
  stillRight: 'keep',
  whyChanged: 'too-vague,too-easy',
  newText: 'Reads a level 5 book',
  newMeasure: '9 of 10 words',
} as const;
const { newText: _text, newMeasure: _measure, whyChanged: _why, ...REVIEWED } = TARGET_REVIEW;
const reviewedBefore = {
  targetId: 'target-1',
  ...TARGET_REVIEW,
  stillRight: 'change',
  whyChanged: ['too-vague'],
} as const;

const PROVISION = {
  what: 'Paired reading',
  who: 'Ann',
  howOften: 'Daily',
  howLong: '15 minutes',
  groupSize: 'One to one',
  howReviewed: 'A tally',
  starts: '2026-12-02',
  owner: ASSISTANT,
};

const SAID_YES = { is: 'yes', why: 'She asks for it herself', again: '2026-12-09' } as const;
const agreed = aReview({ stage: 'acting', provision: [aProvision()] });

const ACTION = {
  what: 'Order large-print books',
  targetId: 'target-2',
  owner: ASSISTANT,
  doneBy: 'parent' as const,
  onBehalfOf: 'The speech therapist',
  due: '2026-12-11',
  howWeWillKnow: 'They are on the shelf',
};
const { targetId: _target, ...UNTARGETED } = ACTION;

const OUTCOME = {
  kind: 'continues',
  inWords: 'Steady progress',
  reasons: 'too-ambitious,needs-not-met',
  topUpFunding: 'yes',
  sends: ASSISTANT,
  sendBy: '2026-12-11',
  whatWillChange: 'A reading pen in every lesson',
  parentsThere: 'yes',
  nextReviewBy: '2027-03-25',
} as const;
const DECIDED: Command = {
  ...OUTCOME,
  type: 'decide-outcome',
  reasons: ['too-ambitious', 'needs-not-met'],
  topUpFunding: true,
};

const gathering = aReview();
/** What a colleague said of a target, as it stands above the meeting's boxes. */
const RATED = anEvidenceRequest({
  answer: {
    ...{ at: '2026-11-10T10:00:00.000Z', late: false },
    said: anEvidenceAnswer({
      targets: [{ targetId: 'target-1', progress: 'good', evidence: 'Reads to her brother.' }],
    }),
  },
});

const meeting = aReview({ stage: 'meeting' });
const acting = aReview({ stage: 'acting' });
const disowned = aReview({
  stage: 'acting',
  actions: [
    anAction({
      disowned: { at: '2026-11-30T12:00:00.000Z', why: 'I do not teach her', suggested: ASSISTANT },
    }),
    aDoneAction({ id: 'action-2' }),
  ],
});
const impossible = aReview({
  stage: 'acting',
  actions: [
    anAction({
      onBehalfOf: 'Mum',
      cannotBeDone: { by: TEACHER, at: '2026-11-30T12:00:00.000Z', why: 'The pen is no longer sold' },
    }),
    aDoneAction({ id: 'action-2' }),
  ],
});
const onAction = (review: Review, who = TEACHER, school: School = aSchool()) =>
  subject(review, { about: 'action-1', who, school });
const alone = aSchool({ staff: STAFF.filter(({ email }) => email === SENCO) });

const SUPPORT_SAMPLES: Readonly<Record<string, Sample>> = {
  'plan-meeting': of('plan-meeting', subject(aReview({ stage: 'preparing' })), PLAN, PLANNED),
  'plan-meeting-again': of('plan-meeting', subject(gathering), { ...PLAN, whyMoved: 'The hall is taken' }, {
    ...PLANNED,
    whyMoved: 'The hall is taken',
  } as Command),
  evidence: of(
    'evidence',
    subject({ ...gathering, ...withSupport() }, { who: TEACHER }),
    { ...GENERAL, ...ON_TARGETS },
    {
      type: 'submit-evidence',
      revision: 0,
      said: SAID_ON_TARGETS,
    },
  ),
  'evidence-changed': of(
    'evidence',
    subject(aReview({ ...withSupport(), evidence: [answered] }), { who: TEACHER }),
    { ...GENERAL, ...ON_TARGETS },
    { type: 'submit-evidence', revision: 1, said: SAID_ON_TARGETS },
  ),
  'evidence-late': of(
    'evidence',
    subject({ ...meeting, ...withSupport() }, { who: ASSISTANT }),
    { ...GENERAL, ...ON_TARGETS },
    { type: 'submit-evidence', revision: 0, said: SAID_ON_TARGETS },
  ),
  'evidence-without-targets': of(
    'evidence',
    subject(aReview({ targets: [] }), { who: TEACHER }),
    WITHOUT_SUPPORT,
    {
      type: 'submit-evidence',
      revision: 0,
      said: { ...SAID_WITHOUT_SUPPORT, whyNot: '' },
    },
  ),
  views: of(
    'views',
    subject(gathering),
    { ...VIEWS, ...PUPIL_SAYS },
    { type: 'record-views', parents: VIEWS, pupil: PUPIL_SAYS },
  ),
  'parent-views': of('parent-views', subject(gathering), VIEWS, { type: 'record-parent-views', said: VIEWS }),
  'parent-views-changed': of('parent-views', subject(aReview({ parentViews: parentViews() })), VIEWS, {
    type: 'record-parent-views',
    said: VIEWS,
  }),
  'pupil-views': of('pupil-views', subject(gathering), PUPIL_SAYS, {
    type: 'record-pupil-views',
    said: PUPIL_SAYS,
  }),
  'pupil-views-changed': of('pupil-views', subject(aReview({ pupilViews: pupilViews() })), PUPIL_SAYS, {
    type: 'record-pupil-views',
    said: PUPIL_SAYS,
  }),
  'views-not-given': of('views-not-given', subject(gathering, { about: 'parent' }), SOUGHT, {
    type: 'views-not-given',
    whose: 'parent',
    ...SOUGHT,
  }),
  'views-not-given-pupil': of('views-not-given', subject(gathering, { about: 'pupil' }), SOUGHT, {
    type: 'views-not-given',
    whose: 'pupil',
    ...SOUGHT,
  }),
  'target-review': of(
    'target-review',
    subject({ ...meeting, ...withSupport() }, { about: 'target-1' }),
    TARGET_REVIEW,
    {
      type: 'review-target',
      review: { targetId: 'target-1', ...REVIEWED },
    },
  ),
  'target-review-changed': of(
    'target-review',
    subject(
      aReview({ ...withSupport(), stage: 'meeting', targetReviews: [reviewedBefore], evidence: [RATED] }),
      {
        about: 'target-1',
      },
    ),
    TARGET_REVIEW,
    { type: 'review-target', review: { targetId: 'target-1', ...REVIEWED } },
  ),
  target: of(
    'target',
    subject(meeting),
    { text: 'Finds a friend at lunch', measure: 'Three days of five' },
    {
      type: 'add-target',
      target: {
        id: 'new',
        text: 'Finds a friend at lunch',
        measure: 'Three days of five',
        setOn: TODAY.meeting,
      },
    },
  ),
  provision: of('provision', subject(meeting), PROVISION, {
    type: 'add-provision',
    provision: { id: 'new', ...PROVISION },
  }),
  'provision-changed': of(
    'provision',
    subject(aReview({ stage: 'meeting', provision: [{ id: 'p1', ...PROVISION, howOften: 'Regularly' }] }), {
      about: 'p1',
    }),
    PROVISION,
    { type: 'change-provision', provision: { id: 'p1', ...PROVISION } },
  ),
  disagreement: of(
    'disagreement',
    subject(meeting),
    { who: 'Mum', words: 'It is too little' },
    { type: 'record-disagreement', id: 'new', who: 'Mum', words: 'It is too little' },
  ),
  action: of('action', subject(meeting), ACTION, { type: 'add-action', id: 'new', ...ACTION }),
  'action-without-targets': of('action', subject(aReview({ stage: 'meeting', targets: [] })), UNTARGETED, {
    type: 'add-action',
    id: 'new',
    ...UNTARGETED,
  }),
  outcome: of('outcome', subject(aReview({ stage: 'meeting', actions: [anAction()] })), OUTCOME, DECIDED),
  'outcome-without-action': of('outcome', subject(meeting), OUTCOME, DECIDED),
  correction: of(
    'correction',
    subject(acting),
    { part: 'provision', words: 'It is four times, not three' },
    { type: 'correct-record', part: 'Provision', words: 'It is four times, not three' },
  ),
  'action-done': of(
    'action-done',
    onAction(acting),
    { what: 'Shown and in use', helped: 'too-early' },
    { type: 'complete-action', id: 'action-1', what: 'Shown and in use', helped: 'too-early' },
  ),
  'action-extend': of(
    'action-extend',
    onAction(acting),
    { to: '2026-12-18', why: 'The pen has not come' },
    { type: 'extend-action', id: 'action-1', to: '2026-12-18', why: 'The pen has not come' },
  ),
  'action-not-mine': of(
    'action-not-mine',
    onAction(acting),
    { why: 'I do not teach her', suggested: BYSTANDER },
    { type: 'disown-action', id: 'action-1', why: 'I do not teach her', suggested: BYSTANDER },
  ),
  'action-not-mine-alone': of(
    'action-not-mine',
    onAction(aReview({ stage: 'acting', actions: [anAction({ owner: SENCO })] }), SENCO, alone),
    { why: 'I am leaving' },
    { type: 'disown-action', id: 'action-1', why: 'I am leaving' },
  ),
  'action-extend-said': of(
    'action-extend',
    { ...onAction(acting), said: { to: '2026-12-19', why: 'The pen has not come' } },
    { to: '2026-12-19', why: 'The pen has not come' },
    { type: 'extend-action', id: 'action-1', to: '2026-12-19', why: 'The pen has not come' },
  ),
  'action-cannot': of(
    'action-cannot',
    onAction(acting),
    { why: 'The pen is no longer sold' },
    { type: 'cannot-do-action', id: 'action-1', why: 'The pen is no longer sold' },
  ),
  'action-withdraw': of(
    'action-withdraw',
    onAction(acting, SENCO),
    { why: 'She reads without it' },
    { type: 'withdraw-action', id: 'action-1', why: 'She reads without it' },
  ),
  'action-withdraw-impossible': of(
    'action-withdraw',
    onAction(impossible, SENCO),
    { why: 'She reads without it' },
    { type: 'withdraw-action', id: 'action-1', why: 'She reads without it' },
  ),
  'action-reassign-impossible': of(
    'action-reassign',
    onAction(impossible, SENCO),
    { owner: ASSISTANT, due: '2026-12-11' },
    { type: 'reassign-action', id: 'action-1', owner: ASSISTANT, due: '2026-12-11' },
  ),
  'support-happening': of(
    'support-happening',
    subject(agreed, { who: ASSISTANT, about: 'provision-1' }),
    { is: 'yes', why: ' She asks for it herself ', again: '2026-12-09' },
    { ...SAID_YES, type: 'answer-support', id: 'provision-1' },
  ),
  'support-owner': of(
    'support-owner',
    subject(agreed, { about: 'provision-1' }),
    { owner: TEACHER, starts: '2026-11-30' },
    { type: 'name-support-owner', id: 'provision-1', owner: TEACHER, starts: '2026-11-30' },
  ),
  'support-ended': of(
    'support-ended',
    subject(agreed, { about: 'provision-1' }),
    { why: 'She reads on her own now' },
    { type: 'end-support', id: 'provision-1', why: 'She reads on her own now' },
  ),
  'action-reassign': of(
    'action-reassign',
    onAction(acting, SENCO),
    { owner: ASSISTANT, due: '2026-12-11' },
    { type: 'reassign-action', id: 'action-1', owner: ASSISTANT, due: '2026-12-11' },
  ),
  'action-reassign-disowned': of(
    'action-reassign',
    onAction(disowned, SENCO),
    { owner: ASSISTANT, due: '2026-12-11' },
    { type: 'reassign-action', id: 'action-1', owner: ASSISTANT, due: '2026-12-11' },
  ),
  cancel: of(
    'cancel',
    subject(gathering),
    { why: 'She is moving school' },
    { type: 'cancel-review', why: 'She is moving school' },
  ),
  reopen: of(
    'reopen',
    subject(aReview({ stage: 'closed' })),
    { why: 'The wrong button' },
    { type: 'reopen-review', why: 'The wrong button' },
  ),
  ...FAMILY_SAMPLES,
  'cancel-meeting': of(
    'cancel-meeting',
    subject(gathering),
    { why: 'Snow' },
    { type: 'cancel-meeting', why: 'Snow' },
  ),
};

/** Every form, in each of the ways it can look, by the name of its golden file. */
export const SAMPLES: Readonly<Record<string, Sample>> = {
  ...SUPPORT_SAMPLES,
  ...REQUEST_SAMPLES,
  ...ANNUAL_SAMPLES,
  ...kindSamples(SUPPORT_SAMPLES),
  ...secondSamples(SUPPORT_SAMPLES),
};

/** A secondary school: 150 staff, some of one name, some with long ones. */
export function bigSchool(): School {
  const others = Array.from({ length: 145 }, (_unused, at) => ({
    email: `staff${at}@oakfield.example`,
    name:
      at % 10
        ? `${String.fromCharCode(65 + (at % 26))}my Colleague ${at}`
        : 'Sam Smith-'.concat('Jones-'.repeat(12)),
    role: 'staff' as const,
  }));
  return aSchool({ staff: [...STAFF, ...others] });
}

/** Eight targets, each as long as a plan may have it. */
export const longTargets = (text: string) =>
  Array.from({ length: 8 }, (_unused, at) => aTarget({ id: `target-${at + 1}`, text, measure: text }));
