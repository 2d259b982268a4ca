import { App, Button, Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CommandName, Input, QueryName, Receipt } from '../../api/client.ts';
import { ApiError } from '../../api/problem.ts';
import { useCommand } from '../../api/writing.ts';
import { Dialog } from '../Dialog.tsx';
import { ProblemPanel } from '../Problem.tsx';
import { useSentence } from '../words.ts';
import { Field, type FieldSpec } from './Field.tsx';
import { FormValues } from './values.ts';

export interface Act<N extends CommandName> {
  readonly command: N;
  readonly label: string;
  readonly fields?: readonly FieldSpec[];
  readonly initial?: Readonly<Record<string, unknown>>;
  /** What the command will do, in numbers where it is final. */
  readonly consequences?: React.ReactNode;
  /** Stands below the fields, inside the form. */
  readonly after?: React.ReactNode;
  readonly input: (values: FormValues) => Input<N>;
  readonly ifMatch?: number;
  /** Reads that show the change. */
  readonly changes: readonly QueryName[];
  readonly onDone?: (receipt: Receipt) => void;
  readonly danger?: boolean;
}

/** A button for one command. With fields or consequences it opens a form first. */
export function CommandButton<N extends CommandName>({ act, primary = false, small = false }: { act: Act<N>; primary?: boolean; small?: boolean }) {
  const [open, setOpen] = useState(false);
  const direct = (act.fields ?? []).length === 0 && act.consequences === undefined;
  const look = { ...(primary ? { type: 'primary' as const } : {}), ...(small ? { size: 'small' as const } : {}), danger: act.danger ?? false };
  if (direct) return <DirectButton act={act} look={look} />;
  return (
    <>
      <Button {...look} onClick={() => setOpen(true)}>
        {act.label}
      </Button>
      {open ? <CommandDialog act={act} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function DirectButton<N extends CommandName>({ act, look }: { act: Act<N>; look: object }) {
  const { t } = useTranslation();
  const { run, phase, busy, error } = useAct(act, () => undefined);
  return (
    <span className="direct-act">
      <Button {...look} loading={busy} onClick={() => void run(new FormValues({}))}>
        {phase === 'confirming' ? t('ui.confirming') : act.label}
      </Button>
      {error === null ? null : <ProblemPanel error={error} compact />}
    </span>
  );
}

export function CommandDialog<N extends CommandName>({ act, onClose }: { act: Act<N>; onClose: () => void }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Record<string, unknown>>();
  const { run, phase, busy, error } = useAct(act, onClose);
  return (
    <Dialog
      title={act.label}
      onCancel={onClose}
      okText={phase === 'confirming' ? t('ui.confirming') : act.label}
      cancelText={t('ui.cancel')}
      okButtonProps={{ loading: busy, danger: act.danger ?? false }}
      onOk={() => form.submit()}
    >
      {act.consequences === undefined ? null : <div className="consequences">{act.consequences}</div>}
      <Form
        form={form}
        layout="vertical"
        initialValues={act.initial ?? {}}
        onFinish={(values) => void run(new FormValues(values))}
        scrollToFirstError={{ focus: true }}
      >
        {(act.fields ?? []).map((spec) => (
          <Field key={spec.name} spec={spec} />
        ))}
        {act.after}
      </Form>
      {error === null ? null : <ConflictOrProblem error={error} />}
    </Dialog>
  );
}

function ConflictOrProblem({ error }: { error: unknown }) {
  const { t } = useTranslation();
  if (!(error instanceof ApiError && error.staleVersion)) return <ProblemPanel error={error} compact />;
  return (
    <div className="problem problem-compact" role="alert">
      <div>
        <p className="problem-text">{t('ui.conflict.title')}</p>
        <p>{t('ui.conflict.text')}</p>
      </div>
    </div>
  );
}

function useAct<N extends CommandName>(act: Act<N>, onClose: () => void) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const sentence = useSentence();
  const { run, ...state } = useCommand(act.command, { changes: act.changes });
  return {
    ...state,
    run: async (values: FormValues) => {
      const receipt = await run(act.input(values), act.ifMatch);
      if (receipt === null) return;
      if (receipt.warnings.length === 0) void message.success(t('ui.done'));
      else void message.warning(t('ui.doneWithWarnings', { warnings: receipt.warnings.map((code) => sentence('warn', code)).join('；') }), 8);
      onClose();
      act.onDone?.(receipt);
    },
  };
}
