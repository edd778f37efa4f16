import type { Inbound, Reply } from '../channel.ts';
import { MembershipUnknown, NOT_CHECKED } from '../membership.ts';
import { Repeats } from '../once.ts';
import type { ChannelLog } from '../parts.ts';
import type { Ack } from './acknowledge.ts';
import type { Answers, Doing } from './answer.ts';
import { codeOf } from './faults.ts';
import type { FileOf } from './files.ts';
import type { Homes } from './home.ts';
import {
  asRead,
  asTyped,
  commandPayload,
  eventPayload,
  openedPayload,
  originOf,
  pressPayload,
  shortcutPayload,
  submissionPayload,
  suffixIn,
  valuesIn,
  withoutMention,
} from './payloads.ts';
import { type People, saidBy } from './people.ts';
import { actedOn, claimed, IN_WINDOW, type Origin, ownPlace } from './place.ts';
import type { Submissions } from './submission.ts';
import { noticeMessage } from './translate.ts';
import { OPEN_FORM, takesInputs } from './translate-buttons.ts';

const FAILED = 'Something went wrong on our side. Please try again in a minute.';
const SAVED_NOT_SHOWN = 'Saved. Slack could not show what comes next: type /review to see where things are.';
const NOT_SHOWN = 'The answer could not be shown in Slack. Type /review to see where things are.';

// Of Slack's subtypes of message only this is still somebody saying something: with a file beside it.
const SAID_WITH_FILE = 'file_share';

/** Makes turns of what Slack delivers: each thing once, however often it comes. */
export class Inbox {
  readonly #people: People;
  readonly #answers: Answers;
  readonly #submissions: Submissions;
  readonly #turn: (inbound: Inbound) => Promise<Reply>;
  readonly #log: ChannelLog;
  readonly #fileOf: FileOf;
  readonly #homes: Homes;
  /** The newest deliveries, so that what Slack delivers again is known for a repeat. */
  readonly #seen = new Repeats(20_000);

  constructor(
    people: People,
    answers: Answers,
    submissions: Submissions,
    turn: (inbound: Inbound) => Promise<Reply>,
    log: ChannelLog,
    fileOf: FileOf,
    homes: Homes,
  ) {
    this.#people = people;
    this.#answers = answers;
    this.#submissions = submissions;
    this.#turn = turn;
    this.#log = log;
    this.#fileOf = fileOf;
    this.#homes = homes;
  }

