import type { CommandType, Offer, Refusal } from './commands.ts';
import type { Stage } from './review.ts';

const VIEWS = ['record-parent-views', 'record-pupil-views', 'views-not-given'] as const;
const MEETING = ['review-target', 'add-target', 'add-provision', 'record-disagreement', 'take-back'] as const;
const ACTIONS = [
  'complete-action',
  'extend-action',
  'disown-action',
  'cannot-do-action',
  'withdraw-action',
  'reassign-action',
] as const;

const TABLE = {
  preparing: ['plan-meeting', 'cancel-review'],
  gathering: ['plan-meeting', 'submit-evidence', ...VIEWS, 'open-meeting', 'cancel-review'],
  meeting: ['submit-evidence', ...VIEWS, ...MEETING, 'add-action', 'decide-outcome', 'cancel-review'],
  acting: ['add-action', ...ACTIONS, 'correct-record'],
  closed: ['correct-record'],
  cancelled: [],
} as const satisfies Record<Stage, readonly CommandType[]>;

/** The state machine: the commands each stage allows. */
export const FLOW: Readonly<Record<Stage, readonly CommandType[]>> = TABLE;

/** One way a command can move a review on. Commands in `FLOW` without an arrow leave it in its stage. */
export interface Arrow {
  readonly from: Stage;
  readonly by: CommandType;
  readonly to: Stage;
  /** When it moves it this way, where the same command can also do otherwise. */
  readonly when?: string;
}

/** Every change of stage there is. */
export const ARROWS: readonly Arrow[] = [
  { from: 'preparing', by: 'plan-meeting', to: 'gathering' },
  { from: 'preparing', by: 'cancel-review', to: 'cancelled' },
  { from: 'gathering', by: 'open-meeting', to: 'meeting' },
  { from: 'gathering', by: 'cancel-review', to: 'cancelled' },
  { from: 'meeting', by: 'decide-outcome', to: 'acting' },
  { from: 'meeting', by: 'decide-outcome', to: 'closed', when: 'the plan ends and there are no actions' },
  { from: 'meeting', by: 'cancel-review', to: 'cancelled' },
  { from: 'acting', by: 'complete-action', to: 'closed', when: 'it was the last open action' },
  { from: 'acting', by: 'withdraw-action', to: 'closed', when: 'it was the last open action' },
];

/** Whether a command can be given in a stage at all. */
export function isAllowed(stage: Stage, type: CommandType): boolean {
  return FLOW[stage].includes(type);
}

type Instead = Omit<Refusal, 'field'>;
/** Whatever a stage refuses needs a sentence, or this does not compile. */
type Refused = {
  readonly [S in Stage]: Readonly<Record<Exclude<CommandType, (typeof TABLE)[S][number]>, Instead>>;
};

const instead = (say: string, what: Offer, code: Refusal['code'] = 'not-now'): Instead => ({
  code,
  say,
  offer: { what },
});

function each<T extends CommandType>(types: readonly T[], one: Instead): Record<T, Instead> {
  return Object.fromEntries(types.map((type) => [type, one])) as Record<T, Instead>;
}

const planFirst = instead(
  'This review has no meeting yet. Set its date and say whom to ask for evidence; then this can be done.',
  'plan-meeting',
);
const openFirst = instead('The meeting is not open yet. Open it first; then this can be done.', 'status');
const noActionsYet = instead(
  'Nothing has been agreed yet: actions can be worked on once the outcome is recorded.',
  'status',
);
const noRecordYet = instead('There is no record to correct yet: it comes from the meeting.', 'status');
const decideFirst = instead(
  'The outcome is not recorded yet. Until it is, you can take an action back and add it anew.',
  'agenda',
);
const meetingOpened = instead('The meeting has been opened, so its plan can no longer be changed.', 'agenda');
const alreadyOpen = instead('The meeting is open already.', 'agenda', 'already-done');
const held = instead('The meeting has been held and its outcome recorded.', 'status');
const alreadyHeld = instead('The meeting has been held and its outcome recorded.', 'status', 'already-done');
const evidenceOver = instead(
  'The outcome has been recorded, so evidence can no longer be given here. Tell the SENCO: they can add it to the record as a correction.',
  'status',
);
const recordStands = instead(
  'The outcome has been recorded, so this part can no longer be changed. Add a correction to the record instead.',
  'correction',
);
const alreadyDecided = instead(
  'The outcome has been recorded already. If it is wrong, add a correction to the record.',
  'correction',
  'already-done',
);
const allDone = instead(
  'This review is closed: none of its actions is open any more.',
  'status',
  'already-done',
);
const nextReview = instead(
  'This review is closed, so no action can be added. Bring it to the next review, or add a correction to the record.',
  'correction',
);
const tooLateToCancel = instead(
  'The outcome has been recorded, so the review can no longer be cancelled. Add a correction to the record instead.',
  'correction',
);
const cancelled = instead(
  'This review was cancelled. If one is still needed, start a new one from the list of reviews due.',
  'status',
);

const REFUSED: Refused = {
  preparing: {
    ...each([...VIEWS, ...MEETING], planFirst),
    ...each(['submit-evidence', 'open-meeting', 'add-action', 'decide-outcome'], planFirst),
    ...each(ACTIONS, noActionsYet),
    'correct-record': noRecordYet,
  },
  gathering: {
    ...each([...MEETING, 'add-action', 'decide-outcome'], openFirst),
    ...each(ACTIONS, noActionsYet),
    'correct-record': noRecordYet,
  },
  meeting: {
    'plan-meeting': meetingOpened,
    'open-meeting': alreadyOpen,
    ...each(ACTIONS, decideFirst),
    'correct-record': instead('Nothing is final yet: change it in the meeting’s notes.', 'agenda'),
  },
  acting: {
    'plan-meeting': held,
    'submit-evidence': evidenceOver,
    ...each([...VIEWS, ...MEETING], recordStands),
    'open-meeting': alreadyHeld,
    'decide-outcome': alreadyDecided,
    'cancel-review': tooLateToCancel,
  },
  closed: {
    'plan-meeting': held,
    'submit-evidence': evidenceOver,
    ...each([...VIEWS, ...MEETING], recordStands),
    'open-meeting': alreadyHeld,
    'add-action': nextReview,
    ...each(ACTIONS, allDone),
    'decide-outcome': alreadyDecided,
    'cancel-review': tooLateToCancel,
  },
  cancelled: {
    ...each([...VIEWS, ...MEETING, ...ACTIONS], cancelled),
    ...each(['plan-meeting', 'submit-evidence', 'open-meeting', 'add-action', 'decide-outcome'], cancelled),
    ...each(['correct-record', 'cancel-review'], cancelled),
  },
};

/**
 * Why a command can't be given in a stage, and what to do instead; undefined when it can. The offer may be one that only
 * the SENCO can take up: who asks is not known here.
 */
export function refusalOutOfStage(stage: Stage, type: CommandType): Refusal | undefined {
  const refused: Partial<Record<CommandType, Instead>> = REFUSED[stage];
  return refused[type];
}
