import { choiceTitle } from '../../domain/language/words.ts';
import { chosenIn } from '../../domain/questions/choice.ts';
import { standingIn } from '../../domain/questions/colleague.ts';
import type { Input, Option, Sent } from '../../domain/questions/question.ts';
import { asksWho, inOneWord } from '../asks-who.ts';
import type { ActionData, AdaptiveCard, CardElement } from '../message.ts';
import { mapElements } from '../render.ts';

/*
 * A list that is too long to be on a card has some of it there, and beside it a search. What is chosen must be on the card, for
 * a client shows nothing else: so who was added by the search stands in the list from then on, and the search is empty
 * again. (Teams on a phone also shows nothing that stands in a search when it opens.)
 */

type Choice = Extract<Input, { kind: 'choice' }>;
interface Search extends Choice {
  readonly list: 'search';
}

const isChoice = (input: Input): input is Choice => input.kind === 'choice';
const isSearch = (input: Input): input is Search => isChoice(input) && input.list === 'search';

/** Slack takes no longer value of an option. */
const LONGEST_VALUE = 150;

/** What nobody could be found for is shown as it was typed. */
const asTyped = (text: string): readonly Option[] =>
  text.length > LONGEST_VALUE ? [] : [{ value: text, title: choiceTitle(text) }];

/** What stands where somebody was added by a search: they are in its list, and what nobody was found for is still in the search. */
function added(search: Search, values: Sent): Sent {
  const { id, addsTo, several } = search;
  const standing = standingIn(search, values[id] ?? '');
  const found = standing.flatMap((one) => (typeof one === 'string' ? [] : [one.value]));
  const open = standing.filter((one) => typeof one === 'string');
  const [first] = found;
  if (first === undefined) return {};
  if (addsTo === undefined) return { [id]: [...found, ...open].join(',') };
  const list = several ? [...new Set([...chosenIn(values[addsTo] ?? ''), ...found])].join(',') : first;
  return { [addsTo]: list, [id]: open.join(',') };
}

/** What is chosen in an input and is not in its list. */
function besides(input: Choice, value: string): readonly Option[] {
  if (isSearch(input))
    return standingIn(input, value).flatMap((one) => (typeof one === 'string' ? asTyped(one) : [one]));
  const { options, listed = options } = input;
  const shown = new Set(listed.map((one) => one.value));
  const chosen = chosenIn(value).filter((one) => !shown.has(one));
  return chosen.length === 0 ? [] : options.filter((one) => chosen.includes(one.value));
}

/**
 * The card with all that is chosen among what it lists, and each search with what asks who fits; and the values as they stand then.
 * @param submit sends the form
 */
export function withChosen(
  card: AdaptiveCard,
  inputs: readonly Input[],
  values: Sent,
  submit: ActionData,
): { readonly card: AdaptiveCard; readonly values: Sent } {
  const long = inputs.filter(isChoice).filter((one) => isSearch(one) || one.listed !== undefined);
  if (long.length === 0) return { card, values };
  const standing: Sent = Object.assign({}, values, ...long.filter(isSearch).map((one) => added(one, values)));
  const changed = (element: CardElement): CardElement => {
    const input = long.find(({ id }) => id === element.id);
    if (!input) return element;
    const more = besides(input, standing[input.id] ?? '');
    const choices = [...((element.choices ?? []) as Option[]), ...more];
    if (!isSearch(input)) return { ...element, choices };
    const dataset = inOneWord(asksWho(submit, input.id));
    return { ...element, choices, 'choices.data': { type: 'Data.Query', dataset } };
  };
  return {
    card: { ...card, body: mapElements(card.body, (element) => [changed(element)]) },
    values: standing,
  };
}
