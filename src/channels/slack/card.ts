import { z } from 'zod';
import type { AdaptiveCard } from '../../presentation/message.ts';
import { Untranslatable } from './limits.ts';

/**
 * The subset of Adaptive Cards in docs/cards.md, to the letter: an unknown element, property or value is refused, so
 * that nothing Teams shows is missing in Slack.
 */
const word = <const Words extends readonly [string, ...string[]]>(...words: Words) =>
  z.preprocess((value) => (typeof value === 'string' ? value.toLowerCase() : value), z.enum(words));

const spacing = word('none', 'small', 'default', 'medium', 'large', 'extralarge', 'padding').optional();
const place = { spacing, separator: z.boolean().optional() };

// Colour and size carry no meaning of their own (cards must read well aloud), so Slack does without them.
const look = {
  size: word('small', 'default', 'medium', 'large', 'extralarge').optional(),
  weight: word('lighter', 'default', 'bolder').optional(),
  color: word('default', 'dark', 'light', 'accent', 'good', 'warning', 'attention').optional(),
  isSubtle: z.boolean().optional(),
};

const textBlock = z.strictObject({
  type: z.literal('TextBlock'),
  text: z.string(),
  wrap: z.boolean().optional(),
  style: word('default', 'heading').optional(),
  ...look,
  ...place,
});

const textRun = z.strictObject({
  type: z.literal('TextRun'),
  text: z.string(),
  italic: z.boolean().optional(),
  ...look,
});

const richTextBlock = z.strictObject({
  type: z.literal('RichTextBlock'),
  inlines: z.array(textRun),
  ...place,
});

const factSet = z.strictObject({
  type: z.literal('FactSet'),
  facts: z.array(z.strictObject({ title: z.string(), value: z.string() })),
  ...place,
});

/** What a button carries: flat, and all text. */
export const actionData = z.intersection(z.object({ do: z.string() }), z.record(z.string(), z.string()));

const submit = z.strictObject({
  type: z.literal('Action.Submit'),
  title: z.string().min(1),
  style: word('default', 'positive', 'destructive').optional(),
  tooltip: z.string().optional(),
  mode: word('primary', 'secondary').optional(),
  associatedInputs: word('auto', 'none').optional(),
  data: z.strictObject({ send: actionData }),
});

const actionSet = z.strictObject({
  type: z.literal('ActionSet'),
  actions: z.array(submit).min(1),
  ...place,
});

/** Turns in sight what is not, and out of it what is. */
const turnSet = z.strictObject({
  type: z.literal('ActionSet'),
  id: z.string().min(1).optional(),
  actions: z.tuple([
    z.strictObject({
      type: z.literal('Action.ToggleVisibility'),
      title: z.string().min(1),
      targetElements: z.array(z.string().min(1)).min(1),
    }),
  ]),
  ...place,
});

const textual = z.discriminatedUnion('type', [textBlock, richTextBlock, factSet]);

const textColumn = z.strictObject({
  type: z.literal('Column'),
  width: word('stretch'),
  items: z.array(textual).min(1),
  verticalContentAlignment: word('top', 'center', 'bottom').optional(),
  spacing,
});

const buttonColumn = z.strictObject({
  type: z.literal('Column'),
  width: word('auto'),
  items: z.tuple([actionSet.extend({ actions: z.tuple([submit]) })]),
  verticalContentAlignment: word('top', 'center', 'bottom').optional(),
  spacing,
});

const columnSet = z.strictObject({
  type: z.literal('ColumnSet'),
  columns: z.union([z.tuple([textColumn]), z.tuple([textColumn, buttonColumn])]),
  ...place,
});

const input = {
  id: z.string().min(1),
  label: z.string().min(1),
  value: z.string().optional(),
  isRequired: z.boolean().optional(),
  errorMessage: z.string().optional(),
  ...place,
};

const inputText = z.strictObject({
  type: z.literal('Input.Text'),
  isMultiline: z.boolean().optional(),
  maxLength: z.number().int().positive().optional(),
  placeholder: z.string().optional(),
  ...input,
});
const inputDate = z.strictObject({ type: z.literal('Input.Date'), ...input });
const inputTime = z.strictObject({ type: z.literal('Input.Time'), ...input });
/** Who fits is asked while somebody types: then only what is chosen stands among its choices. */
const isSearch = ({ style }: { readonly style?: string | undefined }) => style === 'filtered';
const inputChoiceSet = z
  .strictObject({
    type: z.literal('Input.ChoiceSet'),
    choices: z.array(z.strictObject({ title: z.string().min(1), value: z.string().min(1) })),
    style: word('compact', 'expanded', 'filtered').optional(),
    'choices.data': z.strictObject({ type: z.literal('Data.Query'), dataset: z.string().min(1) }).optional(),
    isMultiSelect: z.boolean().optional(),
    placeholder: z.string().optional(),
    wrap: z.boolean().optional(),
    ...input,
  })
  .refine((one) => isSearch(one) === (one['choices.data'] !== undefined), 'a search asks, and nothing else')
  .refine((one) => isSearch(one) || one.choices.length > 0, 'nothing to choose');

