import { NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { unitsQuery } from '../../api/organisation';
import { localized } from '../../i18n/format';
import { LANGUAGES_TAUGHT, type Terms } from './new-offering';
import { coursesQuery } from './queries';
import classes from './builder.module.css';

interface TermsFieldsProps {
  readonly terms: Terms;
  /** Once the draft is made: its particulars are changed on its own page. */
  readonly locked: boolean;
  readonly onChange: (terms: Terms) => void;
  /** Of another syllabus: the sessions of the one before do not fit. */
  readonly onCourse: (terms: Terms) => void;
}

/** What is taught, by which unit, to whose people, in which language, when, and to how many. */
export function TermsFields({ terms, locked, onChange, onCourse }: TermsFieldsProps) {
  const { t } = useTranslation('planning');
  const { t: shared } = useTranslation('app');
  const { data: courses = [] } = useQuery(coursesQuery);
  const { data: units = [] } = useQuery(unitsQuery);
  const course = courses.find(({ id }) => id === terms.courseId);
  const approved = (course?.versions ?? []).filter(({ state }) => state === 'approved');
  const set = (part: Partial<Terms>) => onChange({ ...terms, ...part });
  const chooseCourse = (courseId: string) => {
    const versions = courses.find(({ id }) => id === courseId)?.versions ?? [];
    const version = versions.findLast(({ state }) => state === 'approved');
    onCourse({ ...terms, courseId, courseVersionId: version?.id ?? '' });
  };
  const unitData = units.map(({ id, name, party, depth }) => ({
    value: id,
    label: `${'\u2003'.repeat(depth)}${localized(name)} · ${shared(`party.${party}`)}`,
  }));
  const usual = { required: true, withAsterisk: false, disabled: locked };
  const dates = { type: 'date', min: '1900-01-01', max: '2199-12-31', ...usual };
  const seats = { type: 'number', max: 2000, ...usual };
  return (
    <div className={classes.fields}>
      <NativeSelect
        {...usual}
        label={t('course')}
        value={terms.courseId}
        onChange={(event) => chooseCourse(event.currentTarget.value)}
        data={[
          { value: '', label: t('choose') },
          ...courses
            .filter(({ versions }) => versions.some(({ state }) => state === 'approved'))
            .map(({ id, code, title }) => ({ value: id, label: `${localized(title)} · ${code}` })),
        ]}
      />
      <NativeSelect
        {...usual}
        label={t('version')}
        value={terms.courseVersionId}
        onChange={(event) => onCourse({ ...terms, courseVersionId: event.currentTarget.value })}
        data={[
          ...(course ? [] : [{ value: '', label: t('choose') }]),
          ...approved.map(({ id, number }) => ({ value: id, label: t('versionNumber', { number }) })),
        ]}
      />
      <TextInput
        {...usual}
        label={t('code')}
        description={t('codeHelp')}
        value={terms.code}
        pattern="[A-Z0-9][A-Z0-9\-]{0,47}"
        maxLength={48}
        autoComplete="off"
        dir="ltr"
        onChange={(event) => set({ code: event.currentTarget.value.toUpperCase() })}
      />
      <NativeSelect
        {...usual}
        label={t('language')}
        value={terms.language}
        onChange={(event) =>
          set({ language: LANGUAGES_TAUGHT.find((one) => one === event.currentTarget.value) ?? terms.language })
        }
        data={LANGUAGES_TAUGHT.map((value) => ({ value, label: t(`language.${value}`) }))}
      />
      <NativeSelect
        {...usual}
        label={t('unit')}
        value={terms.unitId}
        onChange={(event) => set({ unitId: event.currentTarget.value })}
        data={[{ value: '', label: t('choose') }, ...unitData]}
      />
      <NativeSelect
        label={t('openTo')}
        disabled={locked}
        value={terms.openToUnitId}
        onChange={(event) => set({ openToUnitId: event.currentTarget.value })}
        data={[{ value: '', label: t('openToOwn') }, ...unitData]}
      />
      <TextInput
        {...dates}
        label={t('startsOn')}
        value={terms.startsOn}
        onChange={(event) => set({ startsOn: event.currentTarget.value })}
      />
      <TextInput
        {...dates}
        label={t('endsOn')}
        value={terms.endsOn}
        min={terms.startsOn || dates.min}
        onChange={(event) => set({ endsOn: event.currentTarget.value })}
      />
      <TextInput
        {...seats}
        label={t('seatsMin')}
        value={terms.seatsMin}
        min={0}
        onChange={(event) => set({ seatsMin: event.currentTarget.value })}
      />
      <TextInput
        {...seats}
        label={t('seatsMax')}
        value={terms.seatsMax}
        min={1}
        onChange={(event) => set({ seatsMax: event.currentTarget.value })}
      />
      <TextInput
        {...dates}
        required={false}
        label={t('nominationsCloseOn')}
        description={t('nominationsCloseHelp')}
        value={terms.nominationsCloseOn}
        onChange={(event) => set({ nominationsCloseOn: event.currentTarget.value })}
      />
    </div>
  );
}
