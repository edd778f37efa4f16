import type { Review } from '../src/domain/review/review.ts';
import type { StaffMember } from '../src/domain/school/school.ts';
import { press } from '../src/presentation/buttons.ts';
import type { AdaptiveCard } from '../src/presentation/message.ts';
import type { FakeConnector, FakeMember } from '../test/support/fake-connector.ts';
import { type TeamsClient, teamsClient } from '../test/support/teams-client.ts';
import type { Answer, Answers } from './crash-answers.ts';
import { formIn, type OpenForm } from './crash-turns.ts';

/** No answer came: nobody knows what became of what was asked. */
class Gone extends Error {}

/** What the bot shows once it has an answer: what is said after the form, or that it was recorded before. */
const SAVED = /Your evidence is saved|Thank you, it is done|This is already recorded/;

type Activity = Record<string, unknown>;

/** An answer, and the form it stands in as it is sent. */
interface Attempt {
  readonly answer: Answer;
  readonly activity: Activity;
  /** The same form, sent from another device. */
  readonly again: Activity;
}

/** Teams delivers a thing once; or twice at the same moment; or somebody sends it from two devices. */
const WAYS: readonly ((attempt: Attempt) => readonly Activity[])[] = [
  ({ activity }) => [activity],
  ({ activity }) => [activity, activity],
  ({ activity, again }) => [activity, again],
];

interface ToDo {
  readonly review: string;
  readonly action?: string;
}

/** A member of staff at their Teams client, who answers without end, and sends again what they heard nothing of. */
export class Writer {
  readonly #person: FakeMember & { readonly email: string };
  readonly #connector: FakeConnector;
  readonly #answers: Answers;
  readonly #evidence: readonly ToDo[];
  readonly #actions: ToDo[];
  #attempt: Attempt | undefined;
  #count = 0;

  constructor(
    { email, name }: StaffMember,
    connector: FakeConnector,
    answers: Answers,
    reviews: readonly Review[],
  ) {
    this.#person = { id: `29:${email}`, name, email, tenantId: connector.tenantId };
    this.#connector = connector;
    this.#answers = answers;
    this.#evidence = reviews.flatMap(({ id, stage }) => (stage === 'gathering' ? [{ review: id }] : []));
    this.#actions = reviews.flatMap(({ id, stage, actions }) =>
      actions
        .filter(({ owner }) => stage === 'acting' && owner === email)
        .map((action) => ({ review: id, action: action.id })),
    );
    connector.members.set(this.#person.id, this.#person);
  }

  /**
   * Answers at the bot at `url` until `killed` says that it is gone: first what is unfinished, then evidence, and in
   * between, if `withAction`, one action of theirs.
   * @throws when the bot refuses, shows no result, or is gone by itself
   */
  async write(url: string, withAction: boolean, killed: () => boolean): Promise<void> {
    const client = teamsClient(this.#connector, url);
    const actionAt = withAction ? this.#count + 1 + Math.floor(Math.random() * 4) : undefined;
    try {
      for (;;) {
        this.#attempt ??= await this.#open(client, this.#count + 1 === actionAt);
        this.#answers.sending(this.#attempt.answer);
        await deliver(client, anyOf(WAYS)(this.#attempt));
        if (!this.#hear()) throw new Error('the bot answered, and showed no result');
      }
    } catch (error) {
      if (!(error instanceof Gone) || !killed()) throw error;
    }
  }

  /** Looks whether there is a result of what was sent last; if so, it is acknowledged, and the next may come. */
  #hear(): boolean {
    const attempt = this.#attempt;
    if (!attempt || !this.#chat().some(({ activity }) => SAVED.test(JSON.stringify(activity)))) return false;
    this.#answers.acknowledge(attempt.answer);
    this.#attempt = undefined;
    // It has been read: what is shown from here on is of what is done from here on.
    const others = this.#connector.posted.filter(({ conversation }) => conversation !== this.#conversation);
    this.#connector.posted.splice(0, Number.POSITIVE_INFINITY, ...others);
    return true;
  }

  /** Looks once more, when the bot is gone and everything it sent has arrived. */
  hearLast(): void {
    this.#hear();
  }

  async #open(client: TeamsClient, action: boolean): Promise<Attempt> {
    const todo = (action ? this.#actions.at(-1) : undefined) ?? anyOf(this.#evidence);
    const name = todo.action ? 'action-done' : 'evidence';
    const send = press.form(name, todo.review, todo.action);
    await deliver(client, [client.activity(this.#person, { value: { send } })]);
    const { form, on } = this.#newestForm(name, todo.review);
    this.#count += 1;
    if (todo.action) this.#actions.pop();
    const words = `Answer ${this.#count} of ${this.#person.name}.`;
    const answer = { ...todo, who: this.#person.email, token: form.send.once ?? '', words };
    const value = { send: form.send, ...form.values, ...(todo.action ? done(words) : evidence(form, words)) };
    const sent = (id: string) =>
      client.activity(this.#person, { replyToId: on, value, id: `${form.send.once} ${id}` });
    return { answer, activity: sent('first'), again: sent('again') };
  }

  get #conversation(): string {
    return `chat:${this.#person.id}`;
  }

  #chat() {
    return this.#connector.posted.filter(({ conversation }) => conversation === this.#conversation);
  }

  #newestForm(name: string, review: string): { form: OpenForm; on: string } {
    for (const { id, activity } of this.#chat().toReversed()) {
      const [attachment] = (activity.attachments ?? []) as { readonly content: AdaptiveCard }[];
      const form = attachment && formIn(attachment.content, name);
      if (form?.send.review === review) return { form, on: id };
    }
    throw new Error(`the bot answered, and showed no form ${name}`);
  }
}

const anyOf = <T>(all: readonly T[]): T => all[Math.floor(Math.random() * all.length)] as T;

const done = (what: string) => ({ what, helped: 'yes' });

function evidence({ values }: OpenForm, strengths: string): Record<string, string> {
  const progress = Object.keys(values).filter((id) => id.startsWith('progress_'));
  return { ...Object.fromEntries(progress.map((id) => [id, 'good'])), strengths, delivered: 'yes' };
}

/** Delivers them all at once. @throws {Gone} when there is no answer to one */
async function deliver(client: TeamsClient, activities: readonly Activity[]): Promise<void> {
  const answers = await Promise.allSettled(activities.map((activity) => client.deliver(activity, '')));
  for (const answer of answers) {
    if (answer.status === 'rejected') throw new Gone('no answer', { cause: answer.reason });
    if (answer.value.status !== 200) throw new Error(`the bot answered with ${answer.value.status}`);
  }
}
