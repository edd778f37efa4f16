import { planRow, plansThat } from '../../plans/index.ts';
import { addresseeOn } from '../../school/addressee.ts';
import { headsOf } from '../../school/membership.ts';
import type { LocalDate } from '../../time.ts';
import { type Invitation, type InviteeRole, isFamily, WHOSE } from '../annual.ts';
import { annualPartOf } from '../annual-part.ts';
import { checkWords, dayInWords } from '../checks.ts';
import { checkHasBeen } from '../days.ts';
import { type Refusal, refusal } from '../decision.ts';
import { ADDRESSED_AS } from '../guest-boxes.ts';
import { staffAmong } from '../invitees.ts';
import type { Invitee } from '../review.ts';
import { isShort, type Plan } from './invitation.ts';
import type { Given } from './step.ts';

/* Whether those are invited to an annual review, and in time, whom the law names. */

/** What of the meeting as it is to be set is looked at here. */
interface Planned extends Plan {
  readonly invitees: readonly Invitee[];
  readonly moved: boolean;
  readonly whyMoved?: string;
}

interface Required {
  /** Any one of them will do. */
  readonly one: readonly InviteeRole[];
  /** The form’s input for them. */
  readonly field: string;
}

/** Who has to be invited from outside, besides whoever is addressed. The head may be staff. */
const REQUIRED: readonly Required[] = [
  { one: ['la-sen-officer'], field: 'laOfficer' },
  { one: ['health'], field: 'health' },
  { one: ['social-care'], field: 'socialCare' },
];

/** Whether an annual review is planned as the law has it; for a review of another kind, that it is not planned as one. */
export function checkInvitation(given: Given, command: Plan, planned: Planned): Refusal | undefined {
  if (!planRow(given.review.kind).invitesOutsiders) {
    const theirs = plansThat(({ invitesOutsiders }) => invitesOutsiders).map((row) => row.reviewInASentence);
    const say = `Only ${theirs.join(' or ')} is planned that way. Set this meeting on its own form.`;
    return command.annual && refusal('other-kind', say, { offer: { what: 'plan-meeting' } });
  }
  if (!planned.annual) {
    const say =
      'For an annual review say also who is invited from outside, and when they were told of the date.';
    return refusal('things-missing', say, { offer: { what: 'plan-annual' } });
  }
  return (
    checkNamed(planned.annual.outsiders) ??
    checkRequired(given, planned) ??
    checkHasBeen(planned.annual.invitedOn, given.today, 'invitedOn') ??
    checkToldAnew(given, planned, planned.annual.invitedOn) ??
    checkNotice(given, planned, planned.annual) ??
    checkWhyMoved(given, planned)
  );
}

/**
 * Whoever the review addresses, today or on the day of its meeting: who turns a young person in between may be invited as
 * either. The young person will do where that is not known.
 */
function addressed({ review, today }: Given, date: LocalDate): Required {
  const on = (day: LocalDate) => ADDRESSED_AS[addresseeOn(review.addressing, day)];
  const known: readonly InviteeRole[] = [...new Set([on(date), on(today)])];
  return { one: review.addressing ? known : ['parent', 'young-person'], field: 'parents' };
}

function checkNamed(outsiders: Invitation['outsiders']): Refusal | undefined {
  const nameless = outsiders.find(({ name }) => name.trim() === '');
  if (!nameless) return undefined;
  const family = isFamily(nameless) ? 'parents' : 'others';
  const field = REQUIRED.find(({ one }) => one.includes(nameless.role))?.field ?? family;
  return checkWords(nameless.name, field, `Please give a name, or a title, for ${WHOSE[nameless.role]}.`);
}

function checkRequired(given: Given, { annual, invitees, date }: Planned): Refusal | undefined {
  const invited = new Set(annual?.outsiders.map(({ role }) => role));
  const missing = [addressed(given, date), ...REQUIRED].filter(
    ({ one }) => !one.some((role) => invited.has(role)),
  );
  // Where the staff list names no head, any colleague invited may be it.
  const heads = headsOf(given.school);
  const head =
    invited.has('head') || staffAmong(invitees).some((who) => heads.length === 0 || heads.includes(who));
  // Without a school there is no head to invite, and the local authority invites (reg 21).
  const whom = [
    ...missing,
    ...(head || given.review.noSchool ? [] : [{ one: ['head'] as const, field: 'head' }]),
  ];
  const [first] = whom;
  if (!first) return undefined;
  const names = whom.map(({ one: [role] }) => WHOSE[role ?? 'other']).join('; ');
  const say = `Still to be invited: ${names}.`;
  return refusal('invitee-missing', say, { field: first.field });
}

/** A meeting that goes to another day is another invitation: the day of the first one does not count. */
function checkToldAnew(
  { review, today }: Given,
  { date }: Planned,
  invitedOn: LocalDate,
): Refusal | undefined {
  const before = annualPartOf(review).invitedOn;
  if (!review.meeting || review.meeting.date === date || invitedOn === today) return undefined;
  if (before === undefined || invitedOn > before) return undefined;
  const say = `The meeting goes to another day, and everybody is to be told of it. Give the day they were: after ${dayInWords(before)}, or today.`;
  return refusal('date-order', say, { field: 'invitedOn' });
}

function checkNotice(given: Given, { date }: Planned, annual: Invitation): Refusal | undefined {
  // Without a school the notice is the local authority's to give (reg 21).
  if (given.review.noSchool) return undefined;
  if (!isShort(given, annual.invitedOn, date) || annual.shortNotice !== '') return undefined;
  const say =
    'Everybody has less than two weeks’ notice of that day. Choose a later day, or say why it can’t be later.';
  return refusal('short-notice', say, { field: 'shortNotice' });
}

function checkWhyMoved({ review }: Given, { moved, whyMoved = '' }: Planned): Refusal | undefined {
  if (!review.meeting || !moved) return undefined;
  return checkWords(whyMoved, 'whyMoved', 'Please say why the meeting is moved.');
}
