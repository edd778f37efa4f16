import { AGENDA_POINTS, ANNUAL_AGENDA } from '../../domain/plans/agenda.ts';
import { RECOMMENDATIONS } from '../../domain/plans/recommendations.ts';
import { SUPPORT_OUTCOMES } from '../../domain/plans/support-outcomes.ts';
import { REASONS } from '../../domain/review/questions/reasons.ts';
import { STAGE_WORDS } from '../../domain/review/stage-words.ts';
import { PHASE_WORDS } from '../../domain/school/phase-words.ts';

/*
 * What a code that is stored without a title of its own is called, by the field it stands in. A test walks all that can be stored of a
 * child, and fails by name for a code without words.
 */

type Titles = Readonly<Record<string, string>>;

const titles = (choices: readonly { readonly code: string; readonly title: string }[]): Titles =>
  Object.fromEntries(choices.map(({ code, title }) => [code, title]));

/** A message to staff, by what it was for. */
const MESSAGES: Titles = {
  'evidence-request': 'Evidence was asked for',
  'meeting-set': 'The meeting was set',
  'meeting-moved': 'The meeting was moved',
  'meeting-called-off': 'The meeting was called off',
  'meeting-without-you': 'The meeting goes ahead without them',
  'no-longer-asked': 'Their evidence is not asked for any more',
  'all-answered': 'Everybody has answered',
  record: 'The record of the review',
  'record-corrected': 'The record was corrected',
  'action-given': 'An action was given to them',
  'action-passed-on': 'An action was passed on',
  'action-not-mine': 'An action was handed back',
  'action-cannot-be-done': 'An action can’t be done',
  'action-withdrawn': 'An action is not to be done any more',
  'action-extended-again': 'An action was put off again',
  'support-given': 'Support is theirs to see to',
  'support-passed-on': 'Support was passed on',
  'support-ended': 'Support has ended',
  'support-not-happening': 'Support is not happening',
  'request-given': 'Something asked of the local authority is theirs to send',
  'la-decided': 'The local authority has decided',
  'review-closed': 'The review was closed',
  'review-reopened': 'The review was opened again',
  'review-cancelled': 'The review was cancelled',
};

const DELIVERY: Titles = {
  waiting: 'Waiting to be sent',
  sending: 'Being sent',
  sent: 'Sent',
  unconfirmed: 'Sent, and not known whether it came',
  undeliverable: 'Could not be delivered',
  dropped: 'Not sent: it was not needed any more',
};

const NONE: Titles = { none: 'None' };

/** By the field and, where the same name has other codes elsewhere, by what that stands in. */
const WORDS: Readonly<Record<string, Titles>> = {
  'outcome.kind': titles([...SUPPORT_OUTCOMES, ...RECOMMENDATIONS]),
  'messages.kind': MESSAGES,
  'invitees.kind': { staff: 'Staff', other: 'Somebody from outside' },
  'phaseTransfer.kind': PHASE_WORDS,
  'transfer.kind': PHASE_WORDS,
  'move.kind': PHASE_WORDS,
  'laWrote.answer': { wrote: 'Yes, it has written', 'not-waited': 'No, and it is waited for no longer' },
  'state.is': DELIVERY,
  'state.why': {
    'not-installed': 'They do not have the bot',
    blocked: 'They have blocked the bot',
    left: 'They have left',
    'not-found': 'They were not found in the chat',
  },
  'answer.said': { 'nothing-to-add': 'Nothing to add, or does not teach them' },
  'earlierMeetings.was': { moved: 'Moved to another day', 'called-off': 'Called off' },
  'quiet.why': { custody: 'In custody', 'moved-on': 'At another school', left: 'Has left' },
  'agendaNotes.point': Object.fromEntries(
    [...AGENDA_POINTS, ...ANNUAL_AGENDA].map(({ id, title }) => [id, title]),
  ),
  reasons: titles(REASONS),
  stage: STAGE_WORDS,
  toldApartBy: { year: 'Year group', class: 'Class', ref: 'Reference' },
  phaseTransfer: NONE,
  move: NONE,
};

/**
 * What a code is called where it is read; undefined where nobody has said.
 * @param field the name of the field it stands in, and `within` of what that stands in
 */
export function valueWords(code: string, field: string, within: string): string | undefined {
  const found = WORDS[`${within}.${field}`] ?? WORDS[field];
  return found && Object.hasOwn(found, code) ? found[code] : undefined;
}
