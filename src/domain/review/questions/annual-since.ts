import { oneOf } from '../../questions/choice.ts';
import { pastDay } from '../../questions/days.ts';
import { forOverseers } from '../../questions/said.ts';
import { longText } from '../../questions/text.ts';
import { annualPartOf } from '../annual-part.ts';
import { APPEAL_END, CAME_BY, SECTION_I_ALONE } from './annual-options.ts';
import { nextPlace, whyCorrected } from './letter-rows.ts';

/*
 * What is asked of an annual review that goes another way than to a decision, a notice and a final plan: a plan that is not
 * amended after all, one that is ordered, one that is to cease, an appeal, and a decision that never came.
 */

const NOT_AMENDING_ROWS = {
  on: pastDay({
    label: 'The day on the letter',
    needed: 'Please choose the day on the letter.',
    called: 'The local authority does not amend the plan after all: letter of',
  }),
  words: longText({
    label: 'Why it does not amend the plan, as the letter says',
    needed: 'Please write why it does not amend the plan, as the letter says.',
    called: '',
  }),
  whyCorrected: whyCorrected('notAmending'),
} as const;
/** After its notice the local authority decided not to amend the plan (SEND Regulations 2014, reg 22(4)). */
export const NOT_AMENDING = forOverseers(NOT_AMENDING_ROWS);

const ORDERED_PLAN_ROWS = {
  cameBy: oneOf({
    options: CAME_BY,
    label: 'How did it come about?',
    needed: 'Please choose how it came about.',
    called: 'How it came about',
  }),
  on: pastDay({
    label: 'The day on the plan',
    needed: 'Please choose the day on the plan.',
    called: 'Amended plan, without a notice, of',
  }),
  nextPlace,
  words: longText({ label: 'What changed, in short, or where the plan is kept', called: '' }),
  whyCorrected: whyCorrected('orderedPlan'),
} as const;
/** An amended plan that no notice went before (an order of the Tribunal: SEND Regulations 2014, reg 44). */
export const ORDERED_PLAN = forOverseers(ORDERED_PLAN_ROWS);

const CEASE_CONSULTED_ROWS = {
  on: pastDay({
    label: 'The day the local authority told them that it considers ceasing the plan',
    needed: 'Please choose the day it told them.',
    called: 'The local authority consulted before ceasing the plan:',
  }),
  words: longText({
    label: 'What {addressed} and the head said to it',
    needed: 'Please write what they said, or that they have not answered.',
    called: '',
  }),
  whyCorrected: whyCorrected('ceaseConsulted'),
} as const;
/** The first of two steps to cease a plan: the family and the head are told and consulted (SEND Regulations 2014, reg 31). */
export const CEASE_CONSULTED = forOverseers(CEASE_CONSULTED_ROWS);

const APPEAL_ROWS = {
  on: pastDay({
    label: 'The day the appeal was lodged',
    needed: 'Please choose the day it was lodged.',
    called: 'Appeal lodged on',
  }),
  alone: oneOf({
    options: SECTION_I_ALONE,
    label: 'Is section I (the placement) alone appealed against?',
    needed: 'Please choose whether it is section I alone.',
    called: 'Section I alone',
  }),
  words: longText({ label: 'What it is about, in short', called: '' }),
  whyCorrected: whyCorrected('appeal', ({ review }) => annualPartOf(review).appealEnded !== undefined),
} as const;
/** An appeal to the First-tier Tribunal (Children and Families Act 2014, s.51). */
export const APPEAL = forOverseers(APPEAL_ROWS);

const APPEAL_ENDED_ROWS = {
  how: oneOf({
    options: APPEAL_END,
    label: 'How did it end?',
    needed: 'Please choose how it ended.',
    called: 'How it ended',
  }),
  on: pastDay({
    label: 'The day it ended',
    needed: 'Please choose the day it ended.',
    called: 'Appeal ended on',
  }),
  words: longText({ label: 'What was decided or agreed, in short', called: '' }),
  whyCorrected: whyCorrected('appealEnded'),
} as const;
/** The end of an appeal. */
export const APPEAL_ENDED = forOverseers(APPEAL_ENDED_ROWS);

const NEVER_DECIDED_ROWS = {
  why: longText({
    label: 'Why do you no longer wait for it?',
    hint: 'For example: asked four times since January, and never answered',
    needed: 'Please say why, in a few words.',
    called: '',
  }),
} as const;
/** Why a local authority's decision is no longer waited for. */
export const NEVER_DECIDED = forOverseers(NEVER_DECIDED_ROWS);
