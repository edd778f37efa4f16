import { z } from 'zod';

/**
 * What Slack's reference says of the blocks and elements we send: which properties each has, and how long each may
 * be. Written from the reference alone and sharing nothing with the translator, so that the one checks the other.
 * https://docs.slack.dev/reference/block-kit
 */
const id = z.string().min(1).max(255);

const plainText = (longest: number) =>
  z.strictObject({
    type: z.literal('plain_text'),
    text: z.string().trim().min(1).max(longest),
    emoji: z.boolean().optional(),
  });

const mrkdwn = (longest: number) =>
  z.strictObject({
    type: z.literal('mrkdwn'),
    text: z.string().trim().min(1).max(longest),
    verbatim: z.boolean().optional(),
  });

const text = (longest: number) => z.discriminatedUnion('type', [plainText(longest), mrkdwn(longest)]);

const button = z.strictObject({
  type: z.literal('button'),
  text: plainText(75),
  action_id: id,
  value: z.string().max(2000),
  style: z.enum(['primary', 'danger']).optional(),
  accessibility_label: z.string().min(1).max(75).optional(),
});

const option = z.strictObject({ text: plainText(75), value: z.string().min(1).max(150) });

const options = z.array(option).min(1).max(100);
const optionGroups = z
  .array(z.strictObject({ label: plainText(75), options }))
  .min(1)
  .max(100);

interface Choices {
  readonly options?: readonly z.infer<typeof option>[] | undefined;
  readonly option_groups?: z.infer<typeof optionGroups> | undefined;
  readonly initial_option?: z.infer<typeof option> | undefined;
  readonly initial_options?: readonly z.infer<typeof option>[] | undefined;
}

/** Slack refuses a whole view whose initial choice is not, to the letter, among its options. */
const choosesFromOptions = (choices: Choices) =>
  [...(choices.initial_option ? [choices.initial_option] : []), ...(choices.initial_options ?? [])].every(
    (chosen) => allOptions(choices).some((one) => JSON.stringify(one) === JSON.stringify(chosen)),
  );

const allOptions = ({ options: alone = [], option_groups: groups = [] }: Choices) => [
  ...alone,
  ...groups.flatMap((group) => group.options),
];

const oneEach = (choices: Choices) =>
  new Set(allOptions(choices).map(({ value }) => value)).size === allOptions(choices).length;

/** A menu has its options, or groups of them; never both. */
const oneWay = (choices: Choices) =>
  (choices.options === undefined) !== (choices.option_groups === undefined);

const placeholder = plainText(150).optional();
const inputElement = z.union([
  z.strictObject({
    type: z.literal('plain_text_input'),
    action_id: id,
    multiline: z.boolean().optional(),
    min_length: z.number().min(0).max(3000).optional(),
    max_length: z.number().min(1).max(3000).optional(),
    initial_value: z.string().min(1).max(3000).optional(),
    placeholder,
  }),
  z.strictObject({
    type: z.literal('datepicker'),
    action_id: id,
    initial_date: z.iso.date().optional(),
    placeholder,
  }),
  z.strictObject({
    type: z.literal('timepicker'),
    action_id: id,
    initial_time: z
      .string()
      .regex(/^\d\d:\d\d$/)
      .optional(),
    placeholder,
  }),
  z
    .strictObject({
      type: z.literal('static_select'),
      action_id: id,
      options: options.optional(),
      option_groups: optionGroups.optional(),
      initial_option: option.optional(),
      placeholder,
    })
    .refine(oneWay)
    .refine(choosesFromOptions)
    .refine(oneEach),
  z
    .strictObject({
      type: z.literal('multi_static_select'),
      action_id: id,
      options: options.optional(),
      option_groups: optionGroups.optional(),
      initial_options: z.array(option).min(1).optional(),
      placeholder,
    })
    .refine(oneWay)
    .refine(choosesFromOptions)
    .refine(oneEach),
  z.strictObject({
    type: z.literal('external_select'),
    action_id: id,
    initial_option: option.optional(),
    min_query_length: z.int().min(0).optional(),
    placeholder,
  }),
  z.strictObject({
    type: z.literal('multi_external_select'),
    action_id: id,
    initial_options: z.array(option).min(1).optional(),
    min_query_length: z.int().min(0).optional(),
    placeholder,
  }),
  z
    .strictObject({
      type: z.literal('radio_buttons'),
      action_id: id,
      options: z.array(option).min(1).max(10),
      initial_option: option.optional(),
    })
    .refine(choosesFromOptions)
    .refine(oneEach),
  z
    .strictObject({
      type: z.literal('checkboxes'),
      action_id: id,
      options: z.array(option).min(1).max(10),
      initial_options: z.array(option).min(1).optional(),
    })
    .refine(choosesFromOptions)
    .refine(oneEach),
]);

