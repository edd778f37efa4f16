/* What people answer when they are asked about a pupil: staff, the family, the pupil. */

export type { EvidenceAnswer } from './review/questions/evidence.ts';
export type { Delivered, EvidenceSource, Progress } from './review/questions/options.ts';

export interface ParentViewsAnswer {
  readonly goingWell: string;
  readonly difficult: string;
  readonly changed: string;
  readonly supportHappening: string;
  readonly supportHelping: string;
  readonly newConcerns: string;
  readonly childSays: string;
  readonly examples: string;
  readonly hopedFor: string;
}

export type HowGiven =
  | 'meeting'
  | 'part-of-meeting'
  | 'statement'
  | 'form'
  | 'drawing'
  | 'trusted-adult'
  | 'recording';

export interface PupilViewsAnswer {
  readonly how: HowGiven;
  readonly views: string;
}
