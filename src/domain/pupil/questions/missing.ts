import { oneOf, oneOrNone } from '../../questions/choice.ts';
import { pastDay } from '../../questions/days.ts';
import { each } from '../../questions/groups.ts';
import type { Option, Questions } from '../../questions/question.ts';
import { shortText } from '../../questions/text.ts';
import {
  namedRow,
  onPage,
  PLANS_A_PAGE,
  ROWS_A_PAGE,
  shownAbove,
  withoutAuthority,
  withoutDates,
  withoutStatus,
} from '../register/missing-rows.ts';
import type { MissingRow, OfRegister } from '../register/step.ts';
import { checkedName } from './details.ts';
import { statusOptions } from './plans.ts';

/** The same asked of each pupil on the page. */
const ofEach = <Q extends Questions<OfRegister>>(
  rows: (of: OfRegister) => readonly MissingRow[],
  questions: Q,
  aPage: number = ROWS_A_PAGE,
) =>
  each({
    of: (of: OfRegister) => onPage(rows(of), of, aPage),
    key: 'row',
    id: ({ id }) => id,
    about: namedRow,
    shows: shownAbove,
    questions,
    separator: false,
  });

const OTHERS: readonly Option[] = [{ value: 'none', title: 'The others on this page have no SEN' }];
const ALL_OTHERS: Option = {
  value: 'all',
  title: 'Nobody else on this list has SEN, on the other pages either',
};

/** Whether they have SEN, as the DfE asks it. */
export const MISSING_STATUS = {
  pupils: ofEach(withoutStatus, {
    status: oneOrNone<string, OfRegister>({ options: statusOptions, label: 'SEN status', list: 'compact' }),
  }),
  others: oneOrNone<string, OfRegister>({
    options: (of) => {
      const all = withoutStatus(of).length;
      // Sent, it was shown when there were more.
      return all > onPage(withoutStatus(of), of).length || of.shown ? [...OTHERS, ALL_OTHERS] : OTHERS;
    },
    label: 'And those you leave out?',
  }),
} as const;

const SURE = { yes: 'Yes: none of them has SEN', no: 'No: ask about them one by one' } as const;

/** Whether nobody else has SEN. */
export const NOBODY_ELSE = {
  sure: oneOf({ options: SURE, label: 'Is that right?' }),
} as const;

/** From when a plan's reviews are reckoned; one of the two is enough. */
export const MISSING_DATES = {
  plans: ofEach(
    withoutDates,
    {
      made: pastDay<OfRegister>({ label: 'Plan made on' }),
      last: pastDay<OfRegister>({
        label: 'Last reviewed on; of an EHC plan, the day on the local authority’s last decision',
      }),
    },
    PLANS_A_PAGE,
  ),
} as const;

const authorities = ({ school: { localAuthorities = [] } }: OfRegister): readonly Option[] =>
  localAuthorities.map(({ name }) => ({ value: name, title: name }));

/** Which local authority keeps a plan: one of the school's, where it has said which those are. */
export const MISSING_AUTHORITY = {
  plans: ofEach((of) => (authorities(of).length ? withoutAuthority(of) : []), {
    la: oneOrNone<string, OfRegister>({ options: authorities, label: 'Local authority', list: 'compact' }),
  }),
  named: ofEach((of) => (authorities(of).length ? [] : withoutAuthority(of)), {
    otherLa: shortText<OfRegister>({ label: 'Local authority', longest: 60, check: checkedName }),
  }),
} as const;
