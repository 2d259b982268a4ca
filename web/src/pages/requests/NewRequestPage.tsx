import { rankOf } from '@zhitong/catalogue/codes-organizations.ts';
import { levels, type Level } from '@zhitong/catalogue/codes.ts';
import { Button, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Output } from '../../api/client.ts';
import { useRead } from '../../api/reading.ts';
import { useCommand } from '../../api/writing.ts';
import { Page } from '../../shell/Page.tsx';
import { useAddress } from '../../shell/scope.ts';
import { useSession } from '../../shell/session.tsx';
import { Field } from '../../ui/forms/Field.tsx';
import { FormValues } from '../../ui/forms/values.ts';
import { OrganizationName } from '../../ui/names.tsx';
import { Loading, Panel } from '../../ui/Panel.tsx';
import { ProblemPanel } from '../../ui/Problem.tsx';
import { useWord } from '../../ui/StateTag.tsx';
import { useSentence } from '../../ui/words.ts';
import { comma } from '../../i18n/comma.ts';

type Topic = Output<'requestTopics'>['topics'][number];

export default function NewRequestPage() {
  const { t } = useTranslation();
  const sentence = useSentence();
  const address = useAddress();
  const navigate = useNavigate();
  const { grant } = useSession();
  const [form] = Form.useForm<Record<string, unknown>>();
  const topicCode: unknown = Form.useWatch('topicCode', form);
  const query = useRead('requestTopics', { organizationId: grant.organizationId }, { staleTime: 600_000 });
  const submit = useCommand('submitRequest', { changes: ['listRequests', 'todo', 'inboxCounts'] });
  const topic = query.data?.topics.find((one) => one.topicCode === topicCode);
  const send = async (raw: Record<string, unknown>) => {
    const values = new FormValues(raw);
    const receipt = await submit.run({
      organizationId: grant.organizationId,
      topicCode: values.text('topicCode'),
      text: values.text('text'),
      urgent: values.flag('urgent'),
      level: values.optionalCode(levels, 'level'),
    });
    if (receipt !== null) await navigate(address(`/requests/${receipt.id}`));
  };
  return (
    <Page title={t('requests.new')} path={[{ label: t('requests.title'), to: address('/requests') }]}>
      <div className="steps-page">
        <Panel title={t('requests.detail')}>
          <Loading of={query}>
            {({ topics, excluded }) => (
              <Form
                form={form}
                layout="vertical"
                initialValues={{ urgent: false }}
                onFinish={(values) => void send(values)}
                scrollToFirstError={{ focus: true }}
              >
                <Fields topics={topics} topic={topic} />
                {submit.error === null ? null : <ProblemPanel error={submit.error} compact />}
                <div className="row">
                  <Button type="primary" htmlType="submit" loading={submit.busy}>
                    {submit.phase === 'confirming' ? t('ui.confirming') : t('requests.form.submit')}
                  </Button>
                  <span className="quiet">
                    {t('requests.form.excluded', { list: excluded.map((code) => sentence('requests.form.excludedTopics', code)).join(comma()) })}
                  </span>
                </div>
              </Form>
            )}
          </Loading>
        </Panel>
      </div>
    </Page>
  );
}

/** What can be asked of the topic is known once it is chosen. */
function Fields({ topics, topic }: { topics: readonly Topic[]; topic: Topic | undefined }) {
  const { t } = useTranslation();
  return (
    <>
      <Field
        spec={{
          name: 'topicCode',
          kind: 'code',
          set: 'requestTopic',
          codes: topics.map((one) => one.topicCode),
          label: t('requests.form.topic'),
          required: true,
        }}
      />
      {topic === undefined ? null : <GoesTo topic={topic} />}
      <Field spec={{ name: 'text', kind: 'area', max: 2_000, label: t('requests.form.text'), hint: t('requests.form.textHint'), required: true }} />
      {topic === undefined || topic.minLevel === topic.maxLevel ? null : (
        <Field
          spec={{
            name: 'level',
            kind: 'code',
            set: 'level',
            codes: between(topic),
            label: t('requests.form.level'),
            hint: t('requests.form.levelDefault'),
          }}
        />
      )}
      <Field spec={{ name: 'urgent', kind: 'switch', label: t('requests.form.urgent') }} />
    </>
  );
}

const between = ({ minLevel, maxLevel }: Topic): readonly Level[] =>
  levels.values.filter((level) => rankOf[level] <= rankOf[minLevel] && rankOf[level] >= rankOf[maxLevel]);

function GoesTo({ topic: { holder, answerWorkdays, gap } }: { topic: Topic }) {
  const { t } = useTranslation();
  const word = useWord();
  return (
    <div className="band band-info" role="status">
      <span>
        {t('requests.form.goesTo', { office: word('requestOffice', holder.office), level: word('level', holder.level) })} ·{' '}
        <OrganizationName id={holder.organizationId} plain />
        {answerWorkdays === undefined ? null : ` · ${t('requests.form.answer', { days: answerWorkdays })}`}
        {gap ? ` · ${t('requests.form.gap')}` : null}
      </span>
    </div>
  );
}
