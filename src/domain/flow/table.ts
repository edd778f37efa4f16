import type { CommandType } from '../commands.ts';
import type { Stage } from '../review-content.ts';

// Groups of commands that a stage takes or refuses together.
export const VIEWS = ['record-parent-views', 'record-pupil-views', 'views-not-given'] as const;
export const MEETING = [
  'review-target',
  'add-target',
  'add-provision',
  'change-provision',
  'record-disagreement',
  'take-back',
] as const;
export const ACTIONS = [
  'complete-action',
  'extend-action',
  'disown-action',
  'cannot-do-action',
  'withdraw-action',
  'reassign-action',
] as const;

// Of an annual review only.
export const ADVICE = ['record-advice', 'record-circulation'] as const;
export const ANNUAL_MEETING = ['record-attendance', 'add-section-change'] as const;
/** What was sent or came after the meeting. In a closed review a slip in one can still be put right: next year counts from it. */
const LETTERS = [
  'record-report',
  'record-la-decision',
  'record-notice',
  'record-comments',
  'record-final-plan',
] as const;
export const AFTERWARDS = [...LETTERS, 'chase-la'] as const;

/** The commands that only an annual review of an EHC plan knows. */
export const ANNUAL_ONLY: readonly CommandType[] = [
  ...ADVICE,
  ...ANNUAL_MEETING,
  ...AFTERWARDS,
  'record-mediation',
];

/** The state machine: the commands each stage allows, whatever the kind of review. */
export const TABLE = {
  preparing: ['plan-meeting', 'cancel-review'],
  gathering: [
    'plan-meeting',
    'cancel-meeting',
    'submit-evidence',
    ...VIEWS,
    ...ADVICE,
    'open-meeting',
    'cancel-review',
  ],
  meeting: [
    'submit-evidence',
    ...VIEWS,
    ...ADVICE,
    ...MEETING,
    ...ANNUAL_MEETING,
    'add-action',
    'decide-outcome',
    'cancel-review',
  ],
  acting: ['add-action', ...ACTIONS, ...AFTERWARDS, 'record-mediation', 'correct-record'],
  closed: [...LETTERS, 'record-mediation', 'correct-record'],
  cancelled: [],
} as const satisfies Record<Stage, readonly CommandType[]>;
