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

  it('is kept on the day it comes, owed until the family is told, and shows then what became of it', async () => {
    const { talk, reply } = await afterSaying({ review: '', became: 'not-yet', why: '' });
    // Said on Monday 9 November: a month is Wednesday 9 December.
    expect(textOf(reply)).toContain('by Wed 9 Dec 2026');
    const page = async () => {
      const place = press.aboutPupil(aPupil().id, 'page-2');
      const first = textOf(await talk.sends(SENCO, { ...place, about: 'page-1' }));
      return `${first}\n${textOf(await talk.sends(SENCO, place))}`;
    };
    expect(await page()).toContain('To be told by Wed 9 Dec 2026');
    talk.clock.set('2026-11-30T10:00:00.000Z');
    const mine = await talk.says(SENCO, 'review mine');
    expect(textOf(mine)).toContain('The family says something is wrong: decide, and tell them');
    const form = await talk.presses(SENCO, mine, 'Say what became of it');
    const says = (await talk.store.get('pupils', aPupil().id))?.familySays?.[0];
    const answer = {
      which: says?.id ?? '',
      became: 'refused',
      why: 'Two people saw it.',
      toldOn: '2026-11-30',
    };
    expect(textOf(await talk.presses(SENCO, form, 'Save', answer))).toContain('Saved');
    const after = await page();
    expect(after).toContain('It is refused, and nothing is changed');
    expect(after).toContain('Two people saw it.');
    expect(after).not.toMatch(/To be told by|isn’t decided yet/);
    expect(textOf(await talk.says(SENCO, 'review mine'))).not.toContain('something is wrong');
  });

  it('is not taken without what they say, or a reason why it stays', async () => {
    const { talk, reply } = await afterSaying({ why: '', says: '' });
    expect(textOf(reply)).toContain('Please say why: they are to be told.');
    expect((await talk.store.get('pupils', aPupil().id))?.familySays).toBeUndefined();
  });
});
