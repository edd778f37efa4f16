import { isDeepStrictEqual } from 'node:util';
import { planRow } from '../../plans/index.ts';
import { reckon, ruleOn } from '../../statute/statute.ts';
import { type LocalDate, localDate } from '../../time.ts';
import type { AnnualReview, Invitation, Outsider } from '../annual.ts';
import { annualPartOf } from '../annual-part.ts';
import type { Actor } from '../decision.ts';
import type { Review } from '../review.ts';
import type { Given } from './step.ts';

/* Who is invited to an annual review from outside: what planning its meeting has besides. */

/** What of a meeting's plan is looked at here. */
export interface Plan {
  readonly date: LocalDate;
  readonly annual?: Invitation;
}

type Outsiders = Invitation['outsiders'];

/**
 * What the plan of an annual review has besides: those invited from outside, each once, known ones under the id they
 * had; the day they were told; and why so late, where it was. Undefined for a review of another kind.
 */
export function invitationOf(given: Given, command: Plan): Invitation | undefined {
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

/** Whether those invited from outside, the day they were told and why so late are all as they were. */
export function invitesNobodyElse(review: Review, now: Invitation | undefined): boolean {
  if (!now) return true;
  const { outsiders, invitedOn, shortNotice } = annualPartOf(review);
  const before = outsiders.map(({ id, role, name }) => ({ id, role, name }));
  return isDeepStrictEqual({ outsiders: before, invitedOn, shortNotice: shortNotice?.why ?? '' }, now);
}

/** What an annual review holds once they are invited so. Who has given advice keeps it. */
export function invited(annual: AnnualReview, now: Invitation, { who, at }: Actor): AnnualReview {
  const { shortNotice: _, ...before } = annual;
  const adviceOf = (id: string) => annual.outsiders.find((one) => one.id === id)?.advice;
  return {
    ...before,
    invitedOn: now.invitedOn,
    ...(now.shortNotice.trim() !== '' && { shortNotice: { by: who, at, why: now.shortNotice } }),
    outsiders: now.outsiders.map((outsider) => {
      const advice = adviceOf(outsider.id);
      return advice ? { ...outsider, advice } : outsider;
    }),
  };
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

/** Whether people told on `invitedOn` have less notice of `date` than the law gives them. */
export function isShort({ review }: Given, invitedOn: LocalDate, date: LocalDate): boolean {
  return invitedOn > reckon(ruleOn('invite', localDate(review.startedAt)), date).date;
}
