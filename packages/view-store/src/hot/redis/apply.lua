-- Applies one batch to a partition's hot views and moves its position, all or nothing.
-- KEYS[1] the position; ARGV: key prefix, log epoch, from, to, generation for a fresh start, items kept, item age in ms, the
-- operations as JSON (each a list of its name and its arguments, all strings), then the bytes of their items in order.
-- Answers {'applied'}, or {'behind'[, epoch, next]} and changes nothing.
local prefix, epoch, from, to, fresh = ARGV[1], ARGV[2], tonumber(ARGV[3]), tonumber(ARGV[4]), ARGV[5]
local kept, age = tonumber(ARGV[6]), tonumber(ARGV[7])
local position = redis.call('HMGET', KEYS[1], 'epoch', 'next', 'generation')
local same = position[1] == epoch
if same and tonumber(position[2]) >= to then return { 'applied' } end
if not same and from == 0 then
  position = { epoch, '0', fresh }
elseif not position[1] then
  return { 'behind' }
elseif not same or tonumber(position[2]) ~= from then
  return { 'behind', position[1], position[2] }
end

local generation = prefix .. position[3]
local next_item = 8

local perform = {}
function perform.head(conversation, seq, ordinal, uncounted)
  redis.call('HSET', generation .. ':head:' .. conversation, 'seq', seq, 'ordinal', ordinal, 'uncounted', uncounted)
end
function perform.session(user, conversation, value)
  redis.call('HSET', generation .. ':session:' .. user, conversation, value)
end
function perform.hidden(user, conversation)
  redis.call('SADD', generation .. ':hidden:' .. user, conversation)
end
-- In the place of the one there is, behind the last when it continues them, else as the first of new ones.
function perform.item(conversation, seq, occurred_at)
  next_item = next_item + 1
  local key, bytes = generation .. ':items:' .. conversation, ARGV[next_item]
  local newest = tonumber(redis.call('ZREVRANGE', key, 0, 0, 'WITHSCORES')[2])
  if newest and tonumber(seq) <= newest then
    if redis.call('ZREMRANGEBYSCORE', key, seq, seq) > 0 then redis.call('ZADD', key, seq, bytes) end
    return
  end
  if newest and newest ~= tonumber(seq) - 1 then redis.call('DEL', key) end
  redis.call('ZADD', key, seq, bytes)
  redis.call('ZREMRANGEBYRANK', key, 0, -(kept + 1))
  redis.call('PEXPIREAT', key, string.format('%.0f', tonumber(occurred_at) + age))
end
-- One that is not kept: what stands behind it goes on being the last ones without a hole.
function perform.drop(conversation, seq)
  redis.call('ZREMRANGEBYSCORE', generation .. ':items:' .. conversation, '-inf', seq)
end

for _, one in ipairs(cjson.decode(ARGV[8])) do
  perform[one[1]](one[2], one[3], one[4], one[5])
end
redis.call('HSET', KEYS[1], 'epoch', epoch, 'next', ARGV[4], 'generation', position[3])
return { 'applied' }
