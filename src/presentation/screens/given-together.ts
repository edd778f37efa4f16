import { daysWords, dayWords } from '../../domain/language/days.ts';
import { count, listed } from '../../domain/language/words.ts';
import { except, saidTo } from '../../domain/questions/said.ts';
import { PROVISION } from '../../domain/review/questions/provision.ts';
import type { Action, Provision } from '../../domain/review/review.ts';
import { termsOf } from '../../domain/review/terms-of.ts';
import { button, press } from '../buttons.ts';
import { lineOf } from '../labels.ts';
import type { CardMessage } from '../message.ts';
import { bold, type OfReview, type Part, part, plain, section, sheetCard, subtle, typed } from '../parts.ts';
import { headedBrief } from '../read-out.ts';

/*
 * What somebody is given at once, by one review or by several: one message of all of it, each with its own buttons. What a locked
 * phone shows of it is how many, and the references.
 */

type Given = Omit<OfReview, 'notice' | 'first'>;

/** So many references are named on a locked phone. */
const FEW = 3;

function referencesOf(given: readonly Given[]): string {
  if (given.length > FEW) return count(given.length, 'review');
  const refs = given.map(({ review }) => review.ref);
  return `${given.length > 1 ? 'reviews' : 'review'} ${listed(refs)}`;
}

/** `parts`: what a review gives, as a part of the card each. Of several reviews each stands under whose it is. */
function together<G extends Given>(
  all: readonly G[],
  { title, ask }: { readonly title: string; readonly ask: (they: string) => string },
  parts: (given: G) => Part[],
): CardMessage {
  const [only] = all.length === 1 ? all : [];
  const frame = only ? { title, line: lineOf(only.review, only.pupil) } : { title };
  const sections = all.map((given) =>
    section('', parts(given), only ? '' : lineOf(given.review, given.pupil)),
  );
  const they = only ? 'The review' : 'The reviews';
  return {
    card: sheetCard({ frame: { ...frame, ask: ask(they) }, sections, buttons: [] }),
    notification: `${title} (${referencesOf(all)})`,
  };
}

/** Several actions to their one owner. */
export function actionsGivenCard(
  all: readonly (Given & { readonly actions: readonly Action[] })[],
): CardMessage {
  const many = count(all.flatMap(({ actions }) => actions).length, 'new action');
  const ask = (they: string) => `${they} agreed these, and they are yours to do or to see to.`;
  return together(all, { title: `${many} for you`, ask }, ({ review, today, actions }) =>
    actions.map(({ id, what, due, onBehalfOf }) => {
      const [head = [], ...more] = typed(what);
      const lines = [head.map(({ text }) => bold(text)), ...more];
      const outside = onBehalfOf ? [subtle(' · done by '), plain(onBehalfOf)] : [];
      return part([...lines, [plain(`By ${dayWords(due)} (${daysWords(today, due)})`), ...outside]], {
        below: [
          button('Done', press.form('action-done', review.id, id)),
          button('More', press.show('action', review.id, id)),
        ],
      });
    }),
  );
}

/** Several kinds of support to whoever sees to them. */
export function supportsGivenCard(
  all: readonly (Given & { readonly supports: readonly Provision[] })[],
): CardMessage {
  const ask = (they: string) =>
    `${they} agreed these, and they are yours to see to. You are asked when it is time whether each is happening.`;
  const title = 'Support for you to see to';
  return together(all, { title, ask }, ({ review, pupil, school, today, supports }) => {
    const terms = { ...termsOf(review, pupil, today) };
    return supports.map((provision) =>
      part(headedBrief(except(saidTo(PROVISION, { ...provision }, { school }, terms), 'owner')), {
        below: [button('More', press.show('support', review.id, provision.id))],
      }),
    );
  });
}
