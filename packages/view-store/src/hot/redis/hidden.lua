-- Whether a user has deleted something for themselves in a conversation. KEYS[1] the position of the user's partition; ARGV: key
-- prefix, user, conversation id. Answers {epoch, next, '1' or '0'}, or nothing where there are no hot views.
local position = redis.call('HMGET', KEYS[1], 'epoch', 'next', 'generation')
if not position[1] then return false end
return { position[1], position[2], tostring(redis.call('SISMEMBER', ARGV[1] .. position[3] .. ':hidden:' .. ARGV[2], ARGV[3])) }
