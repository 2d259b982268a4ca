import { useEffect, useState } from 'react';

/** The text once it has not changed for a while: typing asks the server once. */
export function useSettled<Value extends string>(value: Value, milliseconds: number): Value {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), milliseconds);
    return () => clearTimeout(timer);
  }, [value, milliseconds]);
  return settled;
}
