import { describe, expect, it } from 'vitest';
import { press } from '../../src/presentation/buttons.ts';
import { lettersOf } from '../support/adaptive.ts';
import {
  ASSISTANT,
  anAction,
  aPlan,
  aProfile,
  aPupil,
  BYSTANDER,
  LEADER,
  SENCO,
  TEACHER,
} from '../support/builders.ts';
import { aTalkAbout, textOf, titlesOf } from './talk.ts';

const HERS = 'My rabbit, and knowing what comes next.';
const profiled = aPupil({ profiles: [aProfile()], keyStaff: [TEACHER] });
const SAID = { like: 'I am funny', matters: 'My rabbit', support: 'Tell me first', words: 'own' };

describe('the one-page profile at a review', () => {
  it('is on the agenda; “Still right” is one press, noted once with who and when', async () => {
    const talk = await aTalkAbout({ stage: 'meeting' }, { pupils: [profiled] });
    const agenda = await talk.sends(SENCO, press.show('agenda', 'review-1'));
    expect(textOf(agenda)).toContain(HERS);
    const noted = await talk.presses(SENCO, agenda, 'Still right');
    expect(textOf(noted)).toContain('Noted: the profile is still right.');
    expect(textOf(noted)).not.toContain(HERS);
    await talk.sends(SENCO, press.profileRight('review-1'));
    const { profileLookedAt, history } = await talk.review();
    expect(profileLookedAt).toMatchObject({ by: SENCO });
    expect(history.filter(({ what }) => what === 'profile-looked-at')).toMatchObject([
      { by: SENCO, fields: ['profileLookedAt'] },
    ]);
  });

  it('brought up to date, keeps the one before, and was looked at thereby', async () => {
    const talk = await aTalkAbout({ stage: 'meeting' }, { pupils: [profiled] });
    const agenda = await talk.sends(SENCO, press.show('agenda', 'review-1'));
    const form = await talk.presses(SENCO, agenda, 'Bring up to date');
    expect(JSON.stringify(form.show.card)).toContain(HERS);
    const kept = await talk.presses(SENCO, form, 'Save the profile', SAID);
    expect(textOf(kept)).toMatch(/The profile is kept[\s\S]*I am funny[\s\S]*Before that: Mon 14 Sept 2026/);
    const again = await talk.sends(SENCO, press.show('agenda', 'review-1'));
    expect(textOf(again)).toContain('Looked at in this review.');
  });

  it('with nothing in it, or nobody’s words, is not taken, and what was typed stands', async () => {
    const talk = await aTalkAbout({ stage: 'meeting' }, { pupils: [aPupil()] });
    const form = await talk.sends(SENCO, press.pupilForm('profile', aPupil().id));
    const empty = { like: ' ', matters: '', support: '', words: 'own' };
    expect(textOf(await talk.presses(SENCO, form, 'Save the profile', empty))).toContain(
      'Please write something in at least one of these three.',
    );
    const nobodys = await talk.presses(SENCO, form, 'Save the profile', { ...SAID, words: '' });
    expect(textOf(nobodys)).toContain('Please say in whose words it is.');
    expect(JSON.stringify(nobodys.show.card)).toContain('I am funny');
  });

  it('not looked at by the end of the meeting, is pointed out, and stops nothing', async () => {
    const talk = await aTalkAbout({ stage: 'acting' }, { pupils: [profiled] });
    const status = await talk.sends(SENCO, press.show('status', 'review-1'));
    expect(textOf(status)).toContain('It was not looked at in this review.');
    const noted = await talk.presses(SENCO, status, 'Still right');
    expect(textOf(noted)).not.toContain('It was not looked at in this review.');
  });

  it('before the meeting, is not looked at yet; a leader only looks', async () => {
    const talk = await aTalkAbout({ stage: 'gathering' }, { pupils: [profiled] });
    expect(textOf(await talk.sends(SENCO, press.profileRight('review-1')))).toContain(
      'The meeting is not open yet.',
    );
    const open = await aTalkAbout({ stage: 'meeting' }, { pupils: [profiled] });
    const agenda = await open.sends(LEADER, press.show('agenda', 'review-1'));
    expect(textOf(agenda)).toContain(HERS);
    expect(titlesOf(agenda)).not.toContain('Still right');
    await open.sends(LEADER, press.profileRight('review-1'));
    expect((await open.review()).profileLookedAt).toBeUndefined();
  });
});

describe('who reads the one-page profile', () => {
  it('those asked for evidence do, in their form', async () => {
    const talk = await aTalkAbout({ stage: 'gathering' }, { pupils: [profiled] });
    for (const who of [TEACHER, ASSISTANT]) {
      const form = await talk.sends(who, press.form('evidence', 'review-1'));
      expect(lettersOf(form.show.card).join('\n')).toMatch(/What matters to me[\s\S]*My rabbit/);
    }
  });

  it('in the record, key staff and those asked do; somebody who only has an action does not', async () => {
    const actions = [anAction(), anAction({ id: 'action-2', owner: BYSTANDER })];
    const talk = await aTalkAbout({ stage: 'acting', actions }, { pupils: [profiled] });
    const recordTo = async (who: string) => textOf(await talk.sends(who, press.show('record', 'review-1')));
    for (const who of [SENCO, LEADER, TEACHER, ASSISTANT]) expect(await recordTo(who)).toContain(HERS);
    expect(await recordTo(BYSTANDER)).not.toContain(HERS);
  });
});

describe('a meeting put right', () => {
  it('keeps what is left empty, or takes the meeting back, and then it counts no more', async () => {
    const pupil = aPupil({ plans: [aPlan()] });
    const talk = await aTalkAbout({ stage: 'preparing' }, { pupils: [pupil] });
    const form = await talk.says(SENCO, 'review met Ada');
    const kept = await talk.presses(SENCO, form, 'Save the meeting', {
      on: '2026-10-20',
      who: 'Tom and her mother',
      agreed: 'A book on Fridays',
    });
    expect(textOf(kept)).toContain('One meeting with parents or carers this school year');
    const [meeting] = (await talk.store.get('pupils', pupil.id))?.meetings ?? [];
    const again = await talk.presses(SENCO, kept, 'Put a meeting right');
    const blank = { which: meeting?.id ?? '', on: '', who: '', agreed: '' };
    const put = await talk.presses(SENCO, again, 'Save', { ...blank, what: 'correct', on: '2026-10-21' });
    expect(textOf(put)).toMatch(/Wed 21 Oct 2026[\s\S]*Tom and her mother[\s\S]*A book on Fridays/);
    const back = await talk.presses(SENCO, put, 'Put a meeting right');
    const taken = await talk.presses(SENCO, back, 'Save', { ...blank, what: 'take-back' });
    expect(textOf(taken)).toContain('No meetings with parents or carers yet this school year');
  });

  it('is the SENCO’s to say: a leader or teacher is told whom to ask', async () => {
    const talk = await aTalkAbout({ stage: 'acting' });
    for (const who of [LEADER, TEACHER])
      expect(textOf(await talk.says(who, 'review met Ada'))).toContain('Only a SENCO can record a meeting');
  });
});
