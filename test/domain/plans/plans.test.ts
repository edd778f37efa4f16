import { describe, expect, it } from 'vitest';
import { OUTCOMES, PLAN_KINDS, planRow, RULES } from '../../../src/domain/plans/index.ts';
import { commandsIn, isKnownTo, offerIn } from '../../../src/domain/review/flow.ts';
import { STAGES } from '../../../src/domain/review/review-content.ts';
import { reckon, ruleOn } from '../../../src/domain/statute/statute.ts';
import { ANNUAL_ONLY, COMMAND_TYPES } from '../../support/commands.ts';

const ROWS = PLAN_KINDS.map((kind) => ({ kind, ...planRow(kind) }));

describe('the kinds of plan', () => {
  it('are told apart by people, and by a school’s data', () => {
    expect(new Set(ROWS.map(({ name }) => name)).size).toBe(ROWS.length);
    const codes = ROWS.flatMap(({ importedAs }) => importedAs.map((code) => code.toLowerCase()));
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes).not.toContain('none');
  });

  it.each(ROWS)('$kind: a review of it can be begun, held, concluded and followed by the next', (row) => {
    expect(row.outcomes.length).toBeGreaterThan(1);
    expect(row.outcomes.some(({ continues }) => continues)).toBe(true);
    expect(row.agenda.length).toBeGreaterThan(5);
    expect(reckon(ruleOn(row.nextReview, '2026-11-24', RULES), '2026-11-24').date > '2026-11-24').toBe(true);
    for (const guards of [row.before.outcome, row.before.close]) expect(guards.length).toBeGreaterThan(0);
  });

  it.each(ROWS)('$kind: its commands are in the flow, and its outcomes in the list of all', (row) => {
    const known = new Set(STAGES.flatMap(commandsIn));
    const its = COMMAND_TYPES.filter((type) => isKnownTo(row.kind, type));
    expect(its.filter((type) => !known.has(type))).toEqual([]);
    expect(its.length).toBeGreaterThan(20);
    expect(row.outcomes.filter((outcome) => !OUTCOMES.includes(outcome))).toEqual([]);
  });

  it.each(ROWS)('$kind: a form of another kind is taken for its own, any other stays', ({ kind, forms }) => {
    for (const other of ROWS) {
      expect(offerIn(kind, other.forms.plan)).toBe(forms.plan);
      expect(offerIn(kind, other.forms.conclude)).toBe(forms.conclude);
    }
    expect(offerIn(kind, 'parent-views')).toBe('parent-views');
  });

  it('know a command that not all know only where the local authority decides, or somebody outside is asked', () => {
    const special = ROWS.filter(({ kind }) => ANNUAL_ONLY.some((type) => isKnownTo(kind, type)));
    expect(special.length).toBeGreaterThan(0);
    expect(special.every((row) => row.decidedElsewhere || row.invitesOutsiders)).toBe(true);
    expect(ANNUAL_ONLY).toContain('record-la-decision');
  });
});
