/** What a review can be looked at as. */
export type ScreenName =
  | 'status'
  | 'agenda'
  /** Whether a meeting that is set for a later day is held today. */
  | 'held-early'
  | 'record'
  | 'action'
  /** Support that was agreed: who sees to it, and what was heard of it. */
  | 'support'
  | 'my-evidence'
  /** The statutory dates of an annual review, each with its reason. */
  | 'dates'
  /** Who is invited, what advice has come, what is missing. */
  | 'pack'
  /** What the local authority owes, how late it is, and a text to chase it with. */
  | 'chase'
  /** What was asked of the local authority after the review, and what came of it. */
  | 'requests'
  /** What the family gets, to be copied. */
  | 'family';
