import { planRow } from '../domain/plans/index.ts';
import type { OutcomeKind } from '../domain/review.ts';
import type { FormSubject } from './form.ts';

/** A table of choices by its codes: for a list to choose from. */
export const titlesOf = <Code extends string>(
  table: readonly { readonly code: Code; readonly title: string }[],
) => Object.fromEntries(table.map(({ code, title }) => [code, title])) as Record<Code, string>;

/** What the review of this kind of plan can conclude. */
export const outcomeTitles = ({ review }: FormSubject): Readonly<Record<OutcomeKind, string>> =>
  titlesOf(planRow(review.kind).outcomes);
