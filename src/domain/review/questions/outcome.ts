import { staffChoices } from '../../language/people.ts';
import { type Filling, fillTerms } from '../../language/terms.ts';
import { askedLater } from '../../questions/asked-later.ts';
import { oneOf, oneOrNone, severalOf } from '../../questions/choice.ts';
import { orByName } from '../../questions/colleague.ts';
import { schoolDay } from '../../questions/days.ts';
import type { Answers, Option } from '../../questions/question.ts';
import { longText } from '../../questions/text.ts';
import type { School } from '../../school/school.ts';
import { YES_NO } from './options.ts';
import type { OutcomeKind } from './outcome-codes.ts';
import { REASONS } from './reasons.ts';

/** The words of a row of a table, and its code, as a choice. */
const choice = <Code extends string>({ code, title }: { readonly code: Code; readonly title: string }) => ({
  value: code,
  title,
});

/** The kind of plan a review is of: what it can conclude. */
interface OfPlan {
  readonly plan: {
    /** Where it is expected that parents are met so often. */
    readonly parentMeetings?: readonly unknown[];
    readonly outcomes: readonly {
      readonly code: OutcomeKind;
      readonly title: string;
      readonly offeredAs?: string;
      readonly needsReason: boolean;
      readonly whatFollows?: string;
    }[];
  };
}

/** What a review of this kind of plan can conclude. */
const conclusionsOf = ({ plan }: OfPlan) => plan.outcomes.map(choice);

/** The same as it is offered where the question says the rest: “What does the meeting recommend?” */
export const offeredOf = ({ plan }: OfPlan) =>
  plan.outcomes.map(({ code, title, offeredAs = title }) => choice({ code, title: offeredAs }));

/** One of them in full, as a record has it. */
export const concluded = (chosen: OutcomeKind, subject: OfPlan) => ({
  is: 'chosen' as const,
  title: conclusionsOf(subject).find(({ value }) => value === chosen)?.title ?? chosen,
});

/** What follows from one of them that is not easily undone. */
export const whatFollowsFrom = (chosen: string, { plan }: OfPlan): string | undefined =>
  plan.outcomes.find(({ code }) => code === chosen)?.whatFollows;

/** The outcome decision: one of four, why, and what will change for the child (seeds 000 and 003). */
export const OUTCOME = {
  kind: oneOf({
    options: conclusionsOf,
    label: 'What does the review conclude?',
    needed: 'Please choose what the review concludes.',
    pointsOut: whatFollowsFrom,
    called: '',
  }),
  inWords: longText({
    label: 'In your own words',
    hint: 'The choice above is never the whole story',
    under: 'kind',
  }),
  reasons: severalOf({
    options: (_subject, words: Filling) =>
      REASONS.map(choice).map((one) => ({ ...one, title: fillTerms(one.title, words) })),
    label: 'If there was little progress: why?',
    more: true,
    neededWhen: {
      question: 'kind',
      is: ({ plan }: OfPlan) => plan.outcomes.filter((one) => one.needsReason).map(({ code }) => code),
      say: 'Please choose at least one reason why there was little progress.',
      ahead: 'If there was little progress, why is asked below, under “Add more”.',
    },
    called: 'Why there was little progress',
  }),
  topUpFunding: oneOrNone({ options: YES_NO, label: 'Apply for top-up funding?', more: true }),
  sends: orByName(
    oneOrNone({
      options: ({ school }: { readonly school: School }): readonly Option[] => staffChoices(school),
      label: 'If funding or an assessment is asked for: who sends it?',
      more: true,
      list: 'compact',
    }),
  ),
  sendBy: schoolDay({ label: 'And by when is it sent?', more: true }),
  whatWillChange: longText({
    label: 'What will actually change for the child?',
    hint: 'One or two sentences a parent would understand',
    needed: 'Please say what will change for the child.',
    called: (_subject, { child }: Filling) =>
      `What will actually change for the ${child === 'pupil' ? 'child' : child}?`,
  }),
  // Whether it counts as a meeting with them (Code of Practice 6.65): asked since views alone do not say it.
  parentsThere: askedLater(
    oneOrNone({
      options: YES_NO,
      label: 'Were the parents or carers at the meeting?',
      called: 'Parents or carers at the meeting',
      asked: ({ plan }: OfPlan) => (plan.parentMeetings ?? []).length > 0,
    }),
  ),
  nextReviewBy: schoolDay({
    label: 'Next review by (if not the usual time)',
    called: 'Next review by',
    more: true,
  }),
} as const;

export interface OutcomeAnswer extends Answers<typeof OUTCOME> {}
