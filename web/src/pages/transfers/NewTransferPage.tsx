import { codeList } from '@zhitong/kernel';
import { Button, Form, Steps } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { useCommand } from '../../api/writing.ts';
import { Page } from '../../shell/Page.tsx';
import { useAddress } from '../../shell/scope.ts';
import { Facts } from '../../ui/Facts.tsx';
import { Field, type FieldSpec } from '../../ui/forms/Field.tsx';
import { FormValues } from '../../ui/forms/values.ts';
import { OrganizationName, PersonName } from '../../ui/names.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { ProblemPanel } from '../../ui/Problem.tsx';
import { Word } from '../../ui/StateTag.tsx';

const kinds = codeList('sameCommittee', 'withinCity', 'outOfCity', 'outOfProvince');
const inside = ['sameCommittee', 'withinCity'];

/** 党员 -> 去向 -> 核对 -> 提交. What was filled in stays when stepping back. */
export default function NewTransferPage() {
  const { t } = useTranslation();
  const address = useAddress();
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const [form] = Form.useForm<Record<string, unknown>>();
  const [step, setStep] = useState(0);
  const [given, setGiven] = useState<FormValues>(() => new FormValues({}));
  const submit = useCommand('requestTransfer', { changes: ['listTransfers', 'getMember', 'listMembers'] });
  const next = () =>
    form.validateFields().then(
      () => {
        setGiven(new FormValues(form.getFieldsValue(true)));
        setStep(step + 1);
      },
      () => form.focusField('kind'),
    );
  const send = async () => {
    const receipt = await submit.run({
      personId: given.text('personId'),
      kind: given.code(kinds, 'kind'),
      toCommitteeId: given.optional('toCommitteeId'),
      toBranchId: given.optional('toBranchId'),
      destination: given.optional('destination'),
      duesPaidTo: given.optional('duesPaidTo'),
    });
    if (receipt !== null) await navigate(address(`/transfers/${receipt.id}`));
  };
  return (
    <Page title={t('transfers.new')} path={[{ label: t('transfers.title'), to: address('/transfers') }]}>
      <div className="steps-page">
        <Steps
          current={step}
          items={[{ title: t('transfers.wizard.person') }, { title: t('transfers.wizard.where') }, { title: t('transfers.wizard.check') }]}
        />
        <Panel title={[t('transfers.wizard.person'), t('transfers.wizard.where'), t('transfers.wizard.check')][step] ?? ''}>
          <Form form={form} layout="vertical" initialValues={{ kind: 'withinCity', personId: params.get('person') ?? undefined }} preserve>
            {step === 0 ? <Field spec={{ name: 'personId', kind: 'person', label: t('transfers.wizard.person'), required: true }} /> : null}
            {step === 1 ? <Where /> : null}
          </Form>
          {step === 2 ? <Check given={given} /> : null}
          {submit.error === null ? null : <ProblemPanel error={submit.error} compact />}
          <div className="row">
            {step > 0 ? <Button onClick={() => setStep(step - 1)}>{t('transfers.wizard.previous')}</Button> : null}
            {step < 2 ? (
              <Button type="primary" onClick={() => void next()}>
                {t('transfers.wizard.next')}
              </Button>
            ) : null}
            {step === 2 ? (
              <Button type="primary" loading={submit.busy} onClick={() => void send()}>
                {submit.phase === 'confirming' ? t('ui.confirming') : t('transfers.wizard.submit')}
              </Button>
            ) : null}
          </div>
        </Panel>
      </div>
    </Page>
  );
}

function Where() {
  const { t } = useTranslation();
  const kind: unknown = Form.useWatch('kind');
  const within = typeof kind === 'string' && inside.includes(kind);
  const specs: readonly FieldSpec[] = [
    { name: 'kind', kind: 'code', set: 'transferKind', codes: kinds.values, label: t('transfers.wizard.kind'), required: true },
    ...(within ? [{ name: 'toCommitteeId', kind: 'organization', label: t('transfers.wizard.toCommittee'), required: true } as const] : []),
    ...(kind === 'sameCommittee' ? [{ name: 'toBranchId', kind: 'organization', label: t('transfers.wizard.toBranch'), required: true } as const] : []),
    ...(within ? [] : [{ name: 'destination', kind: 'text', label: t('transfers.wizard.destination'), required: true } as const]),
    { name: 'duesPaidTo', kind: 'month', label: t('transfers.wizard.duesPaidTo'), required: true },
  ];
  return (
    <>
      {specs.map((spec) => (
        <Field key={spec.name} spec={spec} />
      ))}
    </>
  );
}

function Check({ given }: { given: FormValues }) {
  const { t } = useTranslation();
  const kind = given.code(kinds, 'kind');
  const to = given.optional('toBranchId') ?? given.optional('toCommitteeId');
  return (
    <div className="stack">
      <Facts
        of={[
          [t('transfers.wizard.person'), <PersonName key="person" id={given.text('personId')} />],
          [t('transfers.wizard.kind'), <Word key="kind" set="transferKind" code={kind} />],
          [t('transfers.columns.to'), to === undefined ? given.optional('destination') : <OrganizationName key="to" id={to} plain />],
          [t('transfers.wizard.duesPaidTo'), given.optional('duesPaidTo')],
        ]}
      />
      <p className="quiet">{t('transfers.responsible')}</p>
    </div>
  );
}
