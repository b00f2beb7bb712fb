import { Button, Text } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOnline } from '../../api/connection';
import { currentSession } from '../../api/session';
import { today } from '../../i18n/format';
import { DayInput } from '../../ui/day-input';
import { Icon } from '../../ui/icon';
import { LeaveGuard } from '../../ui/leave-guard';
import { Notice } from '../../ui/notice';
import { Section } from '../../ui/page';
import { ProblemNotice } from '../../ui/problem-notice';
import { ReasonDialog } from '../../ui/reason-dialog';
import { StickyBar } from '../../ui/sticky-bar';
import { toast } from '../../ui/toast-store';
import { columnsOf, sortDrafts, type Rights } from './cells';
import { ChangedScores } from './changed-scores';
import type { Place } from './grid-keys';
import { PasteDialog, type Accepted } from './paste-dialog';
import type { ResultGrid } from './queries';
import { RefusedScores } from './refused-scores';
import { ResultsGrid } from './results-grid';
import classes from './results.module.css';
import { isAdministrator, mayWrite } from './rights';
import { useDrafts } from './use-drafts';
import { useSending } from './use-sending';

const route = getRouteApi('/offerings/$offeringId/results');

interface ResultsSheetProps {
  readonly grid: ResultGrid;
  /** Of the offering, once it is known. */
  readonly lastDay: string | undefined;
}

export function ResultsSheet({ grid, lastDay }: ResultsSheetProps) {
  const { t } = useTranslation('results');
  const { takenOn: chosenDay, paste } = route.useSearch();
  const navigate = route.useNavigate();
  const rights = useMemo(() => rightsIn(grid), [grid]);
  const columns = useMemo(() => columnsOf(grid, rights), [grid, rights]);
  const { drafts, type, typeMany, takeBack, settle } = useDrafts();
  const { send, underWay, error } = useSending(grid.offeringId, rights.personId, settle);
  const [pasted, setPasted] = useState<{ text: string; place: Place }>();
  const [asksWhy, setAsksWhy] = useState(false);

  const { sendable, faulty } = sortDrafts(grid, columns, drafts, rights);
  const waiting = [...underWay.values()].reduce((sum, row) => sum + Object.keys(row).length, 0);
  const unsent = sendable.filter(
    ({ person, column, text }) => underWay.get(person.enrolmentId)?.[column.key]?.text !== text,
  );
  const changed = unsent.filter(({ recorded }) => recorded);
  const day = today();
  const takenOn = chosenDay ?? (lastDay && lastDay < day ? lastDay : day);
  const openPaste = (open: boolean) =>
    void navigate({ search: (now) => ({ ...now, paste: open || undefined }), replace: true });
  const closePaste = () => {
    setPasted(undefined);
    openPaste(false);
  };
  const takeOver = (accepted: readonly Accepted[]) => {
    const before = drafts;
    const taken = accepted.map(({ person: { enrolmentId }, column, value }) => ({
      ...{ enrolmentId, column: column.key, text: String(value) },
    }));
    typeMany(taken);
    toast({ message: t('takenOver', { count: taken.length }), undo: () => takeBack(taken, before) });
    closePaste();
  };
  const sendNow = (reason: string) => {
    setAsksWhy(false);
    send(unsent, takenOn, reason);
  };
  const writes = rights.mode !== 'read';
  return (
    <Section
      title={t('scores')}
      actions={
        rights.mode === 'enter' && (
          <Button variant="default" onClick={() => openPaste(true)}>
            {t('paste')}
          </Button>
        )
      }
    >
      {grid.state === 'ratified' && (
        <Notice tone="info" icon="info" title={t(rights.mode === 'correct' ? 'ratifiedCorrect' : 'ratifiedLocked')} />
      )}
      {grid.state !== 'ratified' && !writes && <Notice tone="info" icon="info" title={t('readOnly')} />}
      <ProblemNotice error={error} />
      <RefusedScores grid={grid} columns={columns} drafts={drafts} />
      {writes && (
        <div className={classes.tools}>
          {rights.mode === 'enter' && (
            <DayInput
              label={t('takenOn')}
              value={takenOn}
              onChange={(given) =>
                void navigate({ search: (now) => ({ ...now, takenOn: given ?? today() }), replace: true })
              }
            />
          )}
          <Text size="sm" c="dimmed" className={classes.keys}>
            {t('keys')}
          </Text>
        </div>
      )}
      <ResultsGrid
        people={grid.people}
        columns={columns}
        rights={rights}
        drafts={drafts}
        sending={underWay}
        onType={type}
        onPaste={(text, place) => setPasted({ text, place })}
      />
      {writes && (
        <StickyBar state={<StateOfSheet waiting={waiting} unsent={unsent.length} faulty={faulty} />}>
          <Button
            leftSection={<Icon name="check" size={16} />}
            disabled={unsent.length === 0}
            onClick={() => (changed.length > 0 ? setAsksWhy(true) : sendNow(''))}
          >
            {unsent.length > 0 ? t('send', { count: unsent.length }) : t('sendNone')}
          </Button>
        </StickyBar>
      )}
      {(pasted || paste) && writes && (
        <PasteDialog
          {...{ columns, rights, people: grid.people }}
          text={pasted?.text ?? ''}
          target={pasted?.place ?? { row: 0, column: 0 }}
          onAccept={takeOver}
          onClose={closePaste}
        />
      )}
      {asksWhy && (
        <ReasonDialog
          title={t('whyTitle', { count: changed.length })}
          confirm={t('send', { count: unsent.length })}
          pending={false}
          error={null}
          onConfirm={sendNow}
          onClose={() => setAsksWhy(false)}
        >
          <ChangedScores changed={changed} />
        </ReasonDialog>
      )}
      {/* What is under way too: a refusal of it is told here alone. */}
      <LeaveGuard unsent={sendable.length + faulty} />
    </Section>
  );
}

/** What the reader may write here; the API refuses the rest. */
function rightsIn({ state }: ResultGrid): Rights {
  const session = currentSession();
  const personId = session.kind === 'signed-in' ? session.me.personId : null;
  if ((state === 'in_progress' || state === 'delivered') && mayWrite()) return { mode: 'enter', personId };
  return { mode: state === 'ratified' && isAdministrator() ? 'correct' : 'read', personId };
}

interface StateOfSheetProps {
  readonly waiting: number;
  readonly unsent: number;
  readonly faulty: number;
}

function StateOfSheet({ waiting, unsent, faulty }: StateOfSheetProps) {
  const { t } = useTranslation('results');
  const online = useOnline();
  const parts = [
    waiting > 0 && t(online ? 'sending' : 'waitsForLine', { count: waiting }),
    unsent > 0 && t('unsent', { count: unsent }),
    faulty > 0 && t('faulty', { count: faulty }),
  ].filter((part) => part !== false);
  return <>{parts.length > 0 ? parts.join(' ') : t('allSent')}</>;
}
