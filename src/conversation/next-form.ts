import { planRow } from '../domain/plans/index.ts';
import { newProvision } from '../domain/review/carry-over.ts';
import { type Missing, missingFor } from '../domain/review/missing.ts';
import type { Review } from '../domain/review/review.ts';
import type { GoesOn } from '../domain/review/steps/step-form.ts';
import { localDate } from '../domain/time.ts';
import type { Form } from '../presentation/forms/form.ts';
import { formNamed } from '../presentation/forms/index.ts';
import type { CardMessage } from '../presentation/message.ts';
import { type Frame, withNotice } from '../presentation/render.ts';
import type { Deps } from './deps.ts';
import { draftIn, draftOf } from './drafts.ts';
import type { Person } from './people.ts';
import type { Subject } from './review-access.ts';

/* What opens by itself at a meeting: the next thing it needs, so that going through it is a press each. */

interface Next {
  readonly form: string;
  readonly about?: string | undefined;
}

/** What the meeting looks at first, one by one. */
const LOOKED_AT: readonly Missing['what'][] = ['target-review', 'provision-review', 'provision-change'];

/** Whether support is still to be agreed: the plan has none from before, and this meeting has added none. */
const wantsSupport = (review: Review) =>
  newProvision(review).length === 0 && (review.last?.provision ?? []).length === 0;

/**
 * What an open meeting needs next; undefined where that is not one thing. Where somebody else decides, what it looks at follows one
 * by one, too; it has more to do than that, through which its agenda leads.
 */
function nextOf(review: Review, school: Subject['school'], from: GoesOn | undefined): Next | undefined {
  const { decidedElsewhere, forms } = planRow(review.kind);
  if (review.stage !== 'meeting' || (decidedElsewhere && from !== 'looking')) return undefined;
  const missing = missingFor(review, school);
  const looked = missing.find(({ what }) => LOOKED_AT.includes(what));
  // Whoever notes an action in between is not led away to what is looked at one by one.
  if (looked) return from === 'agreeing' ? undefined : { form: looked.offer, about: looked.about };
  if (!from || decidedElsewhere) return undefined;
  if (missing.length === 1 && missing[0]?.what === 'action')
    return { form: wantsSupport(review) ? 'provision' : 'action' };
  return missing.length === 0 ? { form: forms.conclude } : undefined;
}

/**
 * The form that opens by itself at an open meeting, under what was just done; undefined for none. `from` says how the
 * form that was just taken goes on; left out, the meeting was opened.
 */
export function nextForm(
  deps: Deps,
  person: Person,
  subject: Subject,
  notice: NonNullable<Frame['notice']>,
  from?: GoesOn,
): CardMessage | undefined {
  const { review, pupil, school, reviews } = subject;
  const next = nextOf(review, school, from);
  const form: Form | undefined = next && formNamed(next.form);
  if (!next || !form) return undefined;
  const about = next.about === undefined ? {} : { about: next.about };
  const of = { review, pupil, school, reviews, who: person.email, ...about };
  const draft = draftOf(form, of);
  const typed = draft === undefined ? undefined : draftIn(deps, draft);
  const shown = form.show({ ...of, today: localDate(deps.clock.now()) }, deps.ids.unique(), typed);
  return { ...shown, card: withNotice(shown.card, notice) };
}