const richText = z.strictObject({
  type: z.literal('text'),
  text: z.string().min(1),
  style: z
    .strictObject({
      bold: z.boolean().optional(),
      italic: z.boolean().optional(),
      strike: z.boolean().optional(),
      code: z.boolean().optional(),
    })
    .optional(),
});

const blockId = id.optional();
const block = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('header'), block_id: blockId, text: plainText(150) }),
  z.strictObject({ type: z.literal('divider'), block_id: blockId }),
  z.strictObject({
    type: z.literal('section'),
    block_id: blockId,
    text: text(3000),
    fields: z.array(text(2000)).min(1).max(10).optional(),
    accessory: button.optional(),
  }),
  z.strictObject({
    type: z.literal('context'),
    block_id: blockId,
    elements: z.array(text(3000)).min(1).max(10),
  }),
  z.strictObject({
    type: z.literal('actions'),
    block_id: blockId,
    elements: z
      .array(button)
      .min(1)
      .max(25)
      .refine((buttons) => new Set(buttons.map((one) => one.action_id)).size === buttons.length),
  }),
  z.strictObject({
    type: z.literal('input'),
    block_id: id,
    label: plainText(2000),
    hint: plainText(2000).optional(),
    optional: z.boolean().optional(),
    dispatch_action: z.boolean().optional(),
    element: inputElement,
  }),
  z.strictObject({
    type: z.literal('rich_text'),
    block_id: blockId,
    elements: z
      .array(
        z.strictObject({
          type: z.enum(['rich_text_section', 'rich_text_quote']),
          elements: z.array(richText).min(1),
        }),
      )
      .min(1),
  }),
]);

const distinctIds = (blocks: readonly { readonly block_id?: string | undefined }[]) => {
  const ids = blocks.flatMap((one) => (one.block_id === undefined ? [] : [one.block_id]));
  return new Set(ids).size === ids.length;
};

const message = z.strictObject({
  text: z.string().min(1).max(4000),
  blocks: z
    .array(block)
    .min(1)
    .max(50)
    .refine((blocks) => blocks.every(({ type }) => type !== 'input'), 'an input in a message')
    .refine(distinctIds),
});

const modal = z
  .strictObject({
    type: z.literal('modal'),
    callback_id: id.optional(),
    external_id: id.optional(),
    title: plainText(24),
    submit: plainText(24).optional(),
    close: plainText(24).optional(),
    private_metadata: z.string().max(3000).optional(),
    clear_on_close: z.boolean().optional(),
    notify_on_close: z.boolean().optional(),
    blocks: z.array(block).min(1).max(100).refine(distinctIds),
  })
  .refine(
    ({ blocks, submit }) => submit !== undefined || blocks.every(({ type }) => type !== 'input'),
    'inputs need a submit',
  );

export type Block = z.infer<typeof block>;

/** @throws when Slack would refuse `candidate` as a message's text and blocks */
export const checkMessage = (candidate: unknown): z.infer<typeof message> => message.parse(candidate);

/** @throws when Slack would refuse `candidate` as a modal view */
export const checkModal = (candidate: unknown): z.infer<typeof modal> => modal.parse(candidate);

const home = z.strictObject({
  type: z.literal('home'),
  callback_id: id.optional(),
  external_id: id.optional(),
  private_metadata: z.string().max(3000).optional(),
  blocks: z.array(block).min(1).max(100).refine(distinctIds),
});

/** @throws when Slack would refuse `candidate` as a Home */
export const checkHome = (candidate: unknown): z.infer<typeof home> => home.parse(candidate);
