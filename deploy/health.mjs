// Health check of a container: one of the ports of its process must say that it is ready. Services answer on the first, the gateway on the second.
const ports = [process.env.ZHITONG_HEALTH_PORT, process.env.PORT];
const statuses = await Promise.all(
  ports.map((port) =>
    fetch(`http://127.0.0.1:${port}/readyz`, { signal: AbortSignal.timeout(2_000) }).then(
      (answer) => answer.status,
      () => 0,
    ),
  ),
);
process.exit(statuses.includes(200) ? 0 : 1);
