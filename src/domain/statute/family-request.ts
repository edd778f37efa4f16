import { type FamilySays, isDecided, toldLonger } from '../school/family-says.ts';
import { localDate } from '../time.ts';
import { type RuleDate, reckon, ruleOn } from './statute.ts';

type Said = Pick<FamilySays, 'saidOn' | 'at'>;

/**
 * The month in which a family is told what became of what they say, or that it takes longer: from the day they said so
 * (UK GDPR, articles 12(3) and 12A), by the rules of the day on which it was recorded.
 */
export const withinTheMonth = ({ saidOn, at }: Said): RuleDate =>
  reckon(ruleOn('family-request', localDate(at)), saidOn);

/** The three months, for what is complex or one of many. */
export const withinThree = ({ saidOn, at }: Said): RuleDate =>
  reckon(ruleOn('family-request-longer', localDate(at)), saidOn);

/** By when a family is to be told what became of what they say; undefined once it is decided. */
export function familyToldBy(said: FamilySays): RuleDate | undefined {
  if (isDecided(said)) return undefined;
  return toldLonger(said) ? withinThree(said) : withinTheMonth(said);
}
