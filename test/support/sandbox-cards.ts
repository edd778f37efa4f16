import type { ActionData, CardElement, CardMessage } from '../../src/presentation/message.ts';

const submit = (title: string, send: ActionData, more: object = {}): CardElement => ({
  type: 'Action.Submit',
  title,
  data: { send },
  ...more,
});

const head = (title: string, line: string): CardElement => ({
  type: 'Container',
  style: 'emphasis',
  items: [
    { type: 'TextBlock', text: title, style: 'heading', size: 'Large', weight: 'Bolder', wrap: true },
    { type: 'RichTextBlock', spacing: 'Small', inlines: [{ type: 'TextRun', text: line, isSubtle: true }] },
  ],
});

const notice = (style: string, text: string): CardElement => ({
  type: 'Container',
  style,
  items: [{ type: 'TextBlock', text, wrap: true, weight: 'Bolder' }],
});

const message = (notification: string, body: CardElement[], actions?: CardElement[]): CardMessage => ({
  notification,
  card: { type: 'AdaptiveCard', version: '1.5', body, ...(actions ? { actions } : {}) },
});

/** One line and no button. */
export function plainCard(title: string, text: string): CardMessage {
  return message(title, [
    head(title, 'Sandbox'),
    { type: 'RichTextBlock', inlines: [{ type: 'TextRun', text }] },
  ]);
}

const row = (name: string, when: string, color: string, pupil: string): CardElement => ({
  type: 'ColumnSet',
  separator: true,
  columns: [
    {
      type: 'Column',
      width: 'stretch',
      items: [
        {
          type: 'RichTextBlock',
          inlines: [
            { type: 'TextRun', text: name, weight: 'Bolder' },
            { type: 'TextRun', text: ' · SEN Support · Year 4' },
          ],
        },
        { type: 'TextBlock', text: when, color, spacing: 'None', wrap: true },
      ],
    },
    {
      type: 'Column',
      width: 'auto',
      items: [{ type: 'ActionSet', actions: [submit('Start', { do: 'form', pupil })] }],
    },
  ],
});

/** A list with a button on each row. */
export function listCard(): CardMessage {
  return message(
    'Reviews due: 3',
    [
      head('Reviews due', 'Oakfield Primary · 30 pupils'),
      { type: 'TextBlock', text: 'Overdue', weight: 'Bolder', color: 'Attention', spacing: 'Medium' },
      row('Leah Ahmed', 'Due 2 November, 21 days ago. Last reviewed 2 May.', 'Attention', 'leah'),
      row('Tomasz Nowak-Wiśniewski', 'Due 16 November, 7 days ago.', 'Attention', 'tomasz'),
      { type: 'TextBlock', text: 'Coming', weight: 'Bolder', spacing: 'Medium' },
      row('Ed O’Connor', 'Due 14 December, in 21 days.', 'Default', 'ed'),
    ],
    [submit('Older ones', { do: 'due', page: '2' }), submit('Help', { do: 'help' })],
  );
}

const choices = (...titles: string[]) =>
  titles.map((title) => ({ title, value: title.toLowerCase().replaceAll(/\W+/g, '-') }));

/** A form with every element that docs/cards.md allows. `extra` stands above its inputs. */
export function formCard(
  values: Readonly<Record<string, string>> = {},
  extra: CardElement[] = [],
): CardMessage {
  const input = (type: string, id: string, label: string, more: object = {}): CardElement => ({
    type: `Input.${type}`,
    id,
    label,
    ...(values[id] ? { value: values[id] } : {}),
    ...more,
  });
  const body = [
    head('Your evidence for a review', 'Leah Ahmed · SEN Support · Gathering evidence'),
    ...extra,
    {
      type: 'TextBlock',
      text: 'Please answer by Friday 27 November. It takes about four minutes.',
      wrap: true,
    },
    {
      type: 'FactSet',
      facts: [
        { title: 'Meeting', value: 'Thursday 10 December 2026, 15:45' },
        { title: 'Asked by', value: 'The SENCO, on 9 November' },
      ],
    },
    input('Text', 'strengths', 'First, the strengths: what is going well?', {
      isMultiline: true,
      maxLength: 3000,
      isRequired: true,
      errorMessage: 'Please start with a strength, however small.',
      placeholder: 'What they do well, enjoy or have got better at',
    }),
    input('ChoiceSet', 'progress', 'Progress on this target', {
      style: 'expanded',
      isRequired: true,
      errorMessage: 'Please choose how far they have come.',
      choices: choices('Met', 'Good progress', 'Some progress', 'No progress yet'),
    }),
    input('ChoiceSet', 'sources', 'What does this rest on?', {
      isMultiSelect: true,
      isRequired: true,
      errorMessage: 'Please choose at least one.',
      choices: choices('Progress data', 'Samples of work', 'Observation'),
    }),
    input('ChoiceSet', 'owner', 'Who carries it on?', {
      style: 'compact',
      placeholder: 'Choose a colleague',
      choices: choices('Priya Shah', 'Tom Bell', 'Grace Okafor'),
    }),
    input('Text', 'link', 'A link to the work', { maxLength: 300 }),
    input('Date', 'by', 'By when?', { isRequired: true, errorMessage: 'Please choose a day.' }),
    input('Time', 'at', 'At what time?'),
    {
      type: 'TextBlock',
      text: 'Families may read what is written here.',
      isSubtle: true,
      size: 'Small',
      wrap: true,
      separator: true,
    },
  ];
  return {
    ...message('A review asks for your evidence', body, [
      submit('Send', { do: 'send' }, { style: 'positive' }),
      submit('Nothing to add', { do: 'nothing' }, { associatedInputs: 'none' }),
      submit('Cancel the review', { do: 'cancel' }, { style: 'destructive', associatedInputs: 'none' }),
    ]),
    form: { title: 'Evidence', open: 'Give evidence', data: { do: 'form' } },
  };
}

/** What was said, in the place of the form, under each of the notices. */
export function recordedCard(values: Readonly<Record<string, string>>): CardMessage {
  return message(
    'Your evidence is recorded',
    [
      head('Your evidence', 'Leah Ahmed · SEN Support · Gathering evidence'),
      notice('good', 'Recorded. You can change it until the meeting opens.'),
      {
        type: 'RichTextBlock',
        inlines: [
          { type: 'TextRun', text: 'Strengths: ', isSubtle: true },
          { type: 'TextRun', text: values.strengths ?? '', italic: true },
        ],
      },
      { type: 'FactSet', facts: Object.entries(values).map(([title, value]) => ({ title, value })) },
      notice('warning', 'Two of the five people asked have not answered yet.'),
      notice('attention', 'The pupil’s views are missing.'),
      notice('accent', 'Next: record the views of the family.'),
    ],
    [submit('Change my answer', { do: 'form' })],
  );
}

/** The form again: what was typed, and the sentence above the input at fault. */
export function refusedCard(
  values: Readonly<Record<string, string>>,
  errors: Record<string, string>,
): CardMessage {
  const form = formCard(values);
  const body = form.card.body.flatMap((element) => {
    const sentence = errors[String(element.id)];
    if (!sentence) return [element];
    return [{ type: 'TextBlock', text: sentence, color: 'Attention', weight: 'Bolder', wrap: true }, element];
  });
  return { ...form, card: { ...form.card, body } };
}
