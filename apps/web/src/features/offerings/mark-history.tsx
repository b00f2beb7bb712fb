import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format';
import type { Register } from '../../offline/registers';
import { Dialog } from '../../ui/dialog';
import { Loaded } from '../../ui/loaded';
import { personName } from '../../ui/person-name';
import { MarkBadge } from './mark-badge';
import { marksQuery, type PastMark } from './queries';
import classes from './register.module.css';

interface MarkHistoryProps {
  readonly register: Register;
  readonly enrolmentId: string;
  readonly onClose: () => void;
}

/** Every mark that one trainee ever had in this session: what, by whom, when and why. */
export function MarkHistory({ register: { sessionId, people }, enrolmentId, onClose }: MarkHistoryProps) {
  const { t } = useTranslation('offerings');
  const query = useQuery(marksQuery(sessionId, enrolmentId));
  const person = people.find((one) => one.enrolmentId === enrolmentId);
  if (!person) return null;
  return (
    <Dialog title={t('historyOf', { name: personName(person) })} onClose={onClose}>
      <Loaded query={query}>
        {(marks) => (
          <ol className={classes.marksOf}>
            {marks.map((mark, i) => (
              <PastMarkLine key={mark.id} mark={mark} stands={i === 0} />
            ))}
          </ol>
        )}
      </Loaded>
    </Dialog>
  );
}

function PastMarkLine({ mark, stands }: { readonly mark: PastMark; readonly stands: boolean }) {
  const { t } = useTranslation('offerings');
  const format = useFormat();
  const { markedBy, markedAt, note, reason } = mark;
  return (
    <li>
      <MarkBadge mark={mark} />
      <Text size="sm" c="dimmed">
        {t(stands ? 'stands' : 'superseded')} · <bdi>{markedBy ? personName(markedBy) : t('someone')}</bdi> ·{' '}
        <bdi>{format.moment(markedAt)}</bdi>
      </Text>
      {note && (
        <Text size="sm">
          <bdi>{note}</bdi>
        </Text>
      )}
      {reason && (
        <Text size="sm">
          {t('reasonGiven')} <bdi>{reason}</bdi>
        </Text>
      )}
    </li>
  );
}
