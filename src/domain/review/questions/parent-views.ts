import type { Filling } from '../../language/terms.ts';
import type { Answers, Sent } from '../../questions/question.ts';
import { forOverseers } from '../../questions/said.ts';
import { longText } from '../../questions/text.ts';

const NOTHING_SAID = 'Please write what they said in at least one of these.';

/** Whether nothing of what they are asked was answered. */
export const saysNothingOfTheirs = (sent: Sent): boolean =>
  Object.keys(PARENT_VIEWS_ROWS).every((id) => (sent[id] ?? '').trim() === '');

const PARENT_VIEWS_ROWS = {
  goingWell: longText({
    label: 'What is going well?',
    called: 'What is going well',
    rule: (sent) => (saysNothingOfTheirs(sent) ? NOTHING_SAID : undefined),
  }),
  difficult: longText({ label: 'What is still difficult?', called: 'What is still difficult' }),
  changed: longText({
    label: 'Has anything changed at home or at {setting}?',
    more: true,
    called: 'What has changed at home or at {setting}',
  }),
  supportHappening: longText({ label: 'Is the support happening?', more: true }),
  supportHelping: longText({ label: 'Is the support helping?' }),
  newConcerns: longText({ label: 'Any new concerns?', called: 'New concerns', more: true }),
  childSays: longText({
    label: (_subject, { child, setting }: Filling) =>
      `What does ${child === 'young person' ? 'the young person' : 'their child'} say about ${setting}?`,
    called: (_subject, { child, setting }: Filling) =>
      `What ${child === 'young person' ? 'the young person' : 'their child'} says about ${setting}`,
  }),
  examples: longText({ label: 'Examples', more: true }),
  hopedFor: longText({
    label: 'What they hope will come of this review',
    called: 'What they hope will come of it',
  }),
} as const;
/** What parents or carers are asked (Guide to SEND review meetings for parents, “How parents can prepare”): each may be left out, but not all. */
export const PARENT_VIEWS = forOverseers(PARENT_VIEWS_ROWS);

export interface ParentViewsAnswer extends Answers<typeof PARENT_VIEWS> {}
