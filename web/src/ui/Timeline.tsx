export interface TimelineEntry {
  readonly key: string;
  readonly when: string;
  readonly what: React.ReactNode;
  readonly note?: React.ReactNode;
  readonly more?: React.ReactNode;
}

/** One sentence per event. */
export function Timeline({ entries }: { entries: readonly TimelineEntry[] }) {
  return (
    <ol className="timeline">
      {entries.map(({ key, when, what, note, more }) => (
        <li key={key}>
          <time>{when}</time>
          <div>
            <p>{what}</p>
            {note ? <p className="quiet">{note}</p> : null}
            {more}
          </div>
        </li>
      ))}
    </ol>
  );
}
