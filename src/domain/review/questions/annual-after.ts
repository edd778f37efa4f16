import { oneOf, optionsIn } from '../../questions/choice.ts';
import { pastDay } from '../../questions/days.ts';
import type { Option } from '../../questions/question.ts';
import { forOverseers } from '../../questions/said.ts';
import { longText } from '../../questions/text.ts';
import { annualPartOf } from '../annual-part.ts';
import type { ReviewContent } from '../review-content.ts';
import { LA_DECISION, type LaDecisionKind } from './annual-options.ts';
import { nextPlace, whyCorrected, whyRow } from './letter-rows.ts';

/*
 * What is asked of each thing that comes or is sent after the meeting of an annual review: the day, and a few words. A
 * day's name stands before it where it is read out ("Final plan of Tue 1 Dec 2026").
 */

type OfAnnual = { readonly review: ReviewContent };

const REPORT_ROWS = {
  on: pastDay({
    label: 'The day the report was sent',
    needed: 'Please choose the day it was sent.',
    called: 'Sent',
  }),
  words: longText({
    label: 'To whom it was sent',
    needed: 'Please say to whom it was sent.',
    called: '',
  }),
  whyCorrected: whyCorrected('report'),
} as const;
/** The report of the meeting was sent (Code of Practice 9.176). */
export const REPORT = forOverseers(REPORT_ROWS);

/** Once there is a decision to amend the plan, what is still to come can be asked for. */
function decisionsOf({ review }: OfAnnual): readonly Option<LaDecisionKind | 'not-yet'>[] {
  const { decision } = annualPartOf(review);
  const title = decision ? 'We asked for what is still to come' : 'No decision yet: we asked for it';
  return [...optionsIn<LaDecisionKind>(LA_DECISION), { value: 'not-yet', title }];
}

/** The local authority's decision, or that it was asked for and has not come. */
export const DECISION = {
  kind: oneOf({
    options: decisionsOf,
    label: 'What did the local authority decide?',
    needed: 'Please choose what was decided, or that there is no decision yet.',
  }),
  on: pastDay({
    label: 'The day on the letter; if there is no decision yet, the day you asked',
    needed: 'Please choose the day on the letter, or the day you asked.',
    called: 'letter of',
  }),
  words: longText({
    label: 'What the letter says in short, or what came of asking',
    called: '',
    shownTo: 'overseers',
  }),
  whyCorrected: longText<OfAnnual>({
    ...whyRow,
    label: 'A decision is recorded already. Where it is put right: why?',
    // Asking for what is still to come needs none: the step says so where one is wanted.
    asked: ({ review }) => annualPartOf(review).decision !== undefined,
    shownTo: 'overseers',
  }),
} as const;

const NOTICE_ROWS = {
  on: pastDay({
    label: 'The day on the notice',
    needed: 'Please choose the day on the notice.',
    called: 'Proposed changes sent',
  }),
  words: longText({ label: 'What it proposes, in short', called: '' }),
  whyCorrected: whyCorrected('notice'),
} as const;
/** The local authority's notice of the amendments it proposes (SEND Regulations 2014, reg 22). */
export const NOTICE = forOverseers(NOTICE_ROWS);

const COMMENTS_ROWS = {
  on: pastDay({
    label: 'The day {addressed} answered',
    needed: 'Please choose the day they answered.',
    called: '{addressed} answered',
  }),
  words: longText({
    label: 'What they answered, or that they had nothing to say',
    needed: 'Please write what they answered, or that they had nothing to say.',
    called: '',
  }),
  whyCorrected: whyCorrected('comments'),
} as const;
/** What the parents or the young person answer to the proposed amendments. */
export const COMMENTS = forOverseers(COMMENTS_ROWS);

const FINAL_PLAN_ROWS = {
  on: pastDay({
    label: 'The day on the final plan',
    needed: 'Please choose the day on the final plan.',
    called: 'Final plan of',
  }),
  nextPlace,
  words: longText({ label: 'What changed, in short, or where the plan is kept', called: '' }),
  whyCorrected: whyCorrected('finalPlan'),
} as const;
/** The amended plan in its final form (SEND Regulations 2014, reg 22(3)). */
export const FINAL_PLAN = forOverseers(FINAL_PLAN_ROWS);

const MEDIATION_ROWS = {
  on: pastDay({
    label: 'The day on the certificate',
    needed: 'Please choose the day on the certificate.',
    called: 'Mediation certificate of',
  }),
  words: longText({ label: 'What mediation came to, in short', called: '' }),
  whyCorrected: whyCorrected('mediation'),
} as const;
/** A mediation certificate, which may give longer to appeal (Children and Families Act 2014, s.51). */
export const MEDIATION = forOverseers(MEDIATION_ROWS);
