import type { AnnualReview, Dated } from '../annual.ts';
import type { Actor } from '../commands.ts';
import type { ReviewEvent } from '../events.ts';
import type { Review } from '../review.ts';

type Of<T extends ReviewEvent['type']> = Extract<ReviewEvent, { type: T }>;

/** What happens to an annual review only: each event changes what `annual` holds, and nothing else. */
export const EVOLVE_ANNUAL = {
  'advice-recorded': on<'advice-recorded'>(({ outsiders }, { id, on, given, words }, { who: by, at }) => ({
    outsiders: outsiders.map((one) =>
      one.id === id ? { ...one, advice: { on, given, words, by, at } } : one,
    ),
  })),
  'advice-circulated': on<'advice-circulated'>((_, event, actor) => ({ circulated: dated(event, actor) })),
  'attendance-recorded': on<'attendance-recorded'>((annual, { attendance }) => ({
    attendance: { ...annual.attendance, ...attendance },
  })),
  'section-change-added': on<'section-change-added'>(({ sectionChanges }, { change }) => ({
    sectionChanges: [...sectionChanges, change],
  })),
  'report-sent': on<'report-sent'>((_, event, actor) => ({ report: dated(event, actor) })),
  'la-decided': on<'la-decided'>((_, event, actor) => ({
    decision: { ...dated(event, actor), kind: event.kind },
  })),
  'la-chased': on<'la-chased'>(({ chases }, event, actor) => ({ chases: [...chases, dated(event, actor)] })),
  'notice-recorded': on<'notice-recorded'>((_, event, actor) => ({ notice: dated(event, actor) })),
  'comments-recorded': on<'comments-recorded'>((_, event, actor) => ({ comments: dated(event, actor) })),
  'final-plan-recorded': on<'final-plan-recorded'>((_, event, actor) => ({ finalPlan: dated(event, actor) })),
  'mediation-recorded': on<'mediation-recorded'>((_, event, actor) => ({ mediation: dated(event, actor) })),
};

/** A review that is not an annual one stays as it is: no command gives it such an event. */
function on<T extends ReviewEvent['type']>(
  change: (annual: AnnualReview, event: Of<T>, actor: Actor) => Partial<AnnualReview>,
) {
  return (review: Review, event: Of<T>, actor: Actor): Review =>
    review.annual
      ? { ...review, annual: { ...review.annual, ...change(review.annual, event, actor) } }
      : review;
}

function dated({ on, words }: Pick<Dated, 'on' | 'words'>, { who: by, at }: Actor): Dated {
  return { on, words, by, at };
}
