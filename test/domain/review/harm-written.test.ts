import { describe, expect, it } from 'vitest';
import { isHarmWritten } from '../../../src/domain/review/harm-written.ts';
import { safetySection } from '../../../src/presentation/screens/safety.ts';
import { anEvidenceAnswer, anEvidenceRequest, aReview, aSchool } from '../../support/builders.ts';

const at = '2026-11-09T10:00:00.000Z';
const wrote = (strengths: string) =>
  aReview({
    evidence: [anEvidenceRequest({ answer: { at, late: false, said: anEvidenceAnswer({ strengths }) } })],
  });

describe('words that may be about a child’s safety, in what was gathered', () => {
  it('given them in a colleague’s evidence, whoever reads it is told whom to tell', () => {
    const review = wrote('He told me about a bruise');
    expect(isHarmWritten(review)).toBe(true);
    const lead = { name: 'Dana Lead', contact: 'ext. 12' };
    const [first] = safetySection({ review, school: aSchool({ safeguardingLead: lead }) });
    const words = first?.parts
      .flatMap(({ lines }) => lines.flatMap(({ runs }) => runs.map(({ text }) => text)))
      .join('');
    expect(words).toBe(
      'If something that was said is about a child’s safety, tell Dana Lead (ext. 12) now. What is written here does not report it.',
    );
  });

  it('given none, nothing is said', () => {
    expect(isHarmWritten(wrote('Signs eight signs'))).toBe(false);
    expect(safetySection({ review: wrote('Signs eight signs'), school: aSchool() })).toEqual([]);
  });
});
