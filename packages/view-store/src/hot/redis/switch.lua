-- Puts a generation that was built from the database in the place of the present one. KEYS[1] the position, KEYS[2] the mark
-- of the new generation, made before its first row: where it is gone, rows may be gone with it.
-- ARGV: log epoch, next offset, generation, '1' to go back to an earlier offset too.
-- Answers {'switched'}, {'kept', epoch, next} when the present one is further, or {'lost'}.
if redis.call('DEL', KEYS[2]) == 0 then return { 'lost' } end
local position = redis.call('HMGET', KEYS[1], 'epoch', 'next', 'generation')
if ARGV[4] ~= '1' and position[1] == ARGV[1] and tonumber(position[2]) > tonumber(ARGV[2]) then
  return { 'kept', position[1], position[2] }
end
redis.call('HSET', KEYS[1], 'epoch', ARGV[1], 'next', ARGV[2], 'generation', ARGV[3])
return { 'switched' }
