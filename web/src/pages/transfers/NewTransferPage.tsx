import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { useCommand } from '../../api/writing.ts';
import { Page } from '../../shell/Page.tsx';
import { useAddress } from '../../shell/scope.ts';
import { Facts } from '../../ui/Facts.tsx';
import type { FormValues } from '../../ui/forms/values.ts';
import { Wizard } from '../../ui/forms/Wizard.tsx';
import { OrganizationName, PersonName } from '../../ui/names.tsx';
import { Word } from '../../ui/StateTag.tsx';
import { destinationIn, destinationKinds, useDestinationFields } from './destination.ts';

/** 党员 -> 去向 -> 核对 -> 提交. */
export default function NewTransferPage() {
  const { t } = useTranslation();
  const address = useAddress();
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const destination = useDestinationFields();
  const submit = useCommand('requestTransfer', { changes: ['listTransfers', 'getMember', 'listMembers'] });
  const send = async (given: FormValues) => {
    const receipt = await submit.run({ personId: given.text('personId'), ...destinationIn(given) });
    if (receipt !== null) await navigate(address(`/transfers/${receipt.id}`));
  };
  return (
    <Page title={t('transfers.new')} path={[{ label: t('transfers.title'), to: address('/transfers') }]}>
      <Wizard
        steps={[
          {
            title: t('transfers.wizard.person'),
            fields: () => [{ name: 'personId', kind: 'person', label: t('transfers.wizard.person'), required: true }],
          },
          { title: t('transfers.wizard.where'), fields: destination },
        ]}
        initial={{ kind: 'withinCity', personId: params.get('person') ?? undefined }}
        checkTitle={t('transfers.wizard.check')}
        check={(given) => <Check given={given} />}
        submitLabel={t('transfers.wizard.submit')}
        sending={submit}
        onSubmit={(given) => void send(given)}
      />
    </Page>
  );
}

function Check({ given }: { given: FormValues }) {
  const { t } = useTranslation();
  const { toBranchId, toCommitteeId, destination } = destinationIn(given);
  const to = toBranchId ?? toCommitteeId;
  return (
    <div className="stack">
      <Facts
        of={[
          [t('transfers.wizard.person'), <PersonName key="person" id={given.text('personId')} />],
          [t('transfers.wizard.kind'), <Word key="kind" set="transferKind" code={given.code(destinationKinds, 'kind')} />],
          [t('transfers.columns.to'), to === undefined ? destination : <OrganizationName key="to" id={to} plain />],
          [t('transfers.wizard.duesPaidTo'), given.optional('duesPaidTo')],
        ]}
      />
      <p className="quiet">{t('transfers.responsible')}</p>
    </div>
  );
}
