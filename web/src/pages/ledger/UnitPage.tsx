import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import type { Output } from '../../api/client.ts';
import { usePersonNames } from '../../api/names.ts';
import { useRead } from '../../api/reading.ts';
import { isMissing, NotFound } from '../../shell/NotFound.tsx';
import { Page } from '../../shell/Page.tsx';
import { useAddress } from '../../shell/scope.ts';
import { Facts } from '../../ui/Facts.tsx';
import { money, number, plainDate } from '../../ui/formats.ts';
import { Loading, Panel } from '../../ui/Panel.tsx';
import { StateTag, Tag } from '../../ui/StateTag.tsx';
import { Watermark } from '../../ui/Watermark.tsx';
import { UnitActions } from './UnitActions.tsx';
import { comma } from '../../i18n/comma.ts';

export type Unit = Output<'getUnit'>;

/** One unit of the ledger: what it says of itself, how it stands, and what may be done next. */
export default function UnitPage() {
  const { t } = useTranslation();
  const address = useAddress();
  const { unitId = '' } = useParams();
  const query = useRead('getUnit', { unitId });
  if (isMissing(query.error)) return <NotFound />;
  return (
    <Page
      title={query.data?.name ?? t('ledger.title')}
      path={[{ label: t('ledger.title'), to: address('/coverage') }]}
      actions={query.data === undefined ? null : <UnitActions unit={query.data} />}
    >
      <Watermark />
      <Loading of={query} lines={8}>
        {(unit) => (
          <div className="stack">
            <Figures unit={unit} />
            <Standing unit={unit} />
          </div>
        )}
      </Loading>
    </Page>
  );
}

function Figures({ unit: { organizationId, organizationName, ledger, staff, fullMembers, revenueFen, flags, figuresOn, stale } }: { unit: Unit }) {
  const { t } = useTranslation();
  const address = useAddress();
  return (
    <Panel title={t('ledger.unit')}>
      <Facts
        of={[
          [
            t('ledger.keeper'),
            <Link key="keeper" to={address(`/orgs/${organizationId}`)}>
              {organizationName}
            </Link>,
          ],
          [t('ledger.ledger'), t(`ledger.ledgers.${ledger}`)],
          [t('ledger.staff'), number(staff)],
          [t('ledger.fullMembers'), number(fullMembers)],
          [t('ledger.revenue'), revenueFen === null ? null : money(revenueFen)],
          [t('ledger.flags'), flags.length === 0 ? null : flags.map((flag) => t(`ledger.thresholds.${flag}`)).join(comma())],
          [t('ledger.figuresOn'), plainDate(figuresOn)],
        ]}
      />
      {stale ? <p className="band band-warn">{t('ledger.stale')}</p> : null}
    </Panel>
  );
}

function Standing({ unit }: { unit: Unit }) {
  const { t } = useTranslation();
  const address = useAddress();
  const name = usePersonNames([unit.liaisonId, unit.firstSecretaryId]);
  const { state, threshold, dueSinceOn, overdue, orgCoverage, coveringOrgId, coveringOrgName, exemptUntilOn, exemptionReason } = unit;
  return (
    <Panel title={t('ledger.state')} extra={<StateTag set="unitState" code={state} />}>
      <Facts
        of={[
          [t('ledger.threshold'), threshold === null ? null : t(`ledger.thresholds.${threshold}`)],
          [t('ledger.dueSince'), dueSinceOn === null ? null : plainDate(dueSinceOn)],
          [
            t('ledger.coveringOrg'),
            coveringOrgId === null ? null : (
              <Link key="covering" to={address(`/orgs/${coveringOrgId}`)}>
                {coveringOrgName}
              </Link>
            ),
          ],
          [t('ledger.orgCoverage'), orgCoverage === null ? null : t(`ledger.ways.${orgCoverage}`)],
          [
            t('ledger.liaison'),
            unit.liaisonId === null ? null : t('ledger.liaisonUntil', { name: name(unit.liaisonId) ?? '…', date: plainDate(unit.liaisonUntilOn) }),
          ],
          [t('ledger.work'), t(unit.workCovered ? 'ledger.worked' : 'ledger.notWorked')],
          ...(exemptUntilOn === null
            ? []
            : ([
                [t('ledger.exemptUntil'), plainDate(exemptUntilOn)],
                [t('ledger.exemptReason'), exemptionReason === null ? null : t(`ledger.reasons.${exemptionReason}`)],
              ] as const)),
          ...(unit.firstSecretaryId === null ? [] : ([[t('ledger.firstSecretary'), name(unit.firstSecretaryId) ?? '…']] as const)),
        ]}
      />
      {overdue ? (
        <Tag tone="danger" icon="warning">
          {t('ledger.overdue')}
        </Tag>
      ) : null}
    </Panel>
  );
}
