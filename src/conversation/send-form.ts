import type { Reply } from '../channels/channel.ts';
import type { Command } from '../domain/commands.ts';
import { NotThere } from '../forms/form.ts';
import { formNamed } from '../forms/index.ts';
import { afterForm } from './after.ts';
import { whyNotNow } from './allowed.ts';
import { commit } from './commit.ts';
import { again, notSaved, notSavedOf, refused, type Sent } from './not-taken.ts';
import { alreadyTaken, sendingOf } from './once.ts';
import { formSubject } from './open-form.ts';
import { attention, notCommitted, SAY } from './refusals.ts';
import { currentScreen } from './screens.ts';
import { subjectFor } from './subject.ts';
import { type Handler, inPlace } from './turn.ts';

async function commitSent(sent: Sent, command: Command): Promise<Reply> {
  const { deps, asked, subject, sending, form } = sent;
  try {
    const who = asked.person.email;
    const result = await commit(deps, { ...subject, seen: subject.review, command, who, sending });
    const now = { ...subject, review: result.review };
    const sentNow = { ...sent, subject: now, about: { ...sent.about, review: result.review } };
    if (result.is === 'refused') return refused(sentNow, result.refusal);
    if (result.is === 'sent-before') return notSavedOf(sentNow, SAY.sentBefore);
    return inPlace(afterForm(deps, asked, form, now, result));
  } catch (error) {
    if (!notCommitted(error)) throw error;
    return again(sent, SAY.notStored);
  }
}

async function take(sent: Sent): Promise<Reply> {
  const { deps, asked, form, subject, about } = sent;
  try {
    const read = form.read(asked.values, about, () => deps.ids.unique());
    if (!read.ok) return again(sent, SAY.again(Object.keys(read.errors).length), read.errors);
    return await commitSent(sent, read.command);
  } catch (error) {
    if (!(error instanceof NotThere)) throw error;
    const typedNothing = Object.values(asked.values).every((text) => text.trim() === '');
    const gone = { deps, person: asked.person, subject, notice: attention(SAY.gone) };
    return typedNothing ? inPlace(currentScreen(gone)) : notSavedOf(sent, SAY.gone);
  }
}

/** Takes a form: checks who, when and what; commits it; and shows what came of it, or the form again. */
export const sendForm: Handler = async (deps, asked) => {
  const form = formNamed(asked.data.form ?? '');
  const subject = await subjectFor(deps.store, asked.person.email, asked.data.review ?? '');
  const sending = sendingOf(asked);
  if (!form || !subject || !sending) return notSaved(asked, form, SAY.notYours);
  const sent: Sent = { deps, asked, form, subject, about: formSubject(deps, subject, asked), sending };
  const why = whyNotNow(form, subject, asked.person.email, asked.data.about);
  if (why === 'not-yours') return notSaved(asked, form, SAY.notYours);
  if (alreadyTaken(subject.review, sending) === 'the-same') {
    return inPlace(afterForm(deps, asked, form, subject, { is: 'repeat' }));
  }
  return why ? refused(sent, why) : take(sent);
};
