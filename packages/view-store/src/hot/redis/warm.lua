-- Keeps the items of one conversation that was read, as the database had them: only where nothing was written in it since, and in the hot
-- views that it was found cold in. KEYS[1] the position; ARGV: key prefix, generation, conversation, its last seq, how long in ms, then seq
-- and bytes of each item. Answers {'warm'} or {'moved'}.
local position = redis.call('HMGET', KEYS[1], 'generation')
if position[1] ~= ARGV[2] then return { 'moved' } end
local generation = ARGV[1] .. ARGV[2]
local head = redis.call('HMGET', generation .. ':head:' .. ARGV[3], 'seq')
if head[1] ~= ARGV[4] then return { 'moved' } end
local items = generation .. ':items:' .. ARGV[3]
-- Whoever else read it was first, and these have been followed since.
if redis.call('ZSCORE', items, '') == 'inf' then return { 'warm' } end
redis.call('DEL', items)
redis.call('ZADD', items, '+inf', '')
for i = 6, #ARGV, 2 do redis.call('ZADD', items, ARGV[i], ARGV[i + 1]) end
redis.call('PEXPIRE', items, ARGV[5])
return { 'warm' }
