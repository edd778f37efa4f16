import { isKnownTo } from '../../src/domain/review/flow.ts';
import { COMMAND_TYPES, type Command, type CommandType } from '../../src/domain/review/steps/index.ts';
import { aSectionChange } from './annual-builders.ts';
import { ASSISTANT, anEvidenceAnswer, aTarget, parentViews, pupilViews, TEACHER } from './builders.ts';

type Of<T extends CommandType> = Extract<Command, { type: T }>;

const views = parentViews();
const said = pupilViews();
if (!views.given || !said.given) throw new Error('the builders give views');

/** One of each command, valid in its stage on the builders' review, as the SENCO (or the teacher asked) would give it. */
const COMMANDS: { readonly [T in CommandType]: Of<T> } = {
  'plan-meeting': {
    type: 'plan-meeting',
    date: '2026-11-24',
    time: '14:30',
    invitees: [{ kind: 'staff', who: TEACHER }],
    ask: [TEACHER, ASSISTANT],
    evidenceBy: '2026-11-13',
  },
  'ask-to-rearrange': {
    type: 'ask-to-rearrange',
    id: 'rearrangement-1',
    asker: 'parent',
    askedOn: '2026-11-09',
    why: 'Mum works nights that week',
    preferred: 'A Tuesday after 14:00',
  },
  'keep-meeting': { type: 'keep-meeting', why: 'The therapist can only come then; she joins by telephone' },
  'tell-in-person': { type: 'tell-in-person', who: TEACHER },
  'tell-outside': { type: 'tell-outside', since: '2026-11-09T10:00:00.000Z' },
  'record-sent-in': {
    type: 'record-sent-in',
    id: 'sent-in-1',
    what: 'A letter from the sleep clinic',
    from: 'Mum',
    on: '2026-11-09',
    kept: 'In the file',
  },
  'cancel-meeting': { type: 'cancel-meeting', why: 'The therapist is ill' },
  'record-advice': {
    type: 'record-advice',
    id: 'outsider-la',
    on: '2026-11-09',
    given: true,
    words: 'Two pages; in the file',
  },
  'record-circulation': { type: 'record-circulation', on: '2026-11-10', words: 'By secure e-mail' },
  'submit-evidence': { type: 'submit-evidence', revision: 0, said: anEvidenceAnswer() },
  'record-views': {
    type: 'record-views',
    parents: { ...views.said, goingWell: 'Football' },
    pupil: { ...said.said, views: 'I like the small room' },
  },
  'record-parent-views': { type: 'record-parent-views', said: { ...views.said, goingWell: 'Football' } },
  'record-pupil-views': {
    type: 'record-pupil-views',
    said: { ...said.said, views: 'I like the small room' },
  },
  'views-not-given': {
    type: 'views-not-given',
    whose: 'parent',
    soughtOn: '2026-11-06',
    howSought: 'Two letters and a call',
  },
  'open-meeting': { type: 'open-meeting', anyway: true, early: true },
  'close-meeting': { type: 'close-meeting' },
  'look-at-profile': { type: 'look-at-profile' },
  'review-target': {
    type: 'review-target',
    review: {
      targetId: 'target-1',
      progress: 'good',
      evidence: '8 of 10 words',
      delivered: 'yes',
      difference: 'Reads in class',
      stillRight: 'keep',
    },
  },
  'note-agenda-point': { type: 'note-agenda-point', point: 'wellbeing', words: 'He sleeps badly on Sundays' },
  'review-provision': {
    type: 'review-provision',
    review: {
      provisionId: 'provision-0',
      delivered: 'partly',
      whyNot: 'Two sessions fell to a school trip',
      difference: 'She reads a page by herself',
      next: 'keep',
      evidence: '',
      without: '',
    },
  },
  'add-target': { type: 'add-target', target: aTarget({ id: 'target-3', setOn: '2026-11-24' }) },
  'add-provision': {
    type: 'add-provision',
    provision: {
      id: 'provision-1',
      what: 'Paired reading',
      who: 'Teaching assistant',
      howOften: 'Three times a week',
      howLong: '15 minutes',
      groupSize: 'One to one',
      howReviewed: 'Words right, each Friday',
      starts: '2026-11-25',
      owner: ASSISTANT,
    },
  },
  'change-provision': {
    type: 'change-provision',
    provision: {
      id: 'provision-1',
      what: 'Paired reading',
      who: 'Teaching assistant',
      howOften: 'Four times a week',
      howLong: '15 minutes',
      groupSize: 'One to one',
      howReviewed: 'Words right, each Friday',
      starts: '2026-11-25',
      owner: ASSISTANT,
    },
  },
  'record-attendance': {
    type: 'record-attendance',
    attendance: { 'outsider-parent': 'present', 'outsider-la': 'absent', [TEACHER]: 'present' },
  },
  'add-section-change': { type: 'add-section-change', change: aSectionChange({ id: 'change-9' }) },
  'record-disagreement': {
    type: 'record-disagreement',
    id: 'disagreement-1',
    who: 'Ada’s mother',
    words: 'I think she needs more',
  },
  'add-action': {
    type: 'add-action',
    id: 'action-9',
    what: 'Order large-print books',
    targetId: 'target-1',
    owner: ASSISTANT,
    due: '2026-12-11',
    howWeWillKnow: 'They are on the shelf',
  },
  'take-back': { type: 'take-back', what: 'action', id: 'action-1' },
  'decide-outcome': {
    type: 'decide-outcome',
    kind: 'continues',
    inWords: 'Steady progress',
    reasons: [],
    topUpFunding: false,
    whatWillChange: 'A reading pen in every lesson',
  },
  'record-considered': {
    type: 'record-considered',
    tried: 'Paired reading for two terms: 8 of 10 words',
    advice: '',
    notEnough: 'She needs a teacher beside her in each lesson',
  },
  'add-request': { type: 'add-request', kind: 'top-up', owner: ASSISTANT, sendBy: '2026-12-11' },
  'change-request': { type: 'change-request', kind: 'top-up', owner: ASSISTANT, sendBy: '2026-12-11' },
  'record-request-sent': {
    type: 'record-request-sent',
    kind: 'ehc-assessment',
    on: '2026-11-30',
    words: 'By secure e-mail',
  },
  'note-request': {
    type: 'note-request',
    kind: 'ehc-assessment',
    note: 'asked',
    on: '2026-12-01',
    words: 'The officer is on leave',
  },
  'record-request-answer': {
    type: 'record-request-answer',
    kind: 'ehc-assessment',
    result: 'refused',
    on: '2026-12-01',
    words: 'Letter of that day',
  },
  'record-report': { type: 'record-report', on: '2026-11-30', words: 'Everybody invited' },
  'record-la-decision': {
    type: 'record-la-decision',
    kind: 'keep',
    on: '2026-12-01',
    words: 'Letter of that day',
  },
  'chase-la': { type: 'chase-la', on: '2026-12-01', words: 'The officer is on leave' },
  'record-notice': { type: 'record-notice', on: '2026-11-30', words: 'Sections E and F' },
  'record-comments': { type: 'record-comments', on: '2026-12-01', words: 'They agree' },
  'record-final-plan': { type: 'record-final-plan', on: '2026-12-01', words: '' },
  'record-cease-consultation': {
    type: 'record-cease-consultation',
    on: '2026-11-27',
    words: 'Both would rather keep it',
  },
  'record-not-amending': {
    type: 'record-not-amending',
    on: '2026-12-01',
    words: 'The plan is right as it is',
  },
  'record-ordered-plan': { type: 'record-ordered-plan', on: '2026-12-01', words: '', cameBy: 'tribunal' },
  'never-decided': { type: 'never-decided', why: 'Asked four times, and never answered' },
  'record-appeal': { type: 'record-appeal', on: '2026-12-01', words: 'Sections F and I', alone: 'no' },
  'record-appeal-end': { type: 'record-appeal-end', on: '2026-12-01', words: '', how: 'allowed' },
  'record-mediation': { type: 'record-mediation', on: '2026-12-01', words: '' },
  'correct-record': { type: 'correct-record', part: 'Provision', words: 'It is twice a week' },
  'complete-action': { type: 'complete-action', id: 'action-1', what: 'Shown and in use', helped: 'yes' },
  'extend-action': { type: 'extend-action', id: 'action-1', to: '2026-12-11', why: 'The pen has not come' },
  'disown-action': {
    type: 'disown-action',
    id: 'action-1',
    why: 'I no longer teach her',
    suggested: ASSISTANT,
  },
  'cannot-do-action': { type: 'cannot-do-action', id: 'action-1', why: 'The pen is no longer made' },
  'withdraw-action': { type: 'withdraw-action', id: 'action-1', why: 'She has a pen from home' },
  'reassign-action': { type: 'reassign-action', id: 'action-1', owner: ASSISTANT },
  'answer-support': {
    type: 'answer-support',
    id: 'provision-1',
    is: 'not-yet',
    why: 'The room is taken at that time',
    again: '2026-12-10',
  },
  'name-support-owner': {
    type: 'name-support-owner',
    id: 'provision-1',
    owner: TEACHER,
    starts: '2026-11-30',
  },
  'end-support': { type: 'end-support', id: 'provision-1', why: 'She reads on her own now' },
  'reopen-review': { type: 'reopen-review', why: 'The wrong button' },
  'cancel-review': { type: 'cancel-review', why: 'She is moving school' },
};

/** A valid command of this type, with what the test is about changed. */
export function command<T extends CommandType>(type: T, given: Partial<Of<T>> = {}): Of<T> {
  return { ...COMMANDS[type], ...given };
}

export { COMMAND_TYPES };

/** What not every kind of review knows: what only an annual one does, and what it does not. */
export const ANNUAL_ONLY: readonly CommandType[] = COMMAND_TYPES.filter(
  (type) => !isKnownTo('sen-support', type),
);
export const SUPPORT_ONLY: readonly CommandType[] = COMMAND_TYPES.filter((type) => !isKnownTo('ehcp', type));
