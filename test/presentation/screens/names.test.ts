import { describe, expect, it } from 'vitest';
import { ourWordsOf } from '../../support/adaptive.ts';
import { SAMPLES } from './samples.ts';

const NAMES =
  /Ada|Example|Oakfield|Teacher|Assistant|Mel Senco|Ben\b|Sample\b|Olu|Dr Hana|Hal Head|Northshire|Nia\b/;

describe.each(Object.entries(SAMPLES))('the card %s', (_name, message) => {
  it('names nobody on a locked phone, aloud, or where Markdown is read', () => {
    for (const text of [message.notification, ...ourWordsOf(message.card)]) expect(text).not.toMatch(NAMES);
  });
});
