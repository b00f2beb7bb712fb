import { Button, Group, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { idempotencyKey } from '../../api/client';
import { useFormat } from '../../i18n/format';
import { Dialog } from '../../ui/dialog';
import { Facts } from '../../ui/facts';
import { personName } from '../../ui/person-name';
import { ProblemNotice } from '../../ui/problem-notice';
import { toast } from '../../ui/toast-store';
import classes from './enrolment.module.css';
import { EnrolmentBadge } from './enrolment-state';
import { BEFORE_ATTENDING, isOver } from './groups';
import { IncompleteForm } from './incomplete-form';
import { endorse, readAgain, reject, withdraw, type Enrolment, type Offering } from './queries';
import { ReasonForm } from './reason-form';
import { Refusals } from './refusals';
import { isMyself, mayChange, mayManageSeats, mayNominate } from './rights';
import { hasBegun, type Step } from './steps';
import { SubstituteForm } from './substitute-form';

interface EnrolmentDialogProps {
  readonly enrolment: Enrolment;
  readonly offering: Offering;
  readonly step: Step | undefined;
  readonly onStep: (step: Step | undefined) => void;
  readonly onClose: () => void;
}

/** One person on the offering: how he stands, and each step that may be taken from there. */
export default function EnrolmentDialog(props: EnrolmentDialogProps) {
  const { enrolment, step, onStep, onClose } = props;
  const { t } = useTranslation('enrolment');
  const name = personName(enrolment);
  const back = () => onStep(undefined);
  const allowed = stepsOf(props);
  return (
    <Dialog title={step ? t(`step.${step}Of`, { name }) : name} onClose={onClose}>
      {step && allowed.includes(step) ? (
        <StepForm {...props} step={step} back={back} />
      ) : (
        <Standing {...props} allowed={allowed} />
      )}
    </Dialog>
  );
}

/** What is offered from where the person stands; the API decides. */
function stepsOf({ enrolment, offering }: EnrolmentDialogProps): Step[] {
  const before = BEFORE_ATTENDING.includes(enrolment.state);
  const mine = isMyself(enrolment.personId);
  const steps: (Step | false)[] = [
    enrolment.state === 'nominated' && mayNominate() && !mine && 'reject',
    before && mayChange() && 'withdraw',
    before && mayChange() && 'substitute',
    mayManageSeats() && hasBegun(offering) && !isOver(enrolment) && enrolment.seatNumber !== null && 'incomplete',
  ];
  return steps.filter((step) => step !== false);
}

function Standing({ enrolment, onStep, allowed }: EnrolmentDialogProps & { readonly allowed: readonly Step[] }) {
  const { t } = useTranslation('enrolment');
  const format = useFormat();
  const mine = isMyself(enrolment.personId);
  const decidable = enrolment.state === 'nominated' && mayNominate();
  return (
    <Stack>
      <EnrolmentBadge {...enrolment} />
      {enrolment.waitingReason && <Text size="sm">{t(`waitingWhy.${enrolment.waitingReason}`)}</Text>}
      <Facts
        facts={[
          { name: t('serviceNumber'), value: <bdi dir="ltr">{enrolment.serviceNumber}</bdi> },
          { name: t('unitThen'), value: <bdi dir="ltr">{enrolment.unitCode}</bdi> },
          { name: t('priority'), value: format.number(enrolment.priority) },
          { name: t('nominatedAt'), value: format.moment(enrolment.nominatedAt) },
          { name: t('endorsedAt'), value: enrolment.endorsedAt && format.moment(enrolment.endorsedAt) },
          { name: t('reason'), value: enrolment.stateReason && <bdi>{enrolment.stateReason}</bdi> },
          { name: t('endedBy'), value: enrolment.incompleteReason && t(`incomplete.${enrolment.incompleteReason}`) },
        ]}
      />
      <Link to="/people/$personId" params={{ personId: enrolment.personId }} className={classes.link}>
        {t('toPerson')}
      </Link>
      {decidable && mine && <Text size="sm">{t('notYourOwn')}</Text>}
      <Group gap="xs">
        {decidable && !mine && <EndorseOne enrolment={enrolment} />}
        {allowed.map((step) => (
          <Button key={step} variant="default" onClick={() => onStep(step)}>
            {t(`step.${step}`)}
          </Button>
        ))}
      </Group>
    </Stack>
  );
}

function EndorseOne({ enrolment: { id, offeringId } }: { readonly enrolment: Enrolment }) {
  const { t } = useTranslation('enrolment');
  const client = useQueryClient();
  const endorsing = useMutation({
    mutationFn: (key: string) => endorse([id], key),
    onSuccess: () => readAgain(client, offeringId),
  });
  const answer = endorsing.data?.results[0];
  return (
    <>
      {answer && 'refusals' in answer && <Refusals refusals={answer.refusals} />}
      <ProblemNotice error={endorsing.error} />
      <Button loading={endorsing.isPending} onClick={() => endorsing.mutate(idempotencyKey())}>
        {t('endorse')}
      </Button>
    </>
  );
}

interface StepFormProps extends EnrolmentDialogProps {
  readonly step: Step;
  readonly back: () => void;
}

function StepForm({ step, ...props }: StepFormProps) {
  if (step === 'substitute') return <SubstituteForm {...props} />;
  if (step === 'incomplete') return <IncompleteForm {...props} />;
  return <EndForm step={step} {...props} />;
}

function EndForm({ step, enrolment, back, onClose }: StepFormProps & { readonly step: 'reject' | 'withdraw' }) {
  const { t } = useTranslation('enrolment');
  const client = useQueryClient();
  const ending = useMutation({
    mutationFn: ({ reason, key }: { reason: string; key: string }) =>
      (step === 'reject' ? reject : withdraw)(enrolment.id, reason, key),
    onSuccess: () => {
      toast({ message: t(`step.${step}Done`, { name: personName(enrolment) }) });
      void readAgain(client, enrolment.offeringId);
    },
  });
  return (
    <ReasonForm
      consequence={t(enrolment.seatNumber ? 'seatPassesOn' : 'mayBeNominatedAgain')}
      action={t(`step.${step}`)}
      pending={ending.isPending}
      error={ending.error}
      onSubmit={(reason) => ending.mutate({ reason, key: idempotencyKey() }, { onSuccess: onClose })}
      onCancel={back}
    />
  );
}
