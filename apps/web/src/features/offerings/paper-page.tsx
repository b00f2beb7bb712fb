import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { generate } from 'lean-qr';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { offeringQuery } from '../../api/offerings';
import { localized } from '../../i18n/format';
import { registerQuery, type Register, type RegisterLine } from '../../offline/registers';
import { BackLink } from '../../ui/back-link';
import { Lines, Loaded } from '../../ui/loaded';
import { LocalTime } from '../../ui/local-time';
import { Page } from '../../ui/page';
import { otherNames, personName } from '../../ui/person-name';
import { LETTERS } from './paper-entries';
import classes from './paper.module.css';
import { ATTENDANCE } from './queries';

const route = getRouteApi('/sessions/$sessionId/paper');

/** The register for a pen: where no device is to be had. Its QR code leads to where it is typed back. */
export default function PaperPage() {
  const { t } = useTranslation('offerings');
  const { sessionId } = route.useParams();
  const query = useQuery(registerQuery(sessionId));
  return (
    <Page
      title={t('paper')}
      above={
        <span data-print="no">
          <BackLink to="/sessions/$sessionId/register" params={{ sessionId }}>
            {t('register')}
          </BackLink>
        </span>
      }
      actions={
        <Button onClick={() => window.print()} data-print="no">
          {t('print')}
        </Button>
      }
    >
      <Loaded query={query} skeleton={<Lines count={8} />}>
        {(register) => <Sheet register={register} />}
      </Loaded>
    </Page>
  );
}

function Sheet({ register }: { readonly register: Register }) {
  const { t } = useTranslation('offerings');
  const { data: offering } = useQuery(offeringQuery(register.offeringId));
  const people = [...register.people].sort((a, b) => (a.seatNumber ?? Infinity) - (b.seatNumber ?? Infinity));
  return (
    <div className={classes.sheet}>
      <div className={classes.head}>
        <div>
          <p className={classes.course}>{offering && localized(offering.courseTitle)}</p>
          <p>
            <bdi dir="ltr">
              {register.offeringCode} · {register.blockCode}
            </bdi>
          </p>
          <p>
            <LocalTime start={register.start} end={register.end} zone={register.zone} />
          </p>
          <p className={classes.how}>{t('paperHow')}</p>
        </div>
        <Code
          address={`${location.origin}/sessions/${register.sessionId}/register?paper=true`}
          label={t('paperCode')}
        />
      </div>
      <div className={classes.scroll} role="region" aria-label={t('paper')} tabIndex={0}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t('seat')}</th>
              <th scope="col" className={classes.name}>
                {t('name')}
              </th>
              {ATTENDANCE.map((status) => (
                <th scope="col" key={status}>
                  {t(`attendance.${status}`)} <bdi>({LETTERS[status]})</bdi>
                  {status === 'late' && ` ${t('minutes')}`}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {people.map((person) => (
              <Row key={person.enrolmentId} person={person} />
            ))}
          </tbody>
        </table>
      </div>
      <div className={classes.signed}>
        <p>{t('paperMarkedBy')}</p>
        <p>{t('paperOn')}</p>
      </div>
    </div>
  );
}

function Row({ person }: { readonly person: RegisterLine }) {
  return (
    <tr>
      <td>{person.seatNumber}</td>
      <th scope="row" className={classes.name}>
        <bdi>{personName(person)}</bdi>
        <small>
          <bdi dir="ltr">{person.serviceNumber}</bdi>
          {otherNames(person).map(({ lang, name }) => (
            <span key={lang}>
              {' · '}
              <bdi lang={lang}>{name}</bdi>
            </span>
          ))}
        </small>
      </th>
      {ATTENDANCE.map((status) => (
        <td key={status}>
          <span className={classes.box} data-minutes={status === 'late' || undefined} />
        </td>
      ))}
    </tr>
  );
}

/** Drawn as a picture of our own: the library's would need a canvas. */
function Code({ address, label }: { readonly address: string; readonly label: string }) {
  const { size, path } = useMemo(() => {
    const code = generate(address);
    const cells: string[] = [];
    for (let y = 0; y < code.size; y++)
      for (let x = 0; x < code.size; x++) if (code.get(x, y)) cells.push(`M${x} ${y}h1v1h-1z`);
    return { size: code.size, path: cells.join('') };
  }, [address]);
  return (
    <figure className={classes.code}>
      <svg viewBox={`-2 -2 ${size + 4} ${size + 4}`} role="img" aria-label={label} shapeRendering="crispEdges">
        <rect x="-2" y="-2" width={size + 4} height={size + 4} fill="#fff" />
        <path d={path} fill="#000" />
      </svg>
      <figcaption>{label}</figcaption>
    </figure>
  );
}
