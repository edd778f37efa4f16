import type { Block, View } from './slack-workspace.ts';

/** What stands on one message or window, as far as one can read it. */
export interface Shown {
  /** What a locked phone shows. */
  readonly notification: string;
  /** All words one can read but those on buttons, a line for each element. */
  readonly words: string;
  /** The titles of its buttons. */
  readonly buttons: readonly string[];
  readonly blocks: readonly Block[];
}

const textIn = (value: unknown): string[] => {
  if (Array.isArray(value)) return value.flatMap(textIn);
  if (typeof value !== 'object' || value === null) return [];
  if ('type' in value && value.type === 'button') return [];
  if ('type' in value && value.type === 'rich_text') return [richTextIn(value)];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'text' && typeof inner === 'string' ? [inner] : key.startsWith('option') ? [] : textIn(inner),
  );
};
/** Rich text reads on in one line, whatever its stretches look like. */
const richTextIn = (value: object): string =>
  Object.entries(value)
    .map(([key, inner]) => {
      if (key === 'text') return String(inner);
      if (Array.isArray(inner)) return inner.map((one) => richTextIn(one as object)).join('');
      return '';
    })
    .join('');

interface Button {
  readonly type: 'button';
  readonly text: { readonly text: string };
  readonly action_id: string;
  readonly value: string;
}
export interface Row {
  readonly button: Button;
  readonly words: string;
}
/** Each button with the words it stands beside: of its own row, or since the buttons above it. */
export function rowsIn(blocks: readonly Block[]): Row[] {
  let above: string[] = [];
  return blocks.flatMap((block) => {
    const words = textIn(block);
    const row = block.accessory ? words : above;
    if (block.type === 'actions') above = [];
    else above.push(...words);
    return buttonsIn([block]).map((button) => ({ button, words: row.join('\n') }));
  });
}

const buttonsIn = (blocks: readonly Block[]): Button[] =>
  blocks
    .flatMap(({ elements, accessory }) => [...(Array.isArray(elements) ? elements : []), accessory])
    .filter((one): one is Button => one?.type === 'button');

export function shown(notification: string, blocks: readonly Block[] = []): Shown {
  return {
    notification,
    words: textIn(blocks).join('\n'),
    buttons: buttonsIn(blocks).map(({ text }) => text.text),
    blocks,
  };
}

interface Option {
  readonly text: { readonly text: string };
  readonly value: string;
}
interface InputElement {
  readonly type: string;
  readonly options?: readonly Option[];
  readonly option_groups?: readonly { readonly options: readonly Option[] }[];
  readonly initial_value?: string;
  readonly initial_date?: string;
  readonly initial_time?: string;
  readonly initial_option?: Option;
  readonly initial_options?: readonly Option[];
}
export interface InputBlock extends Block {
  readonly block_id: string;
  readonly optional?: boolean;
  readonly label: { readonly text: string };
  readonly element: InputElement & { readonly action_id: string };
}
export const inputsIn = (view: View) => view.blocks.filter((one): one is InputBlock => one.type === 'input');

export function initialOf({ element }: InputBlock): string {
  const { initial_value, initial_date, initial_time, initial_option, initial_options } = element;
  const several = initial_options?.map(({ value }) => value).join(',');
  return initial_value ?? initial_date ?? initial_time ?? initial_option?.value ?? several ?? '';
}

/** All that may be chosen; undefined where nothing is offered to choose from. */
export const offeredBy = ({ options, option_groups: groups }: InputElement): readonly Option[] | undefined =>
  options ?? groups?.flatMap((group) => group.options);

/** What Slack reports of an input with `value` in it. */
export function stateOf({ element }: InputBlock, value: string): object {
  const { type } = element;
  const offered = (one: string) => ({ text: { type: 'plain_text', text: `One of ${one}` }, value: one });
  if (type === 'external_select') return { type, selected_option: value === '' ? null : offered(value) };
  if (type === 'multi_external_select')
    return { type, selected_options: value === '' ? [] : value.split(',').map(offered) };
  const options = offeredBy(element) ?? [];
  const option = (wanted: string) => options.find((one) => one.value === wanted) ?? null;
  if (type === 'datepicker') return { type, selected_date: value || null };
  if (type === 'timepicker') return { type, selected_time: value || null };
  if (type === 'static_select' || type === 'radio_buttons') return { type, selected_option: option(value) };
  if (type === 'plain_text_input') return { type, value: value || null };
  return { type, selected_options: value === '' ? [] : value.split(',').map(option) };
}
