import type { CommandType, Offer, Refusal } from '../commands.ts';
import type { Stage } from '../review.ts';
import { ACTIONS, ADVICE, AFTERWARDS, ANNUAL_MEETING, MEETING, type TABLE, VIEWS } from './table.ts';

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
const notMetYet = instead(
  'That comes after the meeting: once its recommendation is recorded, this can be done.',
  'status',
);
const recommendFirst = instead(
  'That comes after the meeting. Record what it recommends; then this can be done.',
  'recommendation',
);
const adviceOver = instead(
  'The meeting has been held and its recommendation recorded, so advice can no longer be recorded here. Add it to the record as a correction.',
  'correction',
);
const annualDone = instead(
  'This review is closed: the local authority’s decision is recorded, and nothing more is wanted. If something recorded is wrong, add a correction.',
  'correction',
  'already-done',
);
const mediationLater = instead(
  'Mediation comes after the local authority’s decision. Once that is recorded, this can be done.',
  'status',
);
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

/** What each stage refuses, and what to do instead. */
export const REFUSED: Refused = {
  preparing: {
    ...each([...VIEWS, ...MEETING, ...ADVICE, ...ANNUAL_MEETING], planFirst),
    'cancel-meeting': instead('No meeting is set yet, so there is none to call off.', 'plan-meeting'),
    ...each(AFTERWARDS, notMetYet),
    'record-mediation': mediationLater,
    ...each(['submit-evidence', 'open-meeting', 'add-action', 'decide-outcome'], planFirst),
    ...each(ACTIONS, noActionsYet),
    'correct-record': noRecordYet,
  },
  gathering: {
    ...each([...MEETING, ...ANNUAL_MEETING, 'add-action', 'decide-outcome'], openFirst),
    ...each(AFTERWARDS, notMetYet),
    'record-mediation': mediationLater,
    ...each(ACTIONS, noActionsYet),
    'correct-record': noRecordYet,
  },
  meeting: {
    'plan-meeting': meetingOpened,
    'cancel-meeting': instead('The meeting has been opened, so it can no longer be called off.', 'agenda'),
    ...each(AFTERWARDS, recommendFirst),
    'record-mediation': mediationLater,
    'open-meeting': alreadyOpen,
    ...each(ACTIONS, decideFirst),
    'correct-record': instead('Nothing is final yet: change it in the meeting’s notes.', 'agenda'),
  },
  acting: {
    ...each(['plan-meeting', 'cancel-meeting'], held),
    'submit-evidence': evidenceOver,
    ...each([...VIEWS, ...MEETING, ...ANNUAL_MEETING], recordStands),
    ...each(ADVICE, adviceOver),
    'open-meeting': alreadyHeld,
    'decide-outcome': alreadyDecided,
    'cancel-review': tooLateToCancel,
  },
  closed: {
    ...each(['plan-meeting', 'cancel-meeting'], held),
    'submit-evidence': evidenceOver,
    ...each([...VIEWS, ...MEETING, ...ANNUAL_MEETING], recordStands),
    ...each(ADVICE, adviceOver),
    'chase-la': annualDone,
    'open-meeting': alreadyHeld,
    'add-action': nextReview,
    ...each(ACTIONS, allDone),
    'decide-outcome': alreadyDecided,
    'cancel-review': tooLateToCancel,
  },
  cancelled: {
    ...each([...VIEWS, ...MEETING, ...ACTIONS, ...ADVICE, ...ANNUAL_MEETING, ...AFTERWARDS], cancelled),
    ...each(['cancel-meeting', 'record-mediation'], cancelled),
    ...each(['plan-meeting', 'submit-evidence', 'open-meeting', 'add-action', 'decide-outcome'], cancelled),
    ...each(['correct-record', 'cancel-review'], cancelled),
  },
};
