import { daysWords, dayWords } from '../../domain/language/days.ts';
import { count } from '../../domain/language/words.ts';
import { except, saidTo } from '../../domain/questions/said.ts';
import { PROVISION } from '../../domain/review/questions/provision.ts';
import type { Action, Provision } from '../../domain/review/review.ts';
import { termsOf } from '../../domain/review/terms-of.ts';
import { button, press } from '../buttons.ts';
import { lineOf } from '../labels.ts';
import type { CardMessage } from '../message.ts';
import {
  bold,
  type OfReview,
  part,
  plain,
  type Section,
  section,
  sheetCard,
  subtle,
  typed,
} from '../parts.ts';
import { headedBrief } from '../read-out.ts';

/* What one review gives somebody at once: one message of all of it, each with its own buttons. */

type Given = Omit<OfReview, 'notice' | 'first'>;

const together = (
  { review, pupil }: Given,
  title: string,
  ask: string,
  sections: Section[],
): CardMessage => ({
  card: sheetCard({ frame: { title, line: lineOf(review, pupil), ask }, sections, buttons: [] }),
  notification: `${title} (review ${review.ref})`,
});

/** Several actions to their one owner. */
export function actionsGivenCard(given: Given & { readonly actions: readonly Action[] }): CardMessage {
  const { review, today, actions } = given;
  const parts = actions.map(({ id, what, due, onBehalfOf }) => {
    const [head = [], ...more] = typed(what);
    const lines = [head.map(({ text }) => bold(text)), ...more];
    const outside = onBehalfOf ? [subtle(' · done by '), plain(onBehalfOf)] : [];
    return part([...lines, [plain(`By ${dayWords(due)} (${daysWords(today, due)})`), ...outside]], {
      below: [
        button('Done', press.form('action-done', review.id, id)),
        button('More', press.show('action', review.id, id)),
      ],
    });
  });
  const ask = 'The review agreed these, and they are yours to do or to see to.';
  return together(given, `${count(actions.length, 'new action')} for you`, ask, [section('', parts)]);
}

/** Several kinds of support to whoever sees to them. */
export function supportsGivenCard(given: Given & { readonly supports: readonly Provision[] }): CardMessage {
  const { review, pupil, school, today, supports } = given;
  const terms = { ...termsOf(review, pupil, today) };
  const parts = supports.map((provision) =>
    part(headedBrief(except(saidTo(PROVISION, { ...provision }, { school }, terms), 'owner')), {
      below: [button('More', press.show('support', review.id, provision.id))],
    }),
  );
  const ask =
    'The review agreed these, and they are yours to see to. You are asked when it is time whether each is happening.';
  return together(given, 'Support for you to see to', ask, [section('', parts)]);
}
