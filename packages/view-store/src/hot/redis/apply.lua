-- Applies one batch to a partition's hot views and moves its position, all or nothing.
-- KEYS[1] the position; ARGV: key prefix, log epoch, from, to, generation for a fresh start, items kept, the operations as JSON (each a
-- list of its name and its arguments, all strings), then the bytes of their items in order, empty for one that is not kept.
-- Answers {'applied'}, or {'behind'[, epoch, next]} and changes nothing.
local prefix, epoch, from, to, fresh = ARGV[1], ARGV[2], tonumber(ARGV[3]), tonumber(ARGV[4]), ARGV[5]
local kept = tonumber(ARGV[6])
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
local next_item = 7

local perform = {}
function perform.head(one)
  redis.call('HSET', generation .. ':head:' .. one[2], 'seq', one[3], 'ordinal', one[4], 'uncounted', one[5])
end
function perform.session(one)
  redis.call('HSET', generation .. ':session:' .. one[2], one[3], one[4])
end
function perform.hidden(one)
  redis.call('SADD', generation .. ':hidden:' .. one[2], one[3])
end
-- Of a conversation that was read lately, by their seqs: each in the place of the one there is, behind the last when it continues them, else
-- as the first of new ones. Where one is not kept, what stands behind it goes on being the last ones without a hole. What the release before
-- kept, of all that was written, is given up.
function perform.items(one)
  local key = generation .. ':items:' .. one[2]
  local first = next_item - 2
  next_item = next_item + #one - 2
  local ends = redis.call('ZREVRANGE', key, 0, 1, 'WITHSCORES')
  if #ends == 0 then return end
  if ends[2] ~= 'inf' then
    redis.call('DEL', key)
    return
  end
  local newest = tonumber(ends[4] or '0')
  for i = 3, #one do
    local seq, bytes = tonumber(one[i]), ARGV[first + i]
    if bytes == '' then
      redis.call('ZREMRANGEBYSCORE', key, '-inf', one[i])
      if seq >= newest then newest = 0 end
    elseif seq <= newest then
      if redis.call('ZREMRANGEBYSCORE', key, one[i], one[i]) > 0 then redis.call('ZADD', key, one[i], bytes) end
    else
      if seq ~= newest + 1 then redis.call('ZREMRANGEBYSCORE', key, '-inf', '(+inf') end
      redis.call('ZADD', key, one[i], bytes)
      newest = seq
    end
  end
  redis.call('ZREMRANGEBYRANK', key, 0, -(kept + 2))
end

for _, one in ipairs(cjson.decode(ARGV[7])) do
  perform[one[1]](one)
end
redis.call('HSET', KEYS[1], 'epoch', epoch, 'next', ARGV[4], 'generation', position[3])
return { 'applied' }
