import type { PlanKind } from '../../src/domain/plans/index.ts';
import type { Review, Stage } from '../../src/domain/review/review.ts';
import type { Command } from '../../src/domain/review/steps/index.ts';
import type { Pupil } from '../../src/domain/school/pupil.ts';
import type { PersonId } from '../../src/domain/school/school.ts';
import type { Instant } from '../../src/domain/time.ts';
import { anEhcPlan, theOutsiders } from '../support/annual-builders.ts';
import { ASSISTANT, anEvidenceAnswer, SENCO, TEACHER } from '../support/builders.ts';
import { command } from '../support/commands.ts';
import { type Early, type Played, played, pupilOf } from './played.ts';

/*
 * Reviews as the program makes them, one of every kind of plan in every stage, with everything recorded that can be:
 * what a stored review can look like.
 */

const PLANNED: Instant = '2026-11-03T10:00:00.000Z';
const GATHERED: Instant = '2026-11-10T16:00:00.000Z';
const MET: Instant = '2026-11-24T14:30:00.000Z';
const AFTER: Instant = '2026-12-02T12:00:00.000Z';
const LATER: Instant = '2026-12-03T12:00:00.000Z';

const at = (when: Instant, ...commands: readonly Command[]): readonly Played[] =>
  commands.map((does) => ({ at: when, does }));
const by = (who: PersonId, when: Instant, does: Command): Played => ({ at: when, does, by: who });

/** What is done in a stage to bring a review out of it. */
type Steps = Readonly<Record<'preparing' | 'gathering' | 'meeting' | 'acting', readonly Played[]>>;

const invited = theOutsiders().map(({ advice: _, ...who }) => who);
const invitation = { outsiders: invited, invitedOn: '2026-11-03', shortNotice: '' };

const evidence: readonly Played[] = [
  by(
    TEACHER,
    GATHERED,
    command('submit-evidence', { said: anEvidenceAnswer({ changed: 'A new baby at home' }) }),
  ),
  by(ASSISTANT, '2026-11-16T10:00:00.000Z', command('submit-evidence', { said: 'nothing-to-add' })),
];

const families: readonly Played[] = at(
  GATHERED,
  command('ask-to-rearrange'),
  command('keep-meeting'),
  command('tell-in-person'),
  command('record-sent-in'),
);

const discussed: readonly Played[] = at(
  MET,
  ...['target-1', 'target-2'].map((targetId) => {
    const { review } = command('review-target');
    return command('review-target', { review: { ...review, targetId } });
  }),
  command('add-target'),
  command('add-provision'),
  command('record-disagreement'),
  command('note-agenda-point'),
  command('look-at-profile'),
  command('add-action', { id: 'action-1', doneBy: 'other', onBehalfOf: 'The speech therapist' }),
);

/** The plan reviewed at school, which decides by itself. */
const AT_SCHOOL: Steps = {
  preparing: at(PLANNED, command('plan-meeting', { where: 'The SENCO’s room' })),
  gathering: [
    ...evidence,
    ...families,
    ...at(GATHERED, command('record-parent-views'), command('views-not-given', { whose: 'pupil' })),
    ...at(MET, command('open-meeting')),
  ],
  meeting: [
    ...discussed,
    ...at(MET, command('decide-outcome', { nextReviewBy: '2027-01-15', parentsThere: 'yes' })),
  ],
  acting: at(AFTER, command('complete-action'), command('correct-record')),
};

/** The annual review of an EHC plan, in which the local authority decides. */
const ANNUAL: Steps = {
  preparing: at(PLANNED, command('plan-meeting', { where: 'https://meet.example/1', annual: invitation })),
  gathering: [
    ...evidence,
    ...families,
    ...at(GATHERED, command('record-parent-views'), command('record-pupil-views')),
    ...at(
      GATHERED,
      ...invited
        .filter(({ role }) => role !== 'parent')
        .map(({ id }, n) => command('record-advice', { id, given: n > 0 })),
      command('record-circulation'),
    ),
    ...at(MET, command('open-meeting')),
  ],
  meeting: [
    ...discussed,
    ...at(
      MET,
      command('add-section-change'),
      command('record-attendance', {
        attendance: {
          ...Object.fromEntries(invited.map(({ id }) => [id, 'apologies' as const])),
          'outsider-parent': 'present',
          [TEACHER]: 'present',
        },
      }),
      command('decide-outcome', {
        kind: 'recommend-amend',
        report: { healthAndCare: 'As before', adulthood: '', personalBudget: 'Not wanted' },
      }),
    ),
  ],
  acting: at(
    AFTER,
    command('record-report'),
    command('chase-la'),
    command('record-la-decision', { kind: 'amend' }),
    command('record-notice'),
    command('record-comments'),
    command('record-mediation'),
    command('record-final-plan', { nextPlace: 'named' }),
    command('complete-action'),
  ),
};

