import { CODE } from './row.ts';

/** What the law says of ceasing the plan of somebody who leaves education, from an age in years: rules that set no day. */
export const CEASING_RULES: readonly {
  readonly from: number;
  readonly words: string;
  readonly source: string;
}[] = [
  {
    from: 16,
    words: 'The plan of a young person under 18 who leaves education is reviewed, not ceased',
    source: `SEND Regulations 2014, reg 29; ${CODE.ceasing}`,
  },
  {
    from: 18,
    words:
      'The plan of a young person of 18 or over who leaves education is reviewed before it may be ceased',
    source: `SEND Regulations 2014, reg 30; ${CODE.ceasing}`,
  },
];
