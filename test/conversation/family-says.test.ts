import { describe, expect, it } from 'vitest';
import { press } from '../../src/presentation/buttons.ts';
import { makeExport } from '../../src/records/export/make.ts';
import { heldAbout } from '../../src/records/held.ts';
import { aPupil, aReview, aSchool, LEADER, SENCO, TEACHER } from '../support/builders.ts';
import { aTalk, textOf } from './talk.ts';

const SAID = {
  about: 'record',
  review: 'review-1',
  wrong: 'That she will read alone',
  says: 'We asked that she reads with somebody.',
  saidBy: 'Her mother',
  saidOn: '2026-11-09',
  became: 'stays',
  why: 'It is what was agreed then.',
};

/** A closed review of Ada's, of whose record her mother says that something is wrong. */
async function afterSaying(values: Readonly<Record<string, string>> = {}) {
  const talk = await aTalk({ reviews: [aReview({ stage: 'closed' })], now: '2026-11-10T10:00:00.000Z' });
  const form = await talk.sends(SENCO, press.pupilForm('family-says', aPupil().id));
  const reply = await talk.presses(SENCO, form, 'Keep what they say', { ...SAID, ...values });
  return { talk, reply };
}

describe('what a family says is wrong', () => {
  it('is kept beside what it is about: on the pupil, and in the record, for who oversees reviews', async () => {
    const { talk, reply } = await afterSaying();
    expect(textOf(reply)).toContain('It is kept beside what it is about.');
    for (const who of [SENCO, LEADER])
      for (const place of [
        press.aboutPupil(aPupil().id, 'page-2'),
        press.show('record', 'review-1', 'page-2'),
      ]) {
        const first = textOf(await talk.sends(who, { ...place, about: 'page-1' }));
        const shown = `${first}\n${textOf(await talk.sends(who, place))}`;
        expect(shown).toContain('We asked that she reads with somebody.');
        expect(shown).toContain('It stays as it was, and what they say stands beside it');
        expect(shown).toContain('Recorded by Mel Senco');
      }
    expect(textOf(await talk.sends(TEACHER, press.show('record', 'review-1')))).not.toContain(
      'reads with somebody',
    );
  });

  it('stands in every copy that is taken out', async () => {
    const { talk } = await afterSaying();
    const [pupil] = await talk.store.pupilsOf('oakfield');
    if (!pupil) throw new Error('no pupil');
    const held = await heldAbout(talk.store, aSchool(), pupil);
    const decided = { keep: new Set<string>(), leaveOut: new Set<string>() };
    const at = '2026-11-11T09:00:00.000Z';
    const made = makeExport({ held, pupils: [pupil], purpose: 'family', decided, at, more: {} });
    expect(made.files[0]?.text).toContain('What the family says');
    expect(made.files[0]?.text).toContain('We asked that she reads with somebody.');
  });

  it('is not taken without what they say, or a reason why it stays', async () => {
    const { talk, reply } = await afterSaying({ why: '', says: '' });
    expect(textOf(reply)).toContain('Please say why it stays: they may ask.');
    expect((await talk.store.get('pupils', aPupil().id))?.familySays).toBeUndefined();
  });
});
