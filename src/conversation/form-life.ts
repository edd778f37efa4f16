import type { Reply } from '../channels/channel.ts';
import { speaksOfHarm } from '../domain/language/harm-words.ts';
import { NotThere } from '../domain/questions/not-there.ts';
import type { Option } from '../domain/questions/question.ts';
import { saidIn } from '../presentation/carried-words.ts';
import { saidAt } from '../presentation/forms/asking.ts';
import type { FormAbout } from '../presentation/forms/form-about.ts';
import type { Merged } from '../presentation/forms/overtaken.ts';
import { asWhole, partIn } from '../presentation/in-parts.ts';
import { wasPointedOut } from '../presentation/pointed-out.ts';
import { withNotice } from '../presentation/render.ts';
import type { Deps } from './deps.ts';
import { draftIn } from './drafts.ts';
import { type Filling, type FormHome, type Instead, Moved, type Outcome, type Sent } from './form-home.ts';
import { alreadyTaken, type Sending, sendingOf } from './form-token.ts';
import {
  again,
  answeredSince,
  hasNoPlace,
  notSaved,
  notSavedOf,
  overtaken,
  refused,
  unfolded,
} from './not-taken.ts';
import { partsAnswered, rememberTyped, takePart } from './parts.ts';
import { notYoursScreen } from './plain-screens.ts';
import { attention, notCommitted, SAY } from './refusals.ts';
import { safely } from './safely.ts';
import { savedNotShown, watched } from './saved.ts';
import { type Asked, below, inPlace } from './turn.ts';

/*
 * The life of a form, whatever it is about: it is shown, sent, and taken once; or it comes back, with what was typed and
 * why it was not taken. What is particular to a review, a pupil or a school is in its FormHome.
 */

type Made<Subject, Command> = FormAbout<Subject, Command>;

/** In place of a form that is not shown: what there is to see. What was typed for it already is given back, and why. */
function notShown(asked: Asked, form: Made<never, unknown> | undefined, { say, show }: Instead): Reply {
  const values = saidIn(asked.data);
  const typed = Object.keys(values).some((id) => form?.isTyped(id) ?? true);
  return typed ? notSaved({ ...asked, values }, form, say) : below(show);
}

/** What is to be pointed out about what was sent, and was not on the card it was sent from: a second time it is meant. */
const notSeen = <Subject>(
  { asked, form, subject }: Sent<Subject, Made<Subject, unknown>>,
  { asStored }: Merged,
) =>
  form
    .pointedOut(asked.values, subject)
    .filter(({ input, value }) => !asStored.has(input) && !wasPointedOut(asked.data, value));

/** So many others may be first, one after the other. */
const TRIES = 50;

/** Whether something was written in the form that may be about a child's safety. */
export const writesOfHarm = (
  { values }: Asked,
  { freeText, isTyped }: Pick<Made<never, unknown>, 'freeText' | 'isTyped'>,
) => freeText && Object.entries(values).some(([id, text]) => isTyped(id) && speaksOfHarm(text));

/** The life of the forms that have this home. */
export class FormLife<Subject, Command, Form extends Made<Subject, Command>> {
  readonly #home: FormHome<Subject, Command, Form>;

  constructor(home: FormHome<Subject, Command, Form>) {
    this.#home = home;
  }

