import { useTranslation } from 'react-i18next';
import type { Output } from '../../api/client.ts';
import { useRead } from '../../api/reading.ts';
import { Page } from '../../shell/Page.tsx';
import { plainDate } from '../../ui/formats.ts';
import { Loading, Panel } from '../../ui/Panel.tsx';
import { Watermark } from '../../ui/Watermark.tsx';
import { ObjectTo } from './AffairActions.tsx';
import { useType } from './words.ts';

/** What the own organizations make known; a member objects while it is shown (ORG-45). */
export default function NoticesPage() {
  const { t } = useTranslation();
  const query = useRead('ownAffairs', {});
  return (
    <Page title={t('affairs.notices')}>
      <Watermark />
      <Loading of={query} lines={4}>
        {({ items }) => (
          <div className="stack">
            <p className="quiet">{t('affairs.noticesHint')}</p>
            {items.length === 0 ? <p className="empty">{t('affairs.none')}</p> : null}
            {items.map((affair) => (
              <Notice key={affair.affairId} affair={affair} />
            ))}
          </div>
        )}
      </Loading>
    </Page>
  );
}

function Notice({ affair }: { affair: Output<'ownAffairs'>['items'][number] }) {
  const { t } = useTranslation();
  const type = useType();
  const { affairId, subject, text, publishedOn, untilOn, open, objection } = affair;
  return (
    <Panel title={subject || type(affair.type)} extra={open && objection === null ? <ObjectTo affairId={affairId} /> : null}>
      <p className="quiet">{t('affairs.shown', { type: type(affair.type), from: plainDate(publishedOn), until: plainDate(untilOn) })}</p>
      <p>{text}</p>
      {objection === null ? null : <p className="quiet">{t('affairs.own', { text: objection.text })}</p>}
      {objection?.answer === undefined || objection.answer === null ? null : <p>{t('affairs.answered', { answer: objection.answer })}</p>}
    </Panel>
  );
}
