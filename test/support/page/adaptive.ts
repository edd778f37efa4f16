import {
  type ChoiceSet,
  type Container,
  type Element,
  type Input,
  isContainer,
  isInput,
  isTextual,
  isTurn,
  type Row,
  readCard,
  type Submit,
  type Textual,
  type Turn,
} from '../../../src/channels/slack/card.ts';
import type { AdaptiveCard } from '../../../src/presentation/message.ts';
import {
  buttonLine,
  choiceKind,
  headingLines,
  nothingLeft,
  type Question,
  questionLines,
  SEPARATOR,
  searchKind,
  textKind,
  textLines,
} from './lines.ts';

// Of what a card has, a page leaves out how it looks where that says nothing: colour, size, grey, spacing, the widths
// of columns, and the tint behind a heading. test/golden-fidelity.test.ts lists it to the letter.

function textOf(one: Textual): string[] {
  switch (one.type) {
    case 'TextBlock': {
      const { type, text, style, weight, wrap, size, color, isSubtle, spacing, separator, ...rest } = one;
      nothingLeft(type, { ...rest, wrap: wrap === true ? undefined : 'cut off' });
      return style === 'heading' ? headingLines(text) : textLines([{ text, bold: weight === 'bolder' }]);
    }
    case 'RichTextBlock': {
      const { type, inlines, spacing, separator, ...rest } = one;
      nothingLeft(type, rest);
      const runs = inlines.map(({ type: run, text, weight, italic, size, color, isSubtle, ...more }) => {
        nothingLeft(run, more);
        return { text, italic, bold: weight === 'bolder' };
      });
      return textLines(runs);
    }
    case 'FactSet': {
      const { type, facts, spacing, separator, ...rest } = one;
      nothingLeft(type, rest);
      return facts.flatMap(({ title, value, ...more }) => {
        nothingLeft('a fact', more);
        return textLines([{ text: `${title}: `, bold: true }, { text: value }]);
      });
    }
  }
}

const STYLES = { positive: 'main', destructive: 'destructive', default: undefined } as const;
const NOTES = { auto: ['with the answers'], none: ['without the answers'] } as const;

function button(submit: Submit): string {
  const { type, title, style = 'default', associatedInputs, data, tooltip, mode, ...rest } = submit;
  const { send, ...more } = data;
  nothingLeft(type, { ...rest, ...more });
  return buttonLine({
    title,
    send,
    style: STYLES[style],
    label: tooltip,
    notes: associatedInputs && NOTES[associatedInputs],
  });
}

function rowOf({ type, columns, spacing, separator, ...rest }: Row): string[] {
  nothingLeft(type, rest);
  const [words, side] = columns;
  for (const column of [words, ...(side ? [side] : [])]) {
    const { type: kind, items, width, verticalContentAlignment, spacing: gap, ...more } = column;
    nothingLeft(kind, more);
  }
  return [...words.items.flatMap(elementLines), ...(side?.items ?? []).flatMap(elementLines)];
}

function optionsOf({ choices, value, isMultiSelect }: ChoiceSet): Question['options'] {
  const chosen = isMultiSelect ? (value ?? '').split(',') : [value];
  return choices.map(({ title, value: own, ...rest }) => {
    nothingLeft('a choice', rest);
    return { title, value: own, chosen: chosen.includes(own) };
  });
}

function question(one: Input): string[] {
  switch (one.type) {
    case 'Input.Text': {
      const { type, isMultiline, maxLength, placeholder, ...asked } = one;
      return asking(asked, { kind: textKind(isMultiline === true, maxLength), placeholder });
    }
    case 'Input.Date': {
      const { type, ...asked } = one;
      return asking(asked, { kind: 'a day' });
    }
    case 'Input.Time': {
      const { type, ...asked } = one;
      return asking(asked, { kind: 'a time' });
    }
    case 'Input.ChoiceSet': {
      // That a long choice wraps changes none of its words.
      const { type, wrap, choices, style, isMultiSelect, placeholder, value, ...rest } = one;
      const { 'choices.data': asks, ...asked } = rest;
      const several = isMultiSelect === true;
      const kind = asks ? searchKind(several, 1) : choiceKind(several, style !== 'expanded');
      return asking(asked, { kind, placeholder, asks: asks?.dataset, options: optionsOf(one) });
    }
  }
}

type Asked = Pick<Input, 'id' | 'label' | 'value' | 'isRequired' | 'errorMessage' | 'spacing' | 'separator'>;

/** What every input has, and what only its kind has. */
function asking(asked: Asked, ofKind: Pick<Question, 'kind' | 'placeholder' | 'asks' | 'options'>): string[] {
  const { id, label, value, isRequired, errorMessage, spacing, separator, ...rest } = asked;
  nothingLeft(id, rest);
  return questionLines({ id, label, value, needed: isRequired === true, error: errorMessage, ...ofKind });
}

function turnLines({ type, id, actions, spacing, separator, ...rest }: Turn): string[] {
  nothingLeft(type, rest);
  return actions.map(({ type: kind, title, targetElements, ...more }) => {
    nothingLeft(kind, more);
    return `[${title}]${id === undefined ? '' : ` {${id}}`} turns ${targetElements.join(', ')}`;
  });
}

const isHeading = (one: Element) => one.type === 'TextBlock' && one.style === 'heading';

function containerLines(container: Container): string[] {
  const { type, style = 'default', items, spacing, separator, id, isVisible, ...rest } = container;
  nothingLeft(type, rest);
  const lines = [
    ...(id === undefined ? [] : [`{${id}}${isVisible === false ? ' is not in sight' : ''}`]),
    ...linesOf(items),
  ];
  const isTint = style === 'default' || (style === 'emphasis' && items.some(isHeading));
  return isTint ? lines : lines.map((line) => `${style}> ${line}`);
}

function elementLines(one: Element): string[] {
  if (isContainer(one)) return containerLines(one);
  if (isInput(one)) return question(one);
  if (isTextual(one)) return textOf(one);
  if (one.type === 'ColumnSet') return rowOf(one);
  if (isTurn(one)) return turnLines(one);
  const { type, actions, spacing, separator, ...rest } = one;
  nothingLeft(type, rest);
  return actions.map(button);
}

const linesOf = (elements: readonly Element[]): string[] =>
  elements.flatMap((one) => [...(one.separator ? [SEPARATOR] : []), ...elementLines(one)]);

/**
 * What Teams and the sandbox show of a card, from top to bottom, after what is read aloud and what stands in its place
 * in an app too old for it.
 * @throws {Error} for anything on the card that no line would show
 */
export function adaptiveLines(card: AdaptiveCard): string[] {
  const { body, actions } = readCard(card);
  const { type, version, $schema, speak, fallbackText, body: _body, actions: _actions, ...rest } = card;
  nothingLeft(type, rest);
  return [
    ...(speak === undefined ? [] : [`Read aloud: ${speak}`]),
    ...(fallbackText === undefined ? [] : [`In an app too old: ${fallbackText}`]),
    ...linesOf(body),
    ...actions.map(button),
  ];
}
