-- Ends a fill: the store may be believed from now on, unless it was emptied since the fill began.
--
-- KEYS[1]  the fill's marker
-- KEYS[2]  the epoch
-- ARGV[1]  the epoch to begin when there is none
-- returns  the epoch the store is in, nothing when the marker is gone

if redis.call('DEL', KEYS[1]) == 0 then
  return false
end
redis.call('SET', KEYS[2], ARGV[1], 'NX')
return redis.call('GET', KEYS[2])
