import { useTranslation } from 'react-i18next';
import { ApiError } from '../api/problem.ts';
import { Icon } from './Icon.tsx';
import { useSentence } from './words.ts';

/** The code's own sentence in this language, else the service's. Anything that is no refusal is a fault of the page. */
export function useProblemSentence(): (error: unknown) => string {
  const sentence = useSentence();
  return (error) => (error instanceof ApiError ? sentence('err', error.problem.code, error.problem.detail || error.problem.code) : String(error));
}

interface Props {
  readonly error: unknown;
  readonly onRetry?: () => void;
  readonly compact?: boolean;
  /** What the fields of the request are called here. */
  readonly fields?: readonly { readonly name: string; readonly label: string }[];
}

export function ProblemPanel({ error, onRetry, compact = false, fields = [] }: Props) {
  const { t } = useTranslation();
  const sentence = useProblemSentence();
  const problem = error instanceof ApiError ? error.problem : null;
  if (problem?.status === 403) return <Forbidden />;
  const labelOf = (field: string) => fields.find(({ name }) => name === field.split('.').at(-1))?.label;
  return (
    <div className={compact ? 'problem problem-compact' : 'problem'} role="alert">
      <Icon name="warning" />
      <div>
        <p className="problem-text">{sentence(error)}</p>
        {problem?.errors.length ? (
          <ul>
            {problem.errors.map(({ field, sentence: why }) => (
              <li key={`${field}${why}`}>{[labelOf(field) ?? [], why].flat().join(': ')}</li>
            ))}
          </ul>
        ) : null}
        {problem?.traceId ? <p className="quiet">{t('ui.error.trace', { id: problem.traceId })}</p> : null}
      </div>
      {onRetry ? (
        <button type="button" className="button" onClick={onRetry}>
          {problem?.status === 412 ? t('ui.reload') : t('ui.retry')}
        </button>
      ) : null}
    </div>
  );
}

export function Forbidden() {
  const { t } = useTranslation();
  return (
    <div className="empty">
      <p>{t('ui.empty.forbidden')}</p>
      <p className="quiet">{t('ui.empty.forbiddenHint')}</p>
    </div>
  );
}