  /** `/review …`, typed anywhere. Answered in the private chat if typed there, else shown only to them. */
  async command(body: unknown): Promise<void> {
    const at = performance.now();
    const command = commandPayload.safeParse(body);
    if (!command.success) return this.#malformed('command');
    const { user_id: userId, channel_id: channel, trigger_id: id, response_url: url, text } = command.data;
    if (this.#seen.has(`command:${id}`)) return;
    const place = { at: 'url', url, card: false } as const;
    const trigger = { id, at };
    await this.#answered({ userId, trigger, origin: { place, own: false } }, async () => {
      const person = await this.#people.identify(userId);
      const there = channel === person.dm ? ({ at: 'dm', channel, url } as const) : place;
      const reply = await this.#turn(
        saidBy(person, { kind: 'text', text: asTyped(text), shownNowhere: true }),
      );
      return { reply, doing: { userId, trigger, origin: { place: there, own: false } } };
    });
  }

  /** A message in the private chat, or a mention in a channel, which is answered to them alone. */
  async event(body: unknown): Promise<void> {
    const payload = eventPayload.safeParse(body);
    if (!payload.success) return this.#malformed('event');
    const { event_id: id, event } = payload.data;
    const mention = event.type === 'app_mention';
    const isDirect = event.channel_type === 'im' && event.channel.startsWith('D');
    if (!mention && !isDirect) return;
    const said = event.subtype === undefined || event.subtype === SAID_WITH_FILE;
    if (!said || event.bot_id || !event.user) return;
    const again = [`event:${id}`, `message:${event.channel}:${event.ts}`].map((key) => this.#seen.has(key));
    if (again.includes(true)) return;
    const { user: userId, channel, text, thread_ts: thread } = event;
    const place = { at: mention ? 'channel' : 'dm', channel, ...(thread && { thread }) } as const;
    const doing: Doing = { userId, origin: { place, own: false } };
    await this.#answered(doing, async () => {
      const person = await this.#people.identify(userId, mention ? undefined : channel);
      const typed = asTyped(mention ? withoutMention(text) : text);
      const files = (event.files ?? []).map(this.#fileOf);
      const said =
        files.length > 0
          ? ({ kind: 'files', files, text: typed, privately: !mention } as const)
          : ({ kind: 'text', text: typed, ...(mention && { openly: true }) } as const);
      const reply = await this.#turn(saidBy(person, said));
      return { reply, doing: { ...doing, origin: ownPlace(doing.origin, person) } };
    });
  }

  /** A button. */
  async press(body: unknown): Promise<void> {
    const at = performance.now();
    const payload = pressPayload.safeParse(body);
    if (!payload.success) return this.#malformed('press');
    const { user, trigger_id: id, view, actions } = payload.data;
    const [action] = actions;
    const origin = originOf(payload.data, action?.action_id === OPEN_FORM);
    if (!action || !origin) return this.#malformed('press');
    if (this.#seen.has(`press:${user.id}:${action.action_ts}:${action.action_id}`)) return;
    const held = (takesInputs(action.action_id) && view?.state?.values) || undefined;
    const window =
      view && view.type !== 'home'
        ? { view: { id: view.id, hash: view.hash, ...(held && { blockSuffix: suffixIn(held) }) } }
        : {};
    const doing: Doing = { userId: user.id, trigger: { id, at }, origin, ...window };
    await this.#answered(doing, async () => {
      const person = await this.#people.identify(user.id, claimed(origin));
      const own = ownPlace(origin, person);
      // What stands in the window is not sent yet: it comes back with the further questions, or with a word that it would be lost.
      const said = held
        ? ({
            kind: 'press',
            data: { ...view?.private_metadata.send, ...action.value },
            values: valuesIn(held),
          } as const)
        : ({ kind: 'press', data: action.value, values: {}, ...actedOn(own) } as const);
      return { reply: await this.#turn(saidBy(person, said)), doing: { ...doing, origin: own } };
    });
    await this.#keepHome(user.id, origin);
  }

  /** The bot was opened: its Home shows what waits on them; who opens it for the first time is greeted in their chat. */
  async opened(body: unknown): Promise<void> {
    const payload = openedPayload.safeParse(body);
    if (!payload.success) return this.#malformed('opened');
    const { event_id: id, event } = payload.data;
    const { user: userId, channel, tab } = event;
    if (this.#seen.has(`event:${id}`)) return;
    const person = await this.#people.identify(userId, channel);
    if (tab === 'home') await this.#homes.show(person);
    if (!person.isNew || this.#seen.has(`greeting:${userId}`)) return;
    const origin = ownPlace({ place: { at: 'dm', channel }, own: false }, person);
    const doing: Doing = { userId, origin };
    await this.#answers.show(await this.#turn(saidBy(person, { kind: 'greeting' })), doing);
  }

  /** A shortcut: on a message, to make an action of it; else what is waiting on them. */
  async shortcut(body: unknown): Promise<void> {
    const at = performance.now();
    const payload = shortcutPayload.safeParse(body);
    if (!payload.success) return this.#malformed('shortcut');
    const { user, trigger_id: id, message } = payload.data;
    if (this.#seen.has(`shortcut:${id}`)) return;
    const doing: Doing = { userId: user.id, trigger: { id, at }, origin: IN_WINDOW };
    await this.#answered(doing, async () => {
      const person = await this.#people.identify(user.id);
      const said = message
        ? ({ kind: 'message', text: asRead(message.text) } as const)
        : ({ kind: 'text', text: 'mine' } as const);
      return { reply: await this.#turn(saidBy(person, said)), doing };
    });
  }

  /** What was done in a window that is of no chat may have changed what their Home shows. */
  async #keepHome(userId: string, { place }: Origin): Promise<void> {
    if (place.at === 'window' && this.#homes.has(userId))
      await this.#homes.show(await this.#people.identify(userId));
  }

  /** A window's form, sent. */
  async submission(body: unknown, ack: (answer?: Ack) => Promise<void>): Promise<void> {
    const payload = submissionPayload.safeParse(body);
    if (!payload.success) {
      this.#malformed('submission');
      return ack();
    }
    const { user, view } = payload.data;
    const turn = async () => {
      const { send: data, origin: said } = view.private_metadata;
      const person = await this.#people.identify(user.id, claimed(said));
      const origin = ownPlace(said, person);
      const values = valuesIn(view.state.values);
      const reply = await this.#turn(saidBy(person, { kind: 'press', data, values, ...actedOn(origin) }));
      return { reply, origin };
    };
    await this.#submissions.take(payload.data, turn, ack);
    await this.#keepHome(user.id, view.private_metadata.origin);
  }

  /** Shows what `work` answers; and says so when that failed, so that nobody waits for nothing. */
  async #answered(doing: Doing, work: () => Promise<{ reply: Reply; doing: Doing }>): Promise<void> {
    let sorry = FAILED;
    try {
      const answer = await work();
      // From here on what was done is done: trying again would be the wrong advice.
      sorry = answer.reply.saved ? SAVED_NOT_SHOWN : NOT_SHOWN;
      await this.#answers.show(answer.reply, answer.doing);
    } catch (error) {
      this.#log.error('turn not answered', { contact: doing.userId, code: codeOf(error), error });
      const unknown = error instanceof MembershipUnknown;
      await this.#answers.say('new', noticeMessage(unknown ? NOT_CHECKED : sorry), doing);
    }
  }

  #malformed(kind: string): void {
    this.#log.warn('malformed slack payload', { kind });
  }
}
