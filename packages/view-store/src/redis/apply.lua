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
local operation, argument
local item = 8
local function take()
  argument = argument + 1
  return operation[argument]
end
local function take_item()
  item = item + 1
  return ARGV[item]
end

-- A session is 'readOrdinal,fromSeq,toSeq,toOrdinal'.
local function session(user, conversation)
  local value = redis.call('HGET', generation .. ':session:' .. user, conversation) or '0,0,0,0'
  return value:match('^(%d+),(%d+),(%d+),(%d+)$')
end
local function set_session(user, conversation, read, first, last, ordinal)
  redis.call('HSET', generation .. ':session:' .. user, conversation, table.concat({ read, first, last, ordinal }, ','))
end

local perform = {}
function perform.head()
  local key = generation .. ':head:' .. take()
  redis.call('HSET', key, 'seq', take())
  local ordinal = take()
  if ordinal ~= '' then redis.call('HSET', key, 'ordinal', ordinal) else redis.call('HSETNX', key, 'ordinal', '0') end
end
function perform.stay()
  local user, conversation, first, last, ordinal = take(), take(), take(), take(), take()
  local read = session(user, conversation)
  set_session(user, conversation, read, first, last, ordinal)
end
perform['end'] = function()
  local user, conversation, last, ordinal = take(), take(), take(), take()
  local read, first, present = session(user, conversation)
  if present == '0' then set_session(user, conversation, read, first, last, ordinal) end
end
function perform.read()
  local user, conversation, read = take(), take(), take()
  local _, first, last, ordinal = session(user, conversation)
  set_session(user, conversation, read, first, last, ordinal)
end
function perform.item()
  local key, seq, occurred_at, bytes = generation .. ':items:' .. take(), take(), take(), take_item()
  local newest = redis.call('ZREVRANGE', key, 0, 0, 'WITHSCORES')[2]
  if newest and tonumber(newest) ~= tonumber(seq) - 1 then redis.call('DEL', key) end
  redis.call('ZADD', key, seq, bytes)
  redis.call('ZREMRANGEBYRANK', key, 0, -(kept + 1))
  redis.call('PEXPIREAT', key, string.format('%.0f', tonumber(occurred_at) + age))
end
perform['drop-items'] = function()
  redis.call('DEL', generation .. ':items:' .. take())
end

for _, one in ipairs(cjson.decode(ARGV[8])) do
  operation, argument = one, 1
  perform[one[1]]()
end
redis.call('HSET', KEYS[1], 'epoch', epoch, 'next', ARGV[4], 'generation', position[3])
return { 'applied' }