const WAY: readonly (keyof Steps)[] = ['preparing', 'gathering', 'meeting', 'acting'];
const STAGES: readonly Stage[] = [...WAY, 'closed', 'cancelled'];
const KINDS: readonly PlanKind[] = ['early-years-iep', 'sen-support', 'ehcp'];

/** What is done until a review stands in `stage`. */
function until(stage: Stage, kind: PlanKind): readonly Played[] {
  const steps = kind === 'ehcp' ? ANNUAL : AT_SCHOOL;
  if (stage === 'cancelled') return [...steps.preparing, ...at(GATHERED, command('cancel-review'))];
  const done = stage === 'closed' ? WAY : WAY.slice(0, WAY.indexOf(stage));
  return done.flatMap((each) => steps[each]);
}

interface Special {
  readonly id: string;
  readonly kind: PlanKind;
  readonly steps: readonly Played[];
  readonly early?: Early;
  /** What was done in the review before it. */
  readonly after?: readonly Played[];
  /** What is known of the pupil besides. */
  readonly pupil?: Partial<Pupil>;
}

const moved = (more: Partial<ReturnType<typeof command<'plan-meeting'>>> = {}) =>
  at(
    GATHERED,
    command('plan-meeting', {
      where: 'Room 4',
      date: '2026-12-01',
      whyMoved: 'The hall is flooded',
      ...more,
    }),
  );
const acting = (...steps: readonly Played[]) => [...until('acting', 'sen-support'), ...steps];

