import { Button, Form, Steps, type FormInstance } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WritePhase } from '../../api/intention.ts';
import { Panel } from '../Panel.tsx';
import { ProblemPanel } from '../Problem.tsx';
import { Field, type FieldSpec } from './Field.tsx';
import { FormValues } from './values.ts';

export interface WizardStep {
  readonly title: string;
  /** What is asked may depend on what was filled in so far. */
  readonly fields: (values: FormValues) => readonly FieldSpec[];
}

interface Props {
  readonly steps: readonly WizardStep[];
  readonly initial: Readonly<Record<string, unknown>>;
  /** Title of the last step, and what it shows before anything is sent. */
  readonly checkTitle: string;
  readonly check: (values: FormValues) => React.ReactNode;
  readonly submitLabel: string;
  readonly sending: { readonly phase: WritePhase; readonly busy: boolean; readonly error: unknown };
  readonly onSubmit: (values: FormValues) => void;
}

/** Step by step, with everything to be looked at before it is sent. What was filled in stays when stepping back. */
export function Wizard({ steps, initial, checkTitle, check, submitLabel, sending, onSubmit }: Props) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Record<string, unknown>>();
  const [at, setAt] = useState(0);
  const [given, setGiven] = useState<FormValues>(() => new FormValues(initial));
  const step = steps[at];
  const next = () =>
    form.validateFields().then(
      () => {
        setGiven(allOf(form));
        setAt(at + 1);
      },
      () => undefined,
    );
  return (
    <div className="steps-page">
      <Steps current={at} items={[...steps.map(({ title }) => ({ title })), { title: checkTitle }]} />
      <Panel title={step?.title ?? checkTitle}>
        <Form form={form} layout="vertical" initialValues={initial} preserve scrollToFirstError={{ focus: true }}>
          {step === undefined ? null : <Fields key={at} fields={step.fields} />}
        </Form>
        {step === undefined ? check(given) : null}
        {sending.error === null ? null : <ProblemPanel error={sending.error} fields={steps.flatMap(({ fields }) => fields(given))} compact />}
        <div className="row wizard-moves">
          {at > 0 ? <Button onClick={() => setAt(at - 1)}>{t('ui.wizard.previous')}</Button> : null}
          {step === undefined ? (
            <Button type="primary" loading={sending.busy} onClick={() => onSubmit(given)}>
              {sending.phase === 'confirming' ? t('ui.confirming') : submitLabel}
            </Button>
          ) : (
            <Button type="primary" onClick={() => void next()}>
              {t('ui.wizard.next')}
            </Button>
          )}
        </div>
      </Panel>
    </div>
  );
}

/** Values of fields that are not shown now as well. */
const allOf = (form: FormInstance<Record<string, unknown>>) => new FormValues(form.getFieldsValue(true) as Record<string, unknown>);

function Fields({ fields }: { fields: WizardStep['fields'] }) {
  const form = Form.useFormInstance<Record<string, unknown>>();
  Form.useWatch([], form);
  return (
    <>
      {fields(allOf(form)).map((spec) => (
        <Field key={spec.name} spec={spec} />
      ))}
    </>
  );
}
