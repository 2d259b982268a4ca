let count = 0;
export const newPrefix = (): string => `zt:${String(process.pid)}:${String(Date.now())}:${String(++count)}:`;
