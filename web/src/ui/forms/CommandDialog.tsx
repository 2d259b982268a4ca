import { Button, Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CommandName, Input, QueryName, Receipt } from '../../api/client.ts';
import { ApiError } from '../../api/problem.ts';
import { Dialog } from '../Dialog.tsx';
import { ProblemPanel } from '../Problem.tsx';
import { ConflictPanel } from './ConflictPanel.tsx';
import { useDialog } from './dialogs.tsx';
import { Field, type FieldSpec } from './Field.tsx';
import { StepUp } from './StepUp.tsx';
import { undecided, type Side } from './merge.ts';
import { useAct, type Conflict, type Existing } from './use-act.ts';
import type { FormValues } from './values.ts';

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
  /** The thing it changes, where others may change it meanwhile. */
  readonly existing?: Existing;
  /** Reads that show the change. */
  readonly changes: readonly QueryName[];
  readonly onDone?: (receipt: Receipt) => void;
  readonly danger?: boolean;
}

/** A button for one command. With fields or consequences it opens a form first. */
export function CommandButton<N extends CommandName>({ act, primary = false, small = false }: { act: Act<N>; primary?: boolean; small?: boolean }) {
  const open = useDialog((close) => <CommandDialog act={act} onClose={close} />);
  const direct = (act.fields ?? []).length === 0 && act.consequences === undefined;
  const look = { ...(primary ? { type: 'primary' as const } : {}), ...(small ? { size: 'small' as const } : {}), danger: act.danger ?? false };
  if (direct) return <DirectButton act={act} look={look} />;
  return (
    <Button {...look} onClick={open}>
      {act.label}
    </Button>
  );
}

function DirectButton<N extends CommandName>({ act, look }: { act: Act<N>; look: object }) {
  const { t } = useTranslation();
  const { send, phase, busy, error, conflict } = useAct(act, () => undefined);
  const go = () => void send({}, conflict?.latest ?? act.existing);
  return (
    <span className="direct-act">
      <Button {...look} loading={busy} onClick={go}>
        {phase === 'confirming' ? t('ui.confirming') : act.label}
      </Button>
      {error === null ? null : <Refused error={error} conflict={conflict} onAgain={go} />}
    </span>
  );
}

function CommandDialog<N extends CommandName>({ act, onClose }: { act: Act<N>; onClose: () => void }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Record<string, unknown>>();
  // What the page shows moves on while the form is open; the form was begun on this.
  const [seen] = useState(act.existing);
  const [chosen, setChosen] = useState<Readonly<Record<string, Side>>>({});
  const { send, phase, busy, error, conflict } = useAct(act, onClose, (values) => {
    setChosen({});
    form.setFieldsValue(values);
  });
  const choose = (name: string, side: Side) => {
    setChosen({ ...chosen, [name]: side });
    form.setFieldValue(name, conflict?.fields.find((field) => field.name === name)?.[side]);
  };
  return (
    <Dialog
      title={act.label}
      onCancel={onClose}
      okText={phase === 'confirming' ? t('ui.confirming') : act.label}
      cancelText={t('ui.cancel')}
      okButtonProps={{ loading: busy, danger: act.danger ?? false, disabled: conflict !== null && undecided(conflict.fields, chosen).length > 0 }}
      onOk={() => form.submit()}
    >
      {act.consequences === undefined ? null : <div className="consequences">{act.consequences}</div>}
      <Form
        form={form}
        layout="vertical"
        initialValues={act.initial ?? {}}
        onFinish={(values) => void send(values, conflict?.latest ?? seen)}
        scrollToFirstError={{ focus: true }}
      >
        {(act.fields ?? []).map((spec) => (
          <Field key={spec.name} spec={spec} />
        ))}
        {act.after}
      </Form>
      {error === null ? null : (
        <Refused error={error} conflict={conflict} onAgain={() => form.submit()} fields={act.fields ?? []} chosen={chosen} onChoose={choose} />
      )}
    </Dialog>
  );
}

interface RefusedProps {
  readonly error: unknown;
  readonly conflict: Conflict | null;
  readonly onAgain: () => void;
  readonly fields?: readonly FieldSpec[];
  readonly chosen?: Readonly<Record<string, Side>>;
  readonly onChoose?: (name: string, side: Side) => void;
}

function Refused({ error, conflict, onAgain, fields = [], chosen = {}, onChoose = () => undefined }: RefusedProps) {
  if (error instanceof ApiError && error.stepUpRequired) return <StepUp error={error} onLoggedIn={onAgain} />;
  if (conflict === null) return <ProblemPanel error={error} fields={fields} compact />;
  return <ConflictPanel conflict={conflict} fields={fields} chosen={chosen} onChoose={onChoose} />;
}
