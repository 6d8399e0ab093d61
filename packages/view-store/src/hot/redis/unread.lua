-- A user's sessions with unread messages in one partition. KEYS[1] the position; ARGV: key prefix, user, app.
-- Answers {epoch, next, how many conversations they have deleted something in for themselves, these, then conversation, last ordinal,
-- read ordinal, ...}, or nothing where there are no hot views, or where messages were
-- taken away behind a read marker: how many, the database knows.
local position = redis.call('HMGET', KEYS[1], 'epoch', 'next', 'generation')
if not position[1] then return false end
local generation = ARGV[1] .. position[3]
local hidden = redis.call('SMEMBERS', generation .. ':hidden:' .. ARGV[2])
local answer = { position[1], position[2], tostring(#hidden) }
for _, conversation in ipairs(hidden) do answer[#answer + 1] = conversation end
-- What was broadcast before a user registered, the database knows; whoever has read all that there is need not ask it.
local broadcasts = 'b:' .. ARGV[3]
local told = redis.call('HGET', generation .. ':head:' .. ARGV[3] .. '|' .. broadcasts, 'ordinal')
if told and tonumber(told) > 0 then
  local own = redis.call('HGET', generation .. ':session:' .. ARGV[2], broadcasts)
  if not own or tonumber(own:match('^(%d+),')) < tonumber(told) then return false end
end
local sessions = redis.call('HGETALL', generation .. ':session:' .. ARGV[2])
for i = 1, #sessions, 2 do
  local conversation = sessions[i]
  local read, _, to = sessions[i + 1]:match('^(%d+),(%d+),(%d+),%d+$')
  local head = redis.call('HMGET', generation .. ':head:' .. ARGV[3] .. '|' .. conversation, 'ordinal', 'uncounted')
  local last = head[1] or '0'
  if to == '0' and tonumber(last) > tonumber(read) then
    if tonumber(head[2] or '0') > tonumber(read) then return false end
    answer[#answer + 1] = conversation
    answer[#answer + 1] = last
    answer[#answer + 1] = read
  end
end
return answer
