import { createContext, useCallback, useContext, useEffect, useId, useMemo, useState } from 'react';
import { useLocation } from 'react-router';

interface Place {
  /** Whose dialog stands there. */
  readonly owner: string | null;
  readonly show: (owner: string | null, dialog: React.ReactNode) => void;
}

const PlaceContext = createContext<Place>({ owner: null, show: () => undefined });

/** Where open forms stand: what was typed outlives the button that opened them, should the page beneath lose it meanwhile. */
export function Dialogs({ children }: { children: React.ReactNode }) {
  const [{ owner, dialog }, set] = useState<{ readonly owner: string | null; readonly dialog: React.ReactNode }>({ owner: null, dialog: null });
  const show = useCallback((next: string | null, opened: React.ReactNode) => set({ owner: next, dialog: opened }), []);
  const { pathname } = useLocation();
  useEffect(() => show(null, null), [pathname, show]);
  const place = useMemo(() => ({ owner, show }), [owner, show]);
  return (
    <PlaceContext value={place}>
      {children}
      {dialog}
    </PlaceContext>
  );
}

/** A dialog that follows its owner for as long as there is one. @returns how to open it. */
export function useDialog(render: (close: () => void) => React.ReactNode): () => void {
  const id = useId();
  const { owner, show } = useContext(PlaceContext);
  const open = () =>
    show(
      id,
      render(() => show(null, null)),
    );
  useEffect(() => {
    if (owner === id) open();
  });
  return open;
}
