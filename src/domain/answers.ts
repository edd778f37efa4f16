/* What people answer when they are asked about a pupil: staff, the family, the pupil. */

export type Progress = 'met' | 'good' | 'some' | 'none';
export type Delivered = 'yes' | 'partly' | 'no';

/** What evidence rests on (seed 000, "Useful school evidence may include"). */
export type EvidenceSource =
  | 'progress-data'
  | 'work-samples'
  | 'attendance'
  | 'behaviour'
  | 'intervention-notes'
  | 'observation'
  | 'assessment'
  | 'pupil-voice'
  | 'support-records'
  | 'professional-reports'
  | 'strategies-tried';

export interface EvidenceAnswer {
  readonly strengths: string;
  readonly targets: readonly {
    readonly targetId: string;
    readonly progress: Progress | 'not-seen';
    readonly evidence: string;
  }[];
  readonly delivered: Delivered;
  /** Why not, where support was not delivered as planned. */
  readonly whyNot: string;
  readonly worked: string;
  readonly didNotWork: string;
  readonly sources: readonly EvidenceSource[];
  readonly link: string;
  readonly suggestedChange: string;
}

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
