import { describe, expect, it } from 'vitest';
import { toMessage } from '../../src/channels/slack/translate.ts';
import { ourWordsOf, validateAdaptive } from '../support/adaptive.ts';
import { expectGolden } from '../support/golden.ts';
import { checkMessage } from '../support/slack-block-kit.ts';
import { SAMPLES } from './samples.ts';

const NAMES =
  /Ada|Example|Oakfield|Teacher|Assistant|Mel Senco|Ben\b|Sample\b|Olu|Dr Hana|Hal Head|Northshire|Nia\b/;

describe.each(Object.entries(SAMPLES))('the card %s', (name, message) => {
  it('is a faultless Adaptive Card, as its golden file has it', () => {
    validateAdaptive(message.card);
    expectGolden(`adaptive/${name}.json`, message);
  });

  it('is a Slack message within every limit, as its golden file has it', () => {
    const translated = toMessage(message);
    checkMessage(translated);
    expectGolden(`slack/${name}.json`, translated);
  });

  it('names nobody on a locked phone, aloud, or where Markdown is read', () => {
    for (const text of [message.notification, ...ourWordsOf(message.card)]) expect(text).not.toMatch(NAMES);
  });
});
