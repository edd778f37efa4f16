import { isDeepStrictEqual } from 'node:util';
import { type Invitation, type InviteeRole, type Outsider, WHOSE } from '../annual.ts';
import { annualPartOf } from '../annual-part.ts';
import type { Command, Refusal } from '../commands.ts';
import type { ReviewEvent } from '../events.ts';
import { staffAmong } from '../invitees.ts';
import { planRow, plansThat } from '../plans/index.ts';
import { reckon, ruleOn } from '../statute.ts';
import { type LocalDate, localDate } from '../time.ts';
import { checkWords, dayInWords } from './checks.ts';
import { checkHasBeen } from './days.ts';
import { type Given, refusal } from './decision.ts';

type Plan = Extract<Command, { type: 'plan-meeting' }>;
type Planned = Extract<ReviewEvent, { type: 'meeting-planned' }>;
type Outsiders = Invitation['outsiders'];

/** Who has to be invited from outside (any one of `one` will do), and the form’s input for them. The head may be staff. */
const REQUIRED: readonly { readonly one: readonly InviteeRole[]; readonly field: string }[] = [
  { one: ['parent', 'young-person'], field: 'parents' },
  { one: ['la-sen-officer'], field: 'laOfficer' },
  { one: ['health'], field: 'health' },
  { one: ['social-care'], field: 'socialCare' },
];

/**
 * What the plan of an annual review has besides: those invited from outside, each once, known ones under the id they
 * had; the day they were told; and why so late, where it was. Undefined for a review of another kind.
 */
export function annualPlan(given: Given, command: Plan): Invitation | undefined {
  const { review } = given;
  if (!planRow(review.kind).invitesOutsiders || !command.annual) return undefined;
  const { outsiders, invitedOn, shortNotice } = command.annual;
  const short = isShort(given, invitedOn, command.date);
  return {
    outsiders: everybody(annualPartOf(review).outsiders, outsiders),
    invitedOn,
    shortNotice: short ? shortNotice.trim() : '',
  };
}

/** Whether an annual review is planned as the law has it; for a review of another kind, that it is not planned as one. */
export function checkAnnual(given: Given, command: Plan, event: Planned): Refusal | undefined {
  if (!planRow(given.review.kind).invitesOutsiders) {
    const theirs = plansThat(({ invitesOutsiders }) => invitesOutsiders).map((row) => row.reviewInASentence);
    const say = `Only ${theirs.join(' or ')} is planned that way. Set this meeting on its own form.`;
    return command.annual && refusal('other-kind', say, { offer: { what: 'plan-meeting' } });
  }
  if (!event.annual) {
    const say =
      'For an annual review say also who is invited from outside, and when they were told of the date.';
    return refusal('things-missing', say, { offer: { what: 'plan-annual' } });
  }
  return (
    checkNamed(event.annual.outsiders) ??
    checkRequired(event) ??
    checkHasBeen(event.annual.invitedOn, given.today, 'invitedOn') ??
    checkToldAnew(given, event, event.annual.invitedOn) ??
    checkNotice(given, event, event.annual) ??
    checkWhyMoved(given, event)
  );
}

/** Whether those invited from outside, the day they were told and why so late are all as they were. */
export function invitesNobodyElse({ review }: Given, event: Planned): boolean {
  if (!event.annual) return true;
  const { invitedOn, shortNotice } = annualPartOf(review);
  const before = annualPartOf(review).outsiders.map(({ id, role, name }) => ({ id, role, name }));
  return isDeepStrictEqual(
    { outsiders: before, invitedOn, shortNotice: shortNotice?.why ?? '' },
    event.annual,
  );
}

/** Who has sent advice stays on the list, with what they sent, even where the form no longer has them. */
function everybody(before: readonly Outsider[], outsiders: Outsiders): Outsiders {
  const named = outsiders.map(({ id, role, name }) => ({
    id: knownAs(before, { id, role, name }),
    role,
    name,
  }));
  const once = named.filter(({ id }, index) => named.findIndex((one) => one.id === id) === index);
  const kept = before
    .filter(({ id, advice }) => advice?.given && !once.some((one) => one.id === id))
    .map(({ id, role, name }) => ({ id, role, name }));
  return [...once, ...kept];
}

/** The id of whoever was there before under this id or, under another, as the same and by the same name. */
function knownAs(before: readonly Outsider[], { id, role, name }: Outsiders[number]): string {
  if (before.some((one) => one.id === id)) return id;
  const same = (text: string) => text.trim().toLowerCase() === name.trim().toLowerCase();
  return before.find((one) => one.role === role && same(one.name))?.id ?? id;
}

function checkNamed(outsiders: Outsiders): Refusal | undefined {
  const nameless = outsiders.find(({ name }) => name.trim() === '');
  if (!nameless) return undefined;
  const field = REQUIRED.find(({ one }) => one.includes(nameless.role))?.field ?? 'others';
  return checkWords(nameless.name, field, `Please give a name, or a title, for ${WHOSE[nameless.role]}.`);
}

function checkRequired({ annual, invitees }: Planned): Refusal | undefined {
  const invited = new Set(annual?.outsiders.map(({ role }) => role));
  const missing = REQUIRED.filter(({ one }) => !one.some((role) => invited.has(role)));
  const head = invited.has('head') || staffAmong(invitees).length > 0;
  const whom = [...missing, ...(head ? [] : [{ one: ['head'] as const, field: 'head' }])];
  const [first] = whom;
  if (!first) return undefined;
  const names = whom.map(({ one: [role] }) => WHOSE[role ?? 'other']).join('; ');
  const say = `The law names who is to be invited (SEND Regulations 2014, reg 20(2)). Still to be invited: ${names}.`;
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

function isShort({ review }: Given, invitedOn: LocalDate, date: LocalDate): boolean {
  return invitedOn > reckon(ruleOn('invite', localDate(review.startedAt)), date).date;
}

function checkNotice(given: Given, { date }: Planned, annual: Invitation): Refusal | undefined {
  if (!isShort(given, annual.invitedOn, date) || annual.shortNotice !== '') return undefined;
  const say =
    'Everybody has less than two weeks’ notice of that day (SEND Regulations 2014, reg 20(3)). Choose a later day, or say why it can’t be later.';
  return refusal('short-notice', say, { field: 'shortNotice' });
}

function checkWhyMoved({ review }: Given, { moved, whyMoved = '' }: Planned): Refusal | undefined {
  if (!review.meeting || !moved) return undefined;
  return checkWords(whyMoved, 'whyMoved', 'Please say why the meeting is moved.');
}
