import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { usePersonNames } from '../../api/names.ts';
import { useRead } from '../../api/reading.ts';
import { OwnTransfers } from '../../shell/Pages.tsx';
import { Facts } from '../../ui/Facts.tsx';
import { instant, plainDate } from '../../ui/formats.ts';
import { OrganizationName } from '../../ui/names.tsx';
import { Loading, Panel } from '../../ui/Panel.tsx';
import { useWord, Word } from '../../ui/StateTag.tsx';
import { Timeline } from '../../ui/Timeline.tsx';
import { comma } from '../../i18n/comma.ts';

/** What a member without an office sees: the own record, the own transfers, and who looked at it. */
export function OwnRecord() {
  const { t } = useTranslation();
  const record = useRead('myRecord', {});
  return (
    <div className="two">
      <Panel title={t('home.own.title')}>
        <Loading of={record}>
          {({ name, member }) => (
            <Facts
              of={[
                [t('members.columns.name'), name],
                [t('home.own.branch'), <OrganizationName key="branch" id={member?.branchId} plain />],
                [t('home.own.kind'), member ? <Word set="memberKind" code={member.kind} /> : null],
                [t('home.own.joined'), plainDate(member?.joinedOn)],
              ]}
            />
          )}
        </Loading>
      </Panel>
      <div className="stack">
        <Suspense fallback={null}>
          <OwnTransfers />
        </Suspense>
        <Looks />
      </div>
    </div>
  );
}

function Looks() {
  const { t } = useTranslation();
  const word = useWord();
  const looks = useRead('whoLookedAtMe', { limit: 5 });
  const names = usePersonNames(looks.data?.items.map(({ byPersonId }) => byPersonId) ?? []);
  return (
    <Panel title={t('home.own.looks')}>
      <Loading of={looks}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="quiet">{t('home.own.noLooks')}</p>
          ) : (
            <Timeline
              entries={items.map(({ at, byPersonId, fields, reason }) => ({
                key: `${at}${byPersonId}`,
                when: instant(at),
                what: names(byPersonId) ?? '…',
                note: `${fields.map((field) => word('revealableField', field)).join(comma())} · ${word('revealReason', reason)}`,
              }))}
            />
          )
        }
      </Loading>
    </Panel>
  );
}
