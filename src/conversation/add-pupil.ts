import { button, press } from '../presentation/buttons.ts';
import { FormLife } from './form-life.ts';
import { schoolsRun } from './people.ts';
import { noticeScreen } from './plain-screens.ts';
import { SAY } from './refusals.ts';
import { registerForms } from './register-forms.ts';
import { below, type Handler } from './turn.ts';

/** “review add pupil”: the form, to a SENCO; of several schools it asks first for which. */
export const addPupil: Handler = async (deps, asked) => {
  const [school, ...others] = schoolsRun(asked.person);
  if (!school) return below(noticeScreen('Not yours to do', SAY.sencoKeepsPupils));
  const data = press.schoolForm('add-pupil', school.id);
  if (others.length === 0) return new FormLife(registerForms).open(deps, { ...asked, data, values: {} });
  const buttons = [school, ...others].map(({ id, name }) => button(name, press.schoolForm('add-pupil', id)));
  return below(noticeScreen('In which school?', 'Which school is the pupil at?', buttons));
};