  /** Shows a form afresh: a new token, what is true now, and what was said before where it may be changed. */
  async open(deps: Deps, asked: Asked): Promise<Reply> {
    const named = this.#home.named(asked.data.form ?? '');
    const found = named && (await this.#home.find(deps, asked, named));
    if (!found) return notShown(asked, named, { say: SAY.notYours, show: notYoursScreen() });
    if (found.is === 'not-theirs') return notShown(asked, named, found);
    const { subject } = found;
    // A button may be older than the kind of form it asks for.
    const form = this.#home.formFor?.(named, subject) ?? named;
    return this.#shown({ deps, asked, form, subject });
  }

  /**
   * Shows a form that is being filled in with all of its questions, for a chat that has to ask for those under “Add more”. What was
   * typed stands in it, and it is the same form: it is taken once.
   */
  async unfold(deps: Deps, asked: Asked): Promise<Reply> {
    const form = this.#home.named(asked.data.form ?? '');
    const sending = sendingOf(asked);
    const found = form && sending && (await this.#home.find(deps, asked, form));
    if (!found) return notSaved(asked, form, SAY.notYours);
    if (found.is === 'not-theirs') return notSaved(asked, form, found.say, found.answered);
    const { subject } = found;
    const sent = { deps, asked, form, subject, sending };
    try {
      const show = unfolded(sent);
      rememberTyped(deps, asked, show);
      return { kind: 'replace', show };
    } catch (error) {
      if (!(error instanceof NotThere)) throw error;
      const gone = await this.#home.gone(sent);
      return notSavedOf(sent, gone.say, this.#home.stands(subject));
    }
  }

  /** Who is offered for what is typed into a search of a form: nobody where it is not theirs to send, or can't be sent now. */
  async offers(deps: Deps, asked: Asked, typed: string): Promise<readonly Option[]> {
    const form = this.#home.named(asked.data.form ?? '');
    const found = form && (await this.#home.find(deps, asked, form));
    if (!form || found?.is !== 'theirs') return [];
    const { subject } = found;
    if (this.#home.refused?.({ deps, asked, form, subject })) return [];
    try {
      return form.offers(asked.data.input ?? '', typed, subject);
    } catch (error) {
      if (!(error instanceof NotThere)) throw error;
      return [];
    }
  }

  async #shown(filling: Filling<Subject, Form>): Promise<Reply> {
    const { deps, asked, form, subject } = filling;
    try {
      const instead = this.#home.instead?.(filling);
      if (instead) return notShown(asked, form, instead);
      const typed = Object.keys(saidIn(asked.data)).length > 0 ? undefined : this.#draft(filling);
      const show = form.show(subject, deps.ids.unique(), typed);
      const note = this.#home.note?.(filling);
      return below(note ? { ...show, card: withNotice(show.card, attention(note)) } : show);
    } catch (error) {
      if (!(error instanceof NotThere)) throw error;
      return notShown(asked, form, await this.#home.gone(filling));
    }
  }

  /**
   * Takes a form: checks who, when and what; commits it; and shows what came of it, or the form again. Once it is stored, that is
   * said, whatever happens to the screen after it. Where what was written may
   * be about a child's safety, whom to tell stands on that, too.
   */
  async send(deps: Deps, asked: Asked): Promise<Reply> {
    const form = this.#home.named(asked.data.form ?? '');
    const reply = await (partIn(asked.data) ? this.#part(deps, asked, form) : this.#sent(deps, asked, form));
    return form && writesOfHarm(asked, form) ? safely(reply, asked.person) : reply;
  }

  /** A part of a form: with the last of them all of it is taken. */
  async #part(deps: Deps, asked: Asked, form: Form | undefined): Promise<Reply> {
    const sending = sendingOf(asked);
    const found = form && sending && (await this.#home.find(deps, asked, form));
    if (found?.is !== 'theirs') return this.#sent(deps, asked, form);
    const { subject } = found;
    const sent = { deps, asked, form: form as Form, subject, sending: sending as Sending };
    try {
      const whole = takePart(sent, this.#home.taken(subject), this.#home.stands(subject));
      if (whole.is === 'in-part') return whole.reply;
      const reply = await this.#sent(deps, whole.asked, form);
      return partsAnswered(deps, asked, reply);
    } catch (error) {
      if (!(error instanceof NotThere)) throw error;
      return this.#sent(deps, { ...asked, data: asWhole(asked.data) }, form);
    }
  }

  async #sent(deps: Deps, asked: Asked, form: Form | undefined, tries = TRIES): Promise<Reply> {
    const sending = sendingOf(asked);
    const found = form && sending && (await this.#home.find(deps, asked, form));
    if (!found) return notSaved(asked, form, SAY.notYours);
    if (found.is === 'not-theirs') return notSaved(asked, form, found.say, found.answered);
    const storing = watched(deps);
    const sent = { deps: storing.deps, asked, form, subject: found.subject, sending };
    // It may have been stored by an earlier press of the same button.
    const isSaved = () => storing.isStored() || this.#wasTaken(sent);
    try {
      const reply = await this.#take(sent, storing.isStored);
      if (reply.kind === 'invalid') rememberTyped(deps, asked, reply.show);
      const draft = this.#home.draft?.(sent);
      if (draft) deps.drafts?.keep(draft, reply.kind === 'invalid' ? asked.values : undefined);
      return reply;
    } catch (error) {
      if (isSaved()) return savedNotShown(deps, error);
      if (error instanceof Moved && tries > 0) return this.#sent(deps, asked, form, tries - 1);
      if (!(error instanceof NotThere)) throw error;
      const typedNothing = Object.values(asked.values).every((text) => text.trim() === '');
      const gone = await this.#home.gone(sent);
      return typedNothing ? inPlace(gone.show) : notSavedOf(sent, gone.say, this.#home.stands(sent.subject));
    }
  }

  /** What was typed in it before, where that could not be taken. */
  #draft(filling: Filling<Subject, Form>) {
    const draft = this.#home.draft?.(filling);
    return draft === undefined ? undefined : draftIn(filling.deps, draft);
  }

  #wasTaken({ subject, sending }: Sent<Subject, Form>): boolean {
    return alreadyTaken({ taken: this.#home.taken(subject) }, sending) === 'the-same';
  }

  async #take(asSent: Sent<Subject, Form>, isStored: () => boolean): Promise<Reply> {
    const { deps, form, subject, sending } = asSent;
    const { data, values } = asSent.asked;
    // First: what it was about may be gone by now, as the form had it.
    const taken = alreadyTaken({ taken: this.#home.taken(subject) }, sending);
    if (taken === 'the-same') return this.#home.repeated(asSent);
    const merged = form.merge(values, subject, sending.once, data.shown, data.folded === 'yes');
    const asked = { ...asSent.asked, values: merged.values };
    const sent = { ...asSent, asked };
    const why = this.#home.refused?.(sent);
    if (why) return refused(sent, why, this.#home.stands(subject));
    if (taken && !form.changesAnswer) return notSavedOf(sent, SAY.sentBefore, this.#home.stands(subject));
    if (hasNoPlace(sent)) return notSavedOf(sent, SAY.formChanged, this.#home.stands(subject));
    if (data.folded === 'yes' && form.proposesElse(data, subject)) return again(sent, SAY.proposesElse);
    const read = form.read(asked.values, subject, () => deps.ids.unique());
    const faults = read.ok ? {} : read.errors;
    const unseen = notSeen(sent, merged);
    if (Object.keys(merged.overtaken).length > 0)
      return answeredSince(sent, merged, { ...saidAt(unseen), ...faults });
    if (!read.ok) return again(sent, SAY.again(Object.keys(faults).length), faults, { shown: merged.shown });
    if (unseen.length) return again(sent, SAY.again(unseen.length), saidAt(unseen));
    try {
      return await this.#after(sent, await this.#home.commit(sent, read.command));
    } catch (error) {
      if (!notCommitted(error)) throw error;
      if (!isStored()) return again(sent, SAY.notStored);
      if (!this.#home.completes?.(form)) throw error;
      return again(sent, SAY.storedInPart);
    }
  }

  /** What is shown for what became of it, said of what it is about as that stands now. */
  async #after(sent: Sent<Subject, Form>, outcome: Outcome<Subject>): Promise<Reply> {
    if (outcome.is === 'done') return outcome.reply;
    const { subject } = outcome;
    const now = { ...sent, subject };
    switch (outcome.is) {
      case 'repeat':
        return this.#home.repeated(now);
      case 'sent-before':
        return notSavedOf(now, SAY.sentBefore, this.#home.stands(subject));
      case 'refused':
        return refused(now, outcome, this.#home.stands(subject));
      case 'overtaken':
        return overtaken(now, outcome.offer);
    }
  }
}
