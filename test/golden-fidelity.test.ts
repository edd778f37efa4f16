import { expect, it } from 'vitest';
import type { CardMessage } from '../src/presentation/message.ts';
import { GOLDENS } from './golden-samples.ts';
import { changesOf } from './support/changes.ts';
import { looksOf, pageOf, type SlackCard, slackOf } from './support/page/page.ts';
import { messageOf, words } from './support/slack-cards.ts';

/** On so many cards each thing there is to change is changed once. */
const CARDS = 5;
/** Words that are one of a few, so that another is refused; all other words must be read on a page. */
const ONE_OF_A_FEW =
  /\.(type|version|style|size|weight|color|spacing|verticalContentAlignment|width|associatedInputs|action_id|block_id|callback_id|initial_date|initial_time)\b/;

/** A card in both chats. */
interface Shown {
  readonly message: CardMessage;
  readonly slack: SlackCard;
}

// As they are first shown, and with what is under "More".
const ALL = GOLDENS.flatMap(([, one]) =>
  looksOf(one).map((message): Shown => ({ message, slack: slackOf(message) })),
);

/** The page, if one can be written: that none can be says too that something changed. */
function pageIfAny(shown: () => Shown): string | undefined {
  try {
    const { message, slack } = shown();
    return pageOf(message, slack);
  } catch {
    return undefined;
  }
}

/**
 * What can be changed in a `part` of the cards without a trace on any of their pages, and which words can't be changed
 * at all, so that no page ever showed them changed. `having` is the card with its part changed.
 */
function untraced<Part>(part: (shown: Shown) => Part, having: (shown: Shown, changed: Part) => Shown) {
  const tried = new Map<string, number>();
  const [unseen, seen] = [new Set<string>(), new Set<string>()];
  for (const shown of ALL) {
    const page = pageOf(shown.message, shown.slack);
    const oneOfEach = new Map(changesOf(part(shown)).map((change) => [change.what, change]));
    for (const { what, changed } of oneOfEach.values()) {
      const times = tried.get(what) ?? 0;
      if (times === CARDS) continue;
      tried.set(what, times + 1);
      const found = pageIfAny(() => having(shown, JSON.parse(JSON.stringify(changed))));
      if (found === page) unseen.add(what);
      else if (found !== undefined) seen.add(what);
    }
  }
  const refused = [...tried.keys()].filter((what) => what.endsWith('in other words') && !seen.has(what));
  return {
    unseen: [...unseen].toSorted(),
    refused: refused.filter((what) => !unseen.has(what) && !ONE_OF_A_FEW.test(what)),
  };
}

it('all that Teams shows is on its page, but for looks that say nothing and what goes without saying', () => {
  const found = untraced(
    ({ message }) => message.card,
    ({ message, slack }, card) => ({ message: { ...message, card }, slack }),
  );
  expect(found).toEqual({
    unseen: [
      'Action.Submit.style default left out',
      'ActionSet.spacing left out',
      'AdaptiveCard.$schema in other words',
      'AdaptiveCard.$schema left out',
      'Column.verticalContentAlignment left out',
      'ColumnSet.spacing left out',
      'Container.spacing left out',
      'Container.style emphasis left out',
      'Input.ChoiceSet.style compact left out',
      'Input.ChoiceSet.wrap true left out',
      'Input.ChoiceSet.wrap true the other way',
      'RichTextBlock.spacing left out',
      'TextBlock.color left out',
      'TextBlock.isSubtle true left out',
      'TextBlock.isSubtle true the other way',
      'TextBlock.size left out',
      'TextRun.color left out',
      'TextRun.isSubtle false left out',
      'TextRun.isSubtle false the other way',
      'TextRun.isSubtle true left out',
      'TextRun.isSubtle true the other way',
      'TextRun.size left out',
      'TextRun.weight Default left out',
      'heading.color left out',
      'heading.size left out',
      'heading.weight Bolder left out',
    ],
    refused: [],
  });
});

it('all that Slack shows is on its page, but for what goes without saying', () => {
  const found = untraced(
    ({ slack }) => slack,
    ({ message }, slack) => ({ message, slack }),
  );
  expect(found).toEqual({
    unseen: [
      'checkboxes.initial_options: two in another order',
      'input.optional false left out',
      'multi_static_select.initial_options: two in another order',
      'plain_text_input.multiline false left out',
    ],
    refused: [],
  });
});

it('all that goes around a card is on its page', () => {
  const around = ({ message: { notification, form } }: Shown) => ({
    notification,
    ...(form ? { form } : {}),
  });
  const found = untraced(around, ({ message: { card } }, changed) => {
    const message = { card, ...changed };
    return { message, slack: slackOf(message) };
  });
  expect(found).toEqual({ unseen: [], refused: [] });
});

it.each([
  ['hidden', words('Not to be seen', { wrap: true, isVisible: false })],
  ['cut off', words('A line too long for its place', { wrap: false })],
  ['an element', { type: 'Image', url: 'https://example.org/pen.png' }],
  ['a toggle', { type: 'ActionSet', actions: [{ type: 'Action.ToggleVisibility', targetElements: ['a'] }] }],
])('no page is written of a card with something no page shows: %s', (_what, element) => {
  const plain = slackOf(messageOf([words('Pens', { wrap: true })]));
  expect(pageOf(messageOf([words('Pens', { wrap: true })]), plain)).toContain('Pens');
  expect(() => pageOf(messageOf([element]), plain)).toThrow();
});

it.each([
  ['an image', { type: 'image', image_url: 'https://example.org/pen.png', alt_text: 'A pen' }],
  ['two columns', { type: 'section', text: plainText('Pens'), fields: [plainText('12')] }],
  [
    'a link in markup',
    { type: 'section', text: { type: 'mrkdwn', text: '<https://example.org>', verbatim: true } },
  ],
  ['pictures for words', { type: 'section', text: { ...plainText('Well done :tada:'), emoji: true } }],
  ['a button to nowhere', { type: 'actions', elements: [buttonTo('elsewhere')] }],
])('no page is written of a Slack message with something no page shows: %s', (_what, block) => {
  const message = messageOf([words('Pens', { wrap: true })]);
  const page = (one: object) => pageOf(message, { message: { text: 'About review K7Q4', blocks: [one] } });
  expect(page({ type: 'actions', elements: [buttonTo('press-0')] })).toContain('[Open] → due');
  expect(() => page(block)).toThrow();
});

it('no page is written of a window in which an answer goes by two names', () => {
  const form =
    GOLDENS.find(([name]) => name === 'form-cancel')?.[1] ?? expect.unreachable('there is no such form');
  expect(pageOf(form)).toContain('(needed) {why}');
  const slack = JSON.parse(JSON.stringify(slackOf(form)).replace('"action_id":"why"', '"action_id":"how"'));
  expect(() => pageOf(form, slack)).toThrow('why has another action_id');
});

function plainText(text: string) {
  return { type: 'plain_text', text, emoji: false };
}

function buttonTo(action_id: string) {
  return { type: 'button', text: plainText('Open'), action_id, value: '{"do":"due"}' };
}
