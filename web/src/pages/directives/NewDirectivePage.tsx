import { askedAgainReasons, directiveKinds, guideScope } from '@zhitong/catalogue/codes-link.ts';
import { Button, Form, type FormInstance } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useRead } from '../../api/reading.ts';
import { useCommand } from '../../api/writing.ts';
import { Page } from '../../shell/Page.tsx';
import { useAddress } from '../../shell/scope.ts';
import { useSession } from '../../shell/session.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Field, type FieldSpec } from '../../ui/forms/Field.tsx';
import { useSettled } from '../../ui/forms/use-settled.ts';
import { FormValues } from '../../ui/forms/values.ts';
import { number } from '../../ui/formats.ts';
import { Panel } from '../../ui/Panel.tsx';
import { ProblemPanel } from '../../ui/Problem.tsx';
import { openQuarters, useQuarter } from '../guides/quarter.ts';
import { Reach } from './Reach.tsx';
import { ScopeEditor, type TargetScope } from './ScopeEditor.tsx';
import { useAskedAgain } from './use-asked-again.ts';

const shown = ['listDirectives', 'getDirective', 'todo', 'inboxCounts', 'listTopicGuides', 'quarterGuide'] as const;

type Draft = ReturnType<typeof useDraft>;

/** What is being written, and what issuing it would ask of whom. */
function useDraft(form: FormInstance<Record<string, unknown>>) {
  const { grant } = useSession();
  const issuerId = grant.organizationId;
  const [chosen, setScope] = useState<TargetScope>({ clauses: [{ subtreeOf: issuerId, view: grant.view }], exclude: [] });
  const kindTyped: unknown = Form.useWatch('kind', form);
  const kind = directiveKinds.values.find((one) => one === kindTyped) ?? 'notice';
  const isGuide = kind === 'topicGuide';
  const scope: TargetScope = isGuide ? guideScope(issuerId) : chosen;
  const complete = scope.clauses.every((clause) => Object.keys(clause).some((field) => field !== 'view'));
  const topicTyped: unknown = Form.useWatch('topicCode', form);
  const topicCode = useSettled(typeof topicTyped === 'string' ? topicTyped : '', 300);
  const asked = { issuerId, kind, scope: useSettled(JSON.stringify(scope), 300), ...(topicCode === '' ? {} : { topicCode }) };
  const preview = useRead('previewDirective', asked, { enabled: complete, keep: true });
  return { issuerId, kind, isGuide, scope, setScope, complete, preview };
}

/** Keeps the draft and, when wanted, issues it; what was kept is shown, whatever became of the issue. */
function useSend({ issuerId, kind, isGuide, scope }: Draft) {
  const navigate = useNavigate();
  const address = useAddress();
  const draft = useCommand('draftDirective', { changes: shown });
  const issue = useCommand('issueDirective', { changes: shown });
  const send = async (values: FormValues, alsoIssue: boolean) => {
    const receipt = await draft.run({
      issuerId,
      kind,
      title: values.text('title'),
      text: values.text('text'),
      urgent: values.flag('urgent'),
      forwardingAllowed: values.flag('forwardingAllowed'),
      topicCode: values.optional('topicCode'),
      reportDueOn: values.optional('reportDueOn'),
      guide: isGuide ? { quarter: values.text('quarter'), topicCodes: codesIn(values.text('topicCodes')) } : undefined,
      scope: { clauses: [...scope.clauses], exclude: [...scope.exclude] },
    });
    if (receipt === null) return;
    if (alsoIssue) await issue.run({ directiveId: receipt.id, reasonCode: values.optionalCode(askedAgainReasons, 'reasonCode') });
    await navigate(address(`/directives/${receipt.id}`));
  };
  return { send, busy: draft.busy || issue.busy, errors: [draft.error, issue.error] };
}

