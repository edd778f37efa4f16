import type { Pupil } from '../domain/school/pupil.ts';
import { button, press } from '../presentation/buttons.ts';
import { type ActionData, type CardMessage, placedAt } from '../presentation/message.ts';
import { choosePupilCard } from '../presentation/screens/choose-pupil.ts';
import type { Deps } from './deps.ts';
import { lookedFor } from './looked-for.ts';
import { type Person, schoolsOverseen, schoolsRun } from './people.ts';
import { noticeScreen } from './plain-screens.ts';
import type { PupilAsked } from './pupil-screen.ts';
import { findPupil, isInFull } from './pupils.ts';
import { pupilsKnownTo } from './pupils-known.ts';
import { meaning, SAY } from './refusals.ts';
import type { Subject } from './review-access.ts';
import { reviewCalled } from './review-code.ts';
import { below, type Handler } from './turn.ts';
import type { CommandWord } from './typed-words.ts';

/** What a command does with the one pupil it is about, and the button that says the same of a pupil to choose. */
interface AboutPupil {
  readonly word: CommandWord;
  readonly doing: (deps: Deps, of: PupilAsked) => Promise<CardMessage>;
  readonly pressFor: (pupil: Pupil) => ActionData;
  /** The same of a review that was named by its own reference; left out, what is done with its pupil. */
  readonly ofReview?: (deps: Deps, person: Person, subject: Subject) => Promise<CardMessage>;
}

/**
 * A command about one pupil, whom what follows it names: by a name, the beginning of one, their reference, or that of a review of
 * theirs; of those this person may see. Of several it asks which.
 */
export function aboutPupil({ word, doing, pressFor, ofReview }: AboutPupil): Handler {
  return async (deps, { person, data }) => {
    const typed = (data.rest ?? '').replace(/^:\s*/, '');
    if (!typed)
      return below(noticeScreen('Which pupil?', `Please say whose: review ${word} and a name or reference.`));
    const found = findPupil(typed, await pupilsKnownTo(deps, person));
    // A name in full goes before a review of that reference, and that before the beginning of a name, or a slip in one.
    const called = isInFull(found, typed) ? undefined : await reviewCalled(deps, person, typed);
    if (called) {
      const of = { person, pupil: called.pupil, school: called.school };
      const show = ofReview ? await ofReview(deps, person, called) : await doing(deps, of);
      return below(meaning(show, [called.pupil]));
    }
    if (found.is === 'one') {
      const place = person.places.find(({ school }) => school.id === found.pupil.schoolId);
      const of = place && { person, pupil: found.pupil, school: place.school };
      if (of) return below(meaning(await doing(deps, of), [found.pupil]));
    }
    const pupils = found.is === 'several' ? found.pupils : found.is === 'none' ? found.nearest : [];
    if (!pupils.length) {
      const none = noticeScreen('No such pupil', SAY.noSuchPupil, [
        button('Help', press.help()),
        ...(schoolsRun(person).length > 0 ? [button('Add a pupil', press.addPupil())] : []),
      ]);
      return below(await lookedFor(deps, person, typed, none));
    }
    const overseen = new Set(schoolsOverseen(person).map(({ id }) => id));
    const matches = pupils.map((pupil) => {
      return { pupil, send: pressFor(pupil), all: overseen.has(pupil.schoolId) };
    });
    return below(placedAt(press.typed(word, typed), choosePupilCard({ matches, near: found.is === 'none' })));
  };
}
