import { describe, expect, it } from 'vitest';
import { press } from '../../src/presentation/buttons.ts';
import { anAnnualReview, anEhcpPupil } from '../support/annual-builders.ts';
import { aPupil, LEADER, SENCO, STRANGER, TEACHER } from '../support/builders.ts';
import { aTalk, textOf, titlesOf, unfolded } from './talk.ts';

const NOW = '2026-11-10T10:00:00.000Z';
const ben = anEhcpPupil();
const theTalk = () => aTalk({ pupils: [ben, aPupil()], reviews: [anAnnualReview()], now: NOW });

describe('“review pupil PUPIL”', () => {
  it('shows a SENCO what is known, with the forms to say what has changed, and a way to the review and back', async () => {
    const talk = await theTalk();
    const known = await talk.says(SENCO, 'review pupil Ben');
    expect(textOf(known)).toMatch(/About the pupil[\s\S]*Ben Sample[\s\S]*Made Mon 15 Jan 2024/);
    expect(titlesOf(await unfolded(talk, SENCO, known))).toContain('An early review was asked for');
    const status = await talk.presses(SENCO, known, 'How the review stands');
    expect(textOf(status)).toContain('How the review stands');
    expect(textOf(await talk.presses(SENCO, status, 'About the pupil'))).toContain('Ben Sample');
  });

  it('shows a leader the same and no form', async () => {
    const talk = await theTalk();
    const known = await talk.says(LEADER, 'review pupil Ben');
    expect(textOf(known)).toContain('Northshire');
    expect(titlesOf(known)).toEqual(['Why', 'How the review stands']);
  });

  it('says why a form about the pupil asks what it asks, below it, and only to whom it is theirs to fill in', async () => {
    const talk = await theTalk();
    const form = await talk.sends(SENCO, press.pupilForm('place', ben.id));
    expect(textOf(form)).not.toContain('the regulations require');
    const why = await talk.presses(SENCO, form, 'Why');
    expect(why.kind).toBe('new');
    expect(textOf(why)).toContain(
      'Without a school, the regulations require the local authority to hold the annual review (SEND Regulations 2014, reg 21).',
    );
    // What has no such button says nothing when it is pressed all the same.
    const met = press.why(press.pupilForm('met', ben.id));
    const moved = press.why(press.pupilForm('la-moved', ben.id));
    for (const [who, data] of [
      [SENCO, met],
      [LEADER, moved],
      [TEACHER, moved],
    ] as const)
      expect(textOf(await talk.sends(who, data))).toContain('Not one of yours');
    expect(textOf(await talk.sends(SENCO, moved))).toContain(
      'within 6 weeks (SEND Regulations 2014, reg 15(4)',
    );
  });

  it('shows other staff nothing of it, also those whom a review concerns, and strangers nothing at all', async () => {
    const talk = await theTalk();
    for (const who of [TEACHER, STRANGER]) {
      const typed = textOf(await talk.says(who, 'review pupil Ben'));
      const pressed = textOf(await talk.sends(who, press.aboutPupil(ben.id)));
      for (const text of [typed, pressed]) expect(text).not.toMatch(/Northshire|15 Jan 2024|EHCP/);
    }
  });

  it('asks which pupil where several could be meant, each with the button to theirs', async () => {
    const talk = await aTalk({ pupils: [ben, anEhcpPupil({ id: 'oakfield-p009', ref: 'P009' })], now: NOW });
    const which = await talk.says(SENCO, 'review pupil Ben');
    const second = await talk.sends(SENCO, press.aboutPupil('oakfield-p009'));
    expect(JSON.stringify(which.show.card)).toContain('"do":"about-pupil","pupil":"oakfield-p009"');
    expect(textOf(second)).toContain('P009');
  });
});
