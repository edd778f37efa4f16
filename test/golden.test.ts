import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { cardActivity } from '../src/channels/teams/render.ts';
import { GOLDENS } from './golden-samples.ts';
import { buttonsOf, validateAdaptive } from './support/adaptive.ts';
import { looksOf, pageOf, slackOf } from './support/page/page.ts';
import { checkMessage, checkModal } from './support/slack-block-kit.ts';

/** What Teams takes of a message. */
const TEAMS_BYTES = 80 * 1024;

// Read before a test runs: Vitest writes a page that is missing, and one that nobody looked at is none.
const pages = readdirSync(new URL('golden/', import.meta.url));

it('there is a page of every card and every form, and no other', () => {
  const names = GOLDENS.map(([name]) => `${name}.txt`);
  expect(pages.toSorted(), 'a page missing is written by this run: read it, and run again').toEqual(
    names.toSorted(),
  );
});

/** The source of all files of a folder whose name begins so. */
const sourceOf = (folder: string, begins = '') =>
  readdirSync(new URL(folder, import.meta.url), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.startsWith(begins) && name.endsWith('.ts'))
    .map((name) => readFileSync(new URL(`${folder}${name}`, import.meta.url), 'utf8'))
    .join('\n');

it('every card is made by a sample', () => {
  const cards = [
    ...sourceOf('../src/presentation/screens/').matchAll(/^export (?:function|const) (\w+Cards?)\b/gm),
  ];
  const samples = sourceOf('presentation/screens/', 'samples');
  expect(cards.length).toBeGreaterThan(30);
  expect(cards.map(([, name]) => name).filter((name) => !samples.includes(`${name}(`))).toEqual([]);
});

it('no sample offers the same twice, for then nobody could see which is meant', () => {
  const twice = GOLDENS.filter(([, { card }]) => {
    const sends = buttonsOf(card).map((button) => JSON.stringify(button));
    return new Set(sends).size < sends.length;
  });
  expect(twice.map(([name]) => name)).toEqual([]);
});

describe.each(GOLDENS)('the card %s', (name, message) => {
  it('is what its page says, in each chat', async () => {
    await expect(pageOf(message)).toMatchFileSnapshot(`golden/${name}.txt`);
  });

  it('is a faultless Adaptive Card, of a size that Teams takes', () => {
    for (const look of looksOf(message)) {
      validateAdaptive(look.card);
      expect(Buffer.byteLength(JSON.stringify(cardActivity(look)))).toBeLessThan(TEAMS_BYTES);
    }
  });

  it('has no straight apostrophe, but in what people typed', () => {
    const ours = JSON.stringify(message).replaceAll(/(?:Ada|Ben)'s mother/g, '');
    expect(ours.match(/\p{L}'\p{L}.{0,20}/gu) ?? []).toEqual([]);
  });

  it('says a command in Slack as it is typed there', () => {
    expect(JSON.stringify(slackOf(message))).not.toMatch(/“review[ ”]/);
  });

  it('is a message, and a form a window too, within every limit of Slack', () => {
    for (const look of looksOf(message)) {
      const slack = slackOf(look);
      checkMessage(slack.message);
      expect(slack.modal !== undefined).toBe(message.form !== undefined);
      if (slack.modal) checkModal(slack.modal);
    }
  });

  it('has one main button at most, and nothing that undoes above or before it', () => {
    if (message.form) return;
    const shown = buttonsOf(looksOf(message)[0].card);
    const main = shown.findIndex(({ style }) => style === 'positive');
    expect(shown.filter(({ style }) => style === 'positive').length).toBeLessThanOrEqual(1);
    if (main >= 0) expect(shown.slice(0, main).filter(({ style }) => style === 'destructive')).toEqual([]);
  });
});
