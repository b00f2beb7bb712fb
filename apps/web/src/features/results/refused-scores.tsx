import { Anchor, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { localized } from '../../i18n/format';
import { Notice } from '../../ui/notice';
import { personName } from '../../ui/person-name';
import type { Column, Drafts } from './cells';
import type { ResultGrid } from './queries';

interface RefusedScoresProps {
  readonly grid: ResultGrid;
  readonly columns: readonly Column[];
  readonly drafts: Drafts;
}

/** What was not taken, why, and what helps; each leads to its cell, which still holds what was typed. */
export function RefusedScores({ grid, columns, drafts }: RefusedScoresProps) {
  const { t } = useTranslation('results');
  const refused = grid.people.flatMap((person, row) =>
    columns.flatMap((column, index) => {
      const refusals = drafts.get(person.enrolmentId)?.[column.key]?.refusals ?? [];
      return refusals.length > 0 ? [{ person, column, refusals, place: `${row} ${index}` }] : [];
    }),
  );
  if (refused.length === 0) return null;
  return (
    <Notice tone="bad" icon="warning" role="alert" title={t('refusedTitle', { count: refused.length })}>
      <Text component="ul" size="sm" m={0} ps="md">
        {refused.map(({ person, column, refusals, place }) => (
          <li key={place}>
            <Anchor
              component="button"
              type="button"
              size="sm"
              c="inherit"
              td="underline"
              onClick={() => document.querySelector<HTMLElement>(`[data-place="${place}"]`)?.focus()}
            >
              <bdi>{personName(person)}</bdi> · {localized(column.assessment.title)}
            </Anchor>
            {refusals.map(({ code, title, detail, remedy }) => (
              <div key={code}>
                {title}. {detail !== title && detail} {remedy}
              </div>
            ))}
          </li>
        ))}
      </Text>
    </Notice>
  );
}
