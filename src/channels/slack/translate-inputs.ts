import type { InputBlock, PlainTextOption } from '@slack/types';
import { isLocalDate, isLocalTime } from '../../domain/time.ts';
import { withoutMark } from '../../presentation/render.ts';
import type { Match } from '../channel.ts';
import type { ChoiceSet, Input, TextInput } from './card.ts';
import { LIMITS, Untranslatable, within } from './limits.ts';
import { plain } from './translate-text.ts';

type Element = InputBlock['element'];
interface Translated {
  readonly element: Element;
  /** Stands below the input where the element has no room for a placeholder. */
  readonly hint?: string | undefined;
}

const filled = (value: string | undefined) => (value === '' ? undefined : value);

function placeholder(text: string | undefined, id: string) {
  if (!text) return {};
  within('placeholder', text.length, `${id} placeholder`);
  return { placeholder: plain(text) };
}

function textInput(input: TextInput): Translated {
  const longest = input.maxLength ?? LIMITS.inputText;
  within('inputText', longest, `${input.id} maxLength`);
  const value = filled(input.value);
  if (value && value.length > longest)
    throw new Untranslatable(`${input.id}: its value is over its maxLength`);
  return {
    element: {
      type: 'plain_text_input',
      action_id: input.id,
      multiline: input.isMultiline === true,
      max_length: longest,
      ...(value ? { initial_value: value } : {}),
      ...placeholder(input.placeholder, input.id),
    },
  };
}

function dateInput(id: string, value: string | undefined): Translated {
  if (value && !isLocalDate(value)) throw new Untranslatable(`${id}: its value is not a day`);
  return { element: { type: 'datepicker', action_id: id, ...(value ? { initial_date: value } : {}) } };
}

function timeInput(id: string, value: string | undefined): Translated {
  if (value && !isLocalTime(value)) throw new Untranslatable(`${id}: its value is not a time of day`);
  return { element: { type: 'timepicker', action_id: id, ...(value ? { initial_time: value } : {}) } };
}

function optionOf({ title, value }: Match, where: string): PlainTextOption {
  within('optionText', title.length, where);
  within('optionValue', value.length, `${where} value`);
  return { text: plain(title), value };
}

function optionsOf({ id, choices }: ChoiceSet): PlainTextOption[] {
  if (new Set(choices.map(({ value }) => value)).size < choices.length) {
    throw new Untranslatable(`${id}: two choices have one value`);
  }
  return choices.map((one) => optionOf(one, `${id} choice`));
}

function chosenOf(input: ChoiceSet, options: readonly PlainTextOption[]): PlainTextOption[] {
  const value = filled(input.value);
  if (value === undefined) return [];
  const values = input.isMultiSelect ? value.split(',') : [value];
  return values.map((each) => {
    const option = options.find((one) => one.value === each);
    if (!option) throw new Untranslatable(`${input.id}: its value is none of its choices`);
    return option;
  });
}

/** What a menu may be chosen from: a list, or, where that is too long for Slack, groups by initial letter. */
type Menu = { readonly options: PlainTextOption[] } | { readonly option_groups: OptionGroup[] };

interface OptionGroup {
  readonly label: { readonly type: 'plain_text'; readonly text: string };
  readonly options: PlainTextOption[];
}

const initialOf = ({ text }: PlainTextOption) =>
  text.text
    .normalize('NFD')
    .match(/[\p{L}\p{N}]/u)?.[0]
    .toUpperCase() ?? '#';

function groupsOf(options: readonly PlainTextOption[]): OptionGroup[] {
  const byInitial = [...Map.groupBy(options, initialOf)];
  return byInitial.flatMap(([initial, all]) =>
    Array.from({ length: Math.ceil(all.length / LIMITS.options) }, (_, at) => ({
      label: plain(at === 0 ? initial : `${initial} (${at + 1})`),
      options: all.slice(at * LIMITS.options, (at + 1) * LIMITS.options),
    })),
  );
}

function menuOf(options: PlainTextOption[], id: string): Menu {
  if (options.length <= LIMITS.options) return { options };
  const groups = groupsOf(options);
  within('optionGroups', groups.length, `${id} choices`);
  return { option_groups: groups };
}

function choiceInput(input: ChoiceSet): Translated {
  if (input.isMultiSelect && input.choices.some(({ value }) => value.includes(','))) {
    throw new Untranslatable(`${input.id}: values of several choices are joined by commas, so have none`);
  }
  const options = optionsOf(input);
  const chosen = chosenOf(input, options);
  if (input.style === 'filtered') return search(input, chosen);
  const buttons = input.style === 'expanded' && options.length <= LIMITS.choiceButtons;
  return buttons ? choiceButtons(input, options, chosen) : choiceMenu(input, options, chosen);
}

const initialOptions = (chosen: PlainTextOption[]) => (chosen.length > 0 ? { initial_options: chosen } : {});
const initialOption = ([chosen]: PlainTextOption[]) => (chosen ? { initial_option: chosen } : {});

function choiceButtons(
  { id, isMultiSelect, placeholder: words }: ChoiceSet,
  options: PlainTextOption[],
  chosen: PlainTextOption[],
): Translated {
  const base = { action_id: id, options };
  const element: Element = isMultiSelect
    ? { type: 'checkboxes', ...base, ...initialOptions(chosen) }
    : { type: 'radio_buttons', ...base, ...initialOption(chosen) };
  return { element, hint: filled(words) };
}

function choiceMenu(
  { id, isMultiSelect, placeholder: words }: ChoiceSet,
  options: PlainTextOption[],
  chosen: PlainTextOption[],
): Translated {
  const base = { action_id: id, ...menuOf(options, id), ...placeholder(words, id) };
  const element: Element = isMultiSelect
    ? { type: 'multi_static_select', ...base, ...initialOptions(chosen) }
    : { type: 'static_select', ...base, ...initialOption(chosen) };
  return { element };
}

/** Slack asks who fits once something is typed. */
function search({ id, isMultiSelect, placeholder: words }: ChoiceSet, chosen: PlainTextOption[]): Translated {
  const base = { action_id: id, min_query_length: 1, ...placeholder(words, id) };
  const element: Element = isMultiSelect
    ? { type: 'multi_external_select', ...base, ...initialOptions(chosen) }
    : { type: 'external_select', ...base, ...initialOption(chosen) };
  return { element };
}

/** Those who fit, as Slack lists them. */
export const matchesIn = (matches: readonly Match[]): PlainTextOption[] =>
  matches.slice(0, LIMITS.options).map((one) => optionOf(one, 'match'));

function translated(input: Input): Translated {
  switch (input.type) {
    case 'Input.Text':
      return textInput(input);
    case 'Input.Date':
      return dateInput(input.id, filled(input.value));
    case 'Input.Time':
      return timeInput(input.id, filled(input.value));
    case 'Input.ChoiceSet':
      return choiceInput(input);
  }
}

/** An input. Its id is both action_id, by which its answer is found, and block_id, by which its error is. */
export function inputBlock(input: Input): InputBlock {
  const { element, hint } = translated(input);
  within('id', input.id.length, 'input id');
  const label = withoutMark(input.label);
  within('label', label.length, `${input.id} label`);
  if (hint) within('hint', hint.length, `${input.id} hint`);
  return {
    type: 'input',
    block_id: input.id,
    label: plain(label),
    // Only what is sent by the window's own button is held up, so what is needed is said to be, whatever else can be pressed.
    optional: input.isRequired !== true && input.errorMessage === undefined,
    element,
    ...(hint ? { hint: plain(hint) } : {}),
  };
}
