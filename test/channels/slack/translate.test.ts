import type { KnownBlock } from '@slack/types';
import { describe, expect, it } from 'vitest';
import { LIMITS, Untranslatable } from '../../../src/channels/slack/limits.ts';
import { toMessage, toModal } from '../../../src/channels/slack/translate.ts';
import type { CardElement, CardMessage } from '../../../src/presentation/message.ts';
import { checkMessage, checkModal } from '../../support/slack-block-kit.ts';
import { choices, formOf, input, messageOf, submit, typed, words } from '../../support/slack-cards.ts';

const blocksOf = (...body: CardElement[]) => {
  const message = toMessage(messageOf(body));
  checkMessage(message);
  return message.blocks;
};
const modalOf = (...inputs: CardElement[]) => {
  const modal = toModal(formOf(inputs), { origin: { at: 'dm' } });
  checkModal(modal);
  return modal.blocks.slice(2) as KnownBlock[];
};
const elementOf = (one: CardElement) => {
  const block = modalOf(one)[0];
  return block?.type === 'input' ? block.element : undefined;
};
const plain = (text: string) => ({ type: 'plain_text', text, emoji: false });
const row = (words: CardElement[], button?: CardElement): CardElement => ({
  type: 'ColumnSet',
  columns: [
    { type: 'Column', width: 'stretch', items: words },
    ...(button ? [{ type: 'Column', width: 'auto', items: [{ type: 'ActionSet', actions: [button] }] }] : []),
  ],
});
const bold = { weight: 'Bolder' };

