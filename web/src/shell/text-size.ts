import { useSyncExternalStore } from 'react';
import { textSizes, type TextSize } from '../tokens.ts';

const key = 'zt.text-size';
const isTextSize = (value: string | null): value is TextSize => value !== null && value in textSizes;
const listeners = new Set<() => void>();

export function rememberedTextSize(): TextSize {
  const value = localStorage.getItem(key);
  return isTextSize(value) ? value : 'normal';
}

function change(wanted: TextSize): void {
  localStorage.setItem(key, wanted);
  document.documentElement.dataset['textSize'] = wanted;
  for (const changed of listeners) changed();
}

/** The one size of the page, wherever it is chosen and wherever it is needed. */
export function useTextSize() {
  const size = useSyncExternalStore((changed) => {
    listeners.add(changed);
    return () => listeners.delete(changed);
  }, rememberedTextSize);
  return [size, change] as const;
}
