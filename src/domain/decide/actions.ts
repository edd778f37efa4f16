import type { Refusal } from '../commands.ts';
import type { Action } from '../review.ts';
import { checkAhead, checkStaff, checkWords, dayInWords } from './checks.ts';
import { andClosing } from './closing.ts';
import { ASITIS, type Decider, type Decision, type Given, refusal, unless } from './decision.ts';

const offer = { what: 'status' } as const;

/** An action is done. The last one closes the review, where nothing else is wanted. */
export const completeAction: Decider<'complete-action'> = (given, { type: _, id, ...said }) =>
  withOpenAction(given, id, () =>
    unless(
      checkWords(said.what, 'what', 'Please say what was done.'),
      ...andClosing(given, { type: 'action-completed', id, ...said }),
    ),
  );

/** An action gets a later day, with the reason. */
export const extendAction: Decider<'extend-action'> = (given, { type: _, id, ...said }) =>
  withOpenAction(given, id, ({ due, extensions, cannotBeDone, disowned }) =>
    unless(
      checkLater(said.to, due, given.today) ?? checkWords(said.why, 'why', 'Please say what got in the way.'),
      {
        type: 'action-extended',
        id,
        from: due,
        ...said,
        times: extensions.length + 1,
        ...(cannotBeDone && !disowned && { resumes: true }),
      },
    ),
  );

/** The owner says an action is not theirs; the SENCO finds it an owner. */
export const disownAction: Decider<'disown-action'> = (given, { type: _, id, ...said }) =>
  withOpenAction(given, id, ({ owner, disowned }) => {
    const again =
      disowned &&
      refusal('already-done', 'The SENCO has been told already, and will find it an owner.', { offer });
    const suggestion =
      said.suggested === undefined ? undefined : checkSuggested(said.suggested, owner, given);
    return unless(again ?? checkWords(said.why, 'why', 'Please say why it is not yours.') ?? suggestion, {
      type: 'action-disowned',
      id,
      ...said,
    });
  });

/** Somebody says why an action can't be done; the SENCO decides what becomes of it. */
export const cannotDoAction: Decider<'cannot-do-action'> = (given, { type: _, id, ...said }) =>
  withOpenAction(given, id, ({ cannotBeDone }) => {
    const say = 'The SENCO knows that it can’t be done, and will decide what becomes of it.';
    const again = cannotBeDone && refusal('already-done', say, { offer });
    return unless(again ?? checkWords(said.why, 'why', 'Please say why it can’t be done.'), {
      type: 'action-cannot-be-done',
      id,
      ...said,
    });
  });

/** The SENCO ends an action without its being done. The last one closes the review, where nothing else is wanted. */
export const withdrawAction: Decider<'withdraw-action'> = (given, { type: _, id, ...said }) =>
  withOpenAction(given, id, () =>
    unless(
      checkWords(said.why, 'why', 'Please say why it is not to be done any more.'),
      ...andClosing(given, { type: 'action-withdrawn', id, ...said }),
    ),
  );

/** The SENCO gives an action to somebody, perhaps with a new day; or back to its owner. */
export const reassignAction: Decider<'reassign-action'> = (given, { id, owner, due }) =>
  withOpenAction(given, id, (action) => {
    const day = due ?? action.due;
    const undecided = action.disowned || action.cannotBeDone;
    if (owner === action.owner && day === action.due && !undecided) return ASITIS;
    return unless(checkStaff([owner], given.school, 'owner') ?? checkAhead(day, given.today, 'due'), {
      type: 'action-reassigned',
      id,
      from: action.owner,
      to: owner,
      due: day,
    });
  });

function withOpenAction({ review }: Given, id: string, decide: (action: Action) => Decision): Decision {
  const action = review.actions.find((one) => one.id === id);
  if (!action) return unless(refusal('unknown-thing', 'That action is not part of this review.', { offer }));
  if (action.done) return unless(refusal('already-done', 'That action is done already.', { offer }));
  if (action.withdrawn) return unless(refusal('already-done', 'That action was withdrawn.', { offer }));
  return decide(action);
}

function checkLater(to: string, due: string, today: string): Refusal | undefined {
  const field = 'to';
  if (to <= today) return refusal('date-past', 'Please choose a day after today.', { field });
  if (to <= due) {
    return refusal('date-order', `It is due on ${dayInWords(due)}. Please choose a later day.`, { field });
  }
  return checkAhead(to, today, field);
}

function checkSuggested(suggested: string, owner: string, { school }: Given): Refusal | undefined {
  if (suggested !== owner) return checkStaff([suggested], school, 'suggested');
  return refusal('not-staff', 'Please suggest a colleague, or nobody.', { field: 'suggested' });
}
