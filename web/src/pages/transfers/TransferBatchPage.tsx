import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOrganizationNames } from '../../api/names.ts';
import { useCommand } from '../../api/writing.ts';
import { Page } from '../../shell/Page.tsx';
import { useAddress } from '../../shell/scope.ts';
import { Field } from '../../ui/forms/Field.tsx';
import { FormValues } from '../../ui/forms/values.ts';
import { Panel } from '../../ui/Panel.tsx';
import { ProblemPanel } from '../../ui/Problem.tsx';
import { Tag } from '../../ui/StateTag.tsx';
import { Watermark } from '../../ui/Watermark.tsx';
import { useSentence } from '../../ui/words.ts';
import { failuresIn, linesIn, mostLines, resolve, type ResolvedLine } from './batch.ts';
import { destinationIn, useDestinationFields } from './destination.ts';

/** Graduates and others who go to one place together: each line stands or fails alone (MEM-21). */
export default function TransferBatchPage() {
  const { t } = useTranslation();
  const address = useAddress();
  const [lines, setLines] = useState<readonly ResolvedLine[] | null>(null);
  return (
    <Page title={t('transfers.batch.title')} path={[{ label: t('transfers.title'), to: address('/transfers') }]}>
      <div className="stack">
        <Watermark />
        <Given onRead={setLines} />
        {lines === null ? null : (
          <>
            <Lines lines={lines} />
            <Send
              key={lines.map(({ text }) => text).join('\n')}
              lines={lines}
              onSent={(failures) => setLines((read) => read?.map((line) => outcome(line, failures)) ?? null)}
            />
          </>
        )}
      </div>
    </Page>
  );
}

/** After sending, a line is done or carries the code it failed with. */
const outcome = (line: ResolvedLine, failures: ReadonlyMap<string, string>): ResolvedLine =>
  line.state !== 'ready'
    ? line
    : failures.has(line.personId)
      ? { ...line, state: 'failed', code: failures.get(line.personId) ?? '' }
      : { ...line, state: 'sent' };

function Given({ onRead }: { onRead: (lines: readonly ResolvedLine[] | null) => void }) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const read = async () => {
    setBusy(true);
    setError(null);
    try {
      onRead(await resolve(linesIn(text)));
    } catch (cause) {
      setError(cause);
    }
    setBusy(false);
  };
  return (
    <Panel title={t('transfers.batch.list')}>
      <div className="stack">
        <p className="quiet">{t('transfers.batch.format', { most: mostLines })}</p>
        <Input.TextArea
          aria-label={t('transfers.batch.list')}
          rows={8}
          value={text}
          onChange={({ target }) => setText(target.value)}
          placeholder={t('transfers.batch.example')}
        />
        <div className="row">
          <label className="button">
            {t('transfers.batch.file')}
            <input
              className="visually-hidden"
              type="file"
              accept=".csv,.txt,text/csv"
              onChange={({ target }) => void target.files?.[0]?.text().then(setText)}
            />
          </label>
          <Button type="primary" loading={busy} disabled={text.trim() === ''} onClick={() => void read()}>
            {t('transfers.batch.read')}
          </Button>
        </div>
        {error === null ? null : <ProblemPanel error={error} compact />}
      </div>
    </Panel>
  );
}

function Lines({ lines }: { lines: readonly ResolvedLine[] }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const branch = useOrganizationNames(lines.map((line) => ('branchId' in line ? line.branchId : null)));
  const said = (line: ResolvedLine) => (line.state === 'failed' ? sentence('err', line.code, line.code) : t(`transfers.batch.states.${line.state}`));
  const count = (state: ResolvedLine['state']) => lines.filter((line) => line.state === state).length;
  const wrong = lines.length - count('ready') - count('sent');
  return (
    <Panel
      title={t('transfers.batch.lines')}
      extra={<span role="status">{t('transfers.batch.counts', { ready: count('ready'), sent: count('sent'), wrong })}</span>}
    >
      <div className="table-scroll" tabIndex={0} role="region" aria-label={t('transfers.batch.lines')}>
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{t('transfers.batch.columns.line')}</th>
              <th scope="col">{t('transfers.columns.person')}</th>
              <th scope="col">{t('members.columns.branch')}</th>
              <th scope="col">{t('transfers.batch.columns.state')}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={line.number}>
                <td>{line.number}</td>
                <td>{'name' in line ? line.name : line.text}</td>
                <td>{'branchId' in line ? (branch(line.branchId) ?? '…') : '—'}</td>
                <td>
                  <Tag
                    tone={line.state === 'ready' ? 'info' : line.state === 'sent' ? 'ok' : 'danger'}
                    icon={line.state === 'ready' ? 'right' : line.state === 'sent' ? 'check' : 'warning'}
                  >
                    {said(line)}
                  </Tag>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}

function Send({ lines, onSent }: { lines: readonly ResolvedLine[]; onSent: (failures: ReadonlyMap<string, string>) => void }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Record<string, unknown>>();
  const fields = useDestinationFields();
  Form.useWatch([], form);
  const submit = useCommand('requestTransfersInBatch', {
    changes: ['listTransfers', 'listMembers'],
    onDone: ({ warnings }) => onSent(failuresIn(warnings)),
  });
  const personIds = lines.flatMap((line) => (line.state === 'ready' ? [line.personId] : []));
  const initial = { kind: 'outOfCity' };
  const values = new FormValues({ ...initial, ...(form.getFieldsValue(true) as object) });
  if (personIds.length === 0) return null;
  return (
    <Panel title={t('transfers.wizard.where')}>
      <Form form={form} layout="vertical" initialValues={initial} onFinish={(given) => void submit.run({ personIds, ...destinationIn(new FormValues(given)) })}>
        {fields(values).map((spec) => (
          <Field key={spec.name} spec={spec} />
        ))}
        {submit.error === null ? null : <ProblemPanel error={submit.error} compact />}
        <Button type="primary" htmlType="submit" loading={submit.busy}>
          {submit.phase === 'confirming' ? t('ui.confirming') : t('transfers.batch.send', { count: personIds.length })}
        </Button>
      </Form>
    </Panel>
  );
}
