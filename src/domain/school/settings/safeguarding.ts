import { contactOfHelper, helperOf, nameOfHelper } from './helpers.ts';
import { setting } from './setting.ts';

/** The designated safeguarding lead, who is named wherever something is written at length. */
export const safeguarding = setting({
  name: 'school-safeguarding',
  title: 'Safeguarding lead',
  open: 'Designated safeguarding lead',
  send: 'Save',
  keys: ['safeguardingLead'],
  ask: () =>
    'Named below every form in which something is written at length, so that a concern goes straight to them.',
  notification: () => 'SEND reviews: the designated safeguarding lead',
  freeText: false,
  questions: {
    name: nameOfHelper('name', { label: 'Name', needed: 'Please write who it is.' }),
    contact: contactOfHelper('contact', {
      label: 'How staff reach them',
      needed: 'Please write how staff reach them.',
    }),
  },
  values: ({ school: { safeguardingLead: lead } }) => ({
    name: lead?.name ?? '',
    contact: lead?.contact ?? '',
  }),
  oneThing: true,
  said: () => 'Saved: staff are told to go to them with a safeguarding concern.',
  decide({ school }, { name, contact }) {
    const safeguardingLead = helperOf(name, contact);
    return { ok: true, school: safeguardingLead ? { ...school, safeguardingLead } : school };
  },
});
