import { describe, expect, it } from 'vitest';
import { press } from '../../src/presentation/buttons.ts';
import { anAnnualReview, anEhcpPupil } from '../support/annual-builders.ts';
import { aPupil, aReview, aSchool, SENCO } from '../support/builders.ts';
import { aTalkAbout, textOf } from './talk.ts';

const OPEN = 'Another local authority has taken the plan over';
const school = aSchool({ localAuthorities: [{ name: 'Northshire' }, { name: 'Eastshire', leadWeeks: 10 }] });
const moved = async () => {
  const talk = await aTalkAbout(anAnnualReview(), { pupils: [anEhcpPupil()], schools: [school] });
  const form = await talk.presses(SENCO, await talk.says(SENCO, 'review pupil Ben'), OPEN);
  const la = async () => (await talk.store.get('pupils', anEhcpPupil().id))?.plans[0]?.la;
  return { talk, form, la };
};
const SINCE = { since: '2026-11-02' };

describe('given another local authority has taken a plan over', () => {
  it('when its name is misspelt, then what it may be is asked, and nothing is lost', async () => {
    const { talk, form, la } = await moved();
    const asked = await talk.presses(SENCO, form, 'Save', { to: 'Eastshrie', ...SINCE });
    expect(textOf(asked)).toContain('no “Eastshrie”. Did you mean "Eastshire"?');
    expect(await la()).toBe('Northshire');
    const put = textOf(await talk.presses(SENCO, asked, 'Save', { to: 'Eastshire', ...SINCE }));
    expect(put).toContain('Saved: Eastshire keeps the plan now');
    expect(put).not.toContain('The school’s data says nothing of it');
    expect(await la()).toBe('Eastshire');
  });

  it('when it is sent again as it stands, then it is meant, and what that leaves out is said', async () => {
    const { talk, form, la } = await moved();
    const to = { to: 'Eastshire, City of', ...SINCE };
    const asked = await talk.presses(SENCO, form, 'Save', { to: 'Eastshires', ...SINCE });
    const other = await talk.presses(SENCO, asked, 'Save', to);
    const kept = textOf(other).includes('Did you mean')
      ? await talk.presses(SENCO, other, 'Save', to)
      : other;
    expect(textOf(kept)).toContain('the usual 8 weeks are its lead, and no SENDIASS is named');
    expect(await la()).toBe('Eastshire, City of');
  });
});

describe('given a professional sends a report', () => {
  it('when it is SEN Support, then it is listed with who wrote it', async () => {
    const talk = await aTalkAbout(aReview(), { pupils: [aPupil()] });
    const form = await talk.sends(SENCO, press.form('sent-in', 'review-1'));
    expect(textOf(form)).toContain('(an educational psychologist, a therapist)');
    const said = { what: 'Report of 2 November', from: 'Educational psychologist', kept: 'SEN file' };
    const listed = textOf(await talk.presses(SENCO, form, 'Add it to the list', said));
    expect(listed).toMatch(/Sent in[\s\S]*Report of 2 November[\s\S]*Educational psychologist/);
  });
});
