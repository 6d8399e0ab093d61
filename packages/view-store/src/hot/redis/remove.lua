-- Removes rows of generations that are not the present one, and their marks with them, so that whoever is still filling one
-- of them finds it lost and does not switch to it. Which one is present is asked here, in the same step: it may have changed
-- since the keys were listed.
-- KEYS[1] the position, then the keys to remove; ARGV[1] prefix before the generation. Answers how many were removed.
local current = redis.call('HGET', KEYS[1], 'generation')
local generation_length = 36
local removed = 0
for i = 2, #KEYS do
  local generation = KEYS[i]:sub(#ARGV[1] + 1, #ARGV[1] + generation_length)
  if generation ~= current then
    redis.call('DEL', ARGV[1] .. generation .. ':building')
    removed = removed + redis.call('UNLINK', KEYS[i])
  end
end
return { tostring(removed) }