describe('a card as a Slack message', () => {
  it('shows only the notification on a locked phone, given names in the card', () => {
    const message = toMessage(messageOf([typed('Amara Khan')], [], 'Review K7Q4: evidence is wanted'));
    expect(message.text).toBe('Review K7Q4: evidence is wanted');
  });

  it('makes a header of a heading, small print of subtle words, a section of plain ones', () => {
    expect(
      blocksOf(
        words('Evidence', { style: 'heading', size: 'Large', weight: 'Bolder', wrap: true }),
        words('Families may read this.', { isSubtle: true }),
        words('Please answer by Friday.'),
      ),
    ).toEqual([
      { type: 'header', text: plain('Evidence') },
      { type: 'context', elements: [plain('Families may read this.')] },
      { type: 'section', text: plain('Please answer by Friday.') },
    ]);
  });

  it('shows what people typed to the letter, whatever markup is in it', () => {
    const text = '*not bold* _x_ <!channel> <@U1> & :smile: `code`\n> said\nhttps://example.org';
    expect(blocksOf(typed(text))).toEqual([
      { type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text }] }] },
    ]);
    expect(blocksOf(typed(text, { isSubtle: true }))).toEqual([{ type: 'context', elements: [plain(text)] }]);
  });

  it('keeps bold and italic stretches, and leaves out runs without text', () => {
    const inlines = [
      { type: 'TextRun', text: 'Target: ', isSubtle: true },
      { type: 'TextRun', text: '' },
      { type: 'TextRun', text: 'read 40 words', weight: 'Bolder' },
      { type: 'TextRun', text: 'daily', italic: true },
    ];
    expect(blocksOf({ type: 'RichTextBlock', inlines })).toEqual([
      {
        type: 'rich_text',
        elements: [
          {
            type: 'rich_text_section',
            elements: [
              { type: 'text', text: 'Target: ' },
              { type: 'text', text: 'read 40 words', style: { bold: true } },
              { type: 'text', text: 'daily', style: { italic: true } },
            ],
          },
        ],
      },
    ]);
  });

  it('leaves out what says nothing', () => {
    expect(blocksOf(words(''), typed(''), typed('  '), words('Here'))).toHaveLength(1);
  });

  it('lists facts, each under its bold title', () => {
    const facts = [
      { title: 'Due', value: '21 November' },
      { title: 'Stage', value: 'Meeting' },
    ];
    expect(blocksOf({ type: 'FactSet', facts })).toEqual([
      {
        type: 'rich_text',
        elements: [
          {
            type: 'rich_text_section',
            elements: [
              { type: 'text', text: 'Due: ', style: { bold: true } },
              { type: 'text', text: '21 November' },
              { type: 'text', text: '\nStage: ', style: { bold: true } },
              { type: 'text', text: 'Meeting' },
            ],
          },
        ],
      },
    ]);
  });

  it('sets a coloured container off with a bar, and good and bad news with a sign', () => {
    const container = (style: string) => ({
      type: 'Container',
      style,
      items: [words('Saved.', bold), typed('Amara')],
    });
    const quote = (sign: object[]) => [
      {
        type: 'rich_text',
        elements: [
          {
            type: 'rich_text_quote',
            elements: [
              ...sign,
              { type: 'text', text: 'Saved.', style: { bold: true } },
              { type: 'text', text: '\n' },
              { type: 'text', text: 'Amara' },
            ],
          },
        ],
      },
    ];
    expect(blocksOf(container('emphasis'))).toEqual(quote([]));
    expect(blocksOf(container('good'))).toEqual(quote([{ type: 'text', text: '✓ ', style: { bold: true } }]));
    expect(blocksOf(container('attention'))).toEqual(
      quote([{ type: 'text', text: '▲ ', style: { bold: true } }]),
    );
  });

  it('shows the head of a card as a header with its line below', () => {
    const head = {
      type: 'Container',
      style: 'emphasis',
      items: [words('Status', { style: 'heading' }), typed('Amara · SEN Support', { isSubtle: true })],
    };
    expect(blocksOf(head).map(({ type }) => type)).toEqual(['header', 'context']);
  });

  it('draws a line where an element is separated from the one above, and none at the top', () => {
    const types = blocksOf(
      words('One', { separator: true }),
      words('Two', { separator: true }),
      { type: 'Container', separator: true, items: [words('Three')] },
      words('', { separator: true }),
    ).map(({ type }) => type);
    expect(types).toEqual(['section', 'divider', 'section', 'divider', 'section']);
  });

  it('puts the button of a row beside its words', () => {
    const start = submit('Start', { do: 'start', pupil: 'p1' });
    expect(blocksOf(row([typed('Amara Khan'), words('Due in 3 days')], start))).toEqual([
      {
        type: 'section',
        text: plain('Amara Khan\nDue in 3 days'),
        accessory: {
          type: 'button',
          text: plain('Start'),
          value: '{"do":"start","pupil":"p1"}',
          action_id: 'press-0',
        },
      },
    ]);
  });

  it('keeps the bold of a row where markup can say it to the letter, else puts the button below', () => {
    const start = submit('Start', { do: 'start' });
    const [section] = blocksOf(row([typed("Amara O'Neil & Co", bold), words('Due in 3 days')], start));
    expect(section).toMatchObject({
      type: 'section',
      text: { type: 'mrkdwn', text: "*Amara O'Neil &amp; Co*\nDue in 3 days", verbatim: true },
    });
    for (const name of ['Amara *Khan*', 'amara_khan', ':smile:', '~a~', '> a', 'two\nlines', ' edge ']) {
      const blocks = blocksOf(row([typed(name, bold), words('Due')], start));
      expect(blocks.map(({ type }) => type)).toEqual(['rich_text', 'actions']);
      expect(JSON.stringify(blocks[0])).toContain(JSON.stringify(name));
    }
  });

  it('gives each button its data as it is, and the main and the undoing one their style', () => {
    const data = { do: 'cancel', review: 'r1' };
    const message = toMessage(
      messageOf(
        [words('Sure?')],
        [
          submit('Go on', data, { style: 'positive' }),
          submit('Stop', data, { style: 'destructive' }),
          submit('Back', data),
        ],
      ),
    );
    checkMessage(message);
    expect(message.blocks[1]).toMatchObject({
      elements: [
        { action_id: 'press-0', style: 'primary', value: JSON.stringify(data) },
        { action_id: 'press-1', style: 'danger' },
        { action_id: 'press-2' },
      ],
    });
  });

  it('shows a form as what stands above its first input, a button to open it, and its side buttons', () => {
    const nothing = submit('Nothing to add', { do: 'nothing-to-add' });
    const form = formOf([input('Text', 'worked'), words('Foot')], { side: [nothing] });
    const message = toMessage(form);
    checkMessage(message);
    expect(message.blocks).toMatchObject([
      { type: 'header' },
      { type: 'section', text: plain('Please answer.') },
      {
        type: 'actions',
        elements: [
          { action_id: 'open-form', text: plain('Open the form'), style: 'primary', value: '{"do":"form"}' },
          { action_id: 'press-0', text: plain('Nothing to add'), value: '{"do":"nothing-to-add"}' },
        ],
      },
    ]);
    expect(JSON.stringify(message.blocks)).not.toContain('Foot');
  });
});

