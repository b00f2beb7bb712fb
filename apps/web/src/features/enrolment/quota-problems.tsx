import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PlacedUnit } from '../../api/organisation';
import { isRefused, type Problem } from '../../api/problem';
import { localized } from '../../i18n/format';

const CODES = ['repeated-unit', 'unit-not-open', 'seats', 'release-after-start', 'more-than-capacity'] as const;

type QuotaProblem = Readonly<{ code: string; unitId: string | null }>;

interface QuotaProblemsProps {
  readonly error: Error | null;
  readonly units: readonly PlacedUnit[];
}

/** What `problems` of a refused list names, in words. */
export function QuotaProblems({ error, units }: QuotaProblemsProps) {
  const { t } = useTranslation('enrolment');
  if (!isRefused(error, 'enrolment.bad-quotas')) return null;
  return (
    <Text size="sm" component="ul" m={0} ps="md">
      {problemsOf(error.problem).map(({ code, unitId }) => {
        const known = CODES.find((one) => one === code);
        const unit = units.find(({ id }) => id === unitId);
        return (
          <li key={code + unitId}>
            {unit && `${localized(unit.name)}: `}
            {known ? t(`quotaProblem.${known}`) : code}
          </li>
        );
      })}
    </Text>
  );
}

function problemsOf(problem: Problem): readonly QuotaProblem[] {
  const { problems } = problem as { problems?: readonly QuotaProblem[] };
  return problems ?? [];
}
