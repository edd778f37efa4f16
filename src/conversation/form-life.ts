import { saidIn } from '../cards/buttons.ts';
import { withNotice } from '../cards/render.ts';
import type { Reply } from '../channels/channel.ts';
import { NotThere } from '../forms/form.ts';
import type { FormAbout } from '../forms/form-about.ts';
import type { Deps } from './deps.ts';
import type { Filling, FormHome, Instead, Outcome, Sent } from './form-home.ts';
import { again, notSaved, notSavedOf, overtaken, refused } from './not-taken.ts';
import { alreadyTaken, sendingOf } from './once.ts';
import { notYoursScreen } from './plain-screens.ts';
import { attention, notCommitted, SAY } from './refusals.ts';
import { type Asked, below, type Handler, inPlace } from './turn.ts';

/*
 * The life of a form, whatever it is about: it is shown, sent, and taken once; or it comes back, with what was typed and
 * why it was not taken. What is particular to a review, a pupil or a school is in its FormHome.
 */

type Made<Subject, Command> = FormAbout<string, Subject, Command>;

/** What the buttons that open and send a form do. */
export interface FormLife {
  /** Shows a form afresh: a new token, what is true now, and what was said before where it may be changed. */
  readonly open: Handler;
  /** Takes a form: checks who, when and what; commits it; and shows what came of it, or the form again. */
  readonly send: Handler;
}

/** The life of the forms that have this home. */
export const formLife = <Subject, Command, Form extends Made<Subject, Command>>(
  home: FormHome<Subject, Command, Form>,
): FormLife => ({
  open: (deps, asked) => open(home, deps, asked),
  send: (deps, asked) => send(home, deps, asked),
});

/** In place of a form that is not shown: what there is to see. What was typed for it already is given back, and why. */
function notShown(asked: Asked, form: Made<never, unknown> | undefined, { say, show }: Instead): Reply {
  const values = saidIn(asked.data);
  const typed = Object.keys(values).some((id) => form?.isTyped(id) ?? true);
  return typed ? notSaved({ ...asked, values }, form, say) : below(show);
}

async function open<Subject, Command, Form extends Made<Subject, Command>>(
  home: FormHome<Subject, Command, Form>,
  deps: Deps,
  asked: Asked,
): Promise<Reply> {
  const named = home.named(asked.data.form ?? '');
  const found = named && (await home.find(deps, asked, named));
  if (!found) return notShown(asked, named, { say: SAY.notYours, show: notYoursScreen() });
  if (found.is === 'not-theirs') return notShown(asked, named, found);
  const { subject } = found;
  // A button may be older than the kind of form it asks for.
  const form = home.formFor?.(named, subject) ?? named;
  const filling = { deps, asked, form, subject };
  const instead = home.instead?.(filling);
  return instead ? notShown(asked, named, instead) : shown(home, filling);
}

async function shown<Subject, Command, Form extends Made<Subject, Command>>(
  home: FormHome<Subject, Command, Form>,
  filling: Filling<Subject, Form>,
): Promise<Reply> {
  const { deps, asked, form, subject } = filling;
  try {
    const show = form.show(subject, deps.ids.unique());
    const note = home.note?.(filling);
    return below(note ? { ...show, card: withNotice(show.card, attention(note)) } : show);
  } catch (error) {
    if (!(error instanceof NotThere)) throw error;
    return notShown(asked, form, await home.gone(filling));
  }
}

async function send<Subject, Command, Form extends Made<Subject, Command>>(
  home: FormHome<Subject, Command, Form>,
  deps: Deps,
  asked: Asked,
): Promise<Reply> {
  const form = home.named(asked.data.form ?? '');
  const sending = sendingOf(asked);
  const found = form && sending && (await home.find(deps, asked, form));
  if (!found) return notSaved(asked, form, SAY.notYours);
  if (found.is === 'not-theirs') return notSaved(asked, form, found.say);
  const sent = { deps, asked, form, subject: found.subject, sending };
  try {
    return await take(home, sent);
  } catch (error) {
    if (!(error instanceof NotThere)) throw error;
    const typedNothing = Object.values(asked.values).every((text) => text.trim() === '');
    const gone = await home.gone(sent);
    return typedNothing ? inPlace(gone.show) : notSavedOf(sent, gone.say, home.stands(sent.subject));
  }
}

async function take<Subject, Command, Form extends Made<Subject, Command>>(
  home: FormHome<Subject, Command, Form>,
  sent: Sent<Subject, Form>,
): Promise<Reply> {
  const { deps, asked, form, subject, sending } = sent;
  const taken = alreadyTaken({ taken: home.taken(subject) }, sending);
  if (taken === 'the-same') return home.repeated(sent);
  const why = home.refused?.(sent);
  if (why) return refused(sent, why, home.stands(subject));
  if (taken && !form.changesAnswer) return notSavedOf(sent, SAY.sentBefore, home.stands(subject));
  const read = form.read(asked.values, subject, () => deps.ids.unique());
  if (!read.ok) return again(sent, SAY.again(Object.keys(read.errors).length), read.errors);
  try {
    return await after(home, sent, await home.commit(sent, read.command));
  } catch (error) {
    if (!notCommitted(error)) throw error;
    return again(sent, SAY.notStored);
  }
}

/** What is shown for what became of it, said of what it is about as that stands now. */
async function after<Subject, Command, Form extends Made<Subject, Command>>(
  home: FormHome<Subject, Command, Form>,
  sent: Sent<Subject, Form>,
  outcome: Outcome<Subject>,
): Promise<Reply> {
  if (outcome.is === 'done') return outcome.reply;
  const { subject } = outcome;
  const now = { ...sent, subject };
  switch (outcome.is) {
    case 'repeat':
      return home.repeated(now);
    case 'sent-before':
      return notSavedOf(now, SAY.sentBefore, home.stands(subject));
    case 'refused':
      return refused(now, outcome, home.stands(subject));
    case 'overtaken':
      return overtaken(now, outcome.offer);
  }
}
