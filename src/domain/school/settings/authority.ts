import { shortText } from '../../questions/text.ts';
import { refusal } from '../../review/decision.ts';
import { DEFAULT_LEAD_WEEKS } from '../../statute/statute.ts';
import type { LocalAuthority } from '../school.ts';
import { contactOfHelper, helperOf, nameOfHelper } from './helpers.ts';
import { LEAD_WEEKS, wholeIn } from './limits.ts';
import { type OfSchool, setting } from './setting.ts';

const WEEKS = `Please write a whole number of weeks from ${LEAD_WEEKS.from} to ${LEAD_WEEKS.to}: after the meeting the local authority has 4 weeks to decide.`;

const named = (authorities: readonly LocalAuthority[] | undefined, name: string | undefined) =>
  authorities?.find((one) => one.name.toLowerCase() === name?.toLowerCase());

const isNew = ({ school, about }: OfSchool) => !named(school.localAuthorities, about);

/** A local authority that keeps pupils' EHC plans, with its lead and whom it names to help families. */
export const authority = setting({
  name: 'school-authority',
  title: 'Local authority',
  open: 'Add a local authority',
  send: 'Save',
  keys: ['localAuthorities'],
  words: (of) => (isNew(of) ? {} : { open: `Local authority: ${of.about}` }),
  ask: () =>
    'Families are told of its information, advice and support service (SENDIASS) and its mediation adviser beside every right.',
  notification: () => 'SEND reviews: a local authority',
  freeText: false,
  questions: {
    name: {
      ...nameOfHelper('name', { label: 'Name of the local authority', needed: 'Please write its name.' }),
      // Plans name it, so it is not renamed.
      asked: isNew,
    },
    leadWeeks: shortText<OfSchool>({
      label: 'How many weeks before a review’s last day does it want the meeting held?',
      hint: `${DEFAULT_LEAD_WEEKS}, where it does not say`,
      longest: 2,
      check: (text) => (wholeIn(text, LEAD_WEEKS) === undefined ? WEEKS : undefined),
    }),
    sendiassName: nameOfHelper('sendiassName', { label: 'SENDIASS: name', with: 'sendiassContact' }),
    sendiassContact: contactOfHelper('sendiassContact', {
      label: 'SENDIASS: how families reach it',
      with: 'sendiassName',
    }),
    mediationName: nameOfHelper('mediationName', {
      label: 'Mediation adviser: name',
      with: 'mediationContact',
    }),
    mediationContact: contactOfHelper('mediationContact', {
      label: 'Mediation adviser: how families reach it',
      with: 'mediationName',
    }),
  },
  values({ school, about }) {
    const { leadWeeks, sendiass, mediation } = named(school.localAuthorities, about) ?? {};
    return {
      ...{ name: '', leadWeeks: leadWeeks === undefined ? '' : String(leadWeeks) },
      ...{ sendiassName: sendiass?.name ?? '', sendiassContact: sendiass?.contact ?? '' },
      ...{ mediationName: mediation?.name ?? '', mediationContact: mediation?.contact ?? '' },
    };
  },
  said: () => 'Saved: dates and what families are told go by it from now on.',
  decide(of, answers) {
    const { school } = of;
    const all = school.localAuthorities ?? [];
    const before = named(all, of.about);
    if (!before && named(all, answers.name))
      return {
        ok: false,
        refusal: refusal(
          'already-done',
          'That local authority is here already: change it by its own button.',
        ),
      };
    const leadWeeks = wholeIn(answers.leadWeeks, LEAD_WEEKS);
    const sendiass = helperOf(answers.sendiassName, answers.sendiassContact);
    const mediation = helperOf(answers.mediationName, answers.mediationContact);
    const after: LocalAuthority = {
      name: before?.name ?? answers.name,
      ...(leadWeeks !== undefined && { leadWeeks }),
      ...(sendiass && { sendiass }),
      ...(mediation && { mediation }),
    };
    const localAuthorities = before ? all.map((one) => (one === before ? after : one)) : [...all, after];
    return { ok: true, school: { ...school, localAuthorities } };
  },
});
