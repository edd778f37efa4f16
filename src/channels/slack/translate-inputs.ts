import type { InputBlock, PlainTextOption } from '@slack/types';
import { isLocalDate, isLocalTime } from '../../domain/time.ts';
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

function optionsOf({ id, choices }: ChoiceSet): PlainTextOption[] {
  if (new Set(choices.map(({ value }) => value)).size < choices.length) {
    throw new Untranslatable(`${id}: two choices have one value`);
  }
  return choices.map(({ title, value }) => {
    within('optionText', title.length, `${id} choice`);
    within('optionValue', value.length, `${id} choice value`);
    return { text: plain(title), value };
  });
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

function choiceInput(input: ChoiceSet): Translated {
  if (input.isMultiSelect && input.choices.some(({ value }) => value.includes(','))) {
    throw new Untranslatable(`${input.id}: values of several choices are joined by commas, so have none`);
  }
  const options = optionsOf(input);
  const chosen = chosenOf(input, options);
  const buttons = input.style === 'expanded' && options.length <= LIMITS.choiceButtons;
  if (!buttons) within('options', options.length, `${input.id} choices`);
  const base = { action_id: input.id, options };
  if (input.isMultiSelect) {
    const initial = chosen.length > 0 ? { initial_options: chosen } : {};
    return buttons
      ? { element: { type: 'checkboxes', ...base, ...initial }, hint: filled(input.placeholder) }
      : {
          element: {
            type: 'multi_static_select',
            ...base,
            ...initial,
            ...placeholder(input.placeholder, input.id),
          },
        };
  }
  const initial = chosen[0] ? { initial_option: chosen[0] } : {};
  return buttons
    ? { element: { type: 'radio_buttons', ...base, ...initial }, hint: filled(input.placeholder) }
    : {
        element: { type: 'static_select', ...base, ...initial, ...placeholder(input.placeholder, input.id) },
      };
}

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
  within('label', input.label.length, `${input.id} label`);
  if (hint) within('hint', hint.length, `${input.id} hint`);
  return {
    type: 'input',
    block_id: input.id,
    label: plain(input.label),
    optional: input.isRequired !== true,
    element,
    ...(hint ? { hint: plain(hint) } : {}),
  };
}
