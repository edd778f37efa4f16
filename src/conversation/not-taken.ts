import type { Reply } from '../channels/channel.ts';
import { NotThere } from '../domain/questions/not-there.ts';
import type { RefusalCode } from '../domain/review/decision.ts';
import type { Button } from '../presentation/buttons.ts';
import type { Refilled } from '../presentation/forms/asking.ts';
import type { FormAbout } from '../presentation/forms/form-about.ts';
import type { Merged } from '../presentation/forms/overtaken.ts';
import { shownAgain } from '../presentation/forms/prints.ts';
import type { CardMessage } from '../presentation/message.ts';
import { inputsOf } from '../presentation/render.ts';
import { notSavedCards } from '../presentation/screens/not-saved.ts';
import type { Answered, Refused, Sent } from './form-home.ts';
import { asRefusal, refusingCode, SAY } from './refusals.ts';
import { type Asked, shownIn } from './turn.ts';

/** What of a form is asked to show it again. */
type Shown<Subject> = Pick<FormAbout<Subject, unknown>, 'show' | 'keys' | 'isTyped'>;
type SentOf<Subject> = Sent<Subject, Shown<Subject>>;

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
function labelsOf<Subject>({ form, subject, sending }: SentOf<Subject>): ReadonlyMap<string, string> {
  try {
    const inputs = inputsOf(form.show(subject, sending.once).card);
    return new Map(inputs.map(({ id, label }) => [String(id), String(label)]));
  } catch (error) {
    if (!(error instanceof NotThere)) throw error;
    return new Map();
  }
}

type Typed = Pick<Shown<never>, 'isTyped'>;

/** Whether it was written, not chosen: a form that has changed since does not know its own boxes any more, but no choice has a space. */
const isWritten = (form: Typed, id: string, text: string) => form.isTyped(id) || /\s/.test(text.trim());

/** Whether something was written for which the form has no place any more: it is from before an upgrade, or what it was about is gone. */
export function hasNoPlace<Subject>({ asked, form, subject }: SentOf<Subject>): boolean {
  const keys = new Set(form.keys(subject));
  return Object.entries(asked.values).some(
    ([id, text]) => !keys.has(id) && isWritten(form, id, text) && text.trim() !== '',
  );
}

interface NotSaved {
  readonly asked: Asked;
  readonly why: string;
  /** The form it came from, where there is one of that name: then only what was typed is shown, not what was chosen. */
  readonly form: Typed | undefined;
  readonly labels?: ReadonlyMap<string, string>;
  /** All that was answered, in words already, chosen answers too. */
  readonly answered?: readonly Answered[];
  readonly buttons?: readonly Button[];
}

function notSavedReply({ asked, why, form, labels, answered, buttons = [] }: NotSaved): Reply {
  const typed = Object.entries(asked.values)
    .filter(([id, text]) => text.trim() !== '' && (form === undefined || isWritten(form, id, text)))
    .map(([id, text]) => ({ label: labels?.get(id) ?? 'What you typed', text }));
  const [first, ...more] = notSavedCards({ why, typed: answered ?? typed, buttons });
  const show = asRefusal(first, refusingCode(why));
  return { kind: 'replace', show, ...(more.length ? { more } : {}) };
}

/**
 * Why it can't be taken, and all that was typed, to be copied. Says nothing of what was asked: it may be somebody who is
 * not concerned.
 */
export function notSaved(
  asked: Asked,
  form: Typed | undefined,
  why: string,
  answered?: readonly Answered[],
): Reply {
  return notSavedReply({ asked, why, form, ...(answered && { answered }) });
}

/** What was answered in a form, each under its question, and what was chosen by its title; undefined where it can't be shown any more. */
export function answersIn<Subject>(
  form: Pick<Shown<Subject>, 'show'>,
  subject: Subject,
  values: Asked['values'],
): readonly Answered[] | undefined {
  try {
    const inputs = inputsOf(form.show(subject, '').card);
    const known = new Set(inputs.map(({ id }) => String(id)));
    const others = Object.entries(values).filter(([id, text]) => !known.has(id) && /\s/.test(text.trim()));
    return [
      ...inputs.map((input) => ({
        label: String(input.label),
        text: inWords(input, values[String(input.id)] ?? ''),
      })),
      ...others.map(([, text]) => ({ label: 'What you typed', text })),
    ].filter(({ text }) => text.trim() !== '');
  } catch (error) {
    if (!(error instanceof NotThere)) throw error;
    return undefined;
  }
}

