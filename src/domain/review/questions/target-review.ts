import { oneOf } from '../../questions/choice.ts';
import { lines } from '../../questions/groups.ts';
import { NotThere } from '../../questions/not-there.ts';
import { longText } from '../../questions/text.ts';
import type { Target } from '../../school/school.ts';
import { targetLines } from './evidence.ts';
import { DELIVERED, PROGRESS, STILL_RIGHT } from './options.ts';

/** A review, and the id of the target that is asked about. */
interface OnTarget {
  readonly review: { readonly targets: readonly Target[] };
  readonly about?: string;
}

/** The target a form is about. @throws {NotThere} when the review has none of that id */
export function targetAbout({ review, about }: OnTarget): Target {
  const target = review.targets.find(({ id }) => id === about);
  if (!target) throw new NotThere('no such target');
  return target;
}

/** What the meeting makes of one target, and whether it is still the right one. */
export const TARGET_REVIEW = {
  target: lines((subject: OnTarget) => targetLines(targetAbout(subject)), 'passage'),
  progress: oneOf({ options: PROGRESS, label: 'Progress' }),
  evidence: longText({ label: 'What shows it?', needed: 'Please say what shows it.', called: '' }),
  delivered: oneOf({ options: DELIVERED, label: 'Was the support given as planned?' }),
  difference: longText({ label: 'Did it make a difference?', called: 'The difference it made' }),
  stillRight: oneOf({ options: STILL_RIGHT, label: 'Is the {goal} still right?', under: 'progress' }),
  newText: longText({
    label: 'If it changes: the new wording',
    longest: 1000,
    neededWhen: { question: 'stillRight', is: ['change'], say: 'Please write the new wording.' },
    called: 'It now reads',
    vague: true,
  }),
  newMeasure: longText({
    label: 'If it changes: how it will be measured',
    longest: 1000,
    neededWhen: { question: 'stillRight', is: ['change'], say: 'Please say how it will be measured.' },
    called: 'How it is measured now',
    vague: true,
  }),
} as const;
