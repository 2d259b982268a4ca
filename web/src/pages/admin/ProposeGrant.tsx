import { views } from '@zhitong/catalogue/codes.ts';
import { roles } from '@zhitong/catalogue/rights.ts';
import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../api/reading.ts';
import { CommandButton } from '../../ui/forms/CommandDialog.tsx';
import { number, today } from '../../ui/formats.ts';

/** A proposed grant; what it would make visible is shown while it is filled in. */
export function ProposeGrant() {
  const { t } = useTranslation();
  return (
    <CommandButton
      primary
      act={{
        command: 'proposeGrant',
        label: t('admin.grant.propose'),
        changes: ['listGrants'],
        consequences: t('admin.grant.secondPerson'),
        initial: { view: 'line', fromOn: today() },
        after: <Preview />,
        fields: [
          { name: 'personId', kind: 'text', label: t('admin.grant.personId'), required: true },
          { name: 'role', kind: 'code', set: 'role', codes: roles.values, label: t('admin.grant.role'), required: true },
          { name: 'organizationId', kind: 'text', label: t('admin.grant.organizationId'), required: true },
          { name: 'view', kind: 'code', set: 'view', codes: views.values, label: t('admin.grant.view'), required: true },
          { name: 'fromOn', kind: 'date', label: t('admin.grant.from'), required: true },
          { name: 'untilOn', kind: 'date', label: t('admin.grant.until') },
        ],
        input: (values) => ({
          personId: values.text('personId'),
          role: values.code(roles, 'role'),
          organizationId: values.text('organizationId'),
          view: values.code(views, 'view'),
          fromOn: values.text('fromOn'),
          untilOn: values.optional('untilOn'),
        }),
      }}
    />
  );
}

/** Administrators of security read no organizations: both sides of a grant are given by their numbers. */
const wholeId = /^org_[0-9a-f]{20}$/;

function Preview() {
  const { t } = useTranslation();
  const role: unknown = Form.useWatch('role');
  const organizationId: unknown = Form.useWatch('organizationId');
  const view: unknown = Form.useWatch('view');
  const chosen =
    typeof role === 'string' &&
    roles.has(role) &&
    typeof organizationId === 'string' &&
    wholeId.test(organizationId) &&
    typeof view === 'string' &&
    views.has(view)
      ? { role, organizationId, view }
      : null;
  const { data } = useRead('previewGrant', chosen ?? { role: 'member', organizationId: '' }, { enabled: chosen !== null, keep: true });
  if (chosen === null || data === undefined) return null;
  return (
    <div className="band band-info" role="status">
      <span>
        <strong>{t('admin.grant.preview', { count: number(data.organizations) as never })}</strong>
        <br />
        {t('admin.grant.rights', { list: data.rights.join(', ') })}
      </span>
    </div>
  );
}
