import { dayWords } from '../../language/days.ts';
import { planRow } from '../../plans/index.ts';
import { refusal } from '../../review/decision.ts';
import { placeOf } from '../../school/place.ts';
import { PLACE } from '../../school/questions/place.ts';
import { NO_SCHOOL, RELEASE } from '../../statute/rules/places.ts';
import { aboutPupil, type OfPupil } from '../step.ts';

const wrong = (say: string, field: string) => ({
  ok: false as const,
  refusal: refusal('date-order', say, { field }),
});

/** Where they are as long as nobody has said. */
const HERE = { place: 'here', since: '', school: '', releasedOn: '', passOn: '' } as const;

const SAID = {
  here: 'Saved: at this school. Reviews go on as usual.',
  'no-school': 'Saved: no school. The local authority holds the annual review; you record what it sends.',
  left: 'Saved. All that was recorded is kept, and nobody is reminded of it any more.',
  'moved-on': 'Saved. All that was recorded is kept, and nobody is reminded of it any more.',
} as const;

/** A space, and that a meeting is still set of which nobody hears any more: those invited are to be told. */
function stillSet({ reviews, today }: OfPupil): string {
  const set = reviews.find(({ stage, meeting }) => stage === 'gathering' && (meeting?.date ?? '') >= today);
  if (!set?.meeting) return '';
  return ` The meeting of ${dayWords(set.meeting.date)} is still set: call it off in the review, and those invited hear of it.`;
}

function said(of: OfPupil): string {
  const { place = 'here', releasedOn = '' } = placeOf(of.pupil) ?? {};
  const gone = place === 'moved-on' || place === 'left';
  if (place !== 'custody') return `${SAID[place]}${gone ? stillSet(of) : ''}`;
  return releasedOn
    ? `Saved. The review is taken up again on ${dayWords(releasedOn)}.`
    : 'Saved. The plan is kept, and nothing is asked until the pupil is released.';
}

/**
 * Where the pupil is educated: here, in no school (SEND Regulations 2014, reg 21), in custody (Children and Families Act 2014,
 * ss.48, 70 and 74), or in another school. What was said before is kept.
 */
export const place = aboutPupil({
  name: 'place',
  title: 'Place of education',
  open: 'Say where the pupil is educated',
  send: 'Save',
  ask: () =>
    'In custody, or once they have moved, nobody is reminded of anything. The day by which the plan is to be reviewed stays the same.',
  why: () =>
    `Without a school, the regulations require the local authority to hold the annual review (${NO_SCHOOL}). In custody the plan is kept, and reviewed on release (${RELEASE}).`,
  notification: () => 'SEND reviews: where a pupil is educated',
  freeText: false,
  questions: PLACE,
  values: ({ pupil }) => {
    const { place, since, school, releasedOn, passOn = '' } = placeOf(pupil) ?? HERE;
    return { place, since, school, releasedOn, passOn };
  },
  suggests: ({ today }) => ({ since: today }),
  oneThing: true,
  offered: ({ pupil }) =>
    (placeOf(pupil)?.place ?? 'here') === 'here' ? 'Educated somewhere else' : 'Change where they are',
  said,
  decide({ pupil, actor }, answer) {
    const custody = answer.place === 'custody';
    const releasedOn = custody ? answer.releasedOn : '';
    const moved = answer.place === 'moved-on';
    const school = moved || answer.place === 'left' ? answer.school : '';
    const { passOn: agreed, ...answered } = answer;
    const passOn = moved && agreed === 'yes';
    if (answer.place === 'no-school' && !pupil.plans.some(({ kind }) => planRow(kind).decidedElsewhere))
      return wrong('Only an EHC plan can name no school. Please choose another of these.', 'place');
    if (releasedOn !== '' && releasedOn < answer.since)
      return wrong(
        'The day of release is before the day since when. Please make the two agree.',
        'releasedOn',
      );
    const before = placeOf(pupil);
    const now = { ...answered, school, releasedOn, ...(passOn && { passOn: 'yes' as const }) };
    const same =
      before?.place === now.place &&
      before.since === now.since &&
      before.school === school &&
      before.releasedOn === releasedOn &&
      (before.passOn === 'yes') === passOn;
    if (same) return { ok: true, pupil };
    const places = [...(pupil.places ?? []), { ...now, by: actor.who, at: actor.at }];
    return { ok: true, pupil: { ...pupil, places } };
  },
});
