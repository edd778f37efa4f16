import type { ModalView } from '@slack/types';
import type { Reply } from '../channel.ts';
import type { Answers, Doing } from './answer.ts';
import type { Client } from './client.ts';
import { codeOf } from './faults.ts';
import { Untranslatable } from './limits.ts';
import type { SlackLog } from './options.ts';
import type { SubmissionPayload } from './payloads.ts';
import { Seen } from './seen.ts';
import { noticeModal, toModal } from './translate.ts';

/** What a window is told when its form was sent. */
export type Ack =
  | { readonly response_action: 'errors'; readonly errors: Record<string, string> }
  | { readonly response_action: 'update' | 'push'; readonly view: ModalView }
  | { readonly response_action: 'clear' };

/** What became of a sent form: what its window is told, and what is then shown in the chat. */
interface Outcome {
  readonly ack: Ack;
  /** Whether it may be sent again as it is: it was not taken. */
  readonly again: boolean;
  /** What the window becomes when it was answered before the outcome was known. */
  readonly late: ModalView;
  /** What is then put into the chat. */
  show(): Promise<void>;
}

const nothing = async () => {};
const SAVED_LATE = ['That is dealt with. The reply is in the chat. You can close this window.'];
const WAITING = [
  'Still saving…',
  'Your answer is not saved yet. Please keep this window open: it will say when it is.',
];
const FAILED =
  'Something went wrong, and this was not saved. What you typed is still here: please send it again.';
const FAILED_LATE = [
  'Something went wrong, and your answer was not saved.',
  'Close this notice: what you typed is still below. Please send it again.',
];

/**
 * Answers sent forms. The one rule: the window is told only once the turn is over, and so the answer stored.
 * What is at fault is marked in the window; a further form takes the window's place; any other card closes it and
 * stays in the chat, in the place of the form's own message if it was opened from that, else where it began. Only
 * a card too long for a message is shown in the window.
 */
export class Submissions {
  readonly #client: Client;
  readonly #answers: Answers;
  readonly #log: SlackLog;
  readonly #saveMs: number;
  readonly #seen = new Seen<Promise<Outcome>>(500);

  constructor(client: Client, answers: Answers, log: SlackLog, saveMs: number) {
    this.#client = client;
    this.#answers = answers;
    this.#log = log;
    this.#saveMs = saveMs;
  }

  /** Takes a sent form: `turn` once, however often it is delivered, and `ack` within Slack's three seconds. */
  async take(
    payload: SubmissionPayload,
    turn: () => Promise<Reply>,
    ack: (answer: Ack) => Promise<void>,
  ): Promise<void> {
    const { view } = payload;
    const key = `${view.id}:${view.hash}`;
    const { repeat, result } = this.#seen.once(key, () => this.#outcome(payload, turn));
    const inTime = await this.#withinPatience(result);
    if (inTime) await ack(inTime.ack);
    else await ack({ response_action: 'push', view: this.#waiting(payload, key) });
    if (repeat) return;
    const outcome = await result;
    // Not taken, the same window may send the same again, with the same hash.
    if (outcome.again) this.#seen.forget(key);
    if (!inTime) await this.#tellLate(key, outcome.late);
    await outcome.show();
  }

  async #withinPatience(result: Promise<Outcome>): Promise<Outcome | undefined> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<undefined>((resolve) => {
      timer = setTimeout(() => resolve(undefined), this.#saveMs);
    });
    try {
      return await Promise.race([result, late]);
    } finally {
      clearTimeout(timer);
    }
  }

  async #outcome(payload: SubmissionPayload, turn: () => Promise<Reply>): Promise<Outcome> {
    const { origin } = payload.view.private_metadata;
    const doing: Doing = { userId: payload.user.id, origin };
    try {
      const reply = await turn();
      return this.#outcomeOf(reply, payload, doing);
    } catch (error) {
      this.#log.error('form not taken', { contact: doing.userId, code: codeOf(error), error });
      const late = noticeModal('Not saved', FAILED_LATE, { origin });
      return { ack: this.#failed(payload), again: true, late, show: nothing };
    }
  }

  #outcomeOf(reply: Reply, payload: SubmissionPayload, doing: Doing): Outcome {
    const { origin } = doing;
    if (reply.kind === 'invalid') return this.#invalid(reply, payload, doing);
    if (reply.show.form) {
      // Another form, though perhaps with the same inputs: it begins with its own values.
      const view = this.#windowOf(reply, doing, `~${payload.view.hash}`);
      return { ack: { response_action: 'update', view }, again: false, late: view, show: nothing };
    }
    const kind = reply.kind === 'replace' && origin.own ? 'replace' : 'new';
    const message = this.#answers.messageOf(reply.show, doing.userId);
    if (!message) {
      const view = this.#windowOf(reply, doing);
      return { ack: { response_action: 'update', view }, again: false, late: view, show: nothing };
    }
    return {
      ack: { response_action: 'clear' },
      again: false,
      late: noticeModal('Review', SAVED_LATE, { origin, closesAll: true }),
      show: () => this.#answers.say(kind, message, doing),
    };
  }

  #invalid(reply: Reply & { kind: 'invalid' }, { view }: SubmissionPayload, doing: Doing): Outcome {
    const late = this.#windowOf(reply, doing);
    const marks = Object.entries(reply.errors).map(([id, sentence]) => {
      return { blockId: view.state.values[id]?.blockId, sentence };
    });
    const errors: Record<string, string> = {};
    for (const { blockId, sentence } of marks) if (blockId) errors[blockId] = sentence;
    const marked = marks.length > 0 && Object.keys(errors).length === marks.length;
    const ack: Ack = marked
      ? { response_action: 'errors', errors }
      : { response_action: 'update', view: late };
    return { ack, again: true, late, show: nothing };
  }

  /** The card as a window, or, where even that is too small for it, a notice that it is. */
  #windowOf({ show }: Reply, { origin, userId }: Doing, blockSuffix = ''): ModalView {
    try {
      return toModal(show, { origin, closesAll: true, blockSuffix });
    } catch (error) {
      if (!(error instanceof Untranslatable)) throw error;
      this.#log.error('card does not fit a slack window', { contact: userId, code: codeOf(error), error });
      const words = ['The reply is too long for Slack to show. Type /review to see what is next.'];
      return noticeModal('Review', words, { origin, closesAll: true });
    }
  }

  /** Said at the first input, so that the window stays with all that was typed. */
  #failed({ view }: SubmissionPayload): Ack {
    const first = Object.values(view.state.values)[0]?.blockId;
    if (first) return { response_action: 'errors', errors: { [first]: FAILED } };
    const { origin } = view.private_metadata;
    return { response_action: 'push', view: noticeModal('Not saved', FAILED_LATE, { origin }) };
  }

  // On top of the form, not in its place: what was typed is still below should saving fail.
  #waiting({ view }: SubmissionPayload, key: string): ModalView {
    return noticeModal('Saving', WAITING, { origin: view.private_metadata.origin, externalId: key });
  }

  async #tellLate(key: string, view: ModalView): Promise<void> {
    try {
      await this.#client.views.update({ external_id: key, view: { ...view, external_id: key } });
    } catch (error) {
      this.#log.warn('waiting window not changed', { code: codeOf(error) });
    }
  }
}
