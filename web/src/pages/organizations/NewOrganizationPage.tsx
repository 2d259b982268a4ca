import { levels, organizationKinds, sectors } from '@zhitong/catalogue/codes.ts';
import { isBranchKind, lineReasons } from '@zhitong/catalogue/codes-organizations.ts';
import { useLineReason } from './line-reasons.ts';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { useCommand } from '../../api/writing.ts';
import { Page } from '../../shell/Page.tsx';
import { useAddress, useScope } from '../../shell/scope.ts';
import { Facts } from '../../ui/Facts.tsx';
import type { FieldSpec } from '../../ui/forms/Field.tsx';
import type { FormValues } from '../../ui/forms/values.ts';
import { Wizard } from '../../ui/forms/Wizard.tsx';
import { OrganizationName, PersonName } from '../../ui/names.tsx';
import { Word } from '../../ui/StateTag.tsx';

const unitFields = ['unit1', 'unit2', 'unit3', 'unit4', 'unit5'] as const;

/** Units of a joint branch have no register of their own yet: their ids are made here. */
const unitsIn = (values: FormValues) =>
  values.text('kind') !== 'jointBranch'
    ? []
    : unitFields
        .map((name) => values.list(name))
        .filter((memberIds) => memberIds.length > 0)
        .map((memberIds) => ({ unitId: `unt_${crypto.randomUUID().replaceAll('-', '')}`, memberIds }));

const foundersIn = (values: FormValues): readonly string[] =>
  values.text('kind') === 'jointBranch' ? unitFields.flatMap((name) => values.list(name)) : values.list('memberIds');

const isBranch = (values: FormValues): boolean => isBranchKind(values.code(organizationKinds, 'kind'));

/** 组织 -> 隶属与发起党员 -> 核对 -> 提交. The committee above approves; until then nothing stands. */
export default function NewOrganizationPage() {
  const { t } = useTranslation();
  const address = useAddress();
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const { scope } = useScope();
  const parent = params.get('parent') ?? scope.organizationId;
  const { what, where } = useSteps();
  const submit = useCommand('proposeOrganization', { changes: ['listOrganizations', 'listChildren', 'getOrganization'] });
  const send = async (values: FormValues) => {
    const receipt = await submit.run({
      name: values.text('name'),
      kind: values.code(organizationKinds, 'kind'),
      level: values.code(levels, 'level'),
      sector: values.code(sectors, 'sector'),
      lineParentId: values.text('line'),
      placeParentId: values.text('place'),
      endsOn: values.text('kind') === 'temporaryBranch' ? values.optional('endsOn') : undefined,
      reasonCode: values.optionalCode(lineReasons, 'reasonCode'),
      memberIds: values.text('kind') === 'jointBranch' || !isBranch(values) ? [] : values.list('memberIds'),
      units: unitsIn(values),
    });
    if (receipt !== null) await navigate(address(`/orgs/${receipt.id}`, { scope: undefined }));
  };
  return (
    <Page title={t('orgs.propose')} path={[{ label: t('orgs.title'), to: address('/orgs') }]}>
      <Wizard
        steps={[
          { title: t('orgs.wizard.what'), fields: () => what },
          { title: t('orgs.wizard.where'), fields: where },
        ]}
        initial={{ line: parent, place: parent, level: 'base', kind: 'branch' }}
        checkTitle={t('orgs.wizard.check')}
        check={(values) => <Check values={values} />}
        submitLabel={t('orgs.wizard.submit')}
        sending={submit}
        onSubmit={(values) => void send(values)}
      />
    </Page>
  );
}

function useSteps() {
  const { t } = useTranslation();
  const lineReason = useLineReason();
  const what: readonly FieldSpec[] = [
    { name: 'name', kind: 'text', label: t('orgs.form.name'), required: true },
    { name: 'kind', kind: 'code', set: 'organizationKind', codes: organizationKinds.values, label: t('orgs.form.kind'), required: true },
    { name: 'level', kind: 'code', set: 'level', codes: levels.values, label: t('orgs.form.level'), required: true },
    { name: 'sector', kind: 'code', set: 'sector', codes: sectors.values, label: t('orgs.form.sector'), required: true },
  ];
  const founders = (values: FormValues): readonly FieldSpec[] => {
    if (!isBranch(values)) return [];
    if (values.text('kind') !== 'jointBranch') return [{ name: 'memberIds', kind: 'people', label: t('orgs.form.members'), hint: t('orgs.form.membersHint') }];
    return unitFields.map((name, at) => ({ name, kind: 'people', label: t('orgs.form.unit', { n: at + 1 }) }));
  };
  const where = (values: FormValues): readonly FieldSpec[] => [
    { name: 'line', kind: 'organization', label: t('orgs.form.line'), required: true },
    { name: 'place', kind: 'organization', city: true, label: t('orgs.form.place'), required: true },
    ...founders(values),
    ...(values.text('kind') === 'temporaryBranch' ? [{ name: 'endsOn', kind: 'date', label: t('orgs.form.endsOn'), required: true } as const] : []),
    lineReason,
  ];
  return { what, where };
}

/** What will happen, before it is asked for. */
function Check({ values }: { values: FormValues }) {
  const { t } = useTranslation();
  const founders = foundersIn(values);
  return (
    <div className="stack">
      <p className="consequences">
        {t('orgs.wizard.consequences')}
        {isBranch(values) ? ` ${t('orgs.wizard.members', { count: founders.length })}` : ''}
      </p>
      <Facts
        of={[
          [t('orgs.form.name'), values.text('name')],
          [t('orgs.form.kind'), <Word key="kind" set="organizationKind" code={values.text('kind')} />],
          [t('orgs.form.level'), <Word key="level" set="level" code={values.text('level')} />],
          [t('orgs.form.sector'), <Word key="sector" set="sector" code={values.text('sector')} />],
          [t('orgs.form.line'), <OrganizationName key="line" id={values.text('line')} plain />],
          [t('orgs.form.place'), <OrganizationName key="place" id={values.text('place')} plain />],
          [
            t('orgs.form.members'),
            founders.length === 0 ? null : (
              <span key="members" className="row">
                {founders.map((personId) => (
                  <PersonName key={personId} id={personId} />
                ))}
              </span>
            ),
          ],
          [t('orgs.form.effectiveOn'), t('orgs.wizard.onApproval')],
        ]}
      />
    </div>
  );
}
