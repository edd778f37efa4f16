import { isDeepStrictEqual } from 'node:util';
import type { ModalView } from '@slack/types';
import pTimeout from 'p-timeout';
import type { CardMessage } from '../../presentation/message.ts';
import { furtherOf, type MessageRef, type Reply, toldWhere } from '../channel.ts';
import { Once } from '../once.ts';
import type { ChannelLog } from '../parts.ts';
import { type Ack, failed, failedLate, isThird, pushed, sendsAgain, stillSaving } from './acknowledge.ts';
import type { Answers, Doing } from './answer.ts';
import type { Client } from './client.ts';
import { codeOf } from './faults.ts';
import { Untranslatable } from './limits.ts';
import type { SubmissionPayload } from './payloads.ts';
import type { Origin } from './place.ts';
import { type ModalContext, noticeModal } from './translate.ts';
import { windowOf } from './window.ts';

/** A form's turn: what comes of it, and where that belongs, now that it is known who sent it. */
interface Taken {
  readonly reply: Reply;
  readonly origin: Origin;
}

/** What became of a sent form. */
interface Outcome {
  readonly ack: Ack;
  /** Whether it may be sent again as it is: it was not taken, or the answer to it was not shown. */
  readonly again: boolean;
  /** What the window becomes when it had to be answered before the outcome was known. */
  readonly late?: ModalView;
  /** To be done once the window was told. */
  readonly shown?: () => Promise<void>;
}

const DONE_LATE = ['That is dealt with. The reply is in the chat. You can close this window.'];
const SAVED_NOT_SHOWN = [
  'Saved. Slack could not show what comes next: type /review to see where things are.',
];
const TOO_LONG = ['The reply is too long for Slack to show. Type /review to see what is next.'];

/**
 * Answers sent forms. The window is told only once the turn is over, and so the answer stored, and once the reply to it
 * is shown. What is at fault is marked in the window; a further form takes the window's place; any other card stays in the
 * chat, in the place of the form's own message if it was opened from that, else where it began, and the window closes.
 * Whatever fails, the window stays, with all that was typed. A card too long for a message is shown in the window, and so is
 * any where the window was opened from no chat.
 */
export class Submissions {
  readonly #client: Client;
  readonly #answers: Answers;
  readonly #log: ChannelLog;
  readonly #saveMs: number;
  /** What became, or will, of the forms sent last, so that one that Slack delivers again is known for a repeat. */
  readonly #outcomes = new Once<Outcome>({ most: 500, bytes: 32_000_000 });

  constructor(client: Client, answers: Answers, log: ChannelLog, saveMs: number) {
    this.#client = client;
    this.#answers = answers;
    this.#log = log;
    this.#saveMs = saveMs;
  }

  /** Forgets what became of all forms that were sent: their windows say what was typed. */
  forget(): void {
    this.#outcomes.clear();
  }

