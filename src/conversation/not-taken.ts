import { type Button, button, press } from '../cards/buttons.ts';
import { notSavedCards } from '../cards/not-saved.ts';
import { inputsOf } from '../cards/render.ts';
import type { Reply } from '../channels/channel.ts';
import type { Refusal, RefusalCode } from '../domain/commands.ts';
import { type Form, type FormSubject, NotThere } from '../forms/form.ts';
import type { Deps } from './deps.ts';
import { offerButton } from './offers.ts';
import type { Sending } from './once.ts';
import { SAY } from './refusals.ts';
import type { Subject } from './subject.ts';
import type { Asked } from './turn.ts';

/** A form that somebody concerned has sent. */
export interface Sent {
  readonly deps: Deps;
  readonly asked: Asked;
  readonly form: Form;
  readonly subject: Subject;
  readonly about: FormSubject;
  readonly sending: Sending;
}

/** Refusals that no other answer in the same form would mend. */
const FINAL: ReadonlySet<RefusalCode> = new Set([
  'not-yours',
  'not-now',
  'already-done',
  'unknown-thing',
  'kind-not-supported',
  'other-kind',
]);

/** What each box for text asks, by its id; nothing where the form can no longer be shown. */
function labelsOf({ form, about, sending }: Sent): ReadonlyMap<string, string> {
  try {
    const inputs = inputsOf(form.show(about, sending.once).card);
    return new Map(inputs.map(({ id, label }) => [String(id), String(label)]));
  } catch (error) {
    if (!(error instanceof NotThere)) throw error;
    return new Map();
  }
}

interface NotSaved {
  readonly asked: Asked;
  readonly why: string;
  /** The form it came from, where there is one of that name: then only what was typed is shown, not what was chosen. */
  readonly form: Pick<Form, 'isTyped'> | undefined;
  readonly labels?: ReadonlyMap<string, string>;
  readonly buttons?: readonly Button[];
}

function notSavedReply({ asked, why, form, labels, buttons = [] }: NotSaved): Reply {
  const typed = Object.entries(asked.values)
    .filter(([id, text]) => text.trim() !== '' && (form?.isTyped(id) ?? true))
    .map(([id, text]) => ({ label: labels?.get(id) ?? 'What you typed', text }));
  const [show, ...more] = notSavedCards({ why, typed, buttons });
  return { kind: 'replace', show, ...(more.length ? { more } : {}) };
}

/**
 * Why it can't be taken, and all that was typed, to be copied. Says nothing of what was asked: it may be somebody who is
 * not concerned.
 */
export function notSaved(asked: Asked, form: Pick<Form, 'isTyped'> | undefined, why: string): Reply {
  return notSavedReply({ asked, why, form });
}

/** To somebody concerned: why it can't be taken, and what they typed, each text under its question. */
export function notSavedOf(sent: Sent, why: string, offer?: Button): Reply {
  const stands = button('See how it stands', press.show('status', sent.subject.review.id), 'positive');
  return notSavedReply({ ...sent, why, labels: labelsOf(sent), buttons: [offer ?? stands] });
}

/** The form again, with all that was typed, a sentence on top, and one at each input at fault. */
export function again(
  { form, about, sending, asked }: Sent,
  notice: string,
  errors: Readonly<Record<string, string>> = {},
  offer?: Button,
): Reply {
  const more = offer ? { offer } : {};
  const show = form.show(about, sending.once, { values: asked.values, errors, notice, ...more });
  return { kind: 'invalid', errors, show };
}

/** The form anew, with all that was typed: sent once more, it takes the place of the answer that overtook it. */
function overtaken({ deps, form, about, asked, subject }: Sent): Reply {
  const { revision: _, ...fresh } = about;
  const offer = button('See that answer', press.show('my-evidence', subject.review.id));
  const show = form.show(fresh, deps.ids.unique(), {
    values: asked.values,
    errors: {},
    notice: SAY.overtaken,
    offer,
  });
  return { kind: 'invalid', errors: {}, show };
}

/** What is shown for a refused command: the form again where another answer can mend it, else what was typed. */
export function refused(sent: Sent, refusal: Refusal): Reply {
  const { form, about, subject, asked } = sent;
  if (refusal.code === 'stale') return overtaken(sent);
  const offer = offerButton(refusal, subject, asked.person.email, about.today);
  if (FINAL.has(refusal.code)) return notSavedOf(sent, refusal.say, offer);
  const { field, say } = refusal;
  const errors = field && form.keys(about).includes(field) ? { [field]: say } : {};
  return again(sent, say, errors, offer);
}