describe('a form as a Slack window', () => {
  it('is headed, sent and closed by words, and carries its data and origin', () => {
    const form = formOf([input('Text', 'worked')], {
      send: { do: 'submit', review: 'r1' },
      side: [submit('Nothing to add', { do: 'nothing-to-add' })],
    });
    const context = { origin: { at: 'dm', channel: 'D1' }, closesAll: true, externalId: 'x' };
    const modal = toModal(form, { ...context, sideInMessage: true });
    checkModal(modal);
    expect(modal).toMatchObject({
      title: plain('A form'),
      submit: plain('Send'),
      close: plain('Cancel'),
      clear_on_close: true,
      external_id: 'x',
    });
    expect(JSON.parse(modal.private_metadata ?? '')).toEqual({
      send: { do: 'submit', review: 'r1' },
      origin: { at: 'dm', channel: 'D1' },
    });
    expect(JSON.stringify(modal.blocks)).not.toContain('Nothing to add');
    expect(JSON.stringify(toModal(form, context).blocks)).toContain('Nothing to add');
  });

  it('has what stands in it come with another answer, and says what is needed though nothing is held up', () => {
    const nothing = submit('Nothing to add', { do: 'nothing-to-add' });
    const form = formOf([input('Text', 'worked', { errorMessage: 'Please say.' })]);
    const { actions = [] } = form.card;
    const side = { ...nothing, associatedInputs: 'auto' };
    const modal = toModal({ ...form, card: { ...form.card, actions: [...actions, side] } }, { origin: {} });
    checkModal(modal);
    expect(modal.blocks).toContainEqual(expect.objectContaining({ block_id: 'worked', optional: false }));
    expect(JSON.stringify(modal.blocks.at(-1))).toContain('"action_id":"with-inputs-0"');
  });

  it('asks for text with what was typed in it', () => {
    const value = '<b> & *x*\nsecond line';
    expect(
      modalOf(
        input('Text', 'worked', {
          isMultiline: true,
          maxLength: 500,
          placeholder: 'Say how',
          value,
          isRequired: true,
          errorMessage: 'Please say.',
        }),
      ),
    ).toEqual([
      {
        type: 'input',
        block_id: 'worked',
        label: plain('About worked'),
        optional: false,
        element: {
          type: 'plain_text_input',
          action_id: 'worked',
          multiline: true,
          max_length: 500,
          initial_value: value,
          placeholder: plain('Say how'),
        },
      },
    ]);
  });

  it('asks for days and times', () => {
    expect(elementOf(input('Date', 'due', { value: '2026-11-21' }))).toEqual({
      type: 'datepicker',
      action_id: 'due',
      initial_date: '2026-11-21',
    });
    expect(elementOf(input('Time', 'at', { value: '14:30' }))).toEqual({
      type: 'timepicker',
      action_id: 'at',
      initial_time: '14:30',
    });
    expect(elementOf(input('Date', 'due', { value: '' }))).toEqual({ type: 'datepicker', action_id: 'due' });
  });

  it('offers choices as buttons or as a menu, one or several, with what was chosen', () => {
    const option = (value: string) => ({ text: plain(`The ${value}`), value });
    const options = [option('a'), option('b'), option('c')];
    const set = (more: object) =>
      elementOf(input('ChoiceSet', 'c', { choices: choices('a', 'b', 'c'), ...more }));
    expect(set({ style: 'expanded', value: 'b' })).toEqual({
      type: 'radio_buttons',
      action_id: 'c',
      options,
      initial_option: option('b'),
    });
    expect(set({ style: 'expanded', isMultiSelect: true, value: 'a,c' })).toEqual({
      type: 'checkboxes',
      action_id: 'c',
      options,
      initial_options: [option('a'), option('c')],
    });
    expect(set({ style: 'compact', placeholder: 'Choose' })).toEqual({
      type: 'static_select',
      action_id: 'c',
      options,
      placeholder: plain('Choose'),
    });
    expect(set({ isMultiSelect: true, value: 'c' })).toEqual({
      type: 'multi_static_select',
      action_id: 'c',
      options,
      initial_options: [option('c')],
    });
    const many = Array.from({ length: 11 }, (_, index) => `v${index}`);
    expect(elementOf(input('ChoiceSet', 'c', { choices: choices(...many), style: 'expanded' }))?.type).toBe(
      'static_select',
    );
  });

  it('says a placeholder below an input that has no room for one', () => {
    const block = modalOf(
      input('ChoiceSet', 'c', { choices: choices('a'), style: 'expanded', placeholder: 'Any' }),
    )[0];
    expect(block).toMatchObject({ hint: plain('Any') });
  });

  it('shows a card without inputs with its buttons, and only a button to close', () => {
    const modal = toModal(messageOf([words('Hello')], [submit('More', { do: 'more' })]), { origin: {} });
    checkModal(modal);
    expect(modal.submit).toBeUndefined();
    expect(modal.blocks.map(({ type }) => type)).toEqual(['section', 'actions']);
  });
});