  /** Takes a sent form: `turn` once, however often it is delivered, and `ack` within Slack's three seconds. */
  async take(
    payload: SubmissionPayload,
    turn: () => Promise<Taken>,
    ack: (answer: Ack) => Promise<void>,
  ): Promise<void> {
    const { view } = payload;
    const key = `${view.id}:${view.hash}`;
    let isFirst = false;
    const result = this.#outcomes.once(key, () => {
      isFirst = true;
      return this.#outcome(payload, turn);
    });
    const inTime = await pTimeout(result, { milliseconds: this.#saveMs, message: false });
    if (inTime) await ack(inTime.ack);
    else await ack(stillSaving(payload, key));
    if (!isFirst) return;
    const outcome = await result;
    // Not taken, the same window may send the same again, with the same hash.
    if (outcome.again) this.#outcomes.forget(key);
    if (!inTime && outcome.late) await this.#tellLate(payload, key, outcome.late);
    await outcome.shown?.();
  }

  async #outcome(payload: SubmissionPayload, turn: () => Promise<Taken>): Promise<Outcome> {
    let { origin } = payload.view.private_metadata;
    const userId = payload.user.id;
    let saved = false;
    try {
      const taken = await turn();
      const { reply } = taken;
      origin = taken.origin;
      const doing: Doing = { userId, origin };
      saved = reply.saved === true;
      if (reply.kind === 'invalid') return this.#invalid(reply, payload, doing);
      if (reply.kind === 'replace' && reply.next)
        return reply.isBefore && payload.view.previous_view_id
          ? this.#sendsBelowAgain(doing)
          : this.#nextPart(reply.next, payload, doing);
      if (reply.show.form) {
        if (origin.own) await toldWhere(reply, undefined, [await this.#answers.behind(reply, doing)]);
        return this.#furtherForm(reply, payload, doing);
      }
      return await this.#settled(reply, doing);
    } catch (error) {
      this.#log.error('form not answered', { contact: userId, code: codeOf(error), error });
      if (saved) {
        const view = noticeModal('Saved', SAVED_NOT_SHOWN, { origin, closesAll: true });
        return { ack: { response_action: 'update', view }, again: false, late: view };
      }
      // In the third window what was typed stands in it, not below: it stays as it is.
      const late = isThird(payload) ? {} : { late: failedLate(origin) };
      return { ack: failed(payload), again: true, ...late };
    }
  }

  #invalid(reply: Reply & { kind: 'invalid' }, { view }: SubmissionPayload, doing: Doing): Outcome {
    const same = this.#windowOf(reply, doing);
    const marks = Object.entries(reply.errors);
    const errors = marks.flatMap(([id, sentence]) => {
      const blockId = view.state.values[id]?.blockId;
      return blockId ? [[blockId, sentence] as const] : [];
    });
    // Marked where it stands, the window would be sent once more as it is: what sends it must still be the same.
    const asBefore = isDeepStrictEqual(sentBy(same), view.private_metadata.send);
    // Else each input is new to Slack: it would keep what was typed there, though something else may be stored now.
    const late = asBefore ? same : this.#windowOf(reply, doing, { blockSuffix: `~${view.hash}` });
    const ack: Ack =
      asBefore && marks.length > 0 && errors.length === marks.length
        ? { response_action: 'errors', errors: Object.fromEntries(errors) }
        : { response_action: 'update', view: late };
    return { ack, again: true, late };
  }

  /** Instead of the part that was sent, which has come: the one below it is to be sent again. */
  #sendsBelowAgain({ origin }: Doing): Outcome {
    const late = sendsAgain(origin);
    return { ack: { response_action: 'update', view: late }, again: true, late };
  }

  /** The next part of a form, on top of the one that was sent: closed, that has what was typed. A fourth takes the third's place. */
  #nextPart(next: CardMessage, payload: SubmissionPayload, doing: Doing): Outcome {
    const blockSuffix = `~${payload.view.hash}`;
    const view = this.#windowOf({ show: next }, doing, { blockSuffix, closesAll: false });
    return {
      ack: isThird(payload) ? { response_action: 'update', view } : pushed(view),
      again: true,
      late: view,
    };
  }

  /** Another form, though perhaps with the same inputs: it begins with its own values. */
  #furtherForm(reply: Reply, { view }: SubmissionPayload, { userId, origin }: Doing): Outcome {
    // The message the window was opened from is the first form's, unless this one takes that one's place.
    const own = origin.own && reply.kind === 'replace';
    const doing: Doing = { userId, origin: { ...origin, own } };
    const next = this.#windowOf(reply, doing, { blockSuffix: `~${view.hash}` });
    return { ack: { response_action: 'update', view: next }, again: false, late: next };
  }

  /** Any other card: put into the chat, and only then the window is closed. */
  async #settled(reply: Reply, doing: Doing): Promise<Outcome> {
    const kind = reply.kind === 'replace' && doing.origin.own ? 'replace' : 'new';
    // Opened from no chat, the window itself says what came of it.
    const inChat = doing.origin.place.at !== 'window';
    const message = inChat ? this.#answers.messageOf(reply.show, doing.userId) : undefined;
    const at = message && (await this.#answers.say(kind, message, doing));
    const others: (MessageRef | undefined)[] = [];
    for (const further of furtherOf(reply)) others.push(await this.#answers.put('new', further, doing));
    const shown = () => toldWhere(reply, at, others);
    if (message) {
      const late = noticeModal('Review', DONE_LATE, { origin: doing.origin, closesAll: true });
      return { ack: { response_action: 'clear' }, again: false, late, shown };
    }
    const view = this.#windowOf(reply, doing);
    return { ack: { response_action: 'update', view }, again: false, late: view, shown };
  }

  /** The card as a window, or, where even that is too small for it, a notice that it is. */
  #windowOf(
    { show }: Pick<Reply, 'show'>,
    { origin, userId }: Doing,
    more: Partial<ModalContext> = {},
  ): ModalView {
    try {
      return windowOf(show, { origin, closesAll: true, ...more });
    } catch (error) {
      if (!(error instanceof Untranslatable)) throw error;
      this.#log.error('card does not fit a slack window', { contact: userId, code: codeOf(error), error });
      return noticeModal('Review', TOO_LONG, { origin, closesAll: true });
    }
  }

  async #tellLate(payload: SubmissionPayload, key: string, view: ModalView): Promise<void> {
    try {
      await this.#client.views.update(
        isThird(payload)
          ? { view_id: payload.view.id, view }
          : { external_id: key, view: { ...view, external_id: key } },
      );
    } catch (error) {
      this.#log.warn('waiting window not changed', { code: codeOf(error) });
    }
  }
}

/** What a window does when it is sent; undefined where it is not to be. */
const sentBy = ({ private_metadata: metadata = '{}' }: ModalView): unknown => JSON.parse(metadata).send;