const containerShape = {
  type: z.literal('Container'),
  style: word('default', 'emphasis', 'good', 'attention', 'warning', 'accent').optional(),
  id: z.string().min(1).optional(),
  isVisible: z.boolean().optional(),
  ...place,
};

const leaf = z.discriminatedUnion('type', [
  textBlock,
  richTextBlock,
  factSet,
  actionSet,
  columnSet,
  inputText,
  inputDate,
  inputTime,
  inputChoiceSet,
]);

export type Textual = z.infer<typeof textual>;
export type Submit = z.infer<typeof submit>;
export type Row = z.infer<typeof columnSet>;
export type Input = z.infer<typeof inputText | typeof inputDate | typeof inputTime | typeof inputChoiceSet>;
export type ChoiceSet = z.infer<typeof inputChoiceSet>;
export type TextInput = z.infer<typeof inputText>;
type Leaf = z.infer<typeof leaf>;
export type Turn = z.infer<typeof turnSet>;
/** Elements that are set off together. */
export interface Container {
  readonly type: 'Container';
  readonly style?: 'default' | 'emphasis' | 'good' | 'attention' | 'warning' | 'accent' | undefined;
  readonly id?: string | undefined;
  /** False: it stands there, but is not in sight until it is turned. */
  readonly isVisible?: boolean | undefined;
  readonly spacing?: Leaf['spacing'];
  readonly separator?: boolean | undefined;
  readonly items: Element[];
}
/** Anything a card’s body can hold. */
export type Element = Leaf | Turn | Container;

const container = z.strictObject({ ...containerShape, items: z.array(z.lazy(() => element)) });

// Found by its type: each that is tried in vain takes more time than the one that fits.
const element: z.ZodType<Element> = z.union([
  z.discriminatedUnion('type', [...leaf.options, container]),
  turnSet,
]);

const card = z.strictObject({
  type: z.literal('AdaptiveCard'),
  version: z.literal('1.5'),
  $schema: z.string().optional(),
  speak: z.string().optional(),
  fallbackText: z.string().optional(),
  body: z.array(element),
  actions: z.array(submit).optional(),
});

/** A card of the subset, read. */
export interface ReadCard {
  readonly body: readonly Element[];
  readonly actions: readonly Submit[];
}

/** Where a fault is and of what kind; never the value, which may be somebody's words. */
function faults(error: z.core.$ZodError, at: readonly PropertyKey[] = []): string[] {
  return error.issues.flatMap((issue) => {
    const path = [...at, ...issue.path];
    const here = `${path.join('.') || 'card'}: ${issue.code}`;
    if (issue.code === 'unrecognized_keys') return [`${here} ${issue.keys.join(', ')}`];
    if (issue.code !== 'invalid_union') return [here];
    const inner = issue.errors.map((issues) => faults({ issues } as z.core.$ZodError, path));
    return [inner.sort((a, b) => (b[0]?.length ?? 0) - (a[0]?.length ?? 0))[0]?.[0] ?? here];
  });
}

/**
 * The card, checked against the subset.
 * @throws {Untranslatable} naming each place at fault
 */
export function readCard(json: AdaptiveCard): ReadCard {
  const result = card.safeParse(json);
  if (!result.success) throw new Untranslatable(faults(result.error).join('; '));
  return { body: result.data.body, actions: result.data.actions ?? [] };
}

/** Whether it holds other elements. */
export const isContainer = (one: Element): one is Container => one.type === 'Container';
/** Whether it turns something in sight. */
export const isTurn = (one: Element): one is Turn =>
  one.type === 'ActionSet' && one.actions.some(({ type }) => type === 'Action.ToggleVisibility');
/** Whether it asks for an answer. */
export const isInput = (one: Element): one is Input => one.type.startsWith('Input.');
/** Whether it is words to read. */
export const isTextual = (one: Element): one is Textual =>
  one.type === 'TextBlock' || one.type === 'RichTextBlock' || one.type === 'FactSet';

/** Whether something in `one` is not in sight, at whatever depth. */
export const holdsFolded = (one: Element): boolean =>
  isContainer(one) && (one.isVisible === false || one.items.some(holdsFolded));

/** Whether an input stands in `one`, at whatever depth. */
export const holdsInput = (one: Element): boolean =>
  isContainer(one) ? one.items.some(holdsInput) : isInput(one);
