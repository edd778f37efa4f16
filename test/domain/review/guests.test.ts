import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { InviteeRole, Outsider } from '../../../src/domain/review/annual.ts';
import {
  type Guest,
  guestIn,
  guestLine,
  isFamily,
  linesOf,
  onceEach,
  withIds,
} from '../../../src/domain/review/guests.ts';
import { ROLE } from '../../../src/domain/review/questions/annual-options.ts';
import { newIds } from '../../presentation/forms/sample.ts';
import { HOSTILE } from '../../support/hostile.ts';

const roles = Object.keys(ROLE) as InviteeRole[];
const name = fc
  .oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom(...Object.values(HOSTILE), 'Therapist: Sam', 'Mum', 'Other:', ': x'),
  )
  .map((text) => text.replaceAll(/\s+/g, ' ').trim())
  .filter((text) => text !== '');
const guest: fc.Arbitrary<Guest> = fc.record({ role: fc.constantFrom(...roles), name });

describe('a line of people to invite', () => {
  it.each([
    ['Dr Chan', 'other', 'Dr Chan'],
    ['Educational psychologist: Dr Chan', 'educational-psychologist', 'Dr Chan'],
    ['  HEALTH :  Dr Hana  ', 'health', 'Dr Hana'],
    ['Speech and language therapist: Sam Ali', 'therapist', 'Speech and language therapist: Sam Ali'],
    [
      'EP (educational psychologist): Dr Chan',
      'educational-psychologist',
      'EP (educational psychologist): Dr Chan',
    ],
    ['Mother: Bea Sample', 'parent', 'Mother: Bea Sample'],
    ['Parents or carers', 'parent', 'Parents or carers'],
    ['Social worker: Jo', 'social-care', 'Social worker: Jo'],
    ['School nurse: Jo', 'health', 'School nurse: Jo'],
    ['SEN case worker: Jo', 'la-sen-officer', 'SEN case worker: Jo'],
    ['Hill College: Jo', 'next-placement', 'Hill College: Jo'],
    ['Next school or college: Hill', 'next-placement', 'Hill'],
    ['Interpreter: Jo', 'interpreter', 'Jo'],
    ['BSL interpreter: Jo', 'interpreter', 'BSL interpreter: Jo'],
    ['Advocate: Kim Reed', 'supporter', 'Advocate: Kim Reed'],
    ['Virtual school head: Val Head', 'virtual-school', 'Val Head'],
    ['Representative: Dee Deputy', 'representative', 'Dee Deputy'],
    ['Deputy head: Di', 'other', 'Deputy head: Di'],
    ['Other: Jo', 'other', 'Jo'],
    ['Therapist:', 'therapist', 'Therapist:'],
    ['Sam Carer', 'other', 'Sam Carer'],
  ] as const)('“%s” is read as %s', (line, role, called) => {
    expect(guestIn(line)).toEqual({ role, name: called });
  });

  it('says again whoever it was read as', () => {
    fc.assert(
      fc.property(guest, (one) => {
        expect(guestIn(guestLine(one))).toEqual(one);
      }),
    );
  });

  it.each([
    ['Ada’s mother', true],
    ['Parents or carers', true],
    ['Speech therapist, to meet Mum', false],
    ['Sam Ali', false],
  ])('%s is of the family: %s', (line, is) => {
    expect(isFamily(line)).toBe(is);
  });

  it('is every line that says something', () => {
    expect(linesOf(' a \r\n\n b: c \n ')).toEqual(['a', 'b: c']);
  });
});

describe('the ids of those invited', () => {
  const before: readonly Outsider[] = [
    { id: 'la', role: 'la-sen-officer', name: 'Olu Officer' },
    { id: 'h1', role: 'health', name: 'Dr Hana' },
    { id: 'h2', role: 'health', name: 'Nurse Nell' },
    { id: 'x', role: 'other', name: 'Interpreter' },
  ];
  const ids = (guests: readonly Guest[]) => withIds(guests, before, newIds()).map(({ id }) => id);

  it('stay those of who was invited before, however their name is typed', () => {
    expect(
      ids([
        { role: 'health', name: 'nurse NELL' },
        { role: 'la-sen-officer', name: 'Olu Officer' },
      ]),
    ).toEqual(['h2', 'la']);
  });

  it('stay theirs under another name, where there is no doubt who it is', () => {
    expect(ids([{ role: 'la-sen-officer', name: 'Olu O. Officer' }])).toEqual(['la']);
    // Nurse Nell is still there, so that the other is the one who was called Dr Hana.
    expect(
      ids([
        { role: 'health', name: 'Nurse Nell' },
        { role: 'health', name: 'Dr Hana Health' },
      ]),
    ).toEqual(['h2', 'h1']);
  });

  it('are new where it may be somebody else', () => {
    expect(ids([{ role: 'health', name: 'Dr New' }])).toEqual(['new']);
    expect(ids([{ role: 'other', name: 'Advocate' }])).toEqual(['new']);
    expect(ids([{ role: 'therapist', name: 'Olu Officer' }])).toEqual(['new']);
  });

  it('are each one’s own, and everybody is there once', () => {
    fc.assert(
      fc.property(fc.array(guest, { maxLength: 12 }), fc.array(guest, { maxLength: 12 }), (all, old) => {
        const guests = onceEach(all);
        const known = onceEach(old).map((one, at) => ({ id: `old-${at}`, ...one }));
        const given = withIds(guests, known, newIds());
        expect(new Set(given.map(({ id }) => id)).size).toBe(guests.length);
        expect(given.map(({ id: _, ...one }) => one)).toEqual(guests);
        expect(onceEach([...guests, ...all])).toEqual(guests);
      }),
    );
  });
});
