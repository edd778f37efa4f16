import type { Button } from '../cards/buttons.ts';
import { notSavedCards } from '../cards/not-saved.ts';
import { inputsOf } from '../cards/render.ts';
import type { Reply } from '../channels/channel.ts';
import type { Command, Refusal, RefusalCode } from '../domain/commands.ts';
import { type Form, type FormSubject, NotThere } from '../forms/form.ts';
import { formNamed } from '../forms/index.ts';
import { NotStored } from '../store/store.ts';
import { afterForm } from './after.ts';
import { commit } from './commit.ts';
import type { Deps } from './deps.ts';
import { offerButton } from './offers.ts';
import { formSubject, whyNotNow } from './open-form.ts';
import { attention, SAY } from './refusals.ts';
import { currentScreen } from './screens.ts';
import { type Subject, subjectFor } from './subject.ts';
import { type Asked, type Handler, inPlace } from './turn.ts';

/** Refusals that no other answer in the same form would mend. */
const FINAL: ReadonlySet<RefusalCode> = new Set([
  'not-yours',
  'not-now',
  'already-done',
  'unknown-thing',
  'kind-not-supported',
]);

interface Sent {
  readonly deps: Deps;
  readonly asked: Asked;
  readonly form: Form;
  readonly subject: Subject;
  readonly about: FormSubject;
  readonly once: string;
}

/** What was typed, with what it was typed under, where the form can still be shown to say so. */
function typedIn({ form, about, once, asked }: Sent): { label: string; text: string }[] {
  const labels = new Map<string, string>();
  try {
    for (const input of inputsOf(form.show(about, once).card)) {
      if (input.type === 'Input.Text') labels.set(String(input.id), String(input.label));
    }
  } catch (error) {
    if (!(error instanceof NotThere)) throw error;
  }
  return typedUnder(labels, asked);
}

function typedUnder(labels: ReadonlyMap<string, string>, asked: Asked): { label: string; text: string }[] {
  return Object.entries(asked.values)
    .filter(([id, text]) => text.trim() !== '' && (labels.size === 0 || labels.has(id)))
    .map(([id, text]) => ({ label: labels.get(id) ?? 'What you typed', text }));
}

/** Why it can't be taken, and all that was typed, to be copied. */
function notSaved(why: string, typed: { label: string; text: string }[], buttons: Button[] = []): Reply {
  const [show, ...more] = notSavedCards({ why, typed, buttons });
  return { kind: 'replace', show, ...(more.length ? { more } : {}) };
}

/** The form again, with all that was typed, a sentence on top, and one at each input at fault. */
function again(
  sent: Sent,
  notice: string,
  errors: Readonly<Record<string, string>> = {},
  offer?: Button,
): Reply {
  const { form, about, once, asked, deps } = sent;
  // A form that was overtaken by another answer begins anew, from that answer's revision.
  const { revision: _, ...fresh } = about;
  const stale = Object.keys(errors).length === 0 && about.revision !== undefined;
  const show = form.show(stale ? fresh : about, stale ? deps.ids.unique() : once, {
    values: asked.values,
    errors,
    notice,
    ...(offer ? { offer } : {}),
  });
  return { kind: 'invalid', errors, show };
}

function refused(sent: Sent, refusal: Refusal): Reply {
  if (FINAL.has(refusal.code)) {
    const offer = offerButton(refusal, sent.subject.review.id);
    return notSaved(refusal.say, typedIn(sent), offer ? [offer] : []);
  }
  const errors =
    refusal.field && fieldsOf(sent).includes(refusal.field) ? { [refusal.field]: refusal.say } : {};
  return again(sent, refusal.say, errors, offerButton(refusal, sent.subject.review.id));
}

const fieldsOf = ({ form, about }: Sent) => form.keys(about);

async function taken(sent: Sent, command: Command): Promise<Reply> {
  const { deps, asked, subject, once, form } = sent;
  try {
    const result = await commit(deps, subject.review, subject.school, command, asked.person.email, once);
    const now = { ...subject, review: result.review };
    if (result.is === 'refused')
      return refused(
        { ...sent, subject: now, about: { ...sent.about, review: result.review } },
        result.refusal,
      );
    return inPlace(afterForm(deps, asked, form, now, result.is === 'repeat'));
  } catch (error) {
    if (!(error instanceof NotStored)) throw error;
    return {
      kind: 'invalid',
      errors: {},
      show: form.show(sent.about, once, { values: asked.values, errors: {}, notice: SAY.notStored }),
    };
  }
}

/** Takes a form: checks who, when and what; commits it; and shows what came of it, or the form again. */
export const sendForm: Handler = async (deps, asked) => {
  const form = formNamed(asked.data.form ?? '');
  const subject = await subjectFor(deps.store, asked.person.email, asked.data.review ?? '');
  const once = asked.data.once ?? '';
  if (!form || !subject || !once) return notSaved(SAY.notYours, typedUnder(new Map(), asked));
  const sent: Sent = { deps, asked, form, subject, about: formSubject(deps, subject, asked), once };
  if (subject.review.taken.includes(once)) return inPlace(afterForm(deps, asked, form, subject, true));
  const why = whyNotNow(form, subject, asked);
  if (why === 'not-yours') return notSaved(SAY.notYours, typedUnder(new Map(), asked));
  if (why) return refused(sent, why);
  try {
    const read = form.read(asked.values, sent.about, () => deps.ids.unique());
    if (!read.ok) return again(sent, SAY.again(Object.keys(read.errors).length), read.errors);
    return await taken(sent, read.command);
  } catch (error) {
    if (!(error instanceof NotThere)) throw error;
    const typed = typedUnder(new Map(), asked);
    if (typed.length) return notSaved(SAY.gone, typed);
    return inPlace(currentScreen({ deps, person: asked.person, subject, notice: attention(SAY.gone) }));
  }
};