const SPECIALS: readonly Special[] = [
  {
    ...{ id: 'early', kind: 'sen-support', steps: [] },
    early: { asker: 'parent', askedOn: '2026-10-30', why: 'She does not sleep before school' },
  },
  {
    id: 'meeting-moved',
    kind: 'sen-support',
    steps: [
      ...at(
        PLANNED,
        command('plan-meeting', {
          invitees: [
            { kind: 'staff', who: TEACHER },
            { kind: 'other', name: 'Kim Reed, SENDIASS' },
          ],
        }),
      ),
      ...moved({ invitees: [{ kind: 'other', name: 'Kim Reed, SENDIASS' }] }),
      ...at(GATHERED, command('tell-outside', { since: GATHERED })),
    ],
  },
  {
    id: 'views-sought',
    kind: 'sen-support',
    steps: [
      ...until('gathering', 'sen-support'),
      ...at(GATHERED, command('views-not-given', { whose: 'parent' })),
    ],
  },
  {
    id: 'meeting-called-off',
    kind: 'ehcp',
    steps: [...until('gathering', 'ehcp'), ...at(GATHERED, command('cancel-meeting'))],
  },
  {
    id: 'short-notice',
    kind: 'ehcp',
    steps: [
      ...until('gathering', 'ehcp'),
      ...moved({
        date: '2026-11-20',
        annual: { ...invitation, invitedOn: '2026-11-10', shortNotice: 'All of them agreed to it' },
      }),
    ],
  },
  { id: 'action-disowned', kind: 'sen-support', steps: acting(by(ASSISTANT, AFTER, disowned())) },
  {
    id: 'action-handed-over',
    kind: 'sen-support',
    steps: acting(
      by(ASSISTANT, AFTER, disowned()),
      ...at(LATER, command('reassign-action', { owner: TEACHER, due: '2026-12-16' })),
    ),
  },
  {
    id: 'action-cannot-be-done',
    kind: 'sen-support',
    steps: acting(...at(AFTER, command('cannot-do-action'))),
  },
  {
    id: 'action-extended',
    kind: 'sen-support',
    steps: acting(...at(AFTER, command('extend-action', { to: '2026-12-18' }))),
  },
  {
    id: 'support-answered',
    kind: 'sen-support',
    steps: acting(
      by(ASSISTANT, AFTER, command('answer-support')),
      ...at(LATER, command('name-support-owner')),
      by(TEACHER, '2026-12-10T12:00:00.000Z', command('answer-support', { is: 'yes', why: '' })),
    ),
  },
  {
    id: 'support-ended',
    kind: 'ehcp',
    steps: [...until('closed', 'ehcp'), ...at(LATER, command('end-support'))],
  },
  {
    id: 'reopened-action',
    kind: 'sen-support',
    steps: [...until('closed', 'sen-support'), ...at('2026-12-09T13:00:00.000Z', command('reopen-review'))],
  },
  {
    id: 'reopened-outcome',
    kind: 'sen-support',
    steps: [
      ...until('meeting', 'sen-support'),
      ...discussed.slice(0, 2),
      ...at(MET, command('decide-outcome', { kind: 'plan-ended', parentsThere: 'yes' })),
      ...at(
        AFTER,
        command('reopen-review'),
        command('decide-outcome', { kind: 'plan-ended', parentsThere: '' }),
        command('reopen-review'),
      ),
    ],
  },
  {
    id: 'reopened-action-with-a-past',
    kind: 'sen-support',
    steps: acting(
      ...at(AFTER, command('extend-action', { to: '2026-12-18' })),
      by(ASSISTANT, AFTER, disowned()),
      ...at(LATER, command('complete-action', { helped: '' }), command('reopen-review')),
    ),
  },
  {
    id: 'reopened-action-ended',
    kind: 'sen-support',
    steps: [
      ...until('acting', 'sen-support'),
      ...at(AFTER, command('cannot-do-action')),
      by(ASSISTANT, AFTER, disowned()),
      ...at(AFTER, command('withdraw-action'), command('reopen-review')),
    ],
  },
  { id: 'action-withdrawn', kind: 'sen-support', steps: acting(...at(AFTER, command('withdraw-action'))) },
  {
    id: 'action-said-in-brief',
    kind: 'sen-support',
    steps: acting(...at(AFTER, command('complete-action', { helped: '' }))),
  },
  {
    id: 'after-another',
    kind: 'sen-support',
    after: [
      ...until('closed', 'sen-support'),
      by(ASSISTANT, '2026-12-09T12:00:00.000Z', command('answer-support')),
      ...at('2026-12-09T13:00:00.000Z', command('name-support-owner')),
    ],
    steps: [
      ...until('meeting', 'sen-support'),
      ...at(
        MET,
        command('review-provision', {
          review: { ...command('review-provision').review, provisionId: 'provision-1' },
        }),
      ),
    ],
  },
  {
    id: 'annual-after-another',
    kind: 'ehcp',
    after: [
      ...until('closed', 'ehcp'),
      by(ASSISTANT, '2026-12-09T12:00:00.000Z', command('answer-support')),
      ...at('2026-12-09T13:00:00.000Z', command('name-support-owner')),
    ],
    pupil: {
      people: {
        ...{ interpreter: '', supporter: '', lookedAfter: 'no', socialWorker: '', virtualHead: '' },
        ...{ jointReviewOn: '', representative: 'Dee Deputy', ground: 'deputy', capacity: 'Assessed' },
        ...{ by: SENCO, at: PLANNED },
      },
    },
    steps: [
      ...until('meeting', 'ehcp'),
      ...at(
        MET,
        command('review-provision', {
          review: { ...command('review-provision').review, provisionId: 'provision-1', next: 'change' },
        }),
      ),
      // The support added at the last meeting is written anew, and so keeps its id.
      ...ANNUAL.meeting,
    ],
  },
  {
    id: 'asked-of-the-la',
    kind: 'sen-support',
    steps: [
      ...until('meeting', 'sen-support'),
      ...discussed,
      ...at(
        MET,
        command('record-considered'),
        command('decide-outcome', { kind: 'ehc-assessment', parentsThere: '' }),
      ),
      ...at(
        AFTER,
        command('record-request-sent', { received: '2026-12-01' }),
        command('note-request', { note: 'later', answerBy: '2027-02-01', exception: 'closed' }),
        command('record-request-answer'),
        command('note-request', { note: 'certificate', on: '2026-12-02', words: '' }),
      ),
    ],
  },
  {
    id: 'little-progress',
    kind: 'sen-support',
    steps: [
      ...until('meeting', 'sen-support'),
      ...discussed,
      ...at(
        MET,
        command('review-target', {
          review: {
            ...command('review-target').review,
            ...{
              stillRight: 'change',
              whyChanged: ['too-easy'],
              newText: 'Reads a line aloud',
              newMeasure: 'Once a day',
            },
          },
        }),
        command('change-provision'),
        command('decide-outcome', { kind: 'updated', reasons: ['too-ambitious'], topUpFunding: true }),
      ),
    ],
  },
  {
    id: 'annual-contested',
    kind: 'ehcp',
    pupil: {
      plans: [anEhcPlan({ phaseTransfer: { kind: 'primary-secondary', year: 2027, on: '2027-04-12' } })],
    },
    steps: [
      ...until('acting', 'ehcp'),
      ...at(
        AFTER,
        command('record-cease-consultation'),
        command('record-la-decision', { kind: 'cease' }),
        command('record-la-decision', { kind: 'keep', whyCorrected: 'It says that it is kept' }),
        command('record-appeal'),
        command('record-appeal', { alone: 'yes', whyCorrected: 'The form says section I' }),
        command('record-appeal-end'),
        command('record-appeal-end', { how: 'agreed', whyCorrected: 'The letter says so' }),
        command('record-appeal', { on: '2026-12-02' }),
        command('record-appeal-end', { on: '2026-12-02' }),
        command('record-ordered-plan', { nextPlace: 'named' }),
        command('record-ordered-plan', {
          cameBy: 'agreed',
          nextPlace: 'named',
          whyCorrected: 'It was mediated',
        }),
        command('record-attendance', { attendance: { [TEACHER]: 'apologies' } }),
      ),
    ],
  },
  {
    id: 'annual-not-amended',
    kind: 'ehcp',
    steps: [
      ...until('acting', 'ehcp'),
      ...at(
        AFTER,
        command('record-la-decision', { kind: 'amend' }),
        command('record-notice'),
        command('record-not-amending'),
      ),
    ],
  },
  {
    id: 'annual-never-decided',
    kind: 'ehcp',
    steps: [...until('acting', 'ehcp'), ...at('2027-03-01T10:00:00.000Z', command('never-decided'))],
  },
];

