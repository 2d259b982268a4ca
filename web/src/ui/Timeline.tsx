export interface TimelineEntry {
  readonly key: string;
  readonly when: string;
  readonly what: React.ReactNode;
  readonly note?: React.ReactNode;
}

/** One sentence per event. */
export function Timeline({ entries }: { entries: readonly TimelineEntry[] }) {
  return (
    <ol className="timeline">
      {entries.map(({ key, when, what, note }) => (
        <li key={key}>
          <time>{when}</time>
          <div>
            <p>{what}</p>
            {note ? <p className="quiet">{note}</p> : null}
          </div>
        </li>
      ))}
    </ol>
  );
}
