-- A page of what is kept of one conversation, for one reader, at one position. KEYS[1] the position; ARGV: key prefix, conversation, user,
-- conversation id, after seq (0: the newest), before seq (0: no bound), items at most, bytes at most, how long it is kept from now on in ms.
-- Answers {epoch, next, generation, session, last seq, last ordinal, first and last seq kept, then seq and bytes of each item from where the
-- page begins}, with '' for first and last where nothing is kept because nobody read it lately, or nothing. Items are taken
-- one after another until they are enough: what nobody will be shown is not read. The first that goes beyond the bytes is among them.
local position = redis.call('HMGET', KEYS[1], 'epoch', 'next', 'generation')
if not position[1] then return false end
local generation = ARGV[1] .. position[3]
local session = redis.call('HGET', generation .. ':session:' .. ARGV[3], ARGV[4])
if not session then
  -- Of broadcasts, whoever has read none has no entry, and is in them all the same.
  if ARGV[4]:sub(1, 2) ~= 'b:' then return false end
  session = '0,1,0,0'
end
local head = redis.call('HMGET', generation .. ':head:' .. ARGV[2], 'seq', 'ordinal')
if not head[1] then return false end
local answer = { position[1], position[2], position[3], session, head[1], head[2], '', '' }
local items = generation .. ':items:' .. ARGV[2]
-- The last stands for the reading.
local ends = redis.call('ZREVRANGE', items, 0, 1, 'WITHSCORES')
if ends[2] ~= 'inf' then return answer end
redis.call('PEXPIRE', items, ARGV[9])
answer[7], answer[8] = '0', '0'
if ends[4] then answer[7], answer[8] = redis.call('ZRANGE', items, 0, 0, 'WITHSCORES')[2], ends[4] end
local _, from, to = session:match('^(%d+),(%d+),(%d+),(%d+)$')
local after, before = tonumber(ARGV[5]), tonumber(ARGV[6])
local first = math.max(tonumber(from), after + 1)
local last = tonumber(head[1])
if tonumber(to) > 0 then last = math.min(last, tonumber(to) - 1) end
if before > 0 then last = math.min(last, before - 1) end
local bytes = 0
for place = 0, tonumber(ARGV[7]) - 1 do
  local found
  if after > 0 then
    found = redis.call('ZRANGEBYSCORE', items, string.format('%.0f', first), string.format('%.0f', last), 'WITHSCORES', 'LIMIT', place, 1)
  else
    found = redis.call('ZREVRANGEBYSCORE', items, string.format('%.0f', last), string.format('%.0f', first), 'WITHSCORES', 'LIMIT', place, 1)
  end
  if #found == 0 then break end
  answer[#answer + 1] = found[2]
  answer[#answer + 1] = found[1]
  bytes = bytes + #found[1]
  if place > 0 and bytes > tonumber(ARGV[8]) then break end
end
return answer
