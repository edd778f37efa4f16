import { NotThere } from '../domain/questions/not-there.ts';
import type { KnownForm } from '../domain/review/forms.ts';
import type { FormSubject } from '../domain/review/steps/step-form.ts';
import type { Form } from '../presentation/forms/form.ts';
import { formNamed, formOf } from '../presentation/forms/index.ts';
import type { CardMessage } from '../presentation/message.ts';
import type { Sent } from './form-home.ts';
import { writesOfHarm } from './form-life.ts';
import { openForm } from './form-presses.ts';
import { alreadyTaken, sendingOf } from './form-token.ts';
import { warned } from './not-taken.ts';
import { SAY } from './refusals.ts';
import { reviewForms } from './review-forms.ts';
import { safely } from './safely.ts';
import type { Handler } from './turn.ts';

type Values = Readonly<Record<string, string>>;

/** Whether anything stands in the form that was not there when it was shown. */
function isFilledIn(row: KnownForm, values: Values, subject: FormSubject): boolean {
  const own: Values = { ...row.suggests?.(subject), ...row.values?.(subject) };
  return Object.entries(values).some(([id, text]) => text.trim() !== '' && text !== own[id]);
}

/** The form with a word that what stands in it is not sent; undefined where nothing does, or what it is about is gone. */
function warningOf(row: KnownForm, sent: Sent<FormSubject, Form>): CardMessage | undefined {
  try {
    return isFilledIn(row, sent.asked.values, sent.subject) ? warned(sent, SAY.besides) : undefined;
  } catch (error) {
    if (!(error instanceof NotThere)) throw error;
    return undefined;
  }
}

/**
 * An answer given in the place of a form. Where something stands in that, it comes back once, with a word that it is not sent: a
 * press on the wrong button loses nothing. Pressed again it is meant, and what stands in the form is kept nowhere.
 */
export const besides = (row: KnownForm, answer: Handler): Handler => {
  const form = formOf(row.name);
  return async (deps, asked) => {
    const without = { ...asked, values: {} };
    const sending = sendingOf(without);
    const reply = async () => {
      const { about: _, ...data } = asked.data;
      const found =
        data.sure !== 'yes' && sending && (await reviewForms.find(deps, { ...asked, data }, form));
      if (!found || found.is === 'not-theirs') return answer(deps, without);
      const { subject } = found;
      const sent: Sent<typeof subject, typeof form> = { deps, asked, form, subject, sending };
      if (alreadyTaken(subject.review, sending)) return answer(deps, without);
      const warning = warningOf(row, sent);
      return warning ? ({ kind: 'replace', show: warning } as const) : answer(deps, without);
    };
    const replied = await reply();
    return writesOfHarm(asked, form) ? safely(replied, asked.person) : replied;
  };
};

/** Opens a form: in the place of the one its button stood on, where that is needless once this is answered. */
export const openInItsPlace: Handler = (deps, asked) => {
  const { instead, once: _once, sure: _sure, ...opens } = asked.data;
  const form = instead === undefined ? undefined : formNamed(instead);
  if (!form) return openForm(deps, asked);
  return besides(form.row, async (_, { person }) => {
    const reply = await openForm(deps, { person, data: opens, values: {} });
    return reply.kind === 'new' ? { ...reply, kind: 'replace' } : reply;
  })(deps, asked);
};
