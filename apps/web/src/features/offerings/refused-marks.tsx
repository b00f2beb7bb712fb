import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Refused } from '../../api/problem';
import { giveUp, type WaitingMark } from '../../offline/waiting-marks';
import { ProblemNotice } from '../../ui/problem-notice';

/** Why marks were not taken. They stay on the device until they are marked anew or given up. */
export function RefusedMarks({ marks }: { readonly marks: readonly WaitingMark[] }) {
  const { t } = useTranslation('offerings');
  const reasons = new Map(marks.map(({ refusal }) => [refusal?.code, refusal]));
  return (
    <>
      {[...reasons.values()].map(
        (problem) => problem && <ProblemNotice key={problem.code} error={new Refused(problem)} />,
      )}
      <Group>
        <Button variant="default" onClick={() => void giveUp(marks)}>
          {t('giveUp', { count: marks.length })}
        </Button>
      </Group>
    </>
  );
}
