import type { ShownLine } from '../../questions/question.ts';
import type { PersonId } from '../../school/school.ts';
import { type Heard, heardInBrief } from './happening.ts';
import { provisionInBrief, type ShownProvision } from './provision.ts';

/** Support, and what was said of whether it happens. */
interface Supported extends ShownProvision {
  readonly id: string;
  readonly happening?: readonly Heard[];
}

/** What the last review left. Of its actions a colleague is shown their own. */
interface OfLast {
  readonly plan?: { readonly namesSupport?: string };
  readonly review: {
    readonly last?: { readonly review: string; readonly provision: readonly Supported[] };
  };
  readonly reviews?: readonly {
    readonly id: string;
    readonly provision: readonly Supported[];
    readonly actions: readonly {
      readonly owner: PersonId;
      readonly what: string;
      readonly done?: unknown;
      readonly withdrawn?: unknown;
    }[];
  }[];
  readonly who?: PersonId;
}

/** The support that was agreed, with what was said of whether it happens: it is asked whether it was given as planned. */
export function supportLines({ plan, review: { last }, reviews, who }: OfLast): readonly ShownLine[] {
  const agreed = last?.provision ?? [];
  const there = last && reviews?.find(({ id }) => id === last.review)?.provision;
  const head: ShownLine = [{ text: 'The support that was agreed', weight: 'subtle' }];
  const each = agreed.flatMap((one): readonly ShownLine[] => [
    [
      { text: one.what, weight: 'bold' },
      { text: ` · ${provisionInBrief(one)}`, weight: 'subtle' },
    ],
    ...heardInBrief((there?.find(({ id }) => id === one.id) ?? one).happening ?? [], who),
  ]);
  if (agreed.length > 0) return [head, ...each];
  return plan?.namesSupport ? [[{ text: plan.namesSupport, weight: 'subtle' }]] : [];
}

/** Whether there is support to look at: where none is known, nobody can say whether it was given as planned. */
export const isSupported = ({ plan, review: { last } }: OfLast): boolean =>
  (last?.provision ?? []).length > 0 || plan?.namesSupport !== undefined;

/** The evidence that whoever answers has given already. */
interface OfOwn {
  readonly review: {
    readonly evidence?: readonly {
      readonly who: PersonId;
      readonly answer?: { readonly said: 'nothing-to-add' | { readonly delivered?: unknown } };
    }[];
  };
  readonly who?: PersonId;
}

/** It is asked where there is support, and where it was answered before: changing other words must not take that answer away. */
export function asksOfSupport(subject: OfLast & OfOwn): boolean {
  const said = subject.review.evidence?.find(({ who }) => who === subject.who)?.answer?.said;
  const isAnswered = said !== undefined && said !== 'nothing-to-add' && said.delivered !== undefined;
  return isAnswered || isSupported(subject);
}

/** What became of an action, in a word. */
export const becameOf = ({ done, withdrawn }: { readonly done?: unknown; readonly withdrawn?: unknown }) =>
  done ? 'Done' : withdrawn ? 'Ended without being done' : 'Still open';

export function ownActionLines({ review: { last }, reviews = [], who }: OfLast): readonly ShownLine[] {
  const before = last && reviews.find(({ id }) => id === last.review);
  const own = before?.actions.filter(({ owner }) => owner === who) ?? [];
  const head: ShownLine = [{ text: 'Agreed last time, and yours', weight: 'subtle' }];
  const each = own.map(
    (one): ShownLine => [{ text: `${becameOf(one)}: `, weight: 'subtle' }, { text: one.what }],
  );
  return own.length > 0 ? [head, ...each] : [];
}
