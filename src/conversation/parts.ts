import { isDeepStrictEqual } from 'node:util';
import type { Reply } from '../channels/channel.ts';
import { contactId } from '../domain/school/contact.ts';
import type { Button } from '../presentation/buttons.ts';
import type { FormAbout } from '../presentation/forms/form-about.ts';
import { asWhole, onlyAsking, partIn } from '../presentation/in-parts.ts';
import type { CardMessage } from '../presentation/message.ts';
import { noticeCard } from '../presentation/notice.ts';
import { buttonsOn, inputsOf, withNotice } from '../presentation/render.ts';
import type { Deps } from './deps.ts';
import type { Sent } from './form-home.ts';
import { alreadyTaken } from './form-token.ts';
import { notSavedOf, unfolded } from './not-taken.ts';
import { NOTHING_CAME } from './parts-kept.ts';
import { SAY } from './refusals.ts';
import type { Asked } from './turn.ts';

/*
 * A form that is sent in parts is taken once all of them have come. What has come is kept in this process only: a part that was sent
 * stands in its chat with all that was typed in it, so a process that has forgotten it asks for it to be sent once more, and nothing
 * typed is lost by that. Where a chat shows one part after the other, the next has what was typed in it before; what came before
 * this process was started is asked for last, and from where it still stands.
 */

const keyOf = ({ from }: Deps, { data }: Pick<Asked, 'data'>) =>
  [from?.channel, from?.tenant, from?.account, data.once].join('/');

/** What stands in a form that is shown again, perhaps in parts: for when the rest of it is shown by itself. */
export function rememberTyped(deps: Deps, asked: Asked, { card }: CardMessage): void {
  // Where somebody was quicker, it has another token now.
  const [send] = buttonsOn(card).map(({ data }) => (data as { readonly send: Asked['data'] }).send);
  const key = keyOf(deps, { data: { once: send?.once ?? '' } });
  const come = deps.parts?.of(key) ?? NOTHING_CAME;
  deps.parts?.keep(key, { ...come, values: { ...come.values, ...asked.values } });
}

type Form<Subject> = Pick<FormAbout<Subject, unknown>, 'keys' | 'show' | 'isTyped' | 'merge'>;

/** A form that was sent in parts, as if it had come whole; or, while parts of it are missing, what is shown. */
export type Whole =
  | { readonly is: 'whole'; readonly asked: Asked }
  | { readonly is: 'in-part'; readonly reply: Reply };

/**
 * Takes a part that was sent. While others are missing the part stands as it was sent, with a word that they are; `next` is for a chat
 * that shows one part at a time.
 * @param taken the tokens of forms that were taken; `stands`: to how it stands
 * @throws {NotThere} when what the form is about is gone
 */
export function takePart<Subject>(
  sent: Sent<Subject, Form<Subject>>,
  taken: readonly string[],
  stands: Button,
): Whole {
  const { deps, asked, form, subject, sending } = sent;
  const at = deps.from?.at;
  const ids = partIn(asked.data);
  if (!ids) return { is: 'whole', asked };
  const key = keyOf(deps, asked);
  const before = deps.parts?.of(key) ?? NOTHING_CAME;
  const own = Object.fromEntries(ids.map((id) => [id, asked.values[id] ?? '']));
  const come = {
    values: { ...before.values, ...own },
    sent: [...new Set([...before.sent, ...ids])],
    at: at && !before.at.some((one) => isDeepStrictEqual(one, at)) ? [...before.at, at] : before.at,
  };
  deps.parts?.keep(key, come);
  const missing = form.keys(subject).filter((id) => !come.sent.includes(id));
  const values = Object.fromEntries(come.sent.map((id) => [id, come.values[id] ?? '']));
  if (missing.length === 0) return { is: 'whole', asked: { ...asked, values, data: asWhole(asked.data) } };
  // Whatever it says, it can't be known any more what it would be a part of.
  if (alreadyTaken({ taken }, sending) !== undefined)
    return { is: 'in-part', reply: notSavedOf(sent, SAY.sentBefore, stands) };
  const { shown } = asked.data;
  const whole = unfolded({ ...sent, asked: { ...asked, values: come.values } });
  const part = onlyAsking(whole, ids, shown);
  const show = { ...part, card: withNotice(part.card, { text: SAY.partHasCome, style: 'good' }) };
  const forgotten = forgottenOf(whole, missing, ids, come.values);
  const open = missing.filter((id) => !forgotten.includes(id));
  const next = onlyAsking(whole, open.length > 0 ? open : missing);
  const isBefore = open.length === 0;
  return { is: 'in-part', reply: { kind: 'replace', show, next, ...(isBefore && { isBefore }) } };
}

/** Of the inputs that are missing, those that stand before this part's and of which nothing is known: they came to an earlier process. */
function forgottenOf(
  { card }: CardMessage,
  missing: readonly string[],
  ids: readonly string[],
  known: Readonly<Record<string, string>>,
): readonly string[] {
  const all = inputsOf(card).map(({ id }) => String(id));
  const before = all.slice(
    0,
    all.findIndex((id) => ids.includes(id)),
  );
  return missing.filter((id) => before.includes(id) && known[id] === undefined);
}

/**
 * The reply once the form was answered: each of its parts that still stands in the chat is over. Where it comes back, all of its parts are
 * to be sent anew, and the earlier cards are over as soon as the new ones stand: till then they hold what was typed.
 */
export function partsAnswered(deps: Deps, asked: Asked, reply: Reply): Reply {
  const key = keyOf(deps, asked);
  const come = deps.parts?.of(key) ?? NOTHING_CAME;
  const isBack = reply.kind === 'invalid';
  // Taken, it is known for a while that all has come: a part that is delivered twice changes nothing then.
  deps.parts?.keep(key, { ...come, ...(isBack && { sent: [] }), at: [] });
  const { from, cards } = deps;
  const others = come.at.filter((one) => !isDeepStrictEqual(one, from?.at));
  if (!from || !cards || others.length === 0) return reply;
  const over = (say: string) =>
    cards.over(contactId(from.channel, from.tenant, from.account), others, partOver(say));
  if (isBack)
    return {
      ...reply,
      stands: async (at) => {
        // With fewer than there were, some may not have been shown.
        if (at.others.length >= others.length) await over('The form has come back: its parts stand below.');
      },
    };
  void over('The whole form was sent: what became of it stands below.');
  return reply;
}

const partOver = (say: string) => noticeCard({ title: 'A part of a form', say });
