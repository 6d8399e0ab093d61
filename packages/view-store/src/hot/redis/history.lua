-- What is kept of one conversation and of one reader's part in it, at one position. KEYS[1] the position; ARGV: key prefix,
-- conversation, user, conversation id. Answers {epoch, next, session, last seq, last ordinal, then seq and bytes of each item},
-- or nothing.
local position = redis.call('HMGET', KEYS[1], 'epoch', 'next', 'generation')
if not position[1] then return false end
local generation = ARGV[1] .. position[3]
local session = redis.call('HGET', generation .. ':session:' .. ARGV[3], ARGV[4])
if not session then return false end
local head = redis.call('HMGET', generation .. ':head:' .. ARGV[2], 'seq', 'ordinal')
if not head[1] then return false end
local items = redis.call('ZRANGE', generation .. ':items:' .. ARGV[2], 0, -1, 'WITHSCORES')
if #items == 0 then return false end
local answer = { position[1], position[2], session, head[1], head[2] }
for i = 1, #items, 2 do
  answer[#answer + 1] = items[i + 1]
  answer[#answer + 1] = items[i]
end
return answer