export default function NewDirectivePage() {
  const { t } = useTranslation();
  const address = useAddress();
  const [form] = Form.useForm<Record<string, unknown>>();
  const [asking, setAsking] = useState<'draft' | 'issue'>('draft');
  const [confirm, setConfirm] = useState<FormValues | null>(null);
  const draft = useDraft(form);
  const { kind, isGuide, scope, setScope, complete, preview } = draft;
  const { send, busy, errors } = useSend(draft);
  const finish = (raw: Record<string, unknown>) => {
    const values = new FormValues(raw);
    if (asking === 'issue') setConfirm(values);
    else void send(values, false);
  };
  const submit = (what: typeof asking) => {
    setAsking(what);
    form.submit();
  };
  return (
    <Page title={t('directives.new')} path={[{ label: t('directives.title'), to: address('/directives') }]}>
      <Form
        form={form}
        layout="vertical"
        initialValues={{ kind: 'notice', urgent: false, forwardingAllowed: false }}
        onFinish={finish}
        scrollToFirstError={{ focus: true }}
      >
        <div className="two">
          <div className="stack">
            <Panel title={t('directives.text')}>
              <Fields guide={isGuide} asksReport={kind === 'task' || kind === 'survey'} needsReason={preview.data?.reportAskedBefore ?? false} />
            </Panel>
            <Panel title={t('directives.form.scope')}>{isGuide ? <p>{t('guides.toAll')}</p> : <ScopeEditor value={scope} onChange={setScope} />}</Panel>
          </div>
          <div className="stack aside">
            <Reach query={preview} complete={complete} />
            {errors.map((error, at) => (error === null ? null : <ProblemPanel key={at} error={error} compact />))}
            <div className="row">
              <Button onClick={() => submit('draft')} loading={busy && asking === 'draft'}>
                {t('directives.form.draft')}
              </Button>
              <Button type="primary" onClick={() => submit('issue')} loading={busy && asking === 'issue'} disabled={!mayIssue(draft)}>
                {t('directives.form.issue')}
              </Button>
            </div>
          </div>
        </div>
      </Form>
      {confirm === null ? null : (
        <Dialog
          title={t('directives.form.issue')}
          okText={t('directives.form.issue')}
          cancelText={t('ui.cancel')}
          onCancel={() => setConfirm(null)}
          onOk={() => void send(confirm, true).finally(() => setConfirm(null))}
          okButtonProps={{ loading: busy }}
        >
          <p className="sentence">{t('directives.form.issueConfirm', { count: number(preview.data?.addressees) as never })}</p>
        </Dialog>
      )}
    </Page>
  );
}

const mayIssue = ({ complete, preview: { data } }: Draft): boolean =>
  complete && data !== undefined && data.addressees > 0 && !data.burden.secondPersonRequired;

/** Codes somebody typed beside each other. */
const codesIn = (typed: string): string[] => typed.split(/[\s,，、;；]+/).filter((code) => code !== '');

function Fields({ guide, asksReport, needsReason }: { guide: boolean; asksReport: boolean; needsReason: boolean }) {
  const { t } = useTranslation();
  const quarter = useQuarter();
  const askedAgain = useAskedAgain();
  const quarters = openQuarters().map((value) => ({ value, label: quarter(value) }));
  const specs: readonly (FieldSpec | null)[] = [
    { name: 'kind', kind: 'code', set: 'directiveKind', codes: directiveKinds.values, label: t('directives.form.kind'), required: true },
    { name: 'title', kind: 'text', label: t('directives.form.title'), required: true },
    { name: 'text', kind: 'area', max: 20_000, label: t('directives.form.text'), required: true },
    guide ? { name: 'quarter', kind: 'choice', options: quarters, label: t('guides.quarter'), required: true } : null,
    guide ? { name: 'topicCodes', kind: 'text', label: t('guides.topics'), hint: t('guides.topicsHint'), required: true } : null,
    asksReport ? { name: 'topicCode', kind: 'text', label: t('directives.form.topic') } : null,
    asksReport ? { name: 'reportDueOn', kind: 'date', label: t('directives.form.reportDueOn') } : null,
    needsReason ? askedAgain : null,
    { name: 'urgent', kind: 'switch', label: t('directives.form.urgent') },
    { name: 'forwardingAllowed', kind: 'switch', label: t('directives.form.forwarding') },
  ];
  return <>{specs.map((spec) => (spec === null ? null : <Field key={spec.name} spec={spec} />))}</>;
}