describe('what Slack can not show as it is meant', () => {
  const refused: [string, CardMessage][] = [
    ['an unknown element', messageOf([{ type: 'Image', url: 'x' }])],
    ['an unknown property', messageOf([words('a', { maxLines: 2 })])],
    ['an unknown value', messageOf([words('a', { style: 'columnHeader' })])],
    ['an unknown property of a run', messageOf([typed('a', { strikethrough: true })])],
    ['a hidden element', messageOf([words('a', { isVisible: false })])],
    ['another kind of action', messageOf([words('a')], [{ type: 'Action.OpenUrl', title: 'x', url: 'y' }])],
    ['Markdown in our own words', messageOf([words('**Due** today')])],
    ['a link in our own words', messageOf([words('See [this](https://example.org)')])],
    [
      'a row of two buttons',
      messageOf(
        [row([words('a')], submit('x', { do: 'x' }))].map((one) => {
          const columns = structuredClone(one.columns) as { items: { actions: unknown[] }[] }[];
          columns[1]?.items[0]?.actions.push(columns[1].items[0].actions[0]);
          return { ...one, columns };
        }),
      ),
    ],
    ['inputs without a form', messageOf([input('Text', 'a')], [submit('Send', { do: 'x' })])],
    ['a form without inputs', { ...formOf([]) }],
    [
      'a button that sends inputs beside the main one',
      {
        ...formOf([input('Text', 'a')]),
        card: messageOf([input('Text', 'a')], [submit('a', { do: 'a' }), submit('b', { do: 'b' })]).card,
      },
    ],
    [
      'button data that is not all text',
      messageOf([words('a')], [{ ...submit('a', { do: 'a' }), data: { send: { do: 'a', page: 1 } } }]),
    ],
    ['a day that is none', formOf([input('Date', 'a', { value: '2026-02-30' })])],
    ['a time that is none', formOf([input('Time', 'a', { value: '25:00' })])],
    [
      'a choice that is not offered',
      formOf([input('ChoiceSet', 'a', { choices: choices('x'), value: 'y' })]),
    ],
    ['two choices with one value', formOf([input('ChoiceSet', 'a', { choices: choices('x', 'x') })])],
    [
      'a comma in one of several values',
      formOf([input('ChoiceSet', 'a', { choices: choices('x,y'), isMultiSelect: true })]),
    ],
    ['two inputs with one id', formOf([input('Text', 'a'), input('Date', 'a')])],
    ['an input without a label', formOf([{ type: 'Input.Text', id: 'a' }])],
  ];
  it.each(refused)('is refused: %s', (_, message) => {
    expect(() => toModal(message, { origin: {} })).toThrow(Untranslatable);
    if (!message.form || message.card.body.every(({ type }) => !type.startsWith('Input.'))) {
      expect(() => toMessage(message)).toThrow(Untranslatable);
    }
  });

  it('names the place and the fault, and nothing that people typed', () => {
    const fault = () => toMessage(messageOf([typed('Amara', { strikethrough: 'Amara' })]));
    expect(fault).toThrow(/body\.0.*strikethrough/);
    expect(fault).not.toThrow(/Amara/);
  });

  const long = (length: number) => 'x'.repeat(length);
  const message = (make: (size: number) => CardMessage) => (size: number) =>
    checkMessage(toMessage(make(size)));
  const modal = (make: (size: number) => CardMessage) => (size: number) =>
    checkModal(toModal(make(size), { origin: '' }));
  const oneInput = (more: (size: number) => object, kind = 'Text') =>
    modal((size) => formOf([input(kind, 'a', more(size))]));
  const metadata = JSON.stringify({ send: { do: 'send' }, origin: '' }).length;

  /** So many choices of each of so many initial letters. */
  const ofInitials = (letters: number, each: number) =>
    Array.from({ length: letters * each }, (_, n) => {
      const letter = String.fromCodePoint(0x4e00 + (n % letters));
      return { title: `${letter} ${n}`, value: `v${n}` };
    });

  const limits: [keyof typeof LIMITS, (size: number) => void][] = [
    ['messageBlocks', message((size) => messageOf(Array.from({ length: size }, () => words('a'))))],
    [
      'messageWeight',
      message((size) => messageOf(Array.from({ length: 5 }, () => typed(long((size - 250) / 5))))),
    ],
    ['messageText', message((size) => messageOf([words('a')], [], long(size)))],
    ['viewBlocks', modal((size) => messageOf(Array.from({ length: size }, () => words('a'))))],
    [
      'title',
      modal((size) => {
        const form = formOf([input('Text', 'a')]);
        return { ...form, form: { title: long(size), open: 'Open', data: { do: 'x' } } };
      }),
    ],
    [
      'submit',
      modal((size) => {
        const form = formOf([input('Text', 'a')]);
        return { ...form, card: { ...form.card, actions: [submit(long(size), { do: 'x' })] } };
      }),
    ],
    [
      'privateMetadata',
      (size) => {
        checkModal(toModal(formOf([input('Text', 'a')]), { origin: long(size - metadata) }));
      },
    ],
    ['id', modal((size) => formOf([input('Text', long(size))]))],
    ['sectionText', message((size) => messageOf([words(long(size))]))],
    ['headerText', message((size) => messageOf([words(long(size), { style: 'heading' })]))],
    [
      'actions',
      message((size) =>
        messageOf(
          [words('a')],
          Array.from({ length: size }, () => submit('a', { do: 'a' })),
        ),
      ),
    ],
    ['buttonText', message((size) => messageOf([words('a')], [submit(long(size), { do: 'a' })]))],
    [
      'buttonValue',
      message((size) => messageOf([words('a')], [submit('a', { do: long(size - '{"do":""}'.length) })])),
    ],
    ['label', oneInput((size) => ({ label: long(size) }))],
    [
      'hint',
      oneInput(
        (size) => ({ placeholder: long(size), choices: choices('x'), style: 'expanded' }),
        'ChoiceSet',
      ),
    ],
    ['placeholder', oneInput((size) => ({ placeholder: long(size) }))],
    ['optionText', oneInput((size) => ({ choices: [{ title: long(size), value: 'x' }] }), 'ChoiceSet')],
    ['optionValue', oneInput((size) => ({ choices: [{ title: 'x', value: long(size) }] }), 'ChoiceSet')],
    ['optionGroups', oneInput((size) => ({ choices: ofInitials(size, 2) }), 'ChoiceSet')],
    ['inputText', oneInput((size) => ({ value: long(size), maxLength: size }))],
  ];
  it.each(limits)('passes at %s and is refused one over it', (limit, make) => {
    expect(() => make(LIMITS[limit])).not.toThrow();
    expect(() => make(LIMITS[limit] + (limit === 'messageWeight' ? 5 : 1))).toThrow(Untranslatable);
  });

  it('offers up to 100 choices as a list, and more in groups by their initial letter, none of them left out', () => {
    const menu = (all: { title: string; value: string }[], more: object = {}) => {
      const form = formOf([input('ChoiceSet', 'a', { choices: all, style: 'compact', ...more })]);
      const view = toModal(form, { origin: {} });
      checkModal(view);
      return (view.blocks as KnownBlock[]).find((block) => block.type === 'input')?.element;
    };
    expect(menu(ofInitials(1, 100))).toMatchObject({ options: { length: 100 } });

    const names = ['Émile', 'eve', '“Eddie”', ...Array.from({ length: 148 }, (_, n) => `Bo ${n}`), '(?)'];
    const staff = names.map((title, at) => ({ title, value: `v${at}` }));
    const grouped = menu(staff, { value: 'v0,v151', isMultiSelect: true });
    expect(grouped).toMatchObject({
      option_groups: [
        { label: { text: 'E' }, options: { length: 3 } },
        { label: { text: 'B' }, options: { length: 100 } },
        { label: { text: 'B (2)' }, options: { length: 48 } },
        { label: { text: '#' }, options: { length: 1 } },
      ],
      initial_options: [{ value: 'v0' }, { value: 'v151' }],
    });
    expect(menu(staff, { value: 'v140' })).toMatchObject({ initial_option: { value: 'v140' } });
  });

  it('shows subtle words too long for small print in full', () => {
    const text = long(LIMITS.contextText + 1);
    expect(JSON.stringify(blocksOf(typed(text, { isSubtle: true })))).toContain(text);
  });

  it('refuses typed text longer than its box rather than cutting it', () => {
    expect(() =>
      toModal(formOf([input('Text', 'a', { value: 'abc', maxLength: 2 })]), { origin: {} }),
    ).toThrow(Untranslatable);
  });
});
