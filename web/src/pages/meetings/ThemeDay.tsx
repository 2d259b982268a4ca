import { isBranchKind } from '@zhitong/catalogue/codes-organizations.ts';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../api/reading.ts';
import { useSession } from '../../shell/session.tsx';
import { CommandButton } from '../../ui/forms/CommandDialog.tsx';
import { plainDate, today } from '../../ui/formats.ts';
import { Loading, Panel } from '../../ui/Panel.tsx';

/** ORG-35: on which day of the month the branch holds its theme days; a committee has none. */
export function ThemeDay({ organizationId }: { readonly organizationId: string }) {
  const { can } = useSession();
  const organization = useRead('getOrganization', { organizationId }, { enabled: can('organization.read') });
  return organization.data !== undefined && isBranchKind(organization.data.kind) ? <OfBranch organizationId={organizationId} /> : null;
}

function OfBranch({ organizationId }: { readonly organizationId: string }) {
  const { t } = useTranslation();
  const { can } = useSession();
  const query = useRead('themeDay', { organizationId });
  return (
    <Panel title={t('meetings.themeDay.title')} extra={can('meeting.keep') ? <Fix organizationId={organizationId} /> : null}>
      <Loading of={query} lines={1}>
        {({ days }) => (
          <ul>
            {days.length === 0 ? <li className="quiet">{t('meetings.themeDay.none')}</li> : null}
            {days.map(({ dayOfMonth, fromOn }) => (
              <li key={fromOn}>{t('meetings.themeDay.on', { day: dayOfMonth, from: plainDate(fromOn) })}</li>
            ))}
          </ul>
        )}
      </Loading>
    </Panel>
  );
}

function Fix({ organizationId }: { readonly organizationId: string }) {
  const { t } = useTranslation();
  return (
    <CommandButton
      act={{
        command: 'fixThemeDay',
        label: t('meetings.themeDay.fix'),
        changes: ['themeDay'],
        initial: { fromOn: today() },
        fields: [
          { name: 'dayOfMonth', kind: 'number', label: t('meetings.themeDay.day'), required: true },
          { name: 'fromOn', kind: 'date', label: t('meetings.themeDay.from'), required: true },
        ],
        input: (values) => ({ organizationId, dayOfMonth: values.count('dayOfMonth'), fromOn: values.text('fromOn') }),
      }}
    />
  );
}
