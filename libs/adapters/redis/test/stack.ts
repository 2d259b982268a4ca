/** Address of the Redis that the suite's set-up started or found. */
export const redisUrl = (): string => {
  const url = process.env['ZT_REDIS_URL'];
  if (url === undefined || url === '') throw new Error('ZT_REDIS_URL names no Redis');
  return url;
};

let count = 0;
export const newPrefix = (): string => `zt:${String(process.pid)}:${String(Date.now())}:${String(++count)}:`;
