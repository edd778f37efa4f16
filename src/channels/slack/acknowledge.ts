import type { ModalView } from '@slack/types';
import type { SubmissionPayload } from './payloads.ts';
import type { Origin } from './place.ts';
import { noticeModal } from './translate.ts';

/*
 * What a window is told when its form was sent, where that is no card. Slack has room for three windows, one on the other; what was
 * typed is lost where a window is put in the place of another, so a notice stands on top as long as there is room.
 */

/** What a window is told when its form was sent. */
export type Ack =
  | { readonly response_action: 'errors'; readonly errors: Record<string, string> }
  | { readonly response_action: 'update' | 'push'; readonly view: ModalView }
  | { readonly response_action: 'clear' };

const WAITING = [
  'Still saving…',
  'Your answer is not saved yet. Please keep this window open: it will say when it is.',
];
const FAILED =
  'Something went wrong, and this may not be saved. What you typed is still here: please send it again.';
const FAILED_LATE = [
  'Something went wrong, and your answer may not be saved.',
  'Close this notice: what you typed is still below. Please send it again.',
];
const STILL_SAVING =
  'Still saving. Please leave this window open; if nothing happens within a minute, send it again: it is saved once.';
const SENDS_AGAIN = [
  'This part has come. The part before it has to be sent once more.',
  'Close this notice: what you typed there is still below.',
];
/** Whether it was sent from the last window there is room for. */
export const isThird = ({
  view: { previous_view_id: below, root_view_id: first },
}: SubmissionPayload): boolean => Boolean(below) && below !== first;

export const pushed = (view: ModalView): Ack => ({ response_action: 'push', view });

/** Said at the first input, so that the window stays with all that was typed. */
function atFirst({ view }: SubmissionPayload, say: string): Ack {
  const first = Object.values(view.state.values)[0]?.blockId;
  return first
    ? { response_action: 'errors', errors: { [first]: say } }
    : pushed(failedLate(view.private_metadata.origin));
}

/** It was not taken. */
export const failed = (payload: SubmissionPayload): Ack => atFirst(payload, FAILED);

/** The same, in the place of the notice that it was still being saved. */
export const failedLate = (origin: Origin): ModalView => noticeModal('Not saved', FAILED_LATE, { origin });

/** It takes longer than Slack waits. `key`: by which the notice is found again, but in the third window, which says so itself. */
export const stillSaving = (payload: SubmissionPayload, key: string): Ack =>
  isThird(payload)
    ? atFirst(payload, STILL_SAVING)
    : // On top of the form, not in its place: what was typed is still below should saving fail.
      pushed(
        noticeModal('Saving', WAITING, { origin: payload.view.private_metadata.origin, externalId: key }),
      );

/** In the place of a part that has come: the part below it is to be sent again. */
export const sendsAgain = (origin: Origin): ModalView =>
  noticeModal('Send it once more', SENDS_AGAIN, { origin });
