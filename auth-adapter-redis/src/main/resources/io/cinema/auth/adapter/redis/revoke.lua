-- Adds revocations to a user's value, and leaves out those whose end has passed.
--
-- KEYS[1]  the user's key
-- ARGV[1]  now, in milliseconds; the caller's clock judges, as it judges the tokens
-- ARGV[2]  'keep' to refuse a value that is not ours, 'repair' to write over it
-- ARGV[3]… lines '<end> <kind>:<id>'

local now = tonumber(ARGV[1])
local repair = ARGV[2] == 'repair'

local subjects, ends = {}, {}
local lowest_version
local latest = 0

local function take(line)
  local till, kind, id = string.match(line, '^(%d+) ([tsv]):(.*)$')
  till = tonumber(till)
  if not till or (kind == 'v' and not tonumber(id)) then
    return repair
  end
  if till <= now then
    return true
  end
  local subject = kind .. ':' .. id
  if kind == 'v' then
    -- One line holds all versions: the highest, for as long as any of them lasts.
    subject = 'v'
    if not lowest_version or tonumber(id) > tonumber(lowest_version) then
      lowest_version = id
    end
  end
  if not ends[subject] then
    subjects[#subjects + 1] = subject
    ends[subject] = till
  elseif ends[subject] < till then
    ends[subject] = till
  end
  latest = math.max(latest, till)
  return true
end

local is = redis.call('TYPE', KEYS[1]).ok
if is ~= 'string' and is ~= 'none' and not repair then
  return redis.error_reply('WRONGTYPE ' .. KEYS[1] .. ' is not ours')
end

local value = is == 'string' and redis.call('GET', KEYS[1]) or ''
for line in string.gmatch(value, '[^\n]+') do
  if not take(line) then
    return redis.error_reply('DAMAGED ' .. KEYS[1] .. ' is not made of revocations')
  end
end
for i = 3, #ARGV do
  if not take(ARGV[i]) then
    return redis.error_reply('DAMAGED an argument is no revocation')
  end
end

if #subjects == 0 then
  redis.call('DEL', KEYS[1])
  return 0
end

local lines = {}
for i, subject in ipairs(subjects) do
  local id = subject == 'v' and 'v:' .. lowest_version or subject
  lines[i] = string.format('%.0f %s', ends[subject], id)
end
-- Never sooner than it was going to: the clocks of two nodes may differ.
local life = math.max(latest - now, redis.call('PTTL', KEYS[1]))
redis.call('SET', KEYS[1], table.concat(lines, '\n'), 'PX', string.format('%.0f', life))
return #subjects
