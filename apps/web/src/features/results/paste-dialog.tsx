import { Button, Group, NativeSelect, Stack, Text, Textarea } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { localized, useFormat } from '../../i18n/format';
import { Dialog } from '../../ui/dialog';
import { Icon, type IconName } from '../../ui/icon';
import type { Tone } from '../../ui/notice';
import { personName } from '../../ui/person-name';
import type { Column, Rights } from './cells';
import { acceptedOf, readPaste, type Pasted, type PastedLine, type PasteTarget } from './paste';
import type { Trainee } from './queries';
import classes from './results.module.css';

export type Accepted = ReturnType<typeof acceptedOf>[number];

interface PasteDialogProps {
  readonly people: readonly Trainee[];
  readonly columns: readonly Column[];
  readonly rights: Rights;
  /** What was pasted into the sheet already. */
  readonly text: string;
  readonly target: PasteTarget;
  readonly onAccept: (accepted: readonly Accepted[]) => void;
  readonly onClose: () => void;
}

/** What a paste would write and what of it cannot be, line by line, before anything is taken over. */
export function PasteDialog({ people, columns, rights, text: given, target, onAccept, onClose }: PasteDialogProps) {
  const { t } = useTranslation('results');
  const { t: shared } = useTranslation('app');
  const format = useFormat();
  const [text, setText] = useState(given);
  const [column, setColumn] = useState(target.column);
  const [row, setRow] = useState(target.row);
  const pasted = readPaste(text, { people, columns, rights }, { row, column });
  const accepted = acceptedOf(pasted);
  return (
    <Dialog title={t('pasteTitle')} onClose={onClose}>
      <Stack>
        <Textarea
          label={t('pasteLabel')}
          description={t('pasteHelp')}
          rows={4}
          dir="ltr"
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          data-autofocus
        />
        <NativeSelect
          label={t('pasteInto')}
          value={String(column)}
          onChange={(event) => setColumn(Number(event.currentTarget.value))}
          data={columns.map(({ assessment, attempt }, i) => ({
            value: String(i),
            label: `${localized(assessment.title)}${assessment.maxAttempts > 1 ? ` · ${t('attempt', { number: format.number(attempt) })}` : ''}`,
          }))}
        />
        {!pasted.byNumber && pasted.lines.length > 0 && (
          <NativeSelect
            label={t('pasteFrom')}
            value={String(row)}
            onChange={(event) => setRow(Number(event.currentTarget.value))}
            data={people.map((person, i) => ({
              value: String(i),
              label: `${personName(person)} · ${person.serviceNumber}`,
            }))}
          />
        )}
        <Preview pasted={pasted} />
        <Group justify="end">
          <Button variant="default" onClick={onClose}>
            {shared('cancel')}
          </Button>
          <Button disabled={accepted.length === 0} onClick={() => onAccept(accepted)}>
            {accepted.length > 0 ? t('takeOver', { count: accepted.length }) : t('takeOverNone')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}

function Preview({ pasted: { byNumber, lines } }: { readonly pasted: Pasted }) {
  const { t } = useTranslation('results');
  const refused = lines.filter((line) => line.problem || line.scores.some(({ problem }) => problem)).length;
  return (
    <div>
      <Text size="sm" role="status">
        {lines.length > 0 && t(byNumber ? 'foundByNumber' : 'foundByPlace')}{' '}
        {refused > 0 && t('pasteRefused', { count: refused })}
      </Text>
      {lines.length > 0 && (
        <div className={classes.preview} role="region" aria-label={t('preview')} tabIndex={0}>
          <ol className={classes.lines}>
            {lines.map((line) => (
              <PreviewLine key={line.number} line={line} />
            ))}
          </ol>
        </div>
      )}
    </div>
  );
}

function PreviewLine({ line: { person, unknown, problem, scores } }: { readonly line: PastedLine }) {
  const { t } = useTranslation('results');
  const format = useFormat();
  return (
    <li>
      <span className={classes.who}>
        {person ? (
          <>
            <bdi>{personName(person)}</bdi>{' '}
            <Text span size="sm" c="dimmed">
              <bdi dir="ltr">{person.serviceNumber}</bdi>
            </Text>
          </>
        ) : (
          <bdi>{unknown}</bdi>
        )}
      </span>
      {problem && (
        <Verdict tone="bad" icon="cross">
          {t(`line.${problem}`)}
        </Verdict>
      )}
      {scores.map(({ column, text, value, from, problem: fault }, i) =>
        fault ? (
          <Verdict key={i} tone="bad" icon="cross">
            <span>
              <bdi>{text}</bdi> · {faultOf(fault, column, t)}
            </span>
          </Verdict>
        ) : (
          <Verdict key={i} tone={from === undefined ? 'good' : 'warn'} icon={from === undefined ? 'check' : 'pen'}>
            {from === undefined || from === value
              ? format.score(value ?? 0)
              : t('fromTo', { from: format.score(from), to: format.score(value ?? 0) })}
          </Verdict>
        ),
      )}
    </li>
  );
}

interface VerdictProps {
  readonly tone: Tone;
  readonly icon: IconName;
  readonly children: ReactNode;
}

function Verdict({ tone, icon, children }: VerdictProps) {
  return (
    <span className={classes.verdict} data-tone={tone}>
      <Icon name={icon} size={14} />
      {children}
    </span>
  );
}

function faultOf(
  fault: NonNullable<PastedLine['scores'][number]['problem']>,
  column: Column | undefined,
  t: ReturnType<typeof useTranslation<'results'>>['t'],
): string {
  switch (fault) {
    case 'not-a-number':
    case 'out-of-range':
    case 'too-many-decimals':
      return t(`problem.${fault}`, { most: column?.assessment.maxScore ?? 0 });
    case 'no-column':
      return t('line.no-column');
    default:
      return t(`closed.${fault}`);
  }
}
