import type { Block } from '../slack-block-kit.ts';
import { choiceKind, nothingLeft, type Question, questionLines, searchKind, textKind } from './lines.ts';
import { plainWords } from './slack-text.ts';

type InputBlock = Extract<Block, { type: 'input' }>;
type InputElement = InputBlock['element'];
type Menu = Extract<InputElement, { type: 'static_select' }>;
type Options = NonNullable<Menu['options']>;

function optionsOf(all: Options, chosen: Options): Question['options'] {
  return all.map(({ text, value, ...rest }) => {
    nothingLeft('an option', rest);
    return { title: plainWords(text), value, chosen: chosen.some((one) => one.value === value) };
  });
}

type Answer = Pick<Question, 'kind' | 'placeholder' | 'value' | 'options'>;
const placeholderOf = ({ placeholder }: Pick<Menu, 'placeholder'>) =>
  placeholder && { placeholder: plainWords(placeholder) };

/** What is asked for, and what of `element` no page shows. */
function answerOf(element: InputElement): Answer & { readonly rest: object } {
  switch (element.type) {
    case 'plain_text_input': {
      const { type, action_id, multiline, max_length, initial_value, placeholder, ...rest } = element;
      const kind = textKind(multiline === true, max_length);
      return { kind, value: initial_value, ...placeholderOf(element), rest };
    }
    case 'datepicker': {
      const { type, action_id, initial_date, placeholder, ...rest } = element;
      return { kind: 'a day', value: initial_date, ...placeholderOf(element), rest };
    }
    case 'timepicker': {
      const { type, action_id, initial_time, placeholder, ...rest } = element;
      return { kind: 'a time', value: initial_time, ...placeholderOf(element), rest };
    }
    case 'radio_buttons': {
      const { type, action_id, options, initial_option: chosen, ...rest } = element;
      return { kind: choiceKind(false, false), options: optionsOf(options, chosen ? [chosen] : []), rest };
    }
    case 'checkboxes': {
      const { type, action_id, options, initial_options: chosen = [], ...rest } = element;
      return { kind: choiceKind(true, false), options: optionsOf(options, chosen), rest };
    }
    case 'external_select': {
      const { type, action_id, initial_option: chosen, min_query_length, placeholder, ...rest } = element;
      const options = optionsOf(chosen ? [chosen] : [], chosen ? [chosen] : []);
      return { kind: searchKind(false, min_query_length), options, ...placeholderOf(element), rest };
    }
    case 'multi_external_select': {
      const {
        type,
        action_id,
        initial_options: chosen = [],
        min_query_length,
        placeholder,
        ...rest
      } = element;
      const kind = searchKind(true, min_query_length);
      return { kind, options: optionsOf(chosen, chosen), ...placeholderOf(element), rest };
    }
    case 'static_select': {
      const { type, action_id, options = [], initial_option: chosen, placeholder, ...rest } = element;
      const offered = optionsOf(options, chosen ? [chosen] : []);
      return { kind: choiceKind(false, true), options: offered, ...placeholderOf(element), rest };
    }
    case 'multi_static_select': {
      const { type, action_id, options = [], initial_options: chosen = [], placeholder, ...rest } = element;
      return {
        kind: choiceKind(true, true),
        options: optionsOf(options, chosen),
        ...placeholderOf(element),
        rest,
      };
    }
  }
}

/** A question of a window. */
export function slackQuestion({
  type,
  block_id,
  label,
  hint,
  optional,
  element,
  ...more
}: InputBlock): string[] {
  const { rest, ...answer } = answerOf(element);
  nothingLeft(type, { ...more, ...rest });
  if (element.action_id !== block_id)
    throw new Error(`${block_id} has another action_id: no page shows that`);
  return questionLines({
    id: block_id,
    label: plainWords(label),
    needed: optional !== true,
    hint: hint && plainWords(hint),
    ...answer,
  });
}