/** An input's answer, by the titles of what was chosen where it is a choice. */
function inWords({ choices }: ReturnType<typeof inputsOf>[number], value: string): string {
  if (!Array.isArray(choices)) return value;
  const chosen = value.split(',');
  return choices
    .filter((one) => chosen.includes(one.value))
    .map(({ title }) => title)
    .join(', ');
}

/** To somebody concerned: why it can't be taken, what they typed, each text under its question, and the way on. */
export function notSavedOf<Subject>(sent: SentOf<Subject>, why: string, wayOn: Button): Reply {
  const { asked, form } = sent;
  return notSavedReply({ asked, form, why, labels: labelsOf(sent), buttons: [wayOn] });
}

/** The form again, with all that was typed, a sentence on top, and one at each input at fault. */
export function again<Subject>(
  sent: SentOf<Subject>,
  notice: string,
  errors: Readonly<Record<string, string>> = {},
  more: Pick<Refilled, 'offer' | 'now' | 'shown'> = {},
): Reply {
  const { form, subject, sending, asked } = sent;
  const show = form.show(subject, sending.once, { values: asked.values, errors, notice, ...more });
  const inPieces = () => shownIn(notSavedReply({ asked, form, why: notice, labels: labelsOf(sent) }));
  return { kind: 'invalid', errors, show, inPieces };
}

/** The form with all that was typed, which another answer would lose: given once more, that is meant. */
export const warned = <Subject>({ form, subject, sending, asked }: SentOf<Subject>, notice: string) =>
  form.show(subject, sending.once, { values: asked.values, errors: {}, notice, warned: true });

/**
 * The form with all that was typed, and all of its questions in sight. What stood in the boxes that were in sight stays in them, as
 * it was shown; those that were not are shown now for the first time, with what is stored now.
 */
export function unfolded<Subject>({
  form,
  subject,
  sending,
  asked: { values, data },
}: Sent<Subject, Shown<Subject> & Pick<FormAbout<Subject, unknown>, 'merge'>>): CardMessage {
  const merged = form.merge(values, subject, sending.once, data.shown, true);
  const unseen = form.keys(subject).filter((id) => values[id] === undefined);
  const shown = data.shown && shownAgain(data.shown, merged.shown, unseen);
  const standing = { ...merged.values, ...values };
  return form.show(subject, sending.once, { values: standing, errors: {}, ...(shown && { shown }) });
}

/**
 * The form with all that was typed, since others have answered some of it meanwhile: what is stored now is said above each.
 * Sent once more, what the person says holds.
 */
export function answeredSince<Subject>(
  sent: SentOf<Subject>,
  { overtaken: now, joined, shown, unknown }: Pick<Merged, 'overtaken' | 'joined' | 'shown' | 'unknown'>,
  faults: Readonly<Record<string, string>>,
): Reply {
  const sayOf = (id: string, stored: string) => {
    if (stored === '') return SAY.takenOutSince;
    if (unknown) return SAY.savedNow;
    return joined.has(id) ? SAY.bothChanged : SAY.changedSince;
  };
  const said = Object.fromEntries(Object.entries(now).map(([id, stored]) => [id, sayOf(id, stored)]));
  const notice = unknown ? SAY.shownLongAgo : SAY.answeredSince(Object.keys(now).length);
  return again(sent, notice, { ...faults, ...said }, { now, shown });
}

/** The form anew, with all that was typed: sent once more, it takes the place of the answer that overtook it. */
export function overtaken<Subject>(sent: SentOf<Subject>, offer: Button): Reply {
  const anew = { ...sent, sending: { ...sent.sending, once: sent.deps.ids.unique() } };
  return again(anew, SAY.overtaken, {}, { offer });
}

/**
 * What is shown for a refused command: the form again where another answer can mend it, else what was typed, with what
 * puts it right or, where that is nothing, the button `stands`.
 */
export function refused<Subject>(
  sent: SentOf<Subject>,
  { refusal: { code, say, field }, offer }: Refused,
  stands: Button,
): Reply {
  const errors = field && sent.form.keys(sent.subject).includes(field) ? { [field]: say } : {};
  const reply = FINAL.has(code)
    ? notSavedOf(sent, say, offer ?? stands)
    : again(sent, say, errors, offer ? { offer } : {});
  return { ...reply, show: asRefusal(reply.show, code) };
}
