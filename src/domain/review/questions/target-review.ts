import { dayWords } from '../../language/days.ts';
import { askedLater, askedWhere } from '../../questions/asked-later.ts';
import { oneOf, severalOf } from '../../questions/choice.ts';
import { lines } from '../../questions/groups.ts';
import { NotThere } from '../../questions/not-there.ts';
import type { Sent, ShownLine } from '../../questions/question.ts';
import { longText } from '../../questions/text.ts';
import type { School, Target } from '../../school/school.ts';
import { type OfEvidence, saidOfTarget } from '../staff-said.ts';
import { targetLines, targetNumber } from './evidence.ts';
import { CAME_OF_TARGET, DELIVERED, PROGRESS, STILL_RIGHT, WHY_CHANGED } from './options.ts';
import { becameOf, isSupported, supportLines } from './support.ts';

/** A review, and the id of the target that is asked about. */
interface OnTarget {
  readonly review: { readonly targets: readonly Target[] };
  readonly about?: string;
}

interface OfGoal {
  readonly plan?: { readonly goal: string };
}

/** The target a form is about. @throws {NotThere} when the review has none of that id */
export function targetAbout({ review, about }: OnTarget): Target {
  const target = review.targets.find(({ id }) => id === about);
  if (!target) throw new NotThere('no such target');
  return target;
}

/** The last review, where it looked at the target too: what it said, and what was to be done for it. */
interface OfLast {
  readonly review: { readonly last?: { readonly review: string; readonly heldOn: string } };
  readonly reviews?: readonly {
    readonly id: string;
    readonly targetReviews: readonly {
      readonly targetId: string;
      readonly progress: keyof typeof PROGRESS;
    }[];
    readonly actions: readonly {
      readonly what: string;
      readonly targetId?: string;
      readonly done?: unknown;
      readonly withdrawn?: unknown;
    }[];
  }[];
}

/** What this meeting has made of its targets so far. */
interface OfSaid {
  readonly review: {
    readonly targetReviews?: readonly { readonly targetId: string; readonly delivered?: unknown }[];
  };
}

/** What the last review made of the target, and what became of each action that was agreed for it. */
function lastTime({ review: { last }, reviews = [], about }: OnTarget & OfLast): readonly ShownLine[] {
  const before = last && reviews.find(({ id }) => id === last.review);
  if (!before) return [];
  const said = before.targetReviews.find(({ targetId }) => targetId === about);
  const actions = before.actions.filter(({ targetId }) => targetId === about);
  return [
    ...(said
      ? [
          [
            { text: `Last time, ${dayWords(last.heldOn)}: `, weight: 'subtle' },
            { text: PROGRESS[said.progress] },
          ] as const,
        ]
      : []),
    ...actions.map((one) => [{ text: `${becameOf(one)}: `, weight: 'subtle' }, { text: one.what }] as const),
  ];
}

/** The staff's evidence, and the school whose staff it is; left out where answers are only read. */
interface OfStaff {
  readonly review: Partial<OfEvidence>;
  readonly school?: School;
}

/** How colleagues rate the target and what shows it, a line each, under what they are. */
function staffSaid({ review, school, about = '' }: OnTarget & OfStaff): readonly ShownLine[] {
  const { evidence = [] } = review;
  const said = school ? saidOfTarget({ evidence }, about, school) : '';
  if (said === '') return [];
  return [
    [{ text: 'What staff say', weight: 'subtle' }],
    ...said.split(/\r?\n/).map((text) => [{ text }] as const),
  ];
}

/** Which of the targets it is, as it heads the form: "Target 1 of 2". */
function targetHead(subject: OnTarget & OfGoal): string {
  const { targets } = subject.review;
  return targetNumber(
    subject.plan?.goal ?? 'target',
    targets.indexOf(targetAbout(subject)) + 1,
    targets.length,
  );
}

/** What stands in its new wording at first is what stands now: then something of it is changed, or it is kept. */
const changesNothing = (
  { stillRight = '', newText = '', newMeasure = '' }: Sent,
  subject: OnTarget,
): string | undefined => {
  const { text, measure } = targetAbout(subject);
  const [isSameText, isSameMeasure] = [newText.trim() === text.trim(), newMeasure.trim() === measure.trim()];
  if (stillRight === 'new' && isSameText) return 'Please write the {goal} that comes in its place.';
  return stillRight === 'change' && isSameText && isSameMeasure
    ? 'Please change the wording, how it is measured, or both: this is the {goal} as it stands.'
    : undefined;
};

/** It is asked where there is support, and where the meeting answered it before: changing other words must not take that answer away. */
const asksOfSupport = (subject: OnTarget & OfSaid & Parameters<typeof isSupported>[0]): boolean =>
  isSupported(subject) ||
  subject.review.targetReviews?.find(({ targetId }) => targetId === subject.about)?.delivered !== undefined;

const NOT_KEPT = ['change', 'retire', 'new'] as const;
const WORDED = ['change', 'new'] as const;

/** What the meeting makes of one target, and whether it is still the right one. */
export const TARGET_REVIEW = {
  target: lines(
    (subject: OnTarget & OfGoal) => targetLines(targetAbout(subject), targetHead(subject)),
    'passage',
  ),
  lastTime: lines(lastTime),
  staffSaid: lines(staffSaid),
  progress: oneOf({ options: PROGRESS, label: 'Progress' }),
  evidence: longText({ label: 'What shows it?', needed: 'Please say what shows it.', called: '' }),
  support: lines(supportLines),
  delivered: askedWhere(
    asksOfSupport,
    oneOf({ options: DELIVERED, label: 'Was the support given as planned?' }),
  ),
  difference: longText({ label: 'Did it make a difference?', called: 'The difference it made' }),
  stillRight: oneOf({
    options: STILL_RIGHT,
    label: 'Is the {goal} still right?',
    under: 'progress',
    reads: (code) => ({ is: 'chosen', title: CAME_OF_TARGET[code] }),
  }),
  whyChanged: askedLater(
    severalOf({
      options: WHY_CHANGED,
      label: 'If it does not stay as it is: why?',
      more: true,
      neededWhen: {
        question: 'stillRight',
        is: NOT_KEPT,
        say: 'Please choose why it does not stay as it is.',
        ahead: 'If it does not stay as it is, why and what comes is asked below, under “Add more”.',
      },
      called: 'Because',
    }),
  ),
  newText: longText({
    label: 'If it changes, or a new one comes: its wording',
    more: true,
    longest: 1000,
    neededWhen: { question: 'stillRight', is: WORDED, say: 'Please write the new wording.' },
    rule: changesNothing,
    called: 'From now on',
    vague: true,
  }),
  newMeasure: longText({
    label: 'If so: how it will be measured',
    more: true,
    longest: 1000,
    neededWhen: { question: 'stillRight', is: WORDED, say: 'Please say how it will be measured.' },
    called: 'How it is measured from now on',
    vague: true,
  }),
} as const;
