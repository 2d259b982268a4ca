import { useTranslation } from 'react-i18next';
import type { Output } from '../../api/client.ts';
import { useRead } from '../../api/reading.ts';
import { Page } from '../../shell/Page.tsx';
import { useSession } from '../../shell/session.tsx';
import { Bar } from '../../ui/Deadline.tsx';
import { CommandButton } from '../../ui/forms/CommandDialog.tsx';
import { instant, number } from '../../ui/formats.ts';
import { Freshness } from '../../ui/Freshness.tsx';
import { Loading, Panel } from '../../ui/Panel.tsx';
import { StateTag, Tag, useWord, Word } from '../../ui/StateTag.tsx';

const services = {
  organizations: {
    subscriptions: 'subscriptionsOfOrganizations',
    rebuild: 'rebuildProjectionOfOrganizations',
    parked: 'parkedKeysOfOrganizations',
    redrive: 'redriveKeyOfOrganizations',
  },
  members: { subscriptions: 'subscriptionsOfMembers', rebuild: 'rebuildProjectionOfMembers', parked: 'parkedKeysOfMembers', redrive: 'redriveKeyOfMembers' },
} as const;
type Service = keyof typeof services;
type Subscription = Output<'subscriptionsOfOrganizations'>['items'][number];

/** Operations have no live channel: a page about lag must not wait for hints that may lag themselves. */
const everySeconds = 5;

export default function ProjectionsPage() {
  const { t } = useTranslation();
  return (
    <Page title={t('ops.title')}>
      <div className="stack">
        {(['organizations', 'members'] as const).map((service) => (
          <ServicePanel key={service} service={service} />
        ))}
      </div>
    </Page>
  );
}

function ServicePanel({ service }: { service: Service }) {
  const { t } = useTranslation();
  const word = useWord();
  const query = useRead(services[service].subscriptions, {}, { pollSeconds: everySeconds });
  const data = query.data;
  return (
    <Panel
      title={word('context', service)}
      extra={
        data === undefined || query.answer === undefined ? null : (
          <>
            {data.lag > 0 ? (
              <Tag tone="warn" icon="clock">
                {t('ops.lag', { count: data.lag })}
              </Tag>
            ) : (
              <Tag tone="ok" icon="check">
                {t('ops.fresh')}
              </Tag>
            )}
            {data.stalledMs > 5_000 ? (
              <Tag tone="danger" icon="warning">
                {t('ops.stalled', { seconds: Math.round(data.stalledMs / 1_000) })}
              </Tag>
            ) : null}
            {(data.relayStalledMs ?? 0) > 5_000 ? (
              <Tag tone="danger" icon="warning">
                {t('ops.relayStalled', { seconds: Math.round((data.relayStalledMs ?? 0) / 1_000) })}
              </Tag>
            ) : null}
            <Freshness receivedAt={query.answer.receivedAt} lagSeconds={0} />
          </>
        )
      }
    >
      <Loading of={query} lines={5}>
        {({ items }) => <Subscriptions service={service} items={items} />}
      </Loading>
      <Parked service={service} />
    </Panel>
  );
}

/** A subscription is called after its projection, version and build: `inbox.v1.b2`. */
const projectionOf = (subscription: string) => subscription.replace(/\.v\d+\.b\d+$/, '');

function Subscriptions({ service, items }: { service: Service; items: readonly Subscription[] }) {
  const { t } = useTranslation();
  const { can } = useSession();
  const rebuild = (projection: string) => (
    <CommandButton
      small
      act={{
        command: services[service].rebuild,
        label: t('ops.rebuild'),
        consequences: t('ops.rebuildConfirm'),
        input: () => ({ projection }),
        changes: [services[service].subscriptions],
      }}
    />
  );
  return (
    <div className="table-scroll" tabIndex={0} role="region" aria-label={t('ops.title')}>
      <table className="plain-table">
        <thead>
          <tr>
            {(['name', 'kind', 'state'] as const).map((key) => (
              <th key={key} scope="col">
                {t(`ops.columns.${key}`)}
              </th>
            ))}
            {(['position', 'handled', 'build'] as const).map((key) => (
              <th key={key} scope="col" className="end">
                {t(`ops.columns.${key}`)}
              </th>
            ))}
            {(['progress', 'error'] as const).map((key) => (
              <th key={key} scope="col">
                {t(`ops.columns.${key}`)}
              </th>
            ))}
            <th scope="col">{t('ui.actions')}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={item.name}>
              <th scope="row">{item.name}</th>
              <td>
                <Word set="subscriptionKind" code={item.kind} />
              </td>
              <td>
                <StateTag set="subscriptionState" code={item.state} />
              </td>
              <td className="end">{number(item.position)}</td>
              <td className="end">{number(item.handled)}</td>
              <td className="end">{item.building === null ? (item.build ?? '—') : `${item.build ?? '—'} → ${item.building}`}</td>
              <td>
                {item.buildingProgress === null ? (
                  '—'
                ) : (
                  <>
                    <Bar share={item.buildingProgress} /> {(item.buildingProgress * 100).toFixed(0)} %
                  </>
                )}
              </td>
              <td>{item.lastError ?? '—'}</td>
              <td>{item.kind === 'projection' && item.building === null && can('operations.act') ? rebuild(projectionOf(item.name)) : null}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Parked({ service }: { service: Service }) {
  const { t } = useTranslation();
  const { can } = useSession();
  const { parked, redrive } = services[service];
  const query = useRead(parked, { limit: 50 }, { pollSeconds: everySeconds });
  return (
    <>
      <h3 className="group-title">{t('ops.parked')}</h3>
      <Loading of={query}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="quiet">{t('ops.noParked')}</p>
          ) : (
            <table className="plain-table">
              <thead>
                <tr>
                  {(['subscription', 'stream', 'type', 'error', 'at', 'waiting'] as const).map((key) => (
                    <th key={key} scope="col">
                      {t(`ops.parkedColumns.${key}`)}
                    </th>
                  ))}
                  <th scope="col">{t('ui.actions')}</th>
                </tr>
              </thead>
              <tbody>
                {items.map(({ subscription, stream, type, error, parkedAt, waiting }) => (
                  <tr key={subscription + stream}>
                    <td>{subscription}</td>
                    <td>
                      <code>{stream}</code>
                    </td>
                    <td>{type}</td>
                    <td>{error}</td>
                    <td>{instant(parkedAt)}</td>
                    <td className="end">{number(waiting)}</td>
                    <td>
                      {can('operations.act') ? (
                        <CommandButton small act={{ command: redrive, label: t('ops.redrive'), input: () => ({ subscription, stream }), changes: [parked] }} />
                      ) : null}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          )
        }
      </Loading>
    </>
  );
}
