/** Programs that Redis runs as one step, on its own clock. */

/** Token bucket: 1 or 0, then the ms until a token is there. ARGV: capacity, tokens per second. */
export const allowScript = `
local time = redis.call('TIME')
local now = time[1] * 1000 + time[2] / 1000
local capacity, perMs = tonumber(ARGV[1]), tonumber(ARGV[2]) / 1000
local before = redis.call('HMGET', KEYS[1], 'tokens', 'at')
local passed = math.max(0, now - (tonumber(before[2]) or now))
local tokens = math.min(capacity, (tonumber(before[1]) or capacity) + passed * perMs)
local allowed, wait = 0, 0
if tokens >= 1 then
  allowed, tokens = 1, tokens - 1
else
  wait = math.ceil((1 - tokens) / perMs)
end
redis.call('HSET', KEYS[1], 'tokens', string.format('%.9f', tokens), 'at', string.format('%.3f', now))
redis.call('PEXPIRE', KEYS[1], string.format('%d', math.ceil(capacity / perMs)))
return { allowed, wait }`;

/** Counts in a window that starts with the first hit. ARGV: length of the window in ms. */
export const hitScript = `
local count = redis.call('INCR', KEYS[1])
if count == 1 then redis.call('PEXPIRE', KEYS[1], ARGV[1]) end
return count`;

/** Puts a member into a sorted set by the ms at which it ends, and takes out what has ended. ARGV: member, ms it stays. */
export const includeScript = `
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now)
redis.call('ZADD', KEYS[1], now + ARGV[2], ARGV[1])
if redis.call('PTTL', KEYS[1]) < tonumber(ARGV[2]) then redis.call('PEXPIRE', KEYS[1], ARGV[2]) end`;

/** Members of such a set that have not ended. */
export const membersScript = `
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
return redis.call('ZRANGEBYSCORE', KEYS[1], '(' .. string.format('%d', now), '+inf')`;

/** Appends to a channel, keeps what the port promises and gives the id. ARGV: message, messages kept, ms kept. */
export const publishScript = `
local id = redis.call('XADD', KEYS[1], 'MAXLEN', '~', ARGV[2], '*', 'm', ARGV[1])
local oldest = tonumber(string.match(id, '^%d+')) - ARGV[3]
redis.call('XTRIM', KEYS[1], 'MINID', '~', string.format('%d', oldest))
redis.call('PEXPIRE', KEYS[1], ARGV[3])
return id`;
