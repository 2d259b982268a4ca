import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useOrganizationNames, usePersonNames } from '../../api/names.ts';
import { useRead } from '../../api/reading.ts';
import { isMissing, NotFound } from '../../shell/NotFound.tsx';
import { Page } from '../../shell/Page.tsx';
import { useAddress } from '../../shell/scope.ts';
import { documentDate, documentMonth } from '../../ui/formats.ts';
import { Loading } from '../../ui/Panel.tsx';
import { useWord } from '../../ui/StateTag.tsx';
import { isClosed } from './sentence.ts';
import type { Transfer } from './TransferPage.tsx';

/** 存根, 介绍信 and 回执 on one sheet, as the paper form has them; what the system does not hold stays a line to fill in by hand. */
export default function LetterPage() {
  const { t } = useTranslation();
  const address = useAddress();
  const { transferId = '' } = useParams();
  const query = useRead('getTransfer', { transferId });
  if (isMissing(query.error)) return <NotFound />;
  return (
    <Page
      title={t('transfers.paper.title')}
      path={[
        { label: t('transfers.title'), to: address('/transfers') },
        { label: t('transfers.paper.back'), to: address(`/transfers/${transferId}`) },
      ]}
      actions={
        query.data?.letterNumber === undefined ? null : (
          <Button type="primary" onClick={() => print()}>
            {t('transfers.paper.print')}
          </Button>
        )
      }
    >
      <Loading of={query} lines={8}>
        {(transfer) => (transfer.letterNumber === undefined ? <p className="empty">{t('transfers.paper.none')}</p> : <Sheet transfer={transfer} />)}
      </Loading>
    </Page>
  );
}

const blank = '＿＿＿＿＿＿';

function Sheet({ transfer }: { transfer: Transfer }) {
  const { t } = useTranslation();
  const word = useWord();
  const { personId, fromCommitteeId, fromBranchId, toCommitteeId, toBranchId, destination, letterNumber = '', validUntil, duesPaidTo, step } = transfer;
  const person = usePersonNames([personId])(personId) ?? blank;
  const organization = useOrganizationNames([fromCommitteeId, fromBranchId, toCommitteeId, toBranchId]);
  const named = (id: string | undefined) => (id === undefined ? blank : (organization(id) ?? blank));
  const member = useRead('getMember', { personId });
  const issued = transfer.steps.findLast(({ type }) => type === 'LetterIssued' || type === 'LetterReissued');
  const words = {
    number: letterNumber,
    person,
    kind: member.data === undefined ? blank : word('memberKind', member.data.kind),
    sender: named(fromCommitteeId),
    branch: named(fromBranchId),
    receiver: destination ?? named(toCommitteeId),
    dues: duesPaidTo === undefined ? blank : documentMonth(duesPaidTo),
    issued: issued === undefined ? blank : documentDate(issued.on),
    until: validUntil === undefined ? blank : documentDate(validUntil),
    arrived: step === 'assigned' ? named(toBranchId ?? toCommitteeId) : blank,
  };
  return (
    <div className="letter" lang="zh-CN">
      {(['stub', 'letter', 'receipt'] as const).map((part) => (
        <section key={part} aria-labelledby={`paper-${part}`} className="letter-part">
          <h2 id={`paper-${part}`}>{t(`transfers.paper.${part}.title`)}</h2>
          <p className="letter-number">{t('transfers.paper.number', words)}</p>
          {t(`transfers.paper.${part}.text`, words)
            .split('\n')
            .map((line) => (
              <p key={line}>{line}</p>
            ))}
          <p className="letter-sign">{t(`transfers.paper.${part}.sign`, words)}</p>
        </section>
      ))}
      {isClosed(step) ? <p className="quiet letter-note">{t('transfers.closed', { step: word('transferStep', step) })}</p> : null}
    </div>
  );
}
