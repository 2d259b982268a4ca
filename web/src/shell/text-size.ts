import { useState } from 'react';
import { textSizes, type TextSize } from '../tokens.ts';

const key = 'zt.text-size';
const isTextSize = (value: string | null): value is TextSize => value !== null && value in textSizes;

export function rememberedTextSize(): TextSize {
  const value = localStorage.getItem(key);
  return isTextSize(value) ? value : 'normal';
}

export function useTextSize() {
  const [size, setSize] = useState(rememberedTextSize);
  const change = (wanted: TextSize) => {
    localStorage.setItem(key, wanted);
    document.documentElement.dataset['textSize'] = wanted;
    setSize(wanted);
  };
  return [size, change] as const;
}
