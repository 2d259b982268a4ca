import { useTranslation } from 'react-i18next';
import { useOrganizationNames, usePersonNames } from '../../api/names.ts';
import { useRead } from '../../api/reading.ts';
import { instant } from '../../ui/formats.ts';
import { Loading, Panel } from '../../ui/Panel.tsx';
import { Timeline } from '../../ui/Timeline.tsx';
import { useSentence } from '../../ui/words.ts';

/** 沿革: one sentence per event; when it took effect and, where that differs, when it was recorded. */
export function History({ organizationId }: { organizationId: string }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const query = useRead('getOrganizationHistory', { organizationId, limit: 100 });
  const items = query.data?.items ?? [];
  const person = usePersonNames(items.map(({ actorId }) => (actorId.startsWith('per_') ? actorId : null)));
  const organization = useOrganizationNames(items.flatMap(({ actorOrganizationId, details }) => [actorOrganizationId, ...idsIn(details)]));
  const named = (value: unknown) => (typeof value === 'string' && value.startsWith('org_') ? (organization(value) ?? value) : String(value));
  const who = (actorId: string, actorOrganizationId: string | null) =>
    actorId.startsWith('per_')
      ? [person(actorId) ?? '…', actorOrganizationId === null ? null : organization(actorOrganizationId)].filter(Boolean).join(' · ')
      : t('orgProfile.history.system');
  return (
    <Panel title={t('orgProfile.tabs.history')}>
      <Loading of={query} lines={6}>
        {() => (
          <Timeline
            entries={items.map(({ version, type, occurredAt, recordedAt, actorId, actorOrganizationId, details }) => ({
              key: String(version),
              when: instant(occurredAt),
              what: [sentence('orgProfile.events', type), ...targetsIn(details).map(named)].join(' · '),
              note: [
                t('orgProfile.history.by', { who: who(actorId, actorOrganizationId) }),
                instant(recordedAt) === instant(occurredAt) ? '' : t('orgProfile.history.recorded', { time: instant(recordedAt) }),
              ]
                .filter(Boolean)
                .join(' · '),
            }))}
          />
        )}
      </Loading>
    </Panel>
  );
}

type Details = Readonly<Record<string, unknown>>;
const idsIn = (details: Details) => targetsIn(details).flatMap((value) => (typeof value === 'string' && value.startsWith('org_') ? [value] : []));
/** Where it went and when it takes effect; the rest is for the audit. */
const targetsIn = ({ toParentId, toPlaceId, effectiveOn, name }: Details): readonly unknown[] =>
  [name, toParentId, toPlaceId, effectiveOn].filter((value) => value !== undefined);