function disowned(): Command {
  return command('disown-action', { suggested: TEACHER });
}

/** One of every kind of plan in every stage, and those to which something else happened; with their pupils. */
export function everyReview(): readonly { readonly pupil: Pupil; readonly review: Review }[] {
  const plain = KINDS.flatMap((kind) =>
    STAGES.map((stage): Special => ({ id: `${kind}-${stage}`, kind, steps: until(stage, kind) })),
  );
  return [...plain, ...SPECIALS].map(({ id, kind, steps, early, after, pupil: known }, n) => {
    const pupil = { ...pupilOf(kind, n + 1), ...known };
    return {
      pupil,
      review: delivered(
        played(id, pupil, steps, { early, before: after && [played(`${id}-0`, pupil, after)] }),
        n,
      ),
    };
  });
}

const SENT_TO = { contactId: 'slack.T1.U2', ref: { channel: 'D1', ts: '1764720000.000100' } };
const STATES: readonly Review['messages'][number]['state'][] = [
  { is: 'waiting', tries: 0 },
  { is: 'waiting', tries: 2, after: LATER },
  { is: 'sending', until: LATER, tries: 1, contactId: SENT_TO.contactId },
  { is: 'sent', at: AFTER, where: SENT_TO },
  { is: 'sent', at: AFTER, formAt: SENT_TO },
  { is: 'sent', at: AFTER },
  { is: 'unconfirmed', at: AFTER },
  { is: 'undeliverable', at: AFTER, why: 'not-installed', tries: 5 },
  { is: 'dropped', at: AFTER },
];

/** The review with its messages in one state or another of being delivered, from the `n`-th on. */
function delivered(review: Review, n: number): Review {
  const messages = review.messages.map((message, m) => {
    const state = STATES[(n + m) % STATES.length];
    const given = message.kind === 'action-given' && { also: ['a2', 'a3'], gone: ['a2'], asOf: AFTER };
    const other = { review: 'r9', key: 'message-9' };
    const isUnderWay = state && ['sending', 'sent', 'unconfirmed'].includes(state.is);
    const together = isUnderWay && (m % 2 === 0 ? { with: other } : { carries: [other] });
    const stands = state?.is === 'sent' && !state.where && { stood: SENT_TO };
    return state ? { ...message, ...given, ...together, ...stands, state } : message;
  });
  return { ...review, messages };
}
